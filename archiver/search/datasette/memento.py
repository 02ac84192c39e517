"""TimeGate, TimeMap and the headers of a memento (RFC 7089), in link format (RFC 6690)."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from email.utils import format_datetime
from typing import Any
from urllib.parse import quote

from datasette.utils.asgi import Response

from archiver.discover.mementos.link_format import http_date
from archiver.search.datasette.routes import Routes
from archiver.search.mementos import Around, Memento, around, nearest_to, whole

_SAFE = "%/:?#@!$&'()*+;=~-._[]"  # in an address; not what ends a link: <>", comma, space
_OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Link, Location, Memento-Datetime, Vary",
    "X-Content-Type-Options": "nosniff",
}
_LINKS = "application/link-format"
PAGE = 5000  # mementos in one list; the next ones are in the next


class Addresses:
    """Absolute addresses of what Memento names."""

    def __init__(self, origin: str, routes: Routes) -> None:
        self._origin, self._routes = origin, routes

    def memento(self, snapshot_id: int) -> str:
        """Of a capture as it is shown."""
        return f"{self._origin}{self._routes.part(snapshot_id, 'content')}"

    def timegate(self, url: str) -> str:
        """Of the one that chooses."""
        return f"{self._origin}{self._routes.timegate}{quote(url, safe=_SAFE)}"

    def timemap(self, url: str, page: int = 1) -> str:
        """Of the list, or of a later part of it."""
        before = self._routes.timemap if page == 1 else f"{self._routes.timemap_pages}{page}/"
        return f"{self._origin}{before}{quote(url, safe=_SAFE)}"


def timemap(found: Sequence[Memento], url: str, at: Addresses, page: int = 1) -> Response:
    """All captures of an address, or as many as go into one list: then it names the others (RFC 7089, 5.1.3)."""
    pages = range(1, -(-len(found) // PAGE) + 1)
    if page not in pages:
        return missing()
    of_page = _of_page(found, page)
    lines = [
        _link(url, "original"),
        _list(at.timemap(url, page), "self", of_page),
        _link(at.timegate(url), "timegate"),
        *(_list(at.timemap(url, each), "timemap", _of_page(found, each)) for each in pages if each != page),
        *(_memento(each, at, first=each is found[0], last=each is found[-1]) for each in of_page),
    ]
    links = (_link(url, "original"), _link(at.timegate(url), "timegate"))
    body = ",\n".join(lines) + "\n"
    return Response(body, headers={**_OPEN, "Link": ", ".join(links)}, content_type=_LINKS)


def timegate(found: list[Memento], url: str, accept_datetime: str | None, at: Addresses) -> Response:
    """To the capture nearest to the moment that was asked for. What is no date is refused, as the standard wants (4.5.3)."""
    wanted = http_date(accept_datetime)
    links = [_link(url, "original"), f'{_link(at.timemap(url), "timemap")}; type="{_LINKS}"']
    headers = {**_OPEN, "Vary": "accept-datetime"}
    if accept_datetime is not None and wanted is None:
        said = "Accept-Datetime is no date as HTTP has it, such as: Thu, 05 Sep 2019 10:00:00 GMT"
        return Response.text(said, status=400, headers=headers | {"Link": ", ".join(links)})
    chosen = nearest_to(found, wanted)
    links += _beside(chosen, around(found, chosen.id), at)
    location = {"Location": at.memento(chosen.id), "Link": ", ".join(links)}
    return Response("", status=302, headers=headers | location)


def missing() -> Response:
    """There is nothing to choose among, or to list."""
    return Response.text("There is no capture of this address here.", status=404, headers=dict(_OPEN))


def headers(url: str, memento: Memento, at: Addresses, others: Around | None = None) -> dict[str, str]:
    """What makes an answer a memento."""
    links = (
        _link(url, "original"),
        _link(at.timegate(url), "timegate"),
        f'{_link(at.timemap(url), "timemap")}; type="{_LINKS}"',
        *_beside(memento, others, at),
    )
    return {"Memento-Datetime": format_datetime(memento.date, usegmt=True), "Link": ", ".join(links)}


def target(request: Any, before: str) -> str:
    """The address at the end of a request's own, as it was sent, its query included."""
    raw: bytes = request.scope.get("raw_path") or request.path.encode()
    path = raw.decode("latin-1").partition("?")[0].partition(before)[2]
    return whole(f"{path}?{request.query_string}" if request.query_string else path)


def _of_page(found: Sequence[Memento], page: int) -> Sequence[Memento]:
    return found[(page - 1) * PAGE : page * PAGE]


def _list(url: str, rel: str, found: Sequence[Memento]) -> str:
    """A link to a list, with the moments of its first and its last memento."""
    return (
        f'{_link(url, rel)}; type="{_LINKS}"; from="{_date(found[0].date)}"; until="{_date(found[-1].date)}"'
    )


def _beside(memento: Memento, others: Around | None, at: Addresses) -> Iterator[str]:
    """A memento and those beside it, each once, the oldest first (RFC 7089, 2.2.4)."""
    if others is None:
        yield _memento(memento, at)
        return
    shown = {
        each.id: each for each in (others.first, others.before, memento, others.after, others.last) if each
    }
    for each in shown.values():
        yield _memento(
            each,
            at,
            first=each == others.first,
            prev=each == others.before,
            next=each == others.after,
            last=each == others.last,
        )


def _link(url: str, rel: str) -> str:
    return f'<{quote(url, safe=_SAFE)}>; rel="{rel}"'


def _memento(each: Memento, at: Addresses, **relations: bool) -> str:
    rel = " ".join([*(name for name, holds in relations.items() if holds), "memento"])
    return f'{_link(at.memento(each.id), rel)}; datetime="{_date(each.date)}"'


def _date(date: datetime) -> str:
    return format_datetime(date, usegmt=True)
