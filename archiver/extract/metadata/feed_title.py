"""A site's name as its feed has it: `Marginalia Atom Feed`, `Marginalia » Feed`."""

import re

from archiver.extract.markup import Markup, one_line
from archiver.extract.metadata.titles import key

_FEEDS = ("application/atom+xml", "application/rss+xml", "application/feed+json")
_WORDS = re.compile(
    r"[\W_]*\b(?:(?:rss|atom|json|xml|feed|feeds|all|full|main|posts)\b[\W_]*){1,6}$", re.IGNORECASE
)
_MOST = 20  # links that are looked at
_LONGEST = 200  # characters of a feed's title


def site_in_feed(page: Markup) -> str | None:
    """The name, where a heading of the page says the same: a feed may be called anything."""
    spoken = {key(heading) for heading in page.headings} - {""}
    for link in page.tags.get("link", ())[:_MOST]:
        if (link.get("type") or "").lower() not in _FEEDS or "alternate" not in (
            link.get("rel") or ""
        ).lower():
            continue
        title = one_line(link.get("title") or "")[:_LONGEST]
        name = _WORDS.sub("", title).strip()
        if name != title and key(name) in spoken and key(name) != key(page.title or ""):
            return name
    return None
