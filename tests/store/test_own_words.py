"""What of a post's page is its author's: whichever comes first, page or feed, this post or the others."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archiver.models.piece import Piece
from archiver.models.reading import Reading
from archiver.store.rows import every
from archiver.store.store import Store
from tests.store.conftest import assert_sound
from tests.store.factories import BLOG, WARC, Readings, cite, piece

Rows = Callable[..., list[dict[str, Any]]]
Fold = Callable[..., None]

WORDS = "weir toll lock quay mill barge salt rope coin boat flood ice bench spine child parish".split()
BOX = piece("Ada Moss walks the towpath every morning.", "who")


def own(n: int, paragraphs: int = 3) -> list[Piece]:
    """Paragraphs that only one post has."""
    return [
        piece(" ".join(f"{word}{chr(97 + n)}{chr(97 + at)}" for word in WORDS) + ".")
        for at in range(paragraphs)
    ]


def url(n: int) -> str:
    """The address of a post."""
    return f"{BLOG}{n}/"


def lines(pieces: Sequence[Piece]) -> list[str]:
    """The pieces as a feed has them."""
    return [each.text for each in pieces]


def found(readings: Sequence[Reading], cuts: Sequence[int] = ()) -> list[dict[str, Any]]:
    """Fold readings into a new database, in several goes; gives what became of the posts' texts."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "archive.db"
        starts = [0, *sorted(cuts)]
        for start, end in zip(starts, [*starts[1:], len(readings)], strict=True):
            with Store(path) as store:
                for reading in readings[start:end]:
                    store.add(reading)
                store.commit(WARC, end)
        with Store(path) as store:
            assert_sound(store.db)
            return every(store.db, _TEXTS)


_TEXTS = """
SELECT posts.url, text, html, words, text_digest, extractor, agreement, doubts,
    (SELECT group_concat(position || reason || left_out.text) FROM left_out WHERE left_out.document_id = documents.id) AS out
FROM posts LEFT JOIN documents ON documents.id = document_id ORDER BY posts.url
"""


def test_a_feed_takes_out_what_it_lacks(fold: Fold, rows: Rows, make: Readings) -> None:
    """Text, HTML, length, digest and full-text index follow; what was taken out can be read elsewhere."""
    text = own(0)
    fold(make.post(url(0), pieces=[BOX, *text]), make.feed(url(0), words={url(0): lines(text)}))

    assert [
        {
            "text": "\n".join(lines(text)),
            "html": "\n".join(each.html for each in text),
            "words": 48,
            "extractor": "post; feed",
            "agreement": 1.0,
            "doubts": None,
        }
    ] == rows("documents", "text", "html", "words", "extractor", "agreement", "doubts")
    assert [{"document_id": 1, "position": 1, "reason": "feed", "text": BOX.text, "html": BOX.html}] == rows(
        "left_out"
    )


def test_an_excerpt_takes_out_nothing(fold: Fold, rows: Rows, make: Readings) -> None:
    """The container's reading stays."""
    page = [BOX, *own(0)]
    fold(make.feed(url(0), words={url(0): [f"{page[1].text[:50]} […]"]}), make.post(url(0), pieces=page))

    assert [{"text": "\n".join(lines(page)), "extractor": "post; container", "agreement": None}] == rows(
        "documents", "text", "extractor", "agreement"
    )


def test_a_feed_fills_what_its_page_lacks(fold: Fold, rows: Rows, make: Readings) -> None:
    """A substantial part, in its place, and the document says so."""
    text = own(0, 6)
    fold(make.feed(url(0), words={url(0): lines(text)}), make.post(url(0), pieces=[text[0], text[5]]))

    assert [
        {
            "text": "\n".join(lines(text)),
            "extractor": "post; feed",
            "doubts": "64 words are not on its page, and were taken from its feed",
        }
    ] == rows("documents", "text", "extractor", "doubts")


def test_what_stands_under_many_posts_is_taken_out_of_all(fold: Fold, rows: Rows, make: Readings) -> None:
    """Of the first ones, too, once the third shows it; and it comes back when a new state of the blog no longer has it."""
    pages = [[*own(n), BOX] for n in range(4)]
    fold(*(make.post(url(n), pieces=pages[n]) for n in range(2)))
    before = [row["words"] for row in rows("documents", "words")]
    fold(make.post(url(2), pieces=pages[2]))
    after = [row["words"] for row in rows("documents", "words")]
    fold(*(make.post(url(n), pieces=own(n)) for n in (1, 2)))

    assert [55, 55] == before
    assert [48, 48, 48] == after
    assert [55, 48, 48] == [row["words"] for row in every_current(rows)]


