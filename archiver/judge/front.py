"""Front pages: the one address of a site that names no page of it."""

import re
from urllib.parse import parse_qsl, urlsplit

# A front page, in any of its spellings, of a site or of one of its languages.
_FRONT = re.compile(
    r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:(?:index|default|home)(?:\.\w{2,5})?)?/?", re.IGNORECASE
)
# Queries that name a page: WordPress's, Drupal's and the like. Others of a front page choose a language or a view.
NAMES_A_PAGE = frozenset("p page_id id article articleid aid nid story storyid doc docid q itemid".split())


def is_front(url: str) -> bool:
    """Whether an address is that of a front page.

    >>> is_front("https://a.example/en/index.html"), is_front("https://a.example/?p=12")
    (True, False)
    """
    parts = urlsplit(url)
    named = {name.lower() for name, _ in parse_qsl(parts.query)}
    return _FRONT.fullmatch(parts.path) is not None and not named & NAMES_A_PAGE
