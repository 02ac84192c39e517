"""Everything that a post cites, in reading order."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from archiver.extract.citations import read_citations
from archiver.models.citation import Citation, CitationKind, CitedUrl, Form


def citations(html):
    """The citations of a post."""
    body = BeautifulSoup(f"<body>{html}</body>", "lxml").body
    assert body is not None
    return read_citations(body, url="https://blog.example/a/", blog="https://blog.example/")


def test_footnote_is_read_whole():
    """Mark, occurrence, sentence, context, note and addresses of one note with two marks."""
    html = """<p>First. The log says so.<sup id="r1"><a href="#n1">1</a></sup> Nobody reads,<sup id="r2"><a href="#n1">1</a></sup> though.</p>
        <ol><li id="n1">Log, <a href="https://a.example/log">p. 9</a>; also https://b.example/copy. <a href="#r1">↩</a></li></ol>"""
    first = Citation(
        position=1,
        kind=CitationKind.FOOTNOTE,
        label="1",
        sentence="The log says so.",
        prefix="First. The log says so.",
        suffix="Nobody reads, though.",
        note="Log, p. 9; also https://b.example/copy.",
        style="linked",
        urls=(
            CitedUrl(url="https://a.example/log", is_link=True),
            CitedUrl(url="https://b.example/copy", is_link=False, form=Form.ADDRESS),
        ),
    )
    second = Citation(
        position=2,
        kind=first.kind,
        label="1",
        occurrence=2,
        sentence="Nobody reads, though.",
        prefix="First. The log says so. Nobody reads,",
        suffix="though.",
        note=first.note,
        style="linked",
        urls=first.urls,
    )

    assert (first, second) == citations(html)


def test_kinds_stand_in_reading_order():
    """Link, mark, embed, orphaned note and bibliography are counted as a reader meets them."""
    html = """<p>See <a href="https://a.example/">this</a>. It rained.<sup id="r1"><a href="#n1">1</a></sup></p>
        <iframe src="https://v.example/1"></iframe>
        <ol><li id="n1">The log. <a href="#r1">↩</a></li><li>Nobody cites this.</li></ol>
        <h2>Sources</h2><p>Ek, Ida. <em>Rain</em>.</p>"""

    assert [(1, "inline"), (2, "footnote"), (3, "embed"), (4, "footnote"), (5, "bibliography")] == [
        (citation.position, citation.kind.value) for citation in citations(html)
    ]


def test_links_inside_a_note_belong_to_it():
    """A note's link is no second citation, and neither is an entry's."""
    html = (
        """<p>It rained.<sup>1</sup></p><ol><li>The log, <a href="https://a.example/">here</a>.</li></ol>"""
    )

    assert [CitationKind.FOOTNOTE] == [citation.kind for citation in citations(html)]


def test_thousand_notes_are_found():
    """Length is no limit."""
    marks = " ".join(f'Word.<sup id="r{n}"><a href="#n{n}">{n}</a></sup>' for n in range(1, 1001))
    notes = "".join(f'<li id="n{n}">Log {n}. <a href="#r{n}">↩</a></li>' for n in range(1, 1001))
    found = citations(f"<p>{marks}</p><ol>{notes}</ol>")

    assert [(f"{n}", f"Log {n}.") for n in range(1, 1001)] == [
        (citation.label, citation.note) for citation in found
    ]


@pytest.mark.parametrize(
    ("html", "count"),
    [
        # nested as deep as the parser allows, over and over
        (("<div>" * 200 + "Word.<sup>1</sup> [1] (Ek 2019) " + "</div>" * 200) * 100, 0),
        (("<span>" * 200 + '<a href="#a">1</a>' + "</span>" * 200) * 100, 0),
        # five thousand marks of one note, and as many links back
        ('<p><i id="r">Word</i>.' + ' Word <a href="#n">1</a>' * 5000 + '</p><p id="n">1 Log</p>', 5000),
        ('<p>Word.<a id="r" href="#n">1</a></p><p id="n">' + '<a href="#r">a</a> ' * 5000 + "Log.</p>", 1),
        # headings, rules and lists without end
        ("<p>Word.[1]<sup>1</sup></p>" + "<hr><h2>Notes</h2><ol><li>x</li></ol>" * 4000, 2),
        # no full stop, nothing but stops, nothing but brackets
        ("<p>" + "word " * 200_000 + "</p><p>" + "." * 200_000 + "</p><p>" + "(" * 200_000 + "</p>", 0),
        # one author, many works
        (
            "<p>" + "Word (Ek 2019). " * 4000 + "</p><h2>References</h2>" + "<p>Ek, Ida. 2019.</p>" * 4000,
            7999,
        ),
    ],
    ids=["divisions", "spans", "marks", "back-links", "sections", "signs", "works"],
)
def test_page_that_defeats_us_ends(html, count):
    """Made to be slow, still read in a second or two: what is quadratic would outlast the test's time."""
    assert count == len(citations(html))


PIECES = """<p> </p> <div> </div> <sup>1</sup> <sup>2</sup> [1] ¹ * <sup>*</sup> <hr> <br> <ol><li> </ol> <h2>Notes</h2> Notes
<a#href="#n1"#id="r1">1</a> <li#id="n1"> <a#href="#r1">↩</a> <a#href="#_ftn1">[1]</a> <a#href="#_ftnref1">[1]</a> 1. Word.
<h3>References</h3> (Ek#2019) Ek,#Ida.#2019.#“Rain.” https://a.example/x <a#href="https://b.example/">link</a> <span#class="sidenote">
</span> <sup#data-fn="u">1</sup> <blockquote#cite="https://c.example/"> <td> <table> <dt#id="n1"> <dd> 84.1#This </body>""".split()


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_soup_is_read(pieces):
    """Whatever people wrote by hand: positions run from 1, and a citation says something."""
    found = citations(" ".join(pieces).replace("#href", " href").replace("#id", " id").replace("a#", "a "))

    assert list(range(1, len(found) + 1)) == [citation.position for citation in found]
    assert all(citation.urls or citation.note or citation.label for citation in found)
