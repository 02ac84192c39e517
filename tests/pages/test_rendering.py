"""Pages: everything that a stranger wrote is text, and nothing else."""

from html.parser import HTMLParser

import pytest

from archiver.models.citation import Outcome
from archiver.models.difference import Difference, Fate, Piece
from archiver.models.pages import Found, Quoted, Wanted
from archiver.models.views import Hit, Reference
from archiver.pages.rendering import Renderer, quoted, script_data
from archiver.pages.words import OUTCOMES, heap
from archiver.search.datasette.routes import Routes

EVIL = "\"'><script>alert(1)</script>&<img src=x onerror=alert(1)>"


class Tags(HTMLParser):
    """The elements of a page."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        """Remember."""
        self.found.append((tag, dict(attrs)))


def renderer(site="The Ledger"):
    """With Datasette's addresses."""
    return Renderer(Routes("/", "archive"), site=site)


def hit(**changes):
    """A result."""
    made = {
        "reference": Reference(kind="source", id=7),
        "document_id": 1,
        "url": "https://s.example/paper",
        "title": "Paper",
        "author": None,
        "date": "2011-05",
        "outcome": "archived",
        "snippet": "of \x01rags\x02",
        "score": -1.0,
        "cited": 0,
    }
    return Hit(**made | changes)


def test_what_is_written_by_others_is_text():
    """In titles, snippets, queries, names of hosts, addresses."""
    evil = hit(title=EVIL, author=EVIL, url=f"javascript:{EVIL}", snippet=EVIL, date=EVIL)
    found = Found(
        wanted=Wanted(words=EVIL, host=EVIL, month=EVIL),
        hits=(evil,),
        has_more=True,
        facets=(("host", ((EVIL, 3),)),),
    )
    page = renderer(site=EVIL).search(found, page_size=20)
    tags = Tags(page).found

    assert [{"src": "/-/archiver/archive.js", "defer": None}] == [
        attrs for tag, attrs in tags if tag == "script"
    ]
    assert [] == [
        attrs for tag, attrs in tags if tag == "img" or any(name.startswith("on") for name in attrs)
    ]
    assert all(not (attrs.get("href") or "").lower().startswith("javascript") for _, attrs in tags)


def test_words_that_were_found_are_marked():
    """And only these."""
    page = renderer().search(Found(wanted=Wanted(words="rags"), hits=(hit(),), has_more=False), page_size=20)

    assert "of <mark>rags</mark>" in page
    assert "/archive/-/source/7" in page


def test_pages_of_results_keep_their_filters():
    """The next page is of the same search."""
    found = Found(wanted=Wanted(words="a b", outcome="gone", page=2), hits=(hit(),), has_more=True)
    links = [
        attrs["href"]
        for tag, attrs in Tags(renderer().search(found, page_size=20)).found
        if attrs.get("rel") in {"prev", "next"}
    ]

    expected = ["/archive/-/search?outcome=gone&q=a+b", "/archive/-/search?outcome=gone&page=3&q=a+b"]
    assert expected == [_sorted(link) for link in links]


def _sorted(link):
    base, _, query = link.partition("?")
    return f"{base}?{'&'.join(sorted(query.split('&')))}"


def test_every_outcome_has_a_meaning_and_a_heap():
    """None is shown as a bare word."""
    assert set(map(str, Outcome)) == set(OUTCOMES)
    assert {"well", "closed", "lost", "partly", "none"} == {heap(each) for each in OUTCOMES}


def test_a_difference_shows_what_went_and_what_came():
    """Word by word; what was kept is passed over."""
    altered = Difference(
        fate=Fate.ALTERED,
        old="He left.",
        new="She left.",
        pieces=(Piece(Fate.REMOVED, "He"), Piece(Fate.ADDED, "She"), Piece(Fate.KEPT, " left <b>.")),
    )
    kept = [Difference(fate=Fate.KEPT, old="Rain.", new="Rain.")] * 5
    page = renderer().diff([*kept, altered], title=None, url="https://s.example/")

    assert "<del>He</del><ins>She</ins> left &lt;b&gt;." in page
    assert "4 sentences are as they were" in page


def test_data_for_machines_cannot_end_its_element():
    """Whatever a title says."""
    said = script_data({"name": "</script><script>alert(1)</script>"})

    assert 1 == said.count("</script>")
    assert [("script", {"type": "application/ld+json"})] == Tags(said).found


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(0, 5)], '<p><mark id="at0">Paper</mark> is made.</p>\n<p>Of rags.</p>'),
        (
            [(9, 16)],
            '<p>Paper is <mark id="at9">made.</mark></p>\n<p><mark>O</mark>f rags.</p>',
        ),  # over a border
        (
            [(0, 5), (3, 8)],
            '<p><mark id="at0">Paper</mark> is made.</p>\n<p>Of rags.</p>',
        ),  # one over the other
        ([(None, None)], "<p>Paper is made.</p>\n<p>Of rags.</p>"),
    ],
)
def test_quoted_words_are_marked_where_they_stand(spans, expected):
    """Each can be led to."""
    quotes = [
        Quoted(exact="x", found="verbatim", start=start, end=end, post_id=1, post_title=None, label=None)
        for start, end in spans
    ]

    assert expected == str(quoted("Paper is made.\nOf rags.", quotes))
