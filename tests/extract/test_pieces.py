"""A post's page in pieces: what it is made of, and which pieces are known again under other posts."""

import pytest

from archiver.extract.flow import Flow
from archiver.extract.layout import lay_out
from archiver.extract.pieces import html_of, read_pieces, text_of
from archiver.extract.post import read_post_page
from archiver.models.blog import Found, PostFacts
from archiver.models.citation import Citation, CitationKind, CitedUrl
from archiver.models.piece import Spread
from archiver.web.page import Page

URL = "https://blog.example/2019/09/ferry/"
FACTS = PostFacts(
    url=URL,
    title=Found(value="The Ferry", rule="heading"),
    authors=(Found(value="Ada Moss", rule="byline"),),
    published=Found(value="2019-09-12T10:00:00+02:00", rule="time"),
    tags=(Found(value="Crossings", rule="tag"),),
)
LONG = "The keeper of the ferry wrote down every crossing in a book with a green spine. " * 3


def pieces_of(html, citations=()):
    """The pieces of a post's content."""
    page = Page(URL, f"<div id=all>{html}</div>")
    return read_pieces(page.soup.find(id="all"), page, citations, FACTS)


def flow_of(html):
    """The words and the box of each part of a content's flow."""
    root = Page(URL, f"<div id=all>{html}</div>").soup.find(id="all")
    layout = lay_out(root, as_read=True)
    return [(layout.text[part.start : part.end].strip(), part.box) for part in Flow(root, layout).parts()]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        # paragraphs, whatever they lie in; words without an element of their own
        ("<p>a</p><div>b<section><p>c</p>d</section></div>", [("a", ""), ("b", ""), ("c", ""), ("d", "")]),
        # two line breaks are a border, one is none
        ("a<br><br>b<br>c", [("a", ""), ("b\u2028c", "")]),
        ("<p>a<br><br>b</p>", [("a", ""), ("b", "")]),
        # lists, quotations and tables are whole; a table for layout is none
        ("<ul><li>a</li><li>b</li></ul>", [("a\nb", "")]),
        ("<blockquote><p>a</p><p>b</p></blockquote>", [("a\nb", "")]),
        ("<table><tr><td>a</td><td>b</td></tr></table>", [("a\tb", "")]),
        ("<table><tr><td><p>a</p><p>b</p></td></tr></table>", [("a", ""), ("b", "")]),
        # inline elements that hold blocks
        ("<font><p>a</p>b</font>", [("a", ""), ("b", "")]),
        ('<a href="/x/"><div>a</div></a>', [("a", "")]),
    ],
)
def test_flow(html, expected):
    """One part after the other, each text once."""
    assert expected == flow_of(html)


def test_boxes_are_named_by_what_their_classes_say():
    """Layout says nothing, numbers and what machines make differ; what holds most of the post is no box."""
    html = (
        f'<div class="story-7"><div class="row"><p>{LONG}</p></div>'
        '<div class="elementor-element elementor-element-3f2a1 promo-12"><p>a</p></div>'
        '<aside><p>b</p></aside><div class="outer-x"><div class="tail"><div class="card"><p>c</p></div></div></div></div>'
    )

    assert ["", "promo-#", "aside", "tail > card"] == [box for _, box in flow_of(html)]


def test_text_and_html_are_those_of_the_pieces():
    """Marks and notes keep their names and lead to each other; scripts, styles and frames are gone."""
    html = (
        '<p onclick="x()">It was so.<sup id="fnref:1"><a href="#fn:1">1</a></sup></p><script>x()</script>'
        '<pre><code>a\n  b</code></pre><iframe src="https://v.example/"></iframe>'
        '<section class="footnotes" id="notes"><ol><li id="fn:1"><p>The <i>log</i>. <a href="#fnref:1">↩</a></p></li></ol></section>'
        f'<p>See <a href="{URL}#notes">the notes</a>, <a href="#gone">nothing</a>, <a href="../weir/">the weir</a>.</p>'
    )
    pieces = pieces_of(html)

    assert "It was so.[1]\na\n  b\nThe log.\nSee the notes, nothing, the weir." == text_of(pieces)
    assert (
        '<p>It was so.<sup id="fnref:1"><a href="#fn:1">1</a></sup></p>\n<pre><code>a\n  b</code></pre>\n'
        '<ol id="notes"><li id="fn:1"><p>The <em>log</em>. <a href="#fnref:1">↩</a></p>\n</li>\n</ol>\n'
        f'<p>See <a href="#notes">the notes</a>, <a href="{URL}#gone">nothing</a>, '
        '<a href="https://blog.example/2019/09/weir/">the weir</a>.</p>'
    ) == html_of(pieces)


