"""Ranked search over posts and sources, in one index, so that ranks compare."""

from pathlib import Path

from archiver.models.pages import Wanted
from archiver.models.views import Hit
from archiver.search.browsing import browse


def search(
    path: Path, query: str, *, limit: int = 20, kind: str | None = None, marks: tuple[str, str] = ("[", "]")
) -> list[Hit]:
    """What fits a query best, best first, of at most a thousand. `kind` is post or source; `marks` stand around what was found.

    Only the reading that a post or source has now is searched, not those that it had before.
    """
    if not query.strip():
        return []
    return list(browse(path, Wanted(words=query, kind=kind or ""), size=limit, marks=marks).hits)
