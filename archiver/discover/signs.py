"""What betrays the software that made a page: its generator tags, what its head refers to, and who is thanked in its foot."""

import re
from functools import lru_cache
from urllib.parse import urlsplit

from bs4 import Tag

from archiver.web.page import Link, Page, attribute, tokens, visible_text

# Software that names itself. A page made by one may show marks of another: it was moved, or quotes it.
_SOFTWARE = re.compile(
    r"(?:wordpress|blogger|tumblr|drupal|movable type|(?:https?://www\.)?typepad|jekyll|hexo|hugo|pelican|nikola|ghost|squarespace|"
    r"substack|medium|docusaurus|eleventy|blosxom|pyblosxom|serendipity|dotclear|textpattern|livejournal|joomla|wix|astro|gatsby|zola)\b",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"\b(?:powered|built|made|generated|created|published|proudly|runs? on|theme)\b", re.IGNORECASE
)
_LAST = 20  # links of a page; its foot holds no more
_LONGEST = 200  # characters of the line that thanks


def made_by(
    page: Page,
    named: re.Pattern[str],
    *,
    head: tuple[str, ...] = (),
    makers: tuple[str, ...] = (),
    body: tuple[str, ...] = (),
    comment: re.Pattern[str] | None = None,
) -> bool:
    """Whether software made a page: its generator tag says so; where none names any, its other marks do.

    `head` are parts of addresses that the head refers to; `makers` are hosts that the foot thanks; `body` are classes of the
    html or body element; `comment` is looked for in the source.
    """
    generators = _generators(page)
    if any(named.match(name) for name in generators):
        return True
    if any(_SOFTWARE.match(name) for name in generators):
        return False
    return (
        any(mark in _addresses(page) for mark in head)
        or any(maker in _thanked(page) for maker in makers)
        or not page_classes(page).isdisjoint(body)
        or (comment is not None and comment.search(page.html) is not None)
    )


def is_post_by_class(page: Page, post: str, others: frozenset[str]) -> bool | None:
    """Whether the classes of a page say that it is a post, or another kind of page; None where they say neither."""
    names = page_classes(page)
    if post in names:
        return True
    return False if not others.isdisjoint(names) else None


def page_classes(page: Page) -> frozenset[str]:
    """The classes of the html and the body element, by which much software says what kind of page it is."""
    elements = (page.soup.html, page.soup.body)
    return frozenset(name for element in elements if element for name in tokens(element, "class"))


@lru_cache(maxsize=4)
def _generators(page: Page) -> tuple[str, ...]:
    return tuple(
        attribute(element, "content").strip()
        for element in page.named("meta")
        if attribute(element, "name").lower() == "generator"
    )


@lru_cache(maxsize=4)
def _addresses(page: Page) -> str:
    """The addresses of the head's links and scripts, one a line."""
    head = page.soup.head
    return "\n".join(
        address
        for element in (head.find_all(["link", "script"]) if head else ())
        for name in ("href", "src")
        if (address := attribute(element, name))
    )


@lru_cache(maxsize=4)
def _thanked(page: Page) -> frozenset[str]:
    """The hosts that a line such as "Powered by Pelican" links to, among the last links of the page."""
    return frozenset(host_of(link) for link in foot_links(page) if _is_thanks(link.element.parent))


def foot_links(page: Page) -> tuple[Link, ...]:
    """The last links of a page, among them those of its foot."""
    return page.links[-_LAST:]


def host_of(link: Link) -> str:
    """The host that a link leads to, without `www.`."""
    return (urlsplit(link.url).hostname or "").removeprefix("www.")


def _is_thanks(line: Tag | None) -> bool:
    if line is None:
        return False
    text = visible_text(line)
    return len(text) <= _LONGEST and _THANKS.search(text) is not None