@pytest.mark.parametrize(
    "above",
    [
        "<h1>The Ferry</h1>",
        "<p>By Ada Moss</p>",
        "<p>September 12, 2019</p>",
        "<div>Posted on September 12, 2019 by Ada Moss</div>",
        "<p>6 minute read · filed under crossings</p>",
        "<p>Lesezeit: 6 Minuten</p>",
        "<p>6 min read | in a series that nothing else names</p>",
        "<p>Ada Moss, 12 September 2019. Tags: Crossings</p>",
    ],
)
def test_what_is_known_of_the_post_is_not_its_text(above):
    """Its title, its day, its authors, its terms and how long it takes to read, over the first prose."""
    assert LONG.strip() == text_of(pieces_of(f"{above}<p>{LONG}</p>"))


@pytest.mark.parametrize(
    "above",
    [
        *("September 11, 2019", "By Ida Ek", "The Ferry and the Weir", "Posted", "Ada Moss was here."),
        *("Crossings", "Filed under protest", "6 minutes", "A 6 minute read of the log"),
    ],
)
def test_what_an_author_writes_there_is_its_text(above):
    """Another day, another name, a term alone, more words."""
    assert f"{above}\n{LONG.strip()}" == text_of(pieces_of(f"<p>{above}</p><p>{LONG}</p>"))


def test_what_hands_the_page_on_is_no_piece():
    """Links to networks, with the line that names them; a link that is cited in a sentence stays."""
    share = f"https://twitter.com/intent/tweet?url={URL}"
    html = f'<p>a</p><h4>Tell others</h4><p>On <a href="{share}">Twitter</a> | <a href="mailto:?subject=x">Post</a></p>'
    prose = f'<p>Whoever wants to say so can <a href="{share}">do it there</a>, as the keeper did in the spring of 1904.</p>'

    assert "a" == text_of(pieces_of(html))
    assert "a\nWhoever wants to say so can do it there, as the keeper did in the spring of 1904." == text_of(
        pieces_of(f"<p>a</p>{prose}")
    )


def test_what_holds_marks_or_notes_is_held():
    """By the words of its citations, wherever they stand; a heading over notes cannot be the blog's."""
    html = (
        "<p>The toll was raised in the spring of 1904 without a word.[1]</p><p>Nobody paid.</p>"
        '<div class="box"><h3>Notes</h3><p>1. River Board, minutes of the spring meeting, 1904.</p></div><h3>More</h3>'
    )
    citation = Citation(
        position=1,
        kind=CitationKind.FOOTNOTE,
        sentence="The toll was raised in the spring of 1904 without a word.",
        note="River Board, minutes of the spring meeting, 1904.",
    )
    found = [(piece.text[:10], piece.is_held, piece.key is None) for piece in pieces_of(html, [citation])]

    assert [
        ("The toll w", True, True),
        ("Nobody pai", False, False),
        ("Notes", False, True),
        ("1. River B", True, True),
        ("More", False, False),
    ] == [(text, is_held, no_key) for text, is_held, no_key in found]


def test_an_entry_of_a_bibliography_that_cites_nothing_is_not_held():
    """What stands below a list of references is read as one of them."""
    html = "<p>Come back on Thursday, and bring a friend with you.</p>"
    entry = Citation(
        position=1,
        kind=CitationKind.BIBLIOGRAPHY,
        note="Come back on Thursday, and bring a friend with you.",
    )
    cited = Citation(
        position=1,
        kind=CitationKind.BIBLIOGRAPHY,
        note=entry.note,
        urls=(CitedUrl(url="https://a.example/", is_link=True),),
    )

    assert [[False], [True]] == [
        [piece.is_held for piece in pieces_of(html, [each])] for each in (entry, cited)
    ]


