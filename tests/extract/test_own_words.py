"""A post's page held against its feed."""

import pytest

from archiver.discover.contents import read_contents
from archiver.extract.feed_words import read_feed_words
from archiver.extract.own_words import compare
from archiver.models.blog import FeedWords, PostContent
from archiver.models.piece import Piece

A = "In 1904 the keeper of the ferry raised the toll without asking anybody, and nobody paid it."
B = "The miller, who had lost his boat in the flood, walked across the ice all through that winter."
C = "When the bridge was built at last, the book with the green spine was left under a bench."
D = "It lay there for thirty years, until a child found it and sold it to the parish for a coin."
POST = [A, B, C, D]
BIO = "Ada Moss walks the towpath every morning and writes here in the evening, when the lock is shut."


def flow(*texts, **marks):
    """Pieces in the author's flow."""
    return [Piece(text=text, html="", **marks) for text in texts]


def box(name, *texts, **marks):
    """Pieces in a box."""
    return flow(*texts, box=name, **marks)


def left_of(pieces, lines):
    """The pieces that a feed leaves in the text."""
    told = compare(pieces, lines)
    return [piece.text for piece, out in zip(pieces, told.out, strict=True) if not out]


def test_a_feed_that_has_all_takes_boxes_away():
    """Author, contents, other posts: whatever the feed has nothing of."""
    links = flow("The Weir\nThe Toll", is_links=True)
    pieces = [*box("meta", "3 min read"), *flow(*POST), *box("who", BIO), *flow("Read on:"), *links]

    assert POST == left_of(pieces, POST)
    assert compare(pieces, POST).is_whole
    assert [False, True, True, True, True, False, False, False] == list(compare(pieces, POST).has)


def test_the_pages_own_reading_of_a_piece_stays():
    """Marks, numbers and case are no difference."""
    pieces = flow(A.replace("toll", "toll[1]"), B.upper(), C, f"{D}[2]")

    assert [piece.text for piece in pieces] == left_of(pieces, POST)
    assert 1.0 == compare(pieces, POST).agreement


@pytest.mark.parametrize(
    "lines",
    [
        # the first words, with a sign; without one
        [A, B, "When the bridge was built at last, […]"],
        [A, B[:60] + "…"],
        [A],
        # "Read more", in other words
        [A, B, C, "Continue reading →"],
        [A, B, C, "Weiterlesen: Die Fähre"],
        # another post, nothing
        [
            "Of the weir and the winter of 1911 there is nothing in the book, and nobody has asked for it since."
        ],
        [],
        ["There is no excerpt because this is a protected post."],
    ],
)
def test_an_excerpt_costs_no_word(lines):
    """A feed that does not have all of a post says nothing of what it lacks."""
    pieces = [*box("meta", "3 min read"), *flow(*POST), *box("who", BIO)]
    told = compare(pieces, lines)

    assert (False, [piece.text for piece in pieces]) == (told.is_whole, left_of(pieces, lines))


def test_prose_stays_though_an_excerpt_without_a_sign_may_pass_for_all():
    """Of a short post two paragraphs may look like all of it, with two lines of the blog's under them."""
    pieces = [*flow(*POST), *box("who", BIO)]

    assert POST == left_of(pieces, [A, B])


def test_an_older_state_costs_no_word():
    """What was added among the author's paragraphs stays; so do what was cited, what holds notes, boxes that are the author's."""
    added = flow("An update, in the evening: the book is in the museum now.")
    kept = [
        *box("notes", "1. River Board, minutes.", is_held=True),
        *box("source", "The log of the ferry", is_cited=True),
        *box("aside", f"{A} So it says."),
        *box("aside", "Or so they say."),
    ]
    pieces = [*flow(A, B), *added, *flow(C, D), *kept, *box("who", BIO)]

    assert [piece.text for piece in pieces[:-1]] == left_of(pieces, [*POST, A + " So it says."])


def test_what_feeds_add_is_no_part_of_the_post():
    """The line by which WordPress says where a post came from."""
    trailer = "The post The Ferry appeared first on The Tollgate."

    assert POST == left_of([*flow(*POST), *box("who", BIO)], [*POST, trailer])
    assert 1.0 == compare(flow(*POST), [*POST, trailer]).agreement


