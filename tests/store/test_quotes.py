"""Words that posts quote are looked for in what is held of their source, now and later."""

from collections.abc import Callable
from dataclasses import replace

from tests.store.factories import BLOG, Readings, cite

URL = "https://s.example/1"
OTHER = "https://s.example/2"
NAMES = ("exact", "found", "start", "end", "agreement", "source_id")


def test_words_are_looked_for_in_their_source(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """Whichever comes first, the post or the source."""
    citation = replace(cite(URL), quotes=("the lamp was lit", "never was"))
    fold(make.source(URL, text="So the lamp was lit."), make.post(f"{BLOG}a/", citation))

    assert [
        {
            "exact": "the lamp was lit",
            "found": "verbatim",
            "start": 3,
            "end": 19,
            "agreement": 1.0,
            "source_id": 1,
        },
        {
            "exact": "never was",
            "found": "gone",
            "start": None,
            "end": None,
            "agreement": None,
            "source_id": 1,
        },
    ] == rows("quotes", *NAMES)


def test_words_are_looked_for_again_when_the_source_is_read_anew(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """Not yet, there, and gone."""
    post = make.post(f"{BLOG}a/", replace(cite(URL), quotes=("the lamp was lit",)))
    found = []
    for reading in (
        post,
        make.source(URL, text="So the lamp was lit."),
        make.source(URL, text="All has been redesigned."),
        make.gone(URL),
    ):
        fold(reading)
        found += [row["found"] for row in rows("quotes", "found")]

    assert [None, "verbatim", "gone", "gone"] == found


def test_each_source_of_a_citation_is_asked(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """One of two may have the words; and a citation that goes takes its quotes with it."""
    citation = replace(cite(URL, OTHER, f"{URL}#page"), quotes=("the lamp was lit",))
    fold(
        make.source(URL, text="Nothing."),
        make.source(OTHER, text="The lamp was lit."),
        make.post(f"{BLOG}a/", citation),
    )
    both = [(row["source_id"], row["found"]) for row in rows("quotes", "source_id", "found")]
    fold(make.post(f"{BLOG}a/", cite(OTHER, label="2")))

    assert [(1, "gone"), (2, "near")] == both
    assert [] == rows("quotes", *NAMES)
