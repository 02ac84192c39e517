"""A time-stamping authority, asked over HTTP (RFC 3161, 3.4): no redirect is followed, no answer is read without end."""

import http.client
import urllib.error
import urllib.request
from typing import Any

from archiver.models.errors import ArchiverError

_MOST = 1 << 20  # bytes of an answer; one with its certificates has some 6,000


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """An authority answers where it was asked."""

    def redirect_request(self, *_: Any) -> None:
        """None: not followed."""
        return


def ask_authority(url: str, query: bytes, *, timeout: float = 30.0) -> bytes:
    """The answer to a query.

    Raises:
        ArchiverError: there was none.
    """
    headers = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
    request = urllib.request.Request(url, data=query, headers=headers)  # noqa: S310  # the settings take web addresses only
    try:
        with urllib.request.build_opener(_NoRedirect()).open(request, timeout=timeout) as answer:
            data: bytes = answer.read(_MOST + 1)
    except (OSError, urllib.error.URLError, http.client.HTTPException, ValueError) as error:
        raise ArchiverError(f"{url}: no time stamp: {error}. To do without: --no-stamp") from error
    if len(data) > _MOST:
        raise ArchiverError(f"{url}: no time stamp: an answer beyond all measure. To do without: --no-stamp")
    return data
