"""What is believed of several claims, what is kept of the others, and what hostile pages cost."""

import pytest

from archiver.models.citation import Disagreement
from tests.extract.pages import ADDRESS, json_ld, work_of


def test_disagreement_is_kept():
    """What another rule says, and was not believed, is there to be read; what says the same is no disagreement."""
    work = work_of(
        '<meta property="og:title" content="A green book"><meta property="article:published_time" content="2019-05-02">'
        '<meta name="author" content="Tom Ek"><meta name="date" content="2019-05">'
        + json_ld(
            '{"@type":"NewsArticle","headline":"The Last Crossing","author":{"@type":"Person","name":"Mara Vane"},"datePublished":"2019-04-01T08:00:00Z"}'
        ),
        "<h1>The Last Crossing</h1>",
    )

    assert (
        Disagreement(field="title", value="A green book", rule="opengraph"),
        Disagreement(field="author", value="Tom Ek", rule="head"),
        Disagreement(field="issued", value="2019-05-02", rule="opengraph"),
    ) == work.disagreements
    assert (
        ("author", "json-ld"),
        ("issued", "json-ld"),
        ("language", "head"),
        ("title", "json-ld"),
    ) == tuple(pair for pair in work.found_by if pair[0] != "type")


@pytest.mark.parametrize(
    ("expected", "head"),
    [
        # another host is believed where the address ends as this one does: a mirror, a syndicate
        (
            "https://origin.example/2019/ferry",
            '<link rel="canonical" href="https://origin.example/2019/ferry">',
        ),
        (ADDRESS, '<link rel="canonical" href="https://other.example/something/else">'),
        (
            "https://www.review.example/ferry",
            '<link rel="canonical" href="https://www.review.example/ferry">',
        ),
        (ADDRESS, '<link rel="canonical" href="https://other.example/">'),
    ],
)
def test_canonical_address(expected, head):
    """The page's own word for its address counts where it can be the page's."""
    assert expected == work_of(head).url


@pytest.mark.parametrize(
    ("expected", "head"),
    [
        (True, json_ld('{"@type":"NewsArticle","isAccessibleForFree":"False"}')),
        (
            True,
            json_ld(
                '{"@type":"NewsArticle","hasPart":[{"@type":"WebPageElement","isAccessibleForFree":false}]}'
            ),
        ),
        (False, json_ld('{"@type":"NewsArticle","isAccessibleForFree":true}')),
        (True, '<meta property="article:content_tier" content="locked">'),
        (False, '<meta property="article:content_tier" content="free">'),
        (None, ""),
    ],
)
def test_paywall(expected, head):
    """Whether a page is free is what it says of itself."""
    assert expected is work_of(head).paywall


def test_front_page_is_nobodys():
    """On a front page the bylines and days are those of the articles that it names; a page that is all of a site is one."""
    signed = '<h1>Review</h1><p class="byline">By Mara Vane</p><time datetime="2019-05-03">3 May 2019</time>'
    others = '<h2><a href="/a">A</a></h2><h2><a href="/b">B</a></h2><h2><a href="/c">C</a></h2>'
    front = work_of("", signed + others, url="https://review.example/")
    only = work_of("", signed, url="https://review.example/")

    assert ((), None) == (front.authors, front.issued)
    assert (["Mara Vane"], "2019-05-03") == (
        [author.value for author in only.authors],
        only.issued.value if only.issued else None,
    )


def test_capitals_are_written_as_elsewhere():
    """A name in capitals is set in small letters only as the page itself does so."""
    head = '<meta name="author" content="Mara McVane">'
    assert ["Mara McVane"] == [
        author.value
        for author in work_of(json_ld('{"@type":"Article","author":"MARA MCVANE"}') + head).authors
    ]
    assert ["MARA MCVANE"] == [
        author.value for author in work_of(json_ld('{"@type":"Article","author":"MARA MCVANE"}')).authors
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<h1>T</h1>" + "<div class=byline>" * 5_000 + "By Mara Vane",
        "<h1>T</h1>" + "<span class=author>Mara Vane</span>" * 5_000,
        "<h1>T</h1>" + "<time datetime=2019-05-03>3 May 2019</time>" * 5_000,
        "<h1>T</h1><p>" + "<br>By Mara" * 5_000,
        "<h1>T</h1><div class=author>" + "<a>x</a>" * 20_000,
        "<meta name=author content='Mara Vane'>" * 5_000,
        "".join(f"<meta name=citation_author content='Vane, Mara{n}'>" for n in range(5_000)),
        "<title>" + "a - " * 50_000 + "</title><h1>" + "b : " * 50_000 + "</h1>",
        f"<meta name=author content='{'By ' * 50_000}'>",
        f"<div class='{'byline ' * 20_000}'>x</div>",
        json_ld('{"@graph":[' * 20_000),
        json_ld('{"@type":"Article","author":[' + ",".join(f'"A{n} B"' for n in range(10_000)) + "]}"),
        f"<meta property=book:isbn content='{'1-' * 50_000}'>",
    ],
    ids=range(13),
)
def test_hostile_pages_are_read_in_bounds(page):
    """Whatever a page repeats, what is kept of it is little, and it ends."""
    work = work_of("", page)

    assert len(work.authors) <= 60
    assert len(work.disagreements) <= 20
    assert all(len(found.value) <= 500 for found in work.disagreements)
