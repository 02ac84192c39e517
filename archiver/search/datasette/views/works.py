"""A post, a source, what changed in it, and how they are cited."""

import asyncio
from typing import Any

from datasette.utils.asgi import Response

from archiver.export.boxes import on_page
from archiver.judge.drift.diff import diff as difference
from archiver.models.views import Reference
from archiver.search import reading_pages
from archiver.search.datasette import citing
from archiver.search.datasette.archives import Served
from archiver.search.datasette.routes import Routes
from archiver.search.datasette.views.answering import NUMBERS, absolute, missing, number, renderer, shown
from archiver.search.posts import numbers_of


async def post(request: Any, archive: Served, routes: Routes) -> Response:
    """A post."""
    page = await asyncio.to_thread(reading_pages.post_page, archive.path, number(request))
    if page is None:
        return missing(archive, routes, "post with this number")
    leads = await asyncio.to_thread(numbers_of, archive.path, [each.url for each in page.post.internal])
    at = routes.snapshot(page.post.snapshot.id) if page.post.snapshot is not None else None
    cited = await _cited(request, archive, Reference(kind="post", id=page.post.id), at)
    return shown(renderer(archive, routes).post(page, leads=leads, **cited))


async def source(request: Any, archive: Served, routes: Routes) -> Response:
    """A source."""
    page = await asyncio.to_thread(reading_pages.source_page, archive.path, number(request))
    if page is None:
        return missing(archive, routes, "source with this number")
    held = [each.snapshot for each in page.readings if each.document_id is not None]
    at = routes.snapshot(held[-1].id) if held else None
    cited = await _cited(request, archive, Reference(kind="source", id=page.source.id), at)
    return shown(renderer(archive, routes).source(page, **cited))


async def cite(request: Any, archive: Served, routes: Routes) -> Response:
    """A post, a source or a citation in a citation format; a post with all that it cites, where that is wanted."""
    reference, name = request.url_vars["reference"], request.url_vars["format"]
    with_sources = request.args.get("sources") == "1"
    found = await asyncio.to_thread(citing.bibliography, archive, reference, name, with_sources=with_sources)
    return found or missing(archive, routes, "such reference or citation format")


async def diff(request: Any, archive: Served, routes: Routes) -> Response:
    """What changed between two readings."""
    numbers = [request.args.get(name) or "" for name in ("old", "new")]
    if not all(each.isdecimal() and len(each) < 20 and int(each) in NUMBERS for each in numbers):  # noqa: PLR2004
        return missing(archive, routes, "such pair of readings")
    texts = await asyncio.to_thread(reading_pages.diffable, archive.path, [int(each) for each in numbers])
    if texts is None:
        return missing(archive, routes, "such pair of readings")
    (_, _, old), (title, url, new) = texts
    differences = await asyncio.to_thread(difference, old, new)
    return shown(renderer(archive, routes).diff(differences, title=title, url=url))


async def _cited(request: Any, archive: Served, reference: Reference, at: str | None) -> dict[str, Any]:
    """How a work is cited: for machines, for reference managers' connectors, and for people."""
    item = await asyncio.to_thread(lambda: citing.shelf_of(archive).item(reference))
    if item is None:
        return {}
    return on_page(item, absolute(request, at) if at else None)
