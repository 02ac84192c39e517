"""What an address alone tells: a trap, another list, a month, a date, a page of a list, the shape of a post's address."""

import re
from urllib.parse import parse_qsl, unquote, urlsplit, urlunsplit

from archiver.discover.dates import month_number
from archiver.discover.month_address import at_month, month_in
from archiver.web.numbers import whole_number
from archiver.web.url import canonical, site, without_fragment

__all__ = [
    "at_month",
    "date_in",
    "first_page",
    "has_page",
    "is_archive",
    "is_day",
    "is_front",
    "is_other_list",
    "is_trap",
    "key",
    "list_base",
    "month_in",
    "page_number",
    "year_in",
]

# Traps: the same page again, an action, or a calendar without end. Sources: the ignore lists of ArchiveTeam's grab-site
# (igsets blogs, forums, global), WordPress core's query variables.
_TRAP_PARAMETERS = frozenset(
    "replytocom replyto like_comment unlike_comment showcomment share nb print amp attachment_id s q ical outlook-ical "
    "tribe-bar-date eventdisplay rsd doing_wp_cron preview wpmp_switcher commentid comment_id moderation-hash cpage".split()
)
_TRAP_SEGMENTS = frozenset(
    "wp-login.php wp-admin wp-json xmlrpc.php wp-comments-post.php wp-trackback.php trackback cgi-sys cdn-cgi "
    "attachment oembed events calendar mt-search.cgi mt-comments.cgi mt-tb.cgi mt.cgi".split()
)
_TRAP_ENDS = frozenset("amp print embed feed".split())
_TRAP_PATH = re.compile(r"/comment-page-\d+|(?:/([^/]+)(?=/\1/\1/))|%25%?25|%2525", re.IGNORECASE)
# Drupal's forms and its print module; Blogger's feeds, of each post, too.
_TRAP_START = re.compile(
    r"/(?:comment/(?:reply/.|\d)|user/(?:\d|login|register|password)|(?:print|printmail|printpdf)/(?:node/)?\d|feeds/(?:\d+/)?(?:posts|comments|pages)/)"
)
_TRAP_QUERY = re.compile(
    r"(?:^|&)(?:format|view|output|mode)=(?:amp|print|printer|pdf|ical)(?![^&])|amp;amp;", re.IGNORECASE
)
# The same posts again, sorted otherwise; or no posts at all.
_OTHER_LISTS = frozenset(
    "tag tags category categories author authors topic topics label labels series search login log-in signin register "
    "comments tagged taxonomy".split()
)
_OTHER_LIST_PARAMETERS = frozenset(["cat", "tag", "category", "author", "label"])
_PAGES = frozenset(
    ["about", "about-me", "about-us", "contact", "privacy", "privacy-policy", "impressum", "colophon"]
)
_ARCHIVES = frozenset(["archive", "archives", "archiv", "archivo", "archivio"])
_PAGE_ENDINGS = frozenset(["", "htm", "html", "xhtml", "shtml", "php", "asp", "aspx", "cgi", "jsp", "pl"])
_ENDING = re.compile(r"\.([A-Za-z][A-Za-z0-9]{1,4})$")

_YEAR_PATH = re.compile(r"/((?:19|20)\d\d)(?:/|/index\.html?|\.html?)?$")
_DATED = re.compile(
    r"/(?P<y>(?:19|20)\d\d)(?:[/-](?P<m>0[1-9]|1[0-2])(?:[/-](?P<d>0[1-9]|[12]\d|3[01]))?"
    r"|/(?P<m1>[1-9]|1[0-2]|[A-Za-z]{3,9})/(?P<d1>0?[1-9]|[12]\d|3[01]))(?=[/-].|#.)"
)
_DAY_PATH = re.compile(r"/(?:19|20)\d\d/(?:\d\d?|[A-Za-z]{3})/\d\d?/?$")
_PAGE_PATH = re.compile(
    r"/page[/-]?(\d{1,5})(?:/|\.html?)?$|/p/?(\d{1,5})/?$|/(?-i:P)(\d{1,4})\.html$", re.IGNORECASE
)  # the last: Serendipity
_PAGE_FILE = re.compile(r"(?<=/)(index|archives?|blog|posts|page)-?(\d{1,4})\.html?$", re.IGNORECASE)
_PAGE_PARAMETERS = (
    "paged",
    "page",
    "start",
    "offset",
    "updated-max",
    "before",
    "before_time",
    "max-results",
    "start-index",
    "skip",
    "by-date",
    "reverse-paginate",
    "reversePaginate",
)
# What tells readers apart, not pages: sessions, Blogger's page for telephones, and Drupal's first page, which it counts as 0.
_SAME_PAGE = re.compile(
    r"(?:^|(?<=&))(?:(?:phpsessid|jsessionid|sessionid|sid)=[^&]*|m=[01]|page=0)(?:&|$)", re.IGNORECASE
)
_NUMBERED_POST = re.compile(r"(/post/\d{6,})/[^/]+$")  # Tumblr: what follows the number is for readers
_INDEX = re.compile(r"(?<=/)index\.(?:html?|php)$", re.IGNORECASE)


def key(url: str) -> str:
    """The form under which two addresses of one page of one blog meet: scheme, `www.`, index file and last slash aside.

    >>> key("http://www.a.example/2019/09/index.html") == key("https://a.example/2019/09")
    True
    """
    parts = urlsplit(canonical(url))
    path = _INDEX.sub("", parts.path.partition(";jsessionid=")[0]).rstrip("/")
    path = _NUMBERED_POST.sub(r"\1", path)
    query = _SAME_PAGE.sub("", parts.query).rstrip("&")
    return f"{site(url)}{path}?{query}" if query else f"{site(url)}{path}"


