"""Where a blog begins, judged by the page that a crawl was started at."""

from urllib.parse import urljoin, urlsplit

from archiver.discover.addresses import (
    date_in,
    first_page,
    has_page,
    is_day,
    is_other_list,
    key,
    month_in,
    year_in,
)
from archiver.discover.lists.listed import posts_of
from archiver.discover.lists.outline import outline
from archiver.discover.look import look
from archiver.discover.post import is_post
from archiver.web.page import Page
from archiver.web.url import is_within, site, without_fragment

_SEVERAL = 3  # posts; fewer may be named as neighbours


def root_of(page: Page) -> str:
    """The folder of the page, or the one around it in which most of the posts that it lists lie too."""
    posts = [post.url for post in posts_of(outline(page)) if site(post.url) == site(page.url)]
    root = page.url
    while urlsplit(root).path not in {"", "/"} and 2 * sum(is_within(url, root) for url in posts) < len(
        posts
    ):
        root = urljoin(root, "." if not root.endswith("/") else "..")
    return root


def home_of(page: Page) -> str | None:
    """The front page, if the page is a later page of a list, a day's or a post: by `rel=home`, its feed, else the links to folders above."""
    if has_page(page.url) and not is_other_list(page.url):
        return first_page(page.url)
    if not (has_page(page.url) or is_day(without_fragment(page.url)) or is_lone_post(page)):
        return None
    named = [url for url, _ in page.rel("home")]
    feeds = [urljoin(_without_query(url).rstrip("/"), ".") for url in look(page).feeds]
    linked = sorted((_without_query(link.url) for _, link in outline(page).links), key=len)
    return next((url for url in (*named, *feeds, *linked) if _is_above(page, url)), None)


def is_lone_post(page: Page) -> bool:
    """Whether a page is surely a post. A front page that shows a post whole is one, too, but lists several others."""
    plan = outline(page)
    is_told = plan.platform.is_post(page) or date_in(page.url) is not None
    return is_post(page) and (is_told or len(posts_of(plan)) < _SEVERAL)


def _is_above(page: Page, url: str) -> bool:
    is_list = month_in(url) is not None or year_in(url) is not None or is_day(url) or is_other_list(url)
    return key(url) != key(page.url) and not is_list and is_within(page.url, url)


def _without_query(url: str) -> str:
    return without_fragment(url).partition("?")[0]