def every_current(rows: Rows) -> list[dict[str, Any]]:
    """The documents of the posts as they are now."""
    documents = {row["id"]: row for row in rows("documents")}
    return [documents[row["document_id"]] for row in rows("posts", "id", "document_id")]


def test_what_feeds_of_new_posts_lack_is_taken_out_of_old_ones(
    fold: Fold, rows: Rows, make: Readings
) -> None:
    """Even in the author's flow, where nothing but a feed can tell; what one feed has is the author's."""
    advert, signature = piece("Buy the best of lamps from Harl and Sons."), piece("Ada Moss, at the lock.")
    pages = [[*own(n), advert, signature] for n in range(4)]
    fold(*(make.post(url(n), pieces=page) for n, page in enumerate(pages)))
    fold(make.feed(*map(url, (2, 3)), words={url(n): lines([*pages[n][:3], signature]) for n in (2, 3)}))

    assert ["\n".join(lines([*own(n), signature])) for n in range(4)] == [
        row["text"] for row in rows("documents", "text")
    ]
    assert [(n, "template", advert.text) for n in range(1, 5)] == [
        (row["document_id"], row["reason"], row["text"]) for row in rows("left_out")
    ]


def test_what_holds_notes_or_is_cited_stays(fold: Fold, rows: Rows, make: Readings) -> None:
    """However many posts have it; where feeds lack what is cited, it is an advertisement."""
    notes = piece("Ibid., 9.", "end", is_held=True)
    cited = piece("The log of the ferry", "log", is_cited=True)
    advert = piece("A lamp", "shop", is_cited=True)
    pages = [[*own(n), notes, cited, advert] for n in range(4)]
    feed = {url(n): lines([*pages[n][:3], cited]) for n in range(2)}
    fold(
        *(make.post(url(n), pieces=page) for n, page in enumerate(pages)),
        make.feed(*map(url, range(2)), words=feed),
    )

    assert ["\n".join(lines([*own(n), notes, cited])) for n in range(4)] == [
        row["text"] for row in rows("documents", "text")
    ]


def test_a_post_is_never_left_without_words(fold: Fold, rows: Rows, make: Readings) -> None:
    """Posts that all say the same are still posts."""
    fold(*(make.post(url(n), pieces=[BOX]) for n in range(5)))

    assert [BOX.text] * 5 == [row["text"] for row in rows("documents", "text")]


def test_an_unchanged_page_keeps_its_document(fold: Fold, rows: Rows, make: Readings) -> None:
    """Whatever was taken out of its text since."""
    pages = [[*own(n), BOX] for n in range(3)]
    fold(*(make.post(url(n), pieces=pages[n]) for n in (0, 1, 2, 0)))

    assert [48, 48, 48] == [row["words"] for row in rows("documents", "words")]
    assert [1, 2, 3, 1] == [row["document_id"] for row in rows("snapshots", "id", "document_id")]


def test_two_blogs_have_nothing_to_do_with_each_other(fold: Fold, rows: Rows, make: Readings) -> None:
    """What stands under two posts of each stands under two."""
    other = Readings(seed="https://other.example/", count=50)
    fold(*(make.post(url(n), pieces=[*own(n), BOX]) for n in range(2)))
    fold(*(other.post(f"{other.seed}{n}/", pieces=[*own(n + 9), BOX]) for n in range(2)))

    assert [] == rows("left_out")


def test_words_of_posts_that_nobody_knows_are_not_kept(fold: Fold, rows: Rows, make: Readings) -> None:
    """A feed may tell of other places; and words that a feed still has are kept once, with their dates."""
    feed = {"https://other.example/9/": ["Words."], url(0): ["Words of the post."]}
    fold(make.feed(url(0), "https://other.example/9/", words=feed), make.feed(url(0), words=feed))

    assert [
        {"url": url(0), "first_seen": "2026-01-01T00:01:00Z", "last_seen": "2026-01-01T00:02:00Z", "words": 4}
    ] == rows("feed_words", "url", "first_seen", "last_seen", "words")