def is_front(url: str) -> bool:
    """Whether an address is a site's front page.

    >>> is_front("https://www.a.example/index.html"), is_front("https://a.example/?p=7")
    (True, False)
    """
    return key(url) == site(url)


def is_trap(url: str) -> bool:
    """Whether an address never leads to a post or a list of posts: actions, prints, comment pages, files, calendars."""
    parts = urlsplit(url)
    segments = _segments(parts.path)
    if any(name.lower() in _TRAP_PARAMETERS for name, _ in parse_qsl(parts.query, keep_blank_values=True)):
        return True
    ending = _ENDING.search(segments[-1]) if segments else None
    return (
        (ending is not None and ending[1].lower() not in _PAGE_ENDINGS)
        or not _TRAP_SEGMENTS.isdisjoint(segment.lower() for segment in segments)
        or (len(segments) > 1 and segments[-1].lower() in _TRAP_ENDS)
        or _TRAP_PATH.search(url) is not None
        or _TRAP_START.match(parts.path) is not None
        or _TRAP_QUERY.search(parts.query) is not None
    )


def is_other_list(url: str) -> bool:
    """Whether an address is a list by tag, category or author, or a page that every site has."""
    parts = urlsplit(url)
    path, dated = parts.path, _DATED.search(parts.path)
    names = {name.lower() for name, _ in parse_qsl(parts.query)} - set(_PAGE_PARAMETERS)
    if names and names <= _OTHER_LIST_PARAMETERS:
        return True
    segments = [_bare(segment) for segment in _segments(path[: dated.start()] if dated else path)]
    return not _OTHER_LISTS.isdisjoint(segments) or (
        not dated and segments[-1:] != [] and segments[-1] in _PAGES
    )


def is_archive(url: str) -> bool:
    """Whether an address is that of a list of all posts (PaperMod's and Butterfly's look like posts)."""
    segments = _segments(urlsplit(url).path)
    return segments[-1:] != [] and _bare(segments[-1]) in _ARCHIVES and date_in(url) is None


def year_in(url: str) -> int | None:
    """The year that an address ends with."""
    match = _YEAR_PATH.search(urlsplit(url).path)
    return int(match[1]) if match else None


def is_day(url: str) -> bool:
    """Whether an address is the archive of one day. With a fragment it names a post there (Blosxom)."""
    parts = urlsplit(url)
    return _DAY_PATH.search(parts.path) is not None and not parts.fragment


def date_in(url: str) -> str | None:
    """The date in a post's address, as ISO 8601: a day, else a month.

    >>> date_in("https://a.example/blog/2019/9/2/a-post")
    '2019-09-02'
    """
    parts = urlsplit(url)
    match = _DATED.search(parts.path + ("#" + parts.fragment if parts.fragment else ""))
    if match is None:
        return None
    if match["m1"] is None:
        return "-".join(part for part in match.group("y", "m", "d") if part)
    number = int(match["m1"]) if match["m1"].isdecimal() else month_number(match["m1"])
    return f"{match['y']}-{number:02d}-{int(match['d1']):02d}" if number is not None else None


def page_number(url: str) -> int | None:
    """Which page of a list an address names; None where it names none (the first)."""
    parts = urlsplit(url)
    if match := _PAGE_PATH.search(parts.path):
        return int(match[1] or match[2] or match[3])
    if match := _PAGE_FILE.search(parts.path):
        return int(match[2]) + (
            "/index-" in match.string
        )  # Nikola counts from `index.html`: the next is `index-1.html`
    query = dict(parse_qsl(parts.query))
    for name in ("paged", "page"):
        if (number := whole_number(query.get(name, ""))) is not None:
            return number
    return None


def has_page(url: str) -> bool:
    """Whether an address says which part of a list it is, by number or by a cursor."""
    query = dict(parse_qsl(urlsplit(url).query))
    return page_number(url) is not None or any(name in query for name in _PAGE_PARAMETERS)


def list_base(url: str) -> str:
    """What all pages of one list have in common: the address without what names the page.

    >>> list_base("https://a.example/2019/09/page/2/") == list_base("https://a.example/2019/09/")
    True
    """
    parts = urlsplit(without_fragment(url))
    path = _PAGE_PATH.sub("/", parts.path)
    path = _PAGE_FILE.sub(
        lambda match: "" if match[1].lower() in {"index", "page"} else match[1] + ".html", path
    )
    query = "&".join(
        pair for pair in parts.query.split("&") if pair.partition("=")[0] not in _PAGE_PARAMETERS
    )
    return key(urlunsplit((parts.scheme, parts.netloc, path or "/", query, "")))


def first_page(url: str) -> str:
    """The first page of the list that an address is a page of."""
    if not has_page(url):
        return without_fragment(url)
    parts = urlsplit(without_fragment(url))
    path = _PAGE_FILE.sub("", _PAGE_PATH.sub("/", parts.path))
    query = "&".join(
        pair for pair in parts.query.split("&") if pair.partition("=")[0] not in _PAGE_PARAMETERS
    )
    return urlunsplit((parts.scheme, parts.netloc, path or "/", query, ""))


def _segments(path: str) -> list[str]:
    return [segment for segment in unquote(path).split("/") if segment]


def _bare(segment: str) -> str:
    return segment.lower().partition(".")[0]
