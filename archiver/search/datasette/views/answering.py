"""What all of our pages' answers share. Reading the database and the WARCs goes to a thread: Datasette serves others meanwhile."""

from typing import Any

from datasette.utils.asgi import Response

from archiver.pages.rendering import Renderer
from archiver.search.datasette.archives import Served
from archiver.search.datasette.routes import Routes

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'; frame-src 'self'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
NUMBERS = range(1, 2**63)


def shown(page: str, status: int = 200) -> Response:
    """A page of ours."""
    return Response.html(page, status=status, headers=dict(HEADERS))


def renderer(archive: Served, routes: Routes) -> Renderer:
    """What lays it out."""
    return Renderer(routes, site=archive.title)


def missing(archive: Served, routes: Routes, what: str) -> Response:
    """Says that something is not there."""
    return shown(renderer(archive, routes).message("Not found", f"There is no {what} here."), 404)


def number(request: Any) -> int:
    """Which one is asked for."""
    return min(int(request.url_vars["id"]), NUMBERS[-1])


def absolute(request: Any, path: str) -> str:
    """A path of ours as whoever asks sees it."""
    return f"{origin(request)}{path}"


def origin(request: Any) -> str:
    """Under which name we are asked."""
    return f"{request.scheme}://{request.host}"
