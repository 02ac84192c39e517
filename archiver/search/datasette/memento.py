"""TimeGate, TimeMap and the headers of a memento (RFC 7089), in link format (RFC 6690)."""

from collections.abc import Sequence
from datetime import datetime
from email.utils import format_datetime
from typing import Any
from urllib.parse import quote

from datasette.utils.asgi import Response

from archiver.discover.mementos.link_format import http_date
from archiver.search.datasette.routes import Routes
from archiver.search.mementos import Memento, nearest_to

_SAFE = "%/:?#@!$&'()*+;=~-._[]"  # in an address; not what ends a link: <>", comma, space
_OPEN = {"Access-Control-Allow-Origin": "*", "X-Content-Type-Options": "nosniff"}


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

    def timemap(self, url: str) -> str:
        """Of the list."""
        return f"{self._origin}{self._routes.timemap}{quote(url, safe=_SAFE)}"


def timemap(found: Sequence[Memento], url: str, at: Addresses) -> Response:
    """All captures of an address."""
    lines = [
        _link(url, "original"),
        f'{_link(at.timemap(url), "self")}; type="application/link-format"',
        _link(at.timegate(url), "timegate"),
    ]
    for number, each in enumerate(found):
        lines.append(_memento(each, at, first=number == 0, last=number == len(found) - 1))
    body = ",\n".join(lines) + "\n"
    return Response(body, headers=dict(_OPEN), content_type="application/link-format")


def timegate(found: list[Memento], url: str, accept_datetime: str | None, at: Addresses) -> Response:
    """To the capture nearest to the moment that was asked for. What is no date is refused, as the standard wants (4.5.3)."""
    wanted = http_date(accept_datetime)
    if accept_datetime is not None and wanted is None:
        return Response.text("Accept-Datetime is no date as HTTP has it", status=400)
    chosen = nearest_to(found, wanted)
    links = [_link(url, "original"), f'{_link(at.timemap(url), "timemap")}; type="application/link-format"']
    links += [
        _memento(each, at, first=each == found[0], last=each == found[-1])
        for each in {found[0], chosen, found[-1]}
    ]
    headers = {
        **_OPEN,
        "Location": at.memento(chosen.id),
        "Vary": "accept-datetime",
        "Link": ", ".join(links),
    }
    return Response("", status=302, headers=headers)


def headers(url: str, date: datetime, at: Addresses) -> dict[str, str]:
    """What makes an answer a memento."""
    links = (
        _link(url, "original"),
        _link(at.timegate(url), "timegate"),
        f'{_link(at.timemap(url), "timemap")}; type="application/link-format"',
    )
    return {"Memento-Datetime": format_datetime(date, usegmt=True), "Link": ", ".join(links)}


def target(request: Any, before: str) -> str:
    """The address at the end of a request's own, as it was sent, its query included."""
    raw: bytes = request.scope.get("raw_path") or request.path.encode()
    path = raw.decode("latin-1").partition("?")[0].partition(before)[2]
    return f"{path}?{request.query_string}" if request.query_string else path


def _link(url: str, rel: str) -> str:
    return f'<{quote(url, safe=_SAFE)}>; rel="{rel}"'


def _memento(each: Memento, at: Addresses, *, first: bool, last: bool) -> str:
    rel = " ".join([*(["first"] if first else []), *(["last"] if last else []), "memento"])
    return f'{_link(at.memento(each.id), rel)}; datetime="{format_datetime(each.date, usegmt=True)}"'
