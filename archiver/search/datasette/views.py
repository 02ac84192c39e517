"""Our pages, as answers. Reading the database and the WARCs goes to a thread: Datasette serves others meanwhile."""

import asyncio
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from datasette.utils.asgi import Response

from archiver.judge.drift.diff import diff as difference
from archiver.models.blog import Month
from archiver.models.pages import Home, SnapshotPage, Wanted
from archiver.models.views import Reference
from archiver.pages import data
from archiver.pages.provenance import provenance
from archiver.pages.rendering import Renderer
from archiver.search import browsing, reading_pages
from archiver.search import home as home_page
from archiver.search.datasette import memento
from archiver.search.datasette.archives import Served
from archiver.search.datasette.parts import answer, missing
from archiver.search.datasette.routes import Routes
from archiver.search.mementos import mementos
from archiver.search.posts import numbers_of
from archiver.store.dates import instant

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'; frame-src 'self'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_ASSETS = {"archive.css": "text/css; charset=utf-8", "archive.js": "text/javascript; charset=utf-8"}
_NUMBER = range(1, 2**63)


def _shown(page: str, status: int = 200) -> Response:
    return Response.html(page, status=status, headers=dict(_HEADERS))


def _renderer(archive: Served, routes: Routes) -> Renderer:
    return Renderer(routes, site=archive.title)


def _missing(archive: Served, routes: Routes, what: str) -> Response:
    return _shown(_renderer(archive, routes).message("Not found", f"There is no {what} here."), 404)


@lru_cache(maxsize=8)
def _home(path: Path, _changed: int) -> Home:
    """It goes over all looks; until the database is written again, it stays the same."""
    return home_page.home(path)


async def home(_: Any, archive: Served, routes: Routes) -> Response:
    """The first page."""
    found = await asyncio.to_thread(_home, archive.path, archive.changed)
    return _shown(_renderer(archive, routes).home(found))


async def month(request: Any, archive: Served, routes: Routes) -> Response:
    """The posts of a month."""
    year, number = map(int, request.url_vars["month"].split("-"))
    if not 1 <= number <= 12:  # noqa: PLR2004
        return _missing(archive, routes, "such month")
    page = await asyncio.to_thread(home_page.month_page, archive.path, Month(year=year, month=number))
    if page is None:
        return _missing(archive, routes, "post of that month")
    return _shown(_renderer(archive, routes).month(page))


async def search(request: Any, archive: Served, routes: Routes) -> Response:
    """Results."""
    said = {name: (request.args.get(name) or "").strip() for name in Wanted.__slots__ if name != "page"}
    number = request.args.get("page") or "1"
    wanted = Wanted(
        **said | {"words": request.args.get("q") or ""},
        page=int(number) if number.isdecimal() and len(number) < 4 else 1,  # noqa: PLR2004
    )
    found = await asyncio.to_thread(browsing.browse, archive.path, wanted)
    return _shown(_renderer(archive, routes).search(found, page_size=browsing.PAGE))


async def post(request: Any, archive: Served, routes: Routes) -> Response:
    """A post."""
    page = await asyncio.to_thread(reading_pages.post_page, archive.path, _number(request))
    if page is None:
        return _missing(archive, routes, "post with this number")
    leads = await asyncio.to_thread(numbers_of, archive.path, [each.url for each in page.post.internal])
    at = routes.snapshot(page.post.snapshot.id) if page.post.snapshot is not None else None
    head, coins = await _told(request, archive, Reference(kind="post", id=page.post.id), at)
    return _shown(_renderer(archive, routes).post(page, leads=leads, head=head, coins=coins))


async def source(request: Any, archive: Served, routes: Routes) -> Response:
    """A source."""
    page = await asyncio.to_thread(reading_pages.source_page, archive.path, _number(request))
    if page is None:
        return _missing(archive, routes, "source with this number")
    held = [each.snapshot for each in page.readings if each.document_id is not None]
    at = routes.snapshot(held[-1].id) if held else None
    head, coins = await _told(request, archive, Reference(kind="source", id=page.source.id), at)
    return _shown(_renderer(archive, routes).source(page, head=head, coins=coins))


