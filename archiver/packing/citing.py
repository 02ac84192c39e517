"""The works of a package as references, in every format that there is."""

from collections.abc import Iterable, Mapping

from sqlite_utils import Database

from archiver.collection.folder import Collection


def citation_files(collection: Collection, db: Database) -> Mapping[str, Iterable[bytes]]:
    """By name, such as `citation/citations.bib`."""
    return {}
