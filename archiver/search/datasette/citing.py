"""Citations in Datasette: of a post or a source on its page, of a post with all that it cites, of any filtered table."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from datasette.utils.asgi import Response

from archiver.collection.settings import read_settings
from archiver.export.boxes import file_name
from archiver.export.registry import Format, all_formats
from archiver.models.errors import ArchiverError
from archiver.models.views import Reference
from archiver.search.datasette.archives import Served
from archiver.search.items import Shelf
from archiver.search.meant import meant


def shelf_of(archive: Served) -> Shelf:
    """What to cite from; without readable settings nothing is called public."""
    toml = archive.path.with_name("collection.toml")
    return _shelf(archive.path, toml, toml.stat().st_mtime_ns) if toml.is_file() else Shelf(path=archive.path)


@lru_cache(maxsize=64)
def _shelf(path: Path, toml: Path, _changed: int) -> Shelf:
    try:
        return Shelf.by(path, read_settings(toml))
    except (ArchiverError, OSError):
        return Shelf(path=path)


def bibliography(archive: Served, reference: str, name: str, *, with_sources: bool) -> Response | None:
    """A post, a source or a citation as a file; None where there is no such format or nothing with that number."""
    wanted = all_formats().get(name)
    if wanted is None:
        return None
    asked = meant(archive.path, reference)
    if not isinstance(asked, Reference):
        return None
    items = list(shelf_of(archive).of([asked], with_sources=with_sources))
    stem = f"{reference}-with-sources" if with_sources else reference
    return _file(wanted, wanted.text(items), stem) if items else None


def table(archive: Served, kind: str, numbers: Iterable[int], wanted: Format) -> Response:
    """Rows of a table of posts or sources as a file."""
    items = shelf_of(archive).of(Reference(kind=kind, id=each) for each in numbers)
    return _file(wanted, wanted.text(items), f"{kind}s")


def _file(wanted: Format, text: str, stem: str) -> Response:
    headers = {
        "Content-Disposition": f'attachment; filename="{file_name(stem, wanted)}"',
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'",
    }
    return Response(text, headers=headers, content_type=f"{wanted.media_type}; charset=utf-8")
