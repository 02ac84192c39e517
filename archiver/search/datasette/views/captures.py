"""A capture, and its parts."""

import asyncio
from pathlib import Path
from typing import Any

from datasette.utils.asgi import Response

from archiver.pages import data
from archiver.pages.provenance import provenance
from archiver.replay.headers import Serving
from archiver.search import reading_pages
from archiver.search.captures import Kept, kept
from archiver.search.datasette import memento, parts
from archiver.search.datasette.archives import Served
from archiver.search.datasette.routes import Routes
from archiver.search.datasette.sending import Sent, Unchanged, is_known
from archiver.search.datasette.views.answering import absolute, missing, number, origin, renderer, shown
from archiver.search.mementos import Around, Memento, around, mementos
from archiver.store.database import opened
from archiver.store.dates import instant


async def snapshot(request: Any, archive: Served, routes: Routes) -> Response:
    """A capture."""
    page = await asyncio.to_thread(reading_pages.snapshot_page, archive.path, number(request))
    if page is None:
        return missing(archive, routes, "capture with this number")
    record = await asyncio.to_thread(parts.attest, archive, page)
    head, coins = data.of_snapshot(
        page.snapshot, page.title, absolute(request, routes.snapshot(page.snapshot.id))
    )
    laid_out = renderer(archive, routes).snapshot(
        page,
        provenance=provenance(page, record, "Just now"),
        missing=parts.missing(archive, page),
        head=head,
        coins=coins,
    )
    return shown(laid_out)


async def part(request: Any, archive: Served, routes: Routes) -> Response:
    """A part of a capture: its page, its bytes, its headers, its record."""
    name, is_plain = request.url_vars["part"], request.args.get("styles") == "none"
    if name == "page":
        return await _frame(request, archive, routes, is_plain=is_plain)
    at = await asyncio.to_thread(_kept, archive.path, number(request))
    if at is None:
        return missing(archive, routes, "capture with this number")
    ours = absolute(request, routes.parts)
    headers = {"ETag": parts.etag(archive, at, name, f"{ours} {is_plain}")}
    date = instant(at.date)
    if date is not None and name in {"content", "raw"}:
        others = await asyncio.to_thread(_around, archive.path, at)
        addresses = memento.Addresses(origin(request), routes)
        headers |= memento.headers(at.target_uri, Memento(at.id, date), addresses, others)
    if is_known(request.headers.get, headers["ETag"]) and archive.warc(at.warc) is not None:
        return Unchanged(headers)
    if name == "content" and (led := await asyncio.to_thread(parts.led_to, archive, at, routes)):
        return Response(
            "", status=302, headers={**headers, "Location": led, "Cache-Control": "private, no-cache"}
        )
    made = await asyncio.to_thread(parts.answer, archive, at, name, routes, ours, is_plain=is_plain)
    if made is None:
        return _unread(archive, routes, at)
    return Sent(made, request.headers.get, headers)


def _kept(path: Path, snapshot_id: int) -> Kept | None:
    with opened(path) as db:
        return kept(db, snapshot_id)


def _around(path: Path, at: Kept) -> Around | None:
    """For a page the captures before and after it; what it only needs is not asked for so."""
    return around(mementos(path, at.target_uri), at.id) if parts.is_page(at) else None


async def _frame(request: Any, archive: Served, routes: Routes, *, is_plain: bool) -> Response:
    """The page view: the capture in a frame that nothing gets out of. A browser shows a PDF in no such frame."""
    page = await asyncio.to_thread(reading_pages.snapshot_page, archive.path, number(request))
    at = await asyncio.to_thread(_kept, archive.path, number(request))
    if page is None or at is None:
        return missing(archive, routes, "capture with this number")
    query = "?styles=none" if is_plain else ""
    looked = await asyncio.to_thread(parts.framed, archive, at, routes, query)
    if looked is None:
        return _unread(archive, routes, at)
    kind, frames = looked
    content = routes.part(at.id, "content") or ""
    if kind is Serving.PDF:
        return Response.redirect(content)
    if kind is Serving.DOWNLOAD:
        said = f"It came as {at.content_type or 'nothing that was named'}: no browser shows that, or it might run something."
        message = renderer(archive, routes).message
        return shown(message("Not shown", said, capture=routes.snapshot(at.id)))
    return shown(renderer(archive, routes).frame(page, content + query, is_plain=is_plain, frames=frames))


def _unread(archive: Served, routes: Routes, at: Kept) -> Response:
    said = f"Its record cannot be read: {at.warc} is not beside the database, or is damaged."
    message = renderer(archive, routes).message
    return shown(message("The WARC is not here", said, capture=routes.snapshot(at.id)), 404)
