"""Where an answer sends its reader: Location, Refresh, `<meta http-equiv=refresh>`."""

import re
from collections.abc import Iterable

from archiver.web.page import Page, attribute
from archiver.web.url import resolve

_STATUSES = frozenset([300, 301, 302, 303, 307, 308])
_REFRESH = re.compile(r"\s*(\d+(?:\.\d*)?)?\s*[;,]?\s*(?:url\s*=\s*)?[\"']?\s*([^\"'\s]*)", re.IGNORECASE)
_AT_ONCE = 5.0  # seconds; a page that refreshes later means to be read


def may_refresh(html: str) -> bool:
    """Whether a page may hold a redirect of its own: seldom, and it takes a tree to be sure."""
    return "refresh" in html.lower()


def redirect_target(
    url: str, status: int | None, headers: Iterable[tuple[str, str]], page: Page | None
) -> str | None:
    """The absolute address that an answer redirects to; None where it is meant to be read itself."""
    named = {name.lower(): value for name, value in reversed(tuple(headers))}
    if status in _STATUSES and "location" in named:
        return resolve(url, _as_utf8(named["location"]))
    if status != 200:  # noqa: PLR2004
        return None
    refreshes = [named["refresh"]] if "refresh" in named else []
    if page is not None:
        refreshes += [
            attribute(meta, "content")
            for meta in page.named("meta")
            if attribute(meta, "http-equiv").lower() == "refresh" and meta.find_parent("noscript") is None
        ]
    for refresh in refreshes:
        match = _REFRESH.match(refresh)
        if match and match[2] and float(match[1] or 0) <= _AT_ONCE:
            target = resolve(page.base if page is not None else url, match[2])
            if target is not None and target != url:
                return target
    return None


def _as_utf8(location: str) -> str:
    """Headers are read as Latin-1; addresses in them are UTF-8 where they are not ASCII."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location
