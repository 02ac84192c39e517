"""Any table of posts or sources in Datasette, as it is filtered, as a file for reference managers."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from typing import Any
from urllib.parse import parse_qsl, urlencode

from datasette.utils.asgi import Response

from archiver.export.registry import format_named
from archiver.search.datasette.archives import served
from archiver.search.datasette.citing import table as cited
from archiver.search.datasette.tables import ENDINGS, column_of

_PAGE = 1000  # rows that are asked of Datasette at a time
_MOST = 100_000  # rows of a file
_OWN = frozenset(["_size", "_next", "_shape", "_format", "_col", "_nocol", "_labels"])


async def render(
    datasette: Any,
    columns: Sequence[str],
    rows: Any,
    database: str,
    table: str | None,
    request: Any,
    *,
    ending: str,
) -> Response:
    """The file."""
    wanted = format_named(ENDINGS[ending])
    ours = next((each for each in served(datasette) if each.name == database), None)
    found = column_of(columns, table)
    if ours is None or found is None:
        return Response.text("These rows are neither posts nor sources of an archive.", status=400)
    kind, column = found
    if table is None:
        numbers = [row[column] for row in rows]
    else:
        numbers = [each async for each in _every(datasette, request, (database, table), column)]
    whole = [int(each) for each in dict.fromkeys(numbers) if each is not None]
    return await asyncio.to_thread(cited, ours, kind, whole, wanted)


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
