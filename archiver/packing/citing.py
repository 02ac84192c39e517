"""The works of a package as references, in every format that there is."""

from collections.abc import Iterable, Iterator, Mapping

from archiver.collection.folder import Collection
from archiver.export.registry import Format, all_formats
from archiver.models.views import Reference
from archiver.search.items import Shelf


def citation_files(collection: Collection, references: list[Reference]) -> Mapping[str, Iterable[bytes]]:
    """By name, such as `citation/bibtex.bib`."""
    shelf = Shelf.by(collection.database, collection.settings)
    return {
        f"citation/{name}.{form.suffix}": _written(form, shelf, references)
        for name, form in all_formats().items()
    }


def _written(form: Format, shelf: Shelf, references: list[Reference]) -> Iterator[bytes]:
    for text in form.write(shelf.of(references)):
        yield text.encode("utf-8", "replace")
