"""What of a post's page is its author's: what its feed lacks and what stands under many posts is not."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tests.store.factories import BLOG, Readings, cite, piece
from tests.store.own_words import BOX, lines, own, url

Rows = Callable[..., list[dict[str, Any]]]
Fold = Callable[..., None]


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
