"""Any table of posts or sources in Datasette, as it is filtered, as a file for reference managers."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Any
from urllib.parse import parse_qsl, urlencode

from datasette.utils.asgi import Response

from archiver.export.registry import format_named
from archiver.search.datasette.archives import served
from archiver.search.datasette.citing import table as cited

ENDINGS = {"bib": "biblatex", "ris": "ris", "csljson": "csl-json"}
# A work goes by the number of the first of its sources.
_NAMING = (("source", "source_id"), ("source", "work_id"), ("post", "post_id"))
_PAGE = 1000  # rows that are asked of Datasette at a time
_MOST = 100_000  # rows of a file
_OWN = frozenset(["_size", "_next", "_shape", "_format", "_col", "_nocol", "_labels"])


def renderers(ending: str) -> dict[str, Any]:
    """What Datasette wants to know of an ending."""
    return {"extension": ending, "render": _render(format_named(ENDINGS[ending])), "can_render": can_render}


def can_render(datasette: Any, columns: Sequence[str], table: str | None, database: str) -> bool:
    """Whether rows are posts or sources, or name them."""
    is_ours = any(each.name == database for each in served(datasette))
    return is_ours and _column(columns, table) is not None


def _column(columns: Sequence[str], table: str | None) -> tuple[str, str] | None:
    """What rows are of, and the column with its number."""
    if table in {"posts", "sources"}:
        return str(table).removesuffix("s"), "id"
    return next(((kind, column) for kind, column in _NAMING if column in columns), None)


def _render(wanted: Any) -> Callable[..., Any]:
    async def render(
        datasette: Any, columns: Sequence[str], rows: Any, database: str, table: str | None, request: Any
    ) -> Response:
        ours = next((each for each in served(datasette) if each.name == database), None)
        found = _column(columns, table)
        if ours is None or found is None:
            return Response.text("These rows are neither posts nor sources of an archive.", status=400)
        kind, column = found
        if table is None:
            numbers = [row[column] for row in rows]
        else:
            numbers = [each async for each in _every(datasette, request, (database, table), column)]
        whole = [int(each) for each in dict.fromkeys(numbers) if each is not None]
        return await asyncio.to_thread(cited, ours, kind, whole, wanted)

    return render


async def _every(datasette: Any, request: Any, of: tuple[str, str], column: str) -> AsyncIterator[int | None]:
    """A column of all rows of a filtered table, page by page: what is shown is only the first of them."""
    asked = [pair for pair in parse_qsl(request.query_string, keep_blank_values=True) if pair[0] not in _OWN]
    asked += [("_col", column), ("_size", str(_PAGE)), ("_shape", "objects"), ("_nofacet", "1")]
    following: str | None = None
    for _ in range(_MOST // _PAGE):
        query = urlencode([*asked, *([("_next", following)] if following else [])])
        path = f"{datasette.urls.table(*of, format='json')}?{query}"
        answer = await datasette.client.get(path, cookies=request.cookies)
        answer.raise_for_status()
        said = answer.json()
        for row in said["rows"]:
            yield row[column]
        following = said.get("next")
        if not following:
            return
