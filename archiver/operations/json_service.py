"""A service that answers in JSON, asked with the user's keys: no redirect is followed, no answer is waited for without end.

Proxies are those that are given, else those of the environment (https_proxy, no_proxy), as for curl. Certificates are
checked, whatever a crawl does: the keys are for this service only.
"""

import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any
from urllib.parse import urlencode

from archiver.models.submission import Reply

_MOST = 4 << 20  # bytes of an answer; one that lists 500 files and 500 links has some 200,000
_PIECE = 1 << 16
_REMOVED = "[removed by archiver]"
_SHORTEST = 4  # characters of a secret that is looked for


class JsonService:
    """Asks; whatever comes of it is a value."""

    def __init__(
        self,
        *,
        authorization: str,
        user_agent: str,
        timeout: float,
        proxy: str = "",
        secrets: tuple[str, ...] = (),
    ) -> None:
        """`secrets` are taken out of whatever the service says; `proxy` may hold a user and a password."""
        handlers: list[urllib.request.BaseHandler] = [_NoRedirect()]
        if proxy:
            handlers.append(urllib.request.ProxyHandler({"http": proxy, "https": proxy}))
        self._opener = urllib.request.build_opener(*handlers)
        self._headers = {
            "Accept": "application/json",
            "Authorization": authorization,
            "User-Agent": user_agent,
        }
        self._timeout = timeout
        self._secrets = tuple(one for one in secrets if len(one) >= _SHORTEST)

    def get(self, url: str) -> Reply:
        """Ask for something."""
        return self._ask(url, None)

    def post(self, url: str, form: Mapping[str, str]) -> Reply:
        """Hand something over."""
        return self._ask(url, urlencode(form).encode("ascii"))

    def _ask(self, url: str, body: bytes | None) -> Reply:
        """Ask in a thread: neither a resolver nor a server that drips holds anybody up for longer than the timeout."""
        replies: SimpleQueue[Reply] = SimpleQueue()
        thread = Thread(target=self._once, args=(url, body, replies.put), name="submit", daemon=True)
        thread.start()
        try:
            return replies.get(timeout=self._timeout)
        except Empty:
            return Reply(problem=f"no answer within {self._timeout:g} seconds")

    def _once(self, url: str, body: bytes | None, give: Callable[[Reply], None]) -> None:
        try:
            give(self._reply(url, body))
        except urllib.error.URLError as error:
            give(Reply(problem=_said(error.reason)))
        except Exception as error:  # noqa: BLE001  # of whatever kind: who waits is told
            give(Reply(problem=_said(error)))

    def _reply(self, url: str, body: bytes | None) -> Reply:
        request = urllib.request.Request(url, data=body, headers=self._headers)  # noqa: S310  # the settings take web addresses only
        try:
            answer = self._opener.open(request, timeout=self._timeout)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            data = _read(answer)
            status, retry_after = answer.status, answer.headers.get("Retry-After")
        fields, problem = self._fields(data)
        return Reply(status=status, fields=fields, retry_after=retry_after, problem=problem)

    def _fields(self, data: bytes | None) -> tuple[Mapping[str, object], str | None]:
        if data is None:
            return {}, "an answer beyond all measure"
        try:
            said = json.loads(data)
        except (ValueError, RecursionError):
            return {}, "an answer that is not JSON"
        if not isinstance(said, dict):
            return {}, "an answer that is no JSON object"
        return {name: self._cleaned(cell) for name, cell in said.items()}, None

    def _cleaned(self, cell: object) -> object:
        if isinstance(cell, str):
            for secret in self._secrets:
                cell = cell.replace(secret, _REMOVED)
        return cell


def _read(answer: Any) -> bytes | None:
    """The whole of it; None where that is too much.

    Raises:
        http.client.IncompleteRead: it was cut off. A part may be JSON, too.
    """
    pieces: list[bytes] = []
    size = 0
    while piece := answer.read(_PIECE):
        size += len(piece)
        if size > _MOST:
            return None
        pieces.append(piece)
    missing = getattr(answer, "length", None)
    if missing:
        raise http.client.IncompleteRead(b"", missing)
    return b"".join(pieces)


def _said(error: object) -> str:
    """What went wrong, without what was asked for."""
    if isinstance(error, TimeoutError):
        return "no answer in time"
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    if isinstance(error, http.client.IncompleteRead):
        return "the answer was cut off"
    return type(error).__name__


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect is an answer: the keys go nowhere else."""

    def redirect_request(self, *_: Any) -> None:
        """Follow nothing."""
