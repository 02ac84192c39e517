"""A page of a complete list in JSON, as blog software serves it beside its feeds: which posts, and where the list goes on.

| software | address | its posts |
| --- | --- | --- |
| WordPress, REST | `/wp-json/wp/v2/posts?per_page=100&page=N` | `[{"link", "title": {"rendered"}, "date"}]` |
| Substack | `/api/v1/archive?sort=new&offset=N&limit=12` | `[{"canonical_url", "title", "post_date"}]` |
| Squarespace | `/blog?format=json-pretty&offset=MILLISECONDS` | `{"items": [{"fullUrl", "title", "publishOn"}], "pagination"}` |
| Tumblr, API of 2007 | `/api/read/json?start=N&num=50` | `var tumblr_api_read = {"posts": [{"url-with-slug", "date"}], "posts-total"};` |
| JSON Feed 1.1 | any | `{"items": [{"url", "title", "date_published"}], "next_url"}` |
"""

import html
import json
import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from archiver.discover.dates import feed_date
from archiver.models.blog import Feed, PostLink
from archiver.web.numbers import whole_number
from archiver.web.url import parameters, resolve, site, with_parameter

_START = re.compile(r"\s*(?:var\s+[\w.]{1,40}\s*=\s*)?(?=[\[{])")
_MARKUP = re.compile(r"<[^<>]{1,500}>")
_ITEMS = ("items", "posts")
_ADDRESSES = ("link", "canonical_url", "fullUrl", "url-with-slug", "url")
_TITLES = ("title", "regular-title", "link-text")
_DATES = ("date", "post_date", "date_published")  # as written, most with their offset
_CHANGES = ("modified_gmt", "date_modified")  # WordPress, JSON Feed
_MOMENTS = ("publishOn", "unix-timestamp")  # since 1970
_MILLISECONDS = 10**11  # a larger number counts no seconds
_AT_ONCE = 1_000  # posts of one page; none serves so many
_FULL = 100  # WordPress: a shorter page is the last
_MOST_PAGES = 2_000
_FURTHEST, _STEP = timedelta(hours=14), timedelta(minutes=15)  # of a local time from UTC


def is_json_list(body: bytes) -> bool:
    """Whether a body that was asked for as a feed is JSON, bare or as a script's value."""
    return _START.match(body[:128].decode("utf-8-sig", "replace")) is not None


def read_json_list(url: str, body: bytes) -> Feed:
    """What a page of the list says. What is none is empty."""
    holder, items = items_of(body)
    posts = tuple(post for item in items[:_AT_ONCE] if (post := _post(url, item)) is not None)
    return Feed(posts=posts, next_pages=_next(url, holder, len(items)) if items else ())


def items_of(body: bytes) -> tuple[dict[str, Any], list[Any]]:
    """What holds the list, and its items; both empty where there is none."""
    text = body.decode("utf-8-sig", "replace")
    start = _START.match(text)
    try:
        data: Any = json.loads(text[start.end() if start else 0 :].rstrip("; \t\r\n"))
    except (ValueError, RecursionError):
        return {}, []
    if isinstance(data, list):
        return {}, data
    holder = data if isinstance(data, dict) else {}
    return holder, next((holder[name] for name in _ITEMS if isinstance(holder.get(name), list)), [])


def address_in(url: str, item: dict[str, Any]) -> str | None:
    """The address of the post that an item stands for, on the list's own site."""
    written = next((item[name] for name in _ADDRESSES if isinstance(item.get(name), str)), None)
    address = resolve(url, written) if written else None
    return address if address is not None and site(address) == site(url) else None


def _post(url: str, item: Any) -> PostLink | None:
    address = address_in(url, item) if isinstance(item, dict) else None
    if address is None:
        return None
    modified = next((found for name in _CHANGES if (found := _changed(item, name))), None)
    return PostLink(url=address, title=_title(item), published=_date(item), modified=modified)


def _changed(item: dict[str, Any], name: str) -> str | None:
    written = _written(item.get(name))
    is_bare = written is not None and name.endswith("_gmt") and "T" in written and "+" not in written
    return f"{written}+00:00" if is_bare else written


def _title(item: dict[str, Any]) -> str | None:
    for name in _TITLES:
        title = item.get(name)
        words = title.get("rendered") if isinstance(title, dict) else title
        if isinstance(words, str) and (plain := html.unescape(_MARKUP.sub("", words))).strip():
            return " ".join(plain.split())
    return None


def _date(item: dict[str, Any]) -> str | None:
    """The date as written; without offset, but with the moment beside it, in the offset that follows from both (Tumblr)."""
    written = next((found for name in _DATES if (found := _written(item.get(name)))), None)
    moment = next((told for name in _MOMENTS if (told := _moment(item.get(name)))), None)
    if written is None:
        return moment.isoformat() if moment else None
    local = datetime.fromisoformat(written) if "T" in written else None
    if local is None or local.tzinfo is not None or moment is None:
        return written
    away = local.replace(tzinfo=UTC) - moment
    is_offset = abs(away) <= _FURTHEST and away % _STEP == timedelta()
    return local.replace(tzinfo=timezone(away)).isoformat() if is_offset else written


def _written(value: Any) -> str | None:
    return feed_date(value) if isinstance(value, str) and value.strip() else None


def _moment(value: Any) -> datetime | None:
    number = whole_number(str(value)) if isinstance(value, int | str) else None
    if not number:
        return None
    try:
        return datetime.fromtimestamp(number / 1000 if number > _MILLISECONDS else number, UTC).replace(
            microsecond=0
        )
    except (ValueError, OverflowError, OSError):
        return None


def _next(url: str, holder: dict[str, Any], count: int) -> tuple[str, ...]:
    """The page after this one. Whoever follows stops at a page that tells nothing new."""
    query = parameters(url)
    if isinstance(named := holder.get("next_url"), str):
        following = resolve(url, named)
        return (following,) if following is not None and site(following) == site(url) else ()
    candidates = (
        ("offset", _offset(holder, query)),
        ("start", _counted(query, "start", count, holder.get("posts-total"))),
        ("page", _numbered(query, count)),
        ("offset", None if holder else _counted(query, "offset", count, None)),
    )
    for name, value in candidates:
        if value is not None:
            return (with_parameter(url, name, value),)
    return ()


def _offset(holder: dict[str, Any], query: dict[str, str]) -> int | None:
    """Squarespace names the moment from which the next page goes back; at the end it names none, or the same again."""
    paging = holder.get("pagination")
    if not isinstance(paging, dict) or not paging.get("nextPage"):
        return None
    following, here = paging.get("nextPageOffset"), whole_number(query.get("offset", ""))
    is_further = isinstance(following, int) and (here is None or following < here)
    return following if is_further else None


def _counted(query: dict[str, str], name: str, count: int, total: Any) -> int | None:
    here = whole_number(query.get(name, ""))
    if here is None or here + count > _AT_ONCE * _MOST_PAGES:
        return None
    most = whole_number(str(total))
    return here + count if most is None or here + count < most else None


def _numbered(query: dict[str, str], count: int) -> int | None:
    number = whole_number(query.get("page", ""))
    return number + 1 if number is not None and count >= _FULL and number < _MOST_PAGES else None