async def snapshot(request: Any, archive: Served, routes: Routes) -> Response:
    """A capture."""
    page = await asyncio.to_thread(reading_pages.snapshot_page, archive.path, _number(request))
    if page is None:
        return _missing(archive, routes, "capture with this number")
    head, coins = data.of_snapshot(
        page.snapshot, page.title, _absolute(request, routes.snapshot(page.snapshot.id))
    )
    shown = _renderer(archive, routes).snapshot(
        page, provenance=provenance(page), missing=missing(archive, page), head=head, coins=coins
    )
    return _shown(shown)


async def part(request: Any, archive: Served, routes: Routes) -> Response:
    """A part of a capture: its page, its bytes, its headers, its record."""
    page = await asyncio.to_thread(reading_pages.snapshot_page, archive.path, _number(request))
    if page is None:
        return _missing(archive, routes, "capture with this number")
    name = request.url_vars["part"]
    if name == "page":
        return _frame(archive, routes, page)
    answered = await asyncio.to_thread(answer, archive, page, name, routes, _absolute(request, routes.parts))
    if answered is None:
        said = f"Its record cannot be read: {page.snapshot.warc} is not beside the database, or is damaged."
        return _shown(_renderer(archive, routes).message("The WARC is not here", said), 404)
    date = instant(page.snapshot.date)
    if date is not None and name in {"content", "raw"}:
        at = memento.Addresses(_origin(request), routes)
        answered.headers.update(memento.headers(page.snapshot.target_uri, date, at))
    return answered


def _frame(archive: Served, routes: Routes, page: SnapshotPage) -> Response:
    """The page view: the capture in a frame that nothing gets out of. A browser shows a PDF in no such frame."""
    content = routes.part(page.snapshot.id, "content") or ""
    if (page.snapshot.content_type or "").lower().startswith("application/pdf"):
        return Response.redirect(content)
    return _shown(_renderer(archive, routes).frame(page, content))


async def diff(request: Any, archive: Served, routes: Routes) -> Response:
    """What changed between two readings."""
    numbers = [request.args.get(name) or "" for name in ("old", "new")]
    if not all(each.isdecimal() and int(each) in _NUMBER for each in numbers):
        return _missing(archive, routes, "such pair of readings")
    texts = await asyncio.to_thread(reading_pages.diffable, archive.path, [int(each) for each in numbers])
    if texts is None:
        return _missing(archive, routes, "such pair of readings")
    (_, _, old), (title, url, new) = texts
    differences = await asyncio.to_thread(difference, old, new)
    return _shown(_renderer(archive, routes).diff(differences, title=title, url=url))


async def timemap(request: Any, archive: Served, routes: Routes) -> Response:
    """All captures of an address (RFC 7089)."""
    url = memento.target(request, routes.timemap)
    found = await asyncio.to_thread(mementos, archive.path, url)
    if not found:
        return Response.text("There is no capture of this address here.", status=404)
    return memento.timemap(found, url, memento.Addresses(_origin(request), routes))


async def timegate(request: Any, archive: Served, routes: Routes) -> Response:
    """The capture of an address that is nearest to a moment (RFC 7089)."""
    url = memento.target(request, routes.timegate)
    found = await asyncio.to_thread(mementos, archive.path, url)
    if not found:
        return Response.text("There is no capture of this address here.", status=404)
    at = memento.Addresses(_origin(request), routes)
    return memento.timegate(found, url, request.headers.get("accept-datetime"), at)


async def asset(request: Any) -> Response:
    """A style or a script of ours."""
    name = request.url_vars["name"]
    body = files("archiver.pages").joinpath("static", name).read_text(encoding="utf-8")
    headers = {"Cache-Control": "max-age=3600", "X-Content-Type-Options": "nosniff"}
    return Response(body, headers=headers, content_type=_ASSETS[name])


async def _told(request: Any, archive: Served, reference: Reference, at: str | None) -> tuple[str, str]:
    """What a page tells machines of a work. `at` is where a capture of it is shown."""
    item = await asyncio.to_thread(archive.shelf.item, reference)
    return ("", "") if item is None else data.of_item(item, _absolute(request, at) if at else None)


def _number(request: Any) -> int:
    return min(int(request.url_vars["id"]), _NUMBER[-1])


def _absolute(request: Any, path: str) -> str:
    return f"{_origin(request)}{path}"


def _origin(request: Any) -> str:
    return f"{request.scheme}://{request.host}"