def test_a_list_of_links_is_not_had_by_chance():
    """A table of contents says what the headings say."""
    contents = box("contents", "The toll was raised", is_links=True)
    pieces = [*contents, *flow(A, "The toll was raised", B, C, D)]
    told = compare(pieces, [A, "The toll was raised", B, C, D])

    assert (None, True) == (told.has[0], told.has[2])
    assert told.out[0]


def test_a_second_part_in_a_box_stays():
    """Its feed may end where the box begins, without a sign; what is said of an author at some length is no second part."""
    first, second = [f"{A} {B}"] * 3, [f"{C} {D}"] * 3

    assert [*first, *second] == left_of([*flow(*first), *box("asset-more", *second)], first)
    assert first == left_of([*flow(*first), *box("who", f"{BIO} {BIO}", BIO)], first)


def test_notes_and_captions_stay_though_the_feed_lacks_them():
    """No mark leads to them, and the plug-in that writes them leaves the feed alone."""
    notes = "River Board, minutes of the spring meeting, in the parish chest."
    shown = "The keeper in front of his ferry, by a travelling photographer."
    boxes = [*box("fig > wp-caption", shown), *box("footnotes-list", notes), *box("who", BIO)]

    assert [*POST, shown, notes] == left_of([*flow(*POST), *boxes], POST)


def test_an_authors_own_list_of_posts_is_the_feeds():
    """Where the feed has its lines one after the other; a table of contents only repeats headings that stand apart."""
    parts = "The Weir in the first winter\nThe Toll in the second winter"
    headings = ["The weir was shut", "The toll was raised"]
    series = box("parts", parts, is_links=True)
    contents = box("contents", "\n".join(headings), is_links=True)
    page = [headings[0], A, B, headings[1], C, D]

    assert [*page, parts] == left_of([*contents, *flow(*page), *series], [*page, *parts.split("\n")])


def test_what_the_page_lacks_is_named_with_its_place():
    """A substantial part, after the piece that it follows; a line or two are an older state's."""
    more = [
        f"{line} And again, in the year after, as the older people in the village say." for line in (B, C, D)
    ]
    long = compare(flow(A, D), [A, *more, D])
    short = compare(flow(A, B, D), [*POST])

    assert tuple((0, line) for line in more[:2]) == long.missing[:2]
    assert () == short.missing


def test_what_a_feed_adds_below_a_post_is_not_taken_from_it():
    """A request of some length under every entry; the end of a post that its page cuts off is longer."""
    request = f"{BIO} {BIO} {BIO}"
    post = [f"{line} {line}" for line in POST]

    assert () == compare(flow(*post), [*post, request]).missing
    assert ((0, post[1]), (0, post[2])) == compare(flow(post[0]), post[:3]).missing


def test_a_page_whose_words_are_elsewhere():
    """Where the page's words are not those of the post at all, only what is held stays of them."""
    pieces = [
        *flow("Subscribe to the letters of the gate, once a month."),
        *flow("1. Minutes.", is_held=True),
    ]
    told = compare(pieces, POST * 2)

    assert (True, False) == told.out
    assert [(-1, line) for line in POST * 2] == list(told.missing)


def test_words_of_feeds_are_lines():
    """Blocks, line breaks and marks apart; what nobody sees is gone; a post without words is none."""
    html = "<h2>The <b>toll</b></h2>It was raised<sup>1</sup>again.<br>Nobody&nbsp;paid.<script>x</script><ul><li>a</li><li>b</li></ul>"
    contents = [
        PostContent(url="u", html=html, list="feed"),
        PostContent(url="v", html="<p> </p>", list="feed"),
    ]

    assert [
        FeedWords(
            url="u", lines=("The toll", "It was raised 1 again.", "Nobody paid.", "a", "b"), list="feed"
        )
    ] == list(read_feed_words(contents))


@pytest.mark.parametrize("html", ["<div>" * 50_000 + "x", "&amp;" * 300_000, "<p>a" * 100_000, "<" * 200_000])
def test_hostile_feeds_end(html):
    """Depth, entities and open elements cost time in proportion to their size."""
    item = f"<item><link>https://a.example/</link><description><![CDATA[{html}]]></description></item>"
    body = f"<rss><channel>{item}</channel></rss>".encode()
    words = list(read_feed_words(read_contents("https://a.example/feed/", body)))

    assert len(words) <= 1
    assert all(compare(flow(*POST), each.lines).out == (False,) * 4 for each in words)
