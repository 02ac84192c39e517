"""Links to months: in widgets, drop-downs, lists and calendars; and which month a page is about."""

import pytest

from archiver.discover.lists.month_page import month_named
from archiver.discover.look import look
from archiver.models.blog import Month, MonthLink
from archiver.web.page import Page

B = "https://blog.example.org"
SEPTEMBER = Month(year=2019, month=9)


def months_of(html):
    """List the months that a front page links to."""
    return look(Page(B + "/", f"<body>{html}</body>")).months


@pytest.mark.parametrize(
    ("html", "url", "posts"),
    [
        ('<li><a href="/2019/09/">September 2019</a>&nbsp;(11)</li>', "/2019/09/", 11),
        ('<li><a href="/2019/09/">September 2019 (1,234)</a></li>', "/2019/09/", None),
        ('<li><a href="/2019/09/">September</a> <span class="count">3</span></li>', "/2019/09/", 3),
        ('<li><a href="/archives/2019/09/">2019/09</a></li>', "/archives/2019/09/", None),
        ('<li><a href="/2019/09">septembre 2019</a></li>', "/2019/09", None),
        (
            '<select name="archive-dropdown"><option value="">Month</option><option value="/2019/09/">September 2019 (2)</option></select>',
            "/2019/09/",
            2,
        ),
        # the address tells nothing, the words do
        ('<ul><li><a href="/old?id=33">September 2019</a></li></ul>', "/old?id=33", None),
        # a calendar's arrow
        ('<nav><a href="/2019/09/">&laquo; Sep</a></nav>', "/2019/09/", None),
    ],
)
def test_links_to_a_month(html, url, posts):
    """The ways in which blogs link to a month, with the number of posts where it is shown."""
    assert (MonthLink(month=SEPTEMBER, url=B + url, posts=posts),) == months_of(html)


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/2019/09/a-post/">September 2019</a>',
        '<a href="/2019/09/12/">12</a>',
        '<a href="#2019-September">September 2019</a>',
        '<a href="https://elsewhere.example/2019/09/">September 2019</a>',
        '<a href="/events/2019/09/">September 2019</a>',
        '<a href="/tag/2019/09/">September 2019</a>',
        '<a href="/2019/">2019</a>',
        '<a href="/price-list/">September 12, 2019</a>',
        '<select name="lang"><option value="/2019/09/">September 2019</option></select>',
        '<article><h2><a href="/x/">X</a></h2><p>See <a href="/2019/09/">what we wrote then</a>.</p></article>',
    ],
)
def test_what_is_no_link_to_a_month(html):
    """Posts, days, places on the page, other sites, calendars, tags, prose."""
    assert () == months_of(html)


def test_each_month_comes_once():
    """A widget and a drop-down of the same months are one list."""
    html = '<a href="/2019/09/">September 2019</a><select name="archive-dropdown"><option value="/2019/09/">September 2019</option></select>'

    assert 1 == len(months_of(html))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Month: September 2019", SEPTEMBER),
        ("Monthly Archives: September 2019", SEPTEMBER),
        ("Archives for September 2019", SEPTEMBER),
        ("Archives: 2019/9", SEPTEMBER),
        ("September 2019 archives", None),
        ("Posts from September 2019", SEPTEMBER),
        ("Monatsarchiv: September 2019", SEPTEMBER),
        ("2019年9月", SEPTEMBER),
        ("September 12, 2019", None),
        ("What happened in September 2019", None),
        ("Year: 2019", None),
        ("x" * 10_000, None),
    ],
)
def test_headings_of_a_month(text, expected):
    """A heading that names a month and nothing else."""
    assert expected == month_named(text)
