"""Our pages, as answers. Reading the database and the WARCs goes to a thread: Datasette serves others meanwhile."""

import asyncio
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from datasette.utils.asgi import Response

from archiver.export.boxes import cite_box
from archiver.judge.drift.diff import diff as difference
from archiver.models.blog import Month
from archiver.models.pages import Home, Wanted
from archiver.models.views import Reference
from archiver.pages import data
from archiver.pages.provenance import provenance
from archiver.pages.rendering import Renderer
from archiver.search import browsing, reading_pages
from archiver.search import home as home_page
from archiver.search.captures import Kept, kept
from archiver.search.datasette import citing, memento, parts
from archiver.search.datasette.archives import Served
from archiver.search.datasette.routes import Routes
from archiver.search.datasette.sending import Sent, Unchanged, is_known
from archiver.search.mementos import Around, Memento, around, mementos
from archiver.search.posts import numbers_of
from archiver.store.database import opened
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
    cited = await _cited(request, archive, Reference(kind="post", id=page.post.id), at)
    return _shown(_renderer(archive, routes).post(page, leads=leads, **cited))


async def source(request: Any, archive: Served, routes: Routes) -> Response:
    """A source."""
    page = await asyncio.to_thread(reading_pages.source_page, archive.path, _number(request))
    if page is None:
        return _missing(archive, routes, "source with this number")
    held = [each.snapshot for each in page.readings if each.document_id is not None]
    at = routes.snapshot(held[-1].id) if held else None
    cited = await _cited(request, archive, Reference(kind="source", id=page.source.id), at)
    return _shown(_renderer(archive, routes).source(page, **cited))


async def snapshot(request: Any, archive: Served, routes: Routes) -> Response:
    """A capture."""
    page = await asyncio.to_thread(reading_pages.snapshot_page, archive.path, _number(request))
    if page is None:
        return _missing(archive, routes, "capture with this number")
    record = await asyncio.to_thread(parts.attest, archive, page)
    head, coins = data.of_snapshot(
        page.snapshot, page.title, _absolute(request, routes.snapshot(page.snapshot.id))
    )
    shown = _renderer(archive, routes).snapshot(
        page,
        provenance=provenance(page, record, "Just now"),
        missing=parts.missing(archive, page),
        head=head,
        coins=coins,
    )
    return _shown(shown)


async def part(request: Any, archive: Served, routes: Routes) -> Response:
    """A part of a capture: its page, its bytes, its headers, its record."""
    name, is_plain = request.url_vars["part"], request.args.get("styles") == "none"
    if name == "page":
        return await _frame(request, archive, routes, is_plain=is_plain)
    at = await asyncio.to_thread(_kept, archive.path, _number(request))
    if at is None:
        return _missing(archive, routes, "capture with this number")
    ours = _absolute(request, routes.parts)
    headers = {"ETag": parts.etag(archive, at, name, f"{ours} {is_plain}")}
    date = instant(at.date)
    if date is not None and name in {"content", "raw"}:
        others = await asyncio.to_thread(_around, archive.path, at)
        addresses = memento.Addresses(_origin(request), routes)
        headers |= memento.headers(at.target_uri, Memento(at.id, date), addresses, others)
    if is_known(request.headers.get, headers["ETag"]) and archive.warc(at.warc) is not None:
        return Unchanged(headers)
    if name == "content" and (led := await asyncio.to_thread(parts.led_to, archive, at, routes)):
        return Response(
            "", status=302, headers={**headers, "Location": led, "Cache-Control": "private, no-cache"}
        )
    made = await asyncio.to_thread(parts.answer, archive, at, name, routes, ours, is_plain=is_plain)
    if made is None:
        said = f"Its record cannot be read: {at.warc} is not beside the database, or is damaged."
        return _shown(_renderer(archive, routes).message("The WARC is not here", said), 404)
    return Sent(made, request.headers.get, headers)


def _kept(path: Path, snapshot_id: int) -> Kept | None:
    with opened(path) as db:
        return kept(db, snapshot_id)


def _around(path: Path, at: Kept) -> Around | None:
    """For a page the captures before and after it; what it only needs is not asked for so."""
    return around(mementos(path, at.target_uri), at.id) if parts.is_page(at) else None


async def _frame(request: Any, archive: Served, routes: Routes, *, is_plain: bool) -> Response:
    """The page view: the capture in a frame that nothing gets out of. A browser shows a PDF in no such frame."""
    page = await asyncio.to_thread(reading_pages.snapshot_page, archive.path, _number(request))
    at = await asyncio.to_thread(_kept, archive.path, _number(request))
    if page is None or at is None:
        return _missing(archive, routes, "capture with this number")
    content = routes.part(page.snapshot.id, "content") or ""
    if (page.snapshot.content_type or "").lower().startswith("application/pdf"):
        return Response.redirect(content)
    frames = await asyncio.to_thread(parts.frames, archive, at, routes, "?styles=none" if is_plain else "")
    shown = f"{content}?styles=none" if is_plain else content
    return _shown(_renderer(archive, routes).frame(page, shown, is_plain=is_plain, frames=frames))


async def cite(request: Any, archive: Served, routes: Routes) -> Response:
    """A post, a source or a citation in a citation format; a post with all that it cites, where that is wanted."""
    reference, name = request.url_vars["reference"], request.url_vars["format"]
    with_sources = request.args.get("sources") == "1"
    found = await asyncio.to_thread(citing.bibliography, archive, reference, name, with_sources=with_sources)
    return found or _missing(archive, routes, "such reference or citation format")


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
    page = request.url_vars.get("page")
    url = memento.target(request, routes.timemap if page is None else f"{routes.timemap_pages}{page}/")
    found = await asyncio.to_thread(mementos, archive.path, url)
    if not found:
        return memento.missing()
    return memento.timemap(found, url, memento.Addresses(_origin(request), routes), int(page or 1))


async def timegate(request: Any, archive: Served, routes: Routes) -> Response:
    """The capture of an address that is nearest to a moment (RFC 7089)."""
    url = memento.target(request, routes.timegate)
    found = await asyncio.to_thread(mementos, archive.path, url)
    if not found:
        return memento.missing()
    at = memento.Addresses(_origin(request), routes)
    return memento.timegate(found, url, request.headers.get("accept-datetime"), at)


async def asset(request: Any) -> Response:
    """A style or a script of ours."""
    name = request.url_vars["name"]
    body = files("archiver.pages").joinpath("static", name).read_text(encoding="utf-8")
    headers = {"Cache-Control": "max-age=3600", "X-Content-Type-Options": "nosniff"}
    return Response(body, headers=headers, content_type=_ASSETS[name])


async def _cited(request: Any, archive: Served, reference: Reference, at: str | None) -> dict[str, Any]:
    """How a work is cited: for machines, for reference managers' connectors, and for people."""
    item = await asyncio.to_thread(citing.item_of, archive, reference)
    if item is None:
        return {}
    head, coins = data.of_item(item, _absolute(request, at) if at else None)
    return {"head": head, "coins": coins, "box": cite_box(item)}


def _number(request: Any) -> int:
    return min(int(request.url_vars["id"]), _NUMBER[-1])


def _absolute(request: Any, path: str) -> str:
    return f"{_origin(request)}{path}"


def _origin(request: Any) -> str:
    return f"{request.scheme}://{request.host}"
