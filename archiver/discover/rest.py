"""WordPress's REST API: all published posts, a hundred at a time, each with its date in the blog's own time.

Of the latest also their own words: what the theme and its plug-ins add to those shows in what it adds to these, and a blog of a
thousand posts need not send them all at every crawl. Source: WordPress REST API Handbook, Posts and Pagination; `per_page` is
100 at most.
"""

from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from archiver.web.page import Page
from archiver.web.url import site

_RELATION = "https://api.w.org/"
_ROUTE = "wp/v2/posts"
_AT_ONCE = 100
_WITH_WORDS = 20


def rest_url(page: Page) -> str | None:
    """The first page of the list of posts, where the blog says that it has the API, on its own site."""
    return _url(
        page, (("per_page", str(_AT_ONCE)), ("_fields", "link,title,date,modified_gmt"), ("page", "1"))
    )


def rest_words_url(page: Page) -> str | None:
    """The latest posts with their own words."""
    return _url(page, (("per_page", str(_WITH_WORDS)), ("_fields", "link,content")))


def _url(page: Page, asked: tuple[tuple[str, str], ...]) -> str | None:
    root = next((url for url, _ in page.rel(_RELATION)), None)
    if root is None or site(root) != site(page.url):
        return None
    parts = urlsplit(root)
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] != "rest_route"]
    if "rest_route" in parts.query:
        query.append(("rest_route", f"/{_ROUTE}"))
    else:
        parts = parts._replace(path=urljoin(parts.path.rstrip("/") + "/", _ROUTE))
    return urlunsplit(parts._replace(query=urlencode([*query, *asked], safe=",/"), fragment=""))
