"""The first page, a month, results of a search, and how pages look."""

import asyncio
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from datasette.utils.asgi import Response

from archiver.models.blog import Month
from archiver.models.pages import Home, Wanted
from archiver.search import browsing
from archiver.search import home as home_page
from archiver.search.datasette.archives import Served
from archiver.search.datasette.routes import Routes
from archiver.search.datasette.views.answering import missing, renderer, shown

_ASSETS = {"archive.css": "text/css; charset=utf-8", "archive.js": "text/javascript; charset=utf-8"}


@lru_cache(maxsize=8)
def _home(path: Path, _changed: int) -> Home:
    """It goes over all looks; until the database is written again, it stays the same."""
    return home_page.home(path)


async def home(_: Any, archive: Served, routes: Routes) -> Response:
    """The first page."""
    found = await asyncio.to_thread(_home, archive.path, archive.changed)
    return shown(renderer(archive, routes).home(found))


async def month(request: Any, archive: Served, routes: Routes) -> Response:
    """The posts of a month."""
    year, number = map(int, request.url_vars["month"].split("-"))
    if not 1 <= number <= 12:  # noqa: PLR2004
        return missing(archive, routes, "such month")
    page = await asyncio.to_thread(home_page.month_page, archive.path, Month(year=year, month=number))
    if page is None:
        return missing(archive, routes, "post of that month")
    return shown(renderer(archive, routes).month(page))


async def search(request: Any, archive: Served, routes: Routes) -> Response:
    """Results."""
    said = {name: (request.args.get(name) or "").strip() for name in Wanted.__slots__ if name != "page"}
    number = request.args.get("page") or "1"
    wanted = Wanted(
        **said | {"words": request.args.get("q") or ""},
        page=int(number) if number.isdecimal() and len(number) < 4 else 1,  # noqa: PLR2004
    )
    found = await asyncio.to_thread(browsing.browse, archive.path, wanted)
    return shown(renderer(archive, routes).search(found, page_size=browsing.PAGE))


async def asset(request: Any) -> Response:
    """A style or a script of ours."""
    name = request.url_vars["name"]
    body = files("archiver.pages").joinpath("static", name).read_text(encoding="utf-8")
    headers = {"Cache-Control": "max-age=3600", "X-Content-Type-Options": "nosniff"}
    return Response(body, headers=headers, content_type=_ASSETS[name])
