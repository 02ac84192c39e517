"""WordPress's REST API: all published posts, a hundred at a time, each with its date in the blog's own time.

Source: WordPress REST API Handbook, Posts and Pagination; `per_page` is 100 at most.
"""

import html
import json
import re
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from archiver.models.blog import Feed, PostLink
from archiver.web.numbers import whole_number
from archiver.web.page import Page
from archiver.web.url import resolve, site

_RELATION = "https://api.w.org/"
_ROUTE = "wp/v2/posts"
_AT_ONCE = 100
_MOST_PAGES = 500
_MARKUP = re.compile(r"<[^<>]{1,500}>")


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


def is_rest(body: bytes) -> bool:
    """Whether a body that was asked for as a feed is a list in JSON."""
    return body[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"[")


def read_rest(url: str, body: bytes) -> Feed:
    """What a page of the list says. What is none is empty."""
    try:
        listed: Any = json.loads(body)
    except (ValueError, RecursionError):
        return Feed()
    if not isinstance(listed, list):
        return Feed()
    posts = tuple(post for item in listed[:_AT_ONCE] if (post := _post(url, item)) is not None)
    return Feed(posts=posts, next_pages=_next(url) if len(listed) >= _AT_ONCE else ())


def _post(url: str, item: Any) -> PostLink | None:
    if not isinstance(item, dict) or not isinstance(item.get("link"), str):
        return None
    address = resolve(url, item["link"])
    if address is None or site(address) != site(url):
        return None
    title = item.get("title")
    words = title.get("rendered") if isinstance(title, dict) else title
    date = item.get("date")
    return PostLink(
        url=address,
        title=" ".join(html.unescape(_MARKUP.sub("", words)).split()) or None
        if isinstance(words, str)
        else None,
        published=date if isinstance(date, str) else None,
    )


def _next(url: str) -> tuple[str, ...]:
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    number = whole_number(query.get("page", ""))
    if number is None or number >= _MOST_PAGES:
        return ()
    query["page"] = str(number + 1)
    return (urlunsplit(parts._replace(query=urlencode(query, safe=",/"))),)