@pytest.mark.parametrize(
    ("html", "spread"),
    [
        # a box; but none whose name says that it is the author's, and no quotation
        ('<div class="promo"><p>Buy a lamp.</p></div>', Spread.BOX),
        ('<div class="epigraph"><p>Buy a lamp.</p></div>', Spread.NONE),
        ('<div class="promo"><blockquote>Buy a lamp.</blockquote></div>', Spread.NONE),
        # at the end: a line of a few words may be a signature, a longer one is none
        ("<p>Ada Moss, at the lock.</p>", Spread.NONE),
        ("<p>If this was of use to you, tell a friend and come back.</p>", Spread.FLOW),
        ("<blockquote>If this was of use to you, tell a friend and come back.</blockquote>", Spread.NONE),
        # links to the blog's own pages
        ('<ul><li><a href="/x/">The Weir</a></li><li><a href="/y/">The Toll</a></li></ul>', Spread.FLOW),
        ('<p><a href="/support/">Give a coin</a> if you can.</p>', Spread.FLOW),
        ('<p><a href="https://other.example/">The Weir</a></p>', Spread.NONE),
        # a heading over nothing
        ("<h3>Related</h3>", Spread.FLOW),
    ],
)
def test_where_a_piece_must_stand_again(html, spread):
    """What may be the blog's, and how often it must stand; what may well be an author's is only a feed's to judge."""
    paragraphs = "".join(f"<p>{LONG} {n}.</p>" for n in range(5))
    last = pieces_of(paragraphs + html)[-1]

    assert spread is last.spread


def test_what_pleads_among_paragraphs_is_known_again():
    """A short paragraph may be the theme's wherever it stands; a line of a few words, a quotation and long prose are their author's."""
    plea = "If you like what is told here, think of becoming a friend of the paper."
    paragraphs = "".join(f"<p>{LONG} {n}.</p>" for n in range(5))
    among = f"<p>{plea}</p><blockquote>{plea}</blockquote><p>So it was.</p>"

    assert [Spread.FLOW, Spread.NONE, Spread.NONE] == [
        piece.spread for piece in pieces_of(paragraphs + among + paragraphs)[5:8]
    ]


def test_counts_and_hours_in_a_box_are_known_again():
    """However much they say; what may be a year, what is in the author's flow, and a line of signs are not."""
    paragraphs = "".join(f"<p>{LONG} {n}.</p>" for n in range(5))
    boxes = "".join(
        f'<div class="play"><span>{said}</span></div>' for said in ("7:51", "12:04", "1904", "* * *")
    )
    pieces = pieces_of(f"{paragraphs}{boxes}<p>7:51</p>")[5:]

    assert [True, True, False, False, False] == [piece.spread is Spread.BOX for piece in pieces]
    assert pieces[0].key == pieces[1].key


def test_keys_are_those_of_what_is_said_and_where():
    """Numbers and case do not count; a list of other posts is known by the line over it, whatever it lists."""

    def last_key(html):
        return pieces_of(f"<p>{LONG}</p>{html}")[-1].key

    box, other = '<div class="promo"><p>{}</p></div>', "<p>{}</p>"
    links = '<h3>More to read</h3><ul><li><a href="/{}/">{}</a></li></ul>'

    assert last_key(box.format("3 minutes")) == last_key(box.format("12 Minutes"))
    assert last_key(box.format("3 minutes")) != last_key(box.format("3 hours"))
    assert last_key(box.format("3 minutes")) != last_key(other.format("3 minutes"))
    assert last_key(links.format("x", "The Weir")) == last_key(links.format("y", "The Toll"))


def test_teasers_of_other_posts_are_one_thing():
    """Whatever posts a box lists, with a line or two of each; a mark in such a line holds nothing."""
    cards = "".join(
        f'<div class="card"><a href="/{n}/">Post {n}</a><p>{LONG[:70]}[1]…</p></div>' for n in range(3)
    )
    citation = Citation(position=1, kind=CitationKind.FOOTNOTE, label="1", sentence=LONG[:70])
    pieces = pieces_of(
        f'<p>{LONG.replace("keeper", "miller")}</p><div class="tail">{cards}</div>', [citation]
    )

    assert 1 == len({piece.key for piece in pieces[1:]})
    assert {(True, False)} == {(piece.is_links, piece.is_held) for piece in pieces[1:]}


def test_a_list_of_other_posts_is_not_where_the_text_is():
    """Though a short post has fewer words than the list under it."""
    others = "".join(
        f'<li><a href="/2019/09/{slug}/">{slug.title()} and all that came of it</a></li>'
        for slug in "weir lock quay".split()
    )
    html = f'<p>All is shut.</p><div class="more-x"><p>You could also read</p><ul>{others}</ul></div>'

    assert ["", "more-x", "more-x"] == [piece.box for piece in pieces_of(html)]


def test_pieces_of_a_page_that_nests_deep():
    """Time grows with the size; no word is lost or told twice."""
    depth = 3_000
    html = "".join(f'<div class="b{n}"><p>w{n}' for n in range(depth))
    page = Page(URL, f"<article>{html}</article>")
    post = read_post_page(page, blog="https://blog.example/", listed=True)
    text = text_of(read_pieces(post.body, page, (), FACTS))

    assert [f"w{n}" for n in range(depth)] == text.split()
