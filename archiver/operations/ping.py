"""Pings for healthchecks.io, or a healthchecks of one's own: a crawl has begun, and how it ended.

The address is the user's own word, so it may be in a private network: what strangers write cannot lead here, since
redirects are not followed. Nothing of it goes through the crawl or into the archive. Proxies are those of the
environment (https_proxy, no_proxy), as for curl.
"""

import http.client
import logging
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from threading import Thread
from typing import Any

logger = logging.getLogger(__name__)

_TIMEOUT = 5.0  # seconds for a step of one try
_WAITS = (1.0, 3.0)  # seconds before the second and the third try of the last ping
_AT_THE_START = 5.0  # seconds that a crawl waits at most
_AT_THE_END = 20.0
_OK = range(200, 300)
_MAY_PASS = frozenset(
    [429, *range(500, 600)]
)  # of other answers, redirects among them, another try is in vain


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long is tried, in seconds."""

    timeout: float = _TIMEOUT
    waits: tuple[float, ...] = _WAITS
    at_the_start: float = _AT_THE_START
    at_the_end: float = _AT_THE_END


class Pinger:
    """Tells of one crawl. Whatever comes of it: no exception, and no long delay."""

    def __init__(self, url: str, run_id: str, patience: Patience = Patience()) -> None:
        self._url = url
        self._run_id = run_id  # so that two archives, or two machines, may share a check
        self._patience = patience
        self._opener = urllib.request.build_opener(_NoRedirect)

    def start(self) -> None:
        """Tell that it has begun. Tried once: the end tells the same, and more."""
        self._tell("start", (), self._patience.at_the_start)

    def end(self, exit_code: int) -> None:
        """Tell how it ended: any code but 0 is a failure there."""
        self._tell(str(exit_code), self._patience.waits, self._patience.at_the_end)

    def _tell(self, what: str, waits: tuple[float, ...], longest: float) -> None:
        """Ask in a thread: neither a resolver nor a server that drips can hold the crawl up for longer."""
        deadline = time.monotonic() + longest
        thread = Thread(target=self._try, args=(what, waits, deadline), name="ping", daemon=True)
        thread.start()
        thread.join(longest)
        if thread.is_alive():
            logger.warning("ping %s: no answer within %g seconds", what, longest)

    def _try(self, what: str, waits: tuple[float, ...], deadline: float) -> None:
        said = ""
        for wait in (0.0, *waits):
            if time.monotonic() + wait >= deadline:
                break
            time.sleep(wait)
            said, is_final = self._once(what)
            if is_final:
                break
        if said and time.monotonic() < deadline:  # else it was told that there is no answer
            logger.warning("ping %s: %s", what, said)

    def _once(self, what: str) -> tuple[str, bool]:
        """What went wrong, if anything did, and whether another try is in vain. The address is never said."""
        try:
            url = f"{self._url}/{what}?rid={self._run_id}"
            request = urllib.request.Request(url, method="POST", data=b"")  # noqa: S310  # the settings take web addresses only
            request.add_header("User-Agent", "archiver")
            with self._opener.open(request, timeout=self._patience.timeout) as answer:
                return ("", True) if answer.status in _OK else (f"status {answer.status}", True)
        except urllib.error.HTTPError as error:
            with error:
                return f"status {error.code}", error.code not in _MAY_PASS
        except urllib.error.URLError as error:
            reason = error.reason
            return (reason.strerror or type(reason).__name__) if isinstance(
                reason, OSError
            ) else "failed", False
        except (OSError, http.client.HTTPException, ValueError) as error:
            return type(error).__name__, False


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect is an answer that is not 200."""

    def redirect_request(self, *_: Any) -> None:
        """Follow nothing."""
