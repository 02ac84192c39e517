"""The further pages of a post that goes over several (WordPress's `<!--nextpage-->` and its like)."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from archiver.web.numbers import whole_number
from archiver.web.page import Link, Page, tokens
from archiver.web.url import canonical, without_fragment

_HIGHEST = 50  # pages
_PARAMETERS = frozenset(["page", "pg", "seite"])
_ADDED = re.compile(r"/(?:page[/-]?)?(\d{1,2})(?:/|\.html?)?")
_WORDS = re.compile(
    r"\W*(?:page\s*|seite\s*)?(\d{1,2})\W*|\W*(?:next(?: page)?|continue(?: reading)?|weiter|suivant)\W*",
    re.IGNORECASE,
)
# wp_link_pages(), its blocks and the names that themes give it.
_HOLDERS = frozenset(
    "page-links page-link pagelink pagelinks post-page-numbers post-nav-links post-pages post-pagination entry-pages link-pages "
    "wp-block-post-pagination multipage".split()
)
_UP = 3  # elements from a link to what holds all of them


def further_pages(page: Page) -> tuple[tuple[int, str], ...]:
    """Number and address of each page after the first, as far as this one names them.

    The address must be the post's own with a number added, and the link must say so: by its number, or by its class.
    """
    here = without_fragment(page.url)
    found: dict[int, str] = {}
    for link in page.links:
        number = _number(here, without_fragment(link.url))
        if number is not None and 1 < number <= _HIGHEST and _says_so(link, number):
            found.setdefault(number, without_fragment(link.url))
    return tuple(sorted(found.items()))


def _number(here: str, there: str) -> int | None:
    """The number that one address adds to another.

    >>> _number("https://a.example/2019/tide/", "https://a.example/2019/tide/2/")
    2
    >>> _number("https://a.example/?p=7", "https://a.example/?p=7&page=3")
    3
    """
    first, second = urlsplit(canonical(here)), urlsplit(canonical(there))
    if (first.netloc, first.scheme) != (second.netloc, second.scheme) or there == here:
        return None
    own, other = parse_qsl(first.query), parse_qsl(second.query)
    added = [pair for pair in other if pair not in own]
    if first.path == second.path and len(added) == 1 and len(other) == len(own) + 1:
        name, value = added[0]
        return whole_number(value) if name in _PARAMETERS else None
    base = re.sub(r"\.html?$", "", first.path.rstrip("/"))
    if urlencode(own) != urlencode(other) or not base or not second.path.startswith(base):
        return None
    match = _ADDED.fullmatch(second.path[len(base) :])
    return int(match[1]) if match else None


def _says_so(link: Link, number: int) -> bool:
    element = link.element
    for _ in range(_UP):
        if not _HOLDERS.isdisjoint(tokens(element, "class")):
            return True
        if element.parent is None:
            break
        element = element.parent
    words = _WORDS.fullmatch(link.text)
    return words is not None and (words[1] is None or int(words[1]) == number) and "comment" not in link.url