def test_of_several_states_the_nearest_whole_one_counts(make: Readings) -> None:
    """An excerpt beside the whole; a later state in which the author took something out."""
    page = [*own(0), BOX, *own(1)]
    readings = [
        make.post(url(0), pieces=page),
        make.feed(url(0), words={url(0): [page[0].text[:30]]}),
        make.feed(url(0), words={url(0): lines([*own(0), *own(1)])}),
        make.feed(url(0), words={url(0): lines([*own(0), piece("Never mind."), *own(1)])}),
    ]

    for order in permutations(readings):
        (post,) = found(order)
        assert ("\n".join(lines([*own(0), *own(1)])), "post; feed", 1.0) == (
            post["text"],
            post["extractor"],
            post["agreement"],
        )


def test_quotes_are_looked_for_again_where_a_post_is_a_source(fold: Fold, rows: Rows, make: Readings) -> None:
    """A place in the text of a post moves when something before it is taken out."""
    page = [BOX, *own(0)]
    exact = page[1].text[:30]
    citing = make.post(f"{BLOG}citing/", replace(cite(url(0)), quotes=(exact,)))
    fold(make.post(url(0), pieces=page), citing)
    before = rows("quotes", "found", "start", "document_id")
    fold(make.feed(url(0), words={url(0): lines(page[1:])}))

    assert [{"found": "verbatim", "start": len(BOX.text) + 1, "document_id": 1}] == before
    assert [{"found": "verbatim", "start": 0, "document_id": 1}] == rows(
        "quotes", "found", "start", "document_id"
    )


def test_a_feed_may_name_a_post_by_an_address_that_leads_to_it(make: Readings) -> None:
    """Whichever comes first."""
    old = f"{BLOG}?p=1"
    readings = [
        make.post(url(0), pieces=[*own(0), BOX]),
        make.redirect(old, url(0), role=make.feed().capture.visit.role.POST),
        make.feed(old, words={old: lines(own(0))}),
    ]

    assert {("\n".join(lines(own(0))), "post; feed")} == {
        (post["text"], post["extractor"])
        for order in permutations(readings)
        for post in found(order)
        if post["url"] == url(0)
    }


_pages = st.builds(
    lambda n, shared, at_end: (n, [*shared, *own(n, 2), *at_end]),
    st.integers(0, 5),
    st.lists(st.sampled_from([piece("3 min", "top"), piece("A lamp from Harl and Sons.")]), max_size=2),
    st.lists(
        st.sampled_from(
            [BOX, piece("By post", "news"), piece("Ada, at the lock."), piece("Log", "log", is_cited=True)]
        ),
        max_size=3,
    ),
)
_feeds = st.dictionaries(
    st.integers(0, 5),
    st.sampled_from(["whole", "signed", "cut", "longer"]),
    min_size=1,
    max_size=3,
)


def _words(n: int, how: str) -> list[str]:
    text = lines(own(n, 2))
    added = {"signed": ["Ada, at the lock."], "longer": lines(own(n + 6, 6))}
    return [text[0][:40] + "…"] if how == "cut" else text + added.get(how, [])


def _made(events: Sequence[Any]) -> list[Reading]:
    """Each post once, since of two captures the later one counts; feeds as they come."""
    make = Readings()
    readings: dict[object, Reading] = {}
    for at, event in enumerate(events):
        if isinstance(event, dict):
            words = {url(n): _words(n, how) for n, how in event.items()}
            readings[at] = make.feed(*words, words=words)
        else:
            readings[event[0], "post"] = make.post(url(event[0]), pieces=event[1])
    return list(readings.values())


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(_pages, _pages, _feeds), min_size=3, max_size=12).map(_made), st.data())
def test_neither_order_nor_cuts_matter(readings: list[Reading], data: st.DataObject) -> None:
    """The same captures give the same texts, in any order, in one go or in many."""
    expected = found(readings)
    shuffled = data.draw(st.permutations(readings))
    cuts = data.draw(st.lists(st.integers(0, len(readings)), max_size=3))

    assert expected == found(shuffled)
    assert expected == found(readings, cuts)


@pytest.mark.parametrize("posts", [3, 4, 7, 8, 15, 16, 17, 33])
def test_a_box_under_all_posts_is_none_of_theirs(posts: int, make: Readings) -> None:
    """However many they are."""
    readings = [make.post(url(n), pieces=[*own(n), BOX]) for n in range(posts)]

    assert {48} == {post["words"] for post in found(readings)}
