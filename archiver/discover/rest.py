"""WordPress's REST API: all published posts, a hundred at a time, each with its date in the blog's own time.

Source: WordPress REST API Handbook, Posts and Pagination; `per_page` is 100 at most.
"""

from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from archiver.web.page import Page
from archiver.web.url import site

_RELATION = "https://api.w.org/"
_ROUTE = "wp/v2/posts"
_AT_ONCE = 100


def rest_url(page: Page) -> str | None:
    """The first page of the list of posts, where the blog says that it has the API, on its own site."""
    root = next((url for url, _ in page.rel(_RELATION)), None)
    if root is None or site(root) != site(page.url):
        return None
    parts = urlsplit(root)
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] != "rest_route"]
    if "rest_route" in parts.query:
        query.append(("rest_route", f"/{_ROUTE}"))
    else:
        parts = parts._replace(path=urljoin(parts.path.rstrip("/") + "/", _ROUTE))
    query += [("per_page", str(_AT_ONCE)), ("_fields", "link,title,date"), ("page", "1")]
    return urlunsplit(parts._replace(query=urlencode(query, safe=",/"), fragment=""))
