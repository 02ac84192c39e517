"""Datasette's hooks: routes of our pages, a check of the Host header, a link in the menu."""

import importlib
from collections.abc import Awaitable, Callable
from functools import cache, wraps
from threading import Thread
from typing import Any

from datasette import handle_exception, hookimpl
from datasette.utils.asgi import Response

from archiver.search.datasette.archives import served
from archiver.search.datasette.describing import described, tell
from archiver.search.datasette.guard import is_readable, is_welcome, refusal
from archiver.search.datasette.permission import may_see
from archiver.search.datasette.routes import Routes
from archiver.search.datasette.tables import ENDINGS, can_render

_DATABASE = r"^/(?P<database>[^/]+)/-/"
_VIEWS = "archiver.search.datasette.views"
# Each kind of page with the module and the function that answers. A module is loaded when the first such page is asked for:
# all of them together take as long to load as Datasette itself.
_PAGES = (
    (r"home$", "lists", "home"),
    (r"search$", "lists", "search"),
    (r"month/(?P<month>\d{4}-\d{2})$", "lists", "month"),
    (r"post/(?P<id>\d{1,18})$", "works", "post"),
    (r"source/(?P<id>\d{1,18})$", "works", "source"),
    (r"cite/(?P<reference>[psc]\d{1,18})/(?P<format>[a-z-]{1,40})$", "works", "cite"),
    (r"diff$", "works", "diff"),
    (r"snapshot/(?P<id>\d{1,18})$", "captures", "snapshot"),
    (r"snapshot/(?P<id>\d{1,18})/(?P<part>page|content|raw|headers|record)$", "captures", "part"),
    (r"timemap/link/.+$", "mementos", "timemap"),
    (r"timemap/page/(?P<page>\d{1,6})/.+$", "mementos", "timemap"),
    (r"timegate/.+$", "mementos", "timegate"),
)


@hookimpl
def startup(datasette: Any) -> Callable[[], Awaitable[None]]:
    """Describe what is served, and keep answers of 404 what they are.

    Where rich is installed, as it is here, Datasette prints each of them with it; of an address without a route it fails doing
    so (rich 15 wants an exception that is being handled), and an error of 500 comes of it.
    """
    handle_exception.rich = None

    async def inner() -> None:
        await tell(datasette)

    return inner


@hookimpl(optionalhook=True)
def get_metadata(datasette: Any) -> dict[str, Any]:
    """Titles, descriptions, facets and queries, for Datasette 0.65."""
    return described(datasette)


@hookimpl
def register_routes() -> list[tuple[str, Callable[..., Awaitable[Response]]]]:
    """Our pages, for every database that is ours."""
    pages = [(_DATABASE + pattern, _of_ours(module, name)) for pattern, module, name in _PAGES]
    return [*pages, (r"^/-/archiver/(?P<name>archive\.css|archive\.js)$", _asset)]


@hookimpl
def register_output_renderer() -> list[dict[str, Any]]:
    """Filtered tables as bibliographies."""
    return [
        {"extension": ending, "render": _bibliography(ending), "can_render": can_render} for ending in ENDINGS
    ]


@hookimpl
def menu_links(datasette: Any) -> list[dict[str, str]]:
    """The way back from Datasette's tables."""
    base = datasette.setting("base_url")
    return [
        {"href": Routes(base, each.name).home(), "label": f"Read {each.name}"} for each in served(datasette)
    ]


@hookimpl
def asgi_wrapper(datasette: Any) -> Callable[[Any], Any]:
    """Who asks under a name that is not this machine's is not answered; who asks for nothing is shown the archive."""

    def wrap(app: Any) -> Any:
        @wraps(app)
        async def guarded(scope: Any, receive: Any, send: Any) -> None:
            said = _answered_at_once(datasette, scope) if scope["type"] == "http" else None
            await (app(scope, receive, send) if said is None else said.asgi_send(send))

        return guarded

    return wrap


def _answered_at_once(datasette: Any, scope: Any) -> Response | None:
    """What whoever is not welcome is told, and where whoever asks for nothing is led; None: Datasette answers."""
    if not is_welcome(scope):
        return refusal()
    if not is_readable(scope):
        return Response.text("This is no address", status=400)
    base = datasette.setting("base_url")
    if scope["path"] == base and not scope.get("query_string") and scope["method"] in {"GET", "HEAD"}:
        ours = served(datasette)
        if len(ours) == 1:
            return Response.redirect(Routes(base, ours[0].name).home())
    return None


def _bibliography(ending: str) -> Callable[..., Awaitable[Response]]:
    async def render(
        datasette: Any, columns: Any, rows: Any, database: str, table: str | None, request: Any
    ) -> Response:
        made = _load("archiver.search.datasette.bibliographies", "render")
        return await made(datasette, columns, rows, database, table, request, ending=ending)

    return render


async def _asset(request: Any) -> Response:
    return await _load(f"{_VIEWS}.lists", "asset")(request)


def _load(module: str, name: str) -> Callable[..., Awaitable[Response]]:
    """What answers, loaded when it is first needed."""
    found: Callable[..., Awaitable[Response]] = getattr(importlib.import_module(module), name)
    return found


@cache
def _load_others() -> None:
    """Load all kinds of pages while whoever asked for the first one looks at it."""
    modules = sorted({f"{_VIEWS}.{module}" for _, module, _ in _PAGES})
    Thread(target=lambda: [importlib.import_module(each) for each in modules]).start()


def _of_ours(module: str, view: str) -> Callable[..., Awaitable[Response]]:
    """A view of a database that is ours, and that whoever asks may see."""

    async def answer(request: Any, datasette: Any) -> Response:
        name = request.url_vars["database"]
        base = datasette.setting("base_url")
        ours = next((each for each in served(datasette) if each.name == name), None)
        if ours is None:
            return Response.html(
                "<h1>Not found</h1><p>This database is no archive of archiver’s.</p>", status=404
            )
        if not await may_see(datasette, request, name):
            return Response.html("<h1>Forbidden</h1>", status=403)
        answered = await _load(f"{_VIEWS}.{module}", view)(request, ours, Routes(base, name))
        _load_others()
        return answered

    return answer
