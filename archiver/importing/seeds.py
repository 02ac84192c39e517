"""Which blog it is that others captured, where nobody says so."""

from collections.abc import Iterable

from archiver.discover.lists.listed import posts_of
from archiver.discover.lists.outline import outline
from archiver.discover.look import look
from archiver.discover.post import is_post
from archiver.importing.holdings import Holdings
from archiver.models.capture import Capture
from archiver.web.page import Page
from archiver.web.reading import page_in
from archiver.web.redirect import redirect_target
from archiver.web.url import canonical, site

_SITES = 5  # that are looked at, those with the most pages first
_PAGES = 3  # of each
_FEWEST = 3  # posts that a front page lists
_SHARE = (
    5  # the site of the first page is looked at first, where it has so small a part of the most that any has
)


def found_front(held: Holdings) -> str | None:
    """The front page of a blog, where one is there beyond doubt: it names months or feeds, or lists posts."""
    for name in _largest(held.sites()):
        for url in _starts(held, name):
            capture = held.best(url)
            page = None if capture is None else _page(capture)
            if capture is not None and page is not None and _leads_to_posts(page):
                return capture.url
    return None


def found_seed(held: Holdings, named: Iterable[str]) -> str | None:
    """Where the blog begins: what a package calls its page, else the first page of a site that looks like a blog."""
    for url in named:
        if canonical(url) in held:
            return url
    sites = held.sites()
    ranked = _largest(sites)
    first = next(iter(sites), None)
    if first is not None and sites[first] * _SHARE >= sites[ranked[0]]:
        ranked = [first, *(name for name in ranked if name != first)]
    fallback: str | None = None
    for name in ranked:
        for url in _starts(held, name):
            capture = held.best(url)
            if capture is None:
                continue
            if looks_like_a_blog(capture):
                return capture.url
            fallback = fallback or (capture.url if _is_page(capture) else None)
    return fallback


def _largest(sites: dict[str, int]) -> list[str]:
    """Those with the most pages."""
    return sorted(sites, key=lambda name: -sites[name])[:_SITES]


def _starts(held: Holdings, name: str) -> list[str]:
    """The front page by its address, the first that was captured, the one highest up."""
    urls = list(held.of_site(name))
    fronts = [f"{scheme}://{name}/" for scheme in ("http", "https") if f"{scheme}://{name}/" in held]
    highest = sorted(urls, key=lambda url: (url.count("/"), len(url)))
    return list(dict.fromkeys([*urls[:1], *fronts, *highest]))[:_PAGES]


def looks_like_a_blog(capture: Capture) -> bool:
    """Whether a page names months or feeds, lists posts, or is one."""
    page = _page(capture)
    return page is not None and (_leads_to_posts(page) or is_post(page))


def _page(capture: Capture) -> Page | None:
    """The page that a capture shows; None of a redirect."""
    page = page_in(capture.url, capture.payload, capture.snapshot.content_type)
    if page is None or redirect_target(capture.url, capture.status, capture.headers, page) is not None:
        return None
    return page


def _leads_to_posts(page: Page) -> bool:
    seen = look(page)
    own = [post for post in posts_of(outline(page)) if site(post.url) == site(page.url)]
    return bool(seen.months or seen.feeds) or len(own) >= _FEWEST


def _is_page(capture: Capture) -> bool:
    return page_in(capture.url, capture.payload, capture.snapshot.content_type) is not None
