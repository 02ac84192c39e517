"""The month that an address ends with, in the forms that blog software writes; and the address of another month in the same form.

| form | software |
| --- | --- |
| `/2019/09/`, `/2019/9`, `/2019/09/index.html`, `/2019/Sep/` | most; Tumblr; Movable Type, Typepad; Blosxom |
| `/archives/2019_09.html`, `/archive-2019-09.html`, `/2019_09_01_archive.html` | Movable Type before 4, Blogger before 2016 |
| `/archive/201909`, `/archives/2019/09.html`, `/archives/2019/09/summary.html` | Drupal, Serendipity |
| `/archives/september-2019/`, `/default,month,2019-09.aspx` | hand-made archives, DasBlog |
| `?m=201909`, `?month=09-2019`, `?month=2019-09`, `?archive=2019-09`, `?year=2019&monthnum=9` | WordPress, Squarespace, Textpattern, Nucleus |
| `index.php?archive/2019/09`, `index.php?/archives/2019/09.html` | Dotclear, Serendipity, without rewriting |
"""

import re
from urllib.parse import SplitResult, urlsplit, urlunsplit

from archiver.discover.dates import month_number
from archiver.models.blog import Month

_YEAR = r"(?P<y>(?:19|20)\d\d)"
_NUMBER = r"(?P<m>0?[1-9]|1[0-2])"
_END = r"(?:/|_01_archive\.html|/?(?:(?<=/)(?:index|default|summary))?\.(?:html?|php|aspx?))?$"
_PATHS = (
    re.compile(rf"/(?:archives?[_-])?{_YEAR}(?P<sep>[/_-]?)(?P<m>0?[1-9]|1[0-2]|[A-Za-z]{{3,9}}){_END}"),
    # Elsewhere "september-2019" is the title of a post.
    re.compile(rf"/archives?/(?P<m>[A-Za-z]{{3,9}})[/_-]{_YEAR}{_END}"),
    re.compile(rf"/default,month,{_YEAR}(?P<sep>-){_NUMBER}\.aspx$"),
)
_QUERIES = (
    re.compile(rf"(?:^|&)m={_YEAR}(?P<m>0[1-9]|1[0-2])(?![^&])"),
    re.compile(rf"(?:^|&)month={_NUMBER}-{_YEAR}(?![^&])"),
    re.compile(rf"(?:^|&)(?:month|archive|date)={_YEAR}-{_NUMBER}(?![^&])"),
    re.compile(rf"(?:^|&)(?:year|y)={_YEAR}&(?:monthnum|month|m)={_NUMBER}(?![^&])"),
    re.compile(rf"(?:^|&)(?:monthnum|month|m)={_NUMBER}&(?:year|y)={_YEAR}(?![^&])"),
)
_PADDED = 2  # digits of a month's number


def month_in(url: str) -> Month | None:
    """The month that an address ends with: the first page of a monthly archive, if it is a page of the blog.

    >>> print(month_in("https://a.example/archives/date/2019/09"))
    2019-09
    >>> month_in("https://a.example/2019/09/a-post/") is None
    True
    """
    found = _place(urlsplit(url))
    if found is None:
        return None
    number = _number(found[1])
    return Month(year=int(found[1]["y"]), month=number) if number is not None else None


def at_month(url: str, month: Month) -> str | None:
    """The address of another month's archive, formed as that of a known one; None where its form is not of numbers.

    >>> at_month("https://a.example/archives/2019/09/", Month(year=2018, month=11))
    'https://a.example/archives/2018/11/'
    """
    parts = urlsplit(url)
    found = _place(parts)
    if found is None or not found[1]["m"].isdecimal():
        return None
    where, match = found
    number = str(month.month) if len(match["m"]) == 1 else f"{month.month:02d}"
    text = match.string
    for (start, end), value in sorted(
        ((match.span("y"), f"{month.year:04d}"), (match.span("m"), number)), reverse=True
    ):
        text = text[:start] + value + text[end:]
    if where == "query" and not parts.query.startswith("/"):
        text = text.removeprefix("/")
    return urlunsplit(parts._replace(**{where: text}))


def _place(parts: SplitResult) -> tuple[str, re.Match[str]] | None:
    """Where in the address the month stands: `path` or `query`, and the match there."""
    for pattern in _PATHS:
        if (match := pattern.search(parts.path)) and _number(match):
            return "path", match
    query = parts.query
    if "/" in query and "=" not in query:  # a path after the question mark
        path = "/" + query.removeprefix("/")
        return next(
            (("query", match) for pattern in _PATHS if (match := pattern.search(path)) and _number(match)),
            None,
        )
    return next((("query", match) for pattern in _QUERIES if (match := pattern.search(query))), None)


def _number(match: re.Match[str]) -> int | None:
    """A bare `20191` is a number, not a month; `2019/Sep` is one, `2019-Sep` a title."""
    separator, text = match.groupdict().get("sep", "/"), match["m"]
    if text.isdecimal():
        return int(text) if separator or len(text) == _PADDED else None
    return month_number(text) if separator == "/" else None
