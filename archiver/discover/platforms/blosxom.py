"""Blosxom and PyBlosxom: `<h3><a name="sluice">The Sluice</a></h3>`, `posted at: 09:30 | path: /canals | permanent link to this entry`.

A post is a place on the page of its day (`/2019/09/12#sluice`); months are at `/2019/09/`, and nothing links to them. Any address
is answered with 200, one without posts, too.
"""

import re
from urllib.parse import urljoin, urlsplit

from bs4 import Tag

from archiver.discover.signs import foot_links, host_of, made_by
from archiver.models.blog import Month
from archiver.web.page import Page, attribute

NAME = "blosxom"
ENTRIES = (".blosxomEntry", ".blosxomentry")  # PyBlosxom's html flavour
CONTENT = (".blosxomBody", ".blosxombody")
NOT_CONTENT = (".blosxomFooter", ".blosxomfooter")
SITEMAPS = ()
TITLE_PREFIXES = ()
NO_TITLES = ()

_GENERATOR = re.compile(r"(?:py)?blosxom\b", re.IGNORECASE)
_MAKERS = frozenset(
    [
        "blosxom.com",
        "blosxom.sourceforge.net",
        "pyblosxom.bluesock.org",
        "pyblosxom.sourceforge.net",
        "pyblosxom.github.io",
    ]
)
_DATED = re.compile(r"^(.*/)(?:19|20)\d\d/(?:\d\d|[A-Za-z]{3})/\d\d?/?$")


def recognises(page: Page) -> bool:
    """By the generator tag, the foot's thanks, or its badge: a picture that leads to the makers."""
    return made_by(page, _GENERATOR, makers=tuple(_MAKERS)) or _has_badge(page)


def is_post(page: Page) -> bool | None:  # noqa: ARG001
    """Pages of days, months, folders and stories look alike; it has no word of its own on this."""
    return None


def month_urls(root: str, post: str, month: Month) -> tuple[str, ...]:
    """Beside the posts' days, else below the root."""
    match = _DATED.match(urlsplit(post).path)
    base = urljoin(post, match[1]) if match else root
    return (urljoin(base, f"{month.year:04d}/{month.month:02d}/"),)


def lists(page: Page) -> tuple[str, ...]:  # noqa: ARG001
    """None; its feed has forty posts or fewer."""
    return ()


def _has_badge(page: Page) -> bool:
    return any(
        host_of(link) in _MAKERS
        and isinstance(badge := link.element.find("img"), Tag)
        and "blosxom" in f"{attribute(badge, 'src')} {attribute(badge, 'alt')}".lower()
        for link in foot_links(page)
    )
