"""Which tables in Datasette are of posts or sources, so that they can be had as bibliographies."""

from collections.abc import Sequence
from typing import Any

from archiver.search.datasette.archives import served

ENDINGS = {"bib": "biblatex", "ris": "ris", "csljson": "csl-json"}
# A work goes by the number of the first of its sources.
_NAMING = (("source", "source_id"), ("source", "work_id"), ("post", "post_id"))


def can_render(datasette: Any, columns: Sequence[str], table: str | None, database: str) -> bool:
    """Whether rows are posts or sources, or name them."""
    is_ours = any(each.name == database for each in served(datasette))
    return is_ours and column_of(columns, table) is not None


def column_of(columns: Sequence[str], table: str | None) -> tuple[str, str] | None:
    """What rows are of, and the column with its number."""
    if table in {"posts", "sources"}:
        return str(table).removesuffix("s"), "id"
    return next(((kind, column) for kind, column in _NAMING if column in columns), None)
