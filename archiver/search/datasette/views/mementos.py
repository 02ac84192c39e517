"""Captures by their dates (Memento, RFC 7089)."""

import asyncio
from typing import Any

from datasette.utils.asgi import Response

from archiver.search.datasette import memento
from archiver.search.datasette.archives import Served
from archiver.search.datasette.routes import Routes
from archiver.search.datasette.views.answering import origin
from archiver.search.mementos import mementos


async def timemap(request: Any, archive: Served, routes: Routes) -> Response:
    """All captures of an address (RFC 7089)."""
    url = memento.target(request, routes.timemap)
    found = await asyncio.to_thread(mementos, archive.path, url)
    if not found:
        return Response.text("There is no capture of this address here.", status=404)
    return memento.timemap(found, url, memento.Addresses(origin(request), routes))


async def timegate(request: Any, archive: Served, routes: Routes) -> Response:
    """The capture of an address that is nearest to a moment (RFC 7089)."""
    url = memento.target(request, routes.timegate)
    found = await asyncio.to_thread(mementos, archive.path, url)
    if not found:
        return Response.text("There is no capture of this address here.", status=404)
    at = memento.Addresses(origin(request), routes)
    return memento.timegate(found, url, request.headers.get("accept-datetime"), at)
