"""The words of posts are the same, whichever comes first, page or feed, and in however many goes."""

from collections.abc import Sequence
from itertools import pairwise, permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archiver.models.reading import Reading
from archiver.store.rows import every
from archiver.store.store import Store
from tests.store.factories import BLOG, WARC, Readings, piece
from tests.store.own_words import BOX, found, lines, own, url


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


NIGHT = 24 * 60  # minutes


def _states(readings: Sequence[Reading], cuts: Sequence[int] = ()) -> tuple[Any, Any]:
    """What is kept of the post's words in the feed, and of its months."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "archive.db"
        for start, end in pairwise([0, *sorted(cuts), len(readings)]):
            with Store(path) as store:
                for reading in readings[start:end]:
                    store.add(reading)
                store.commit(WARC, end)
        with Store(path) as store:
            return every(store.db, _FEED_WORDS), every(store.db, _MONTHS)


_FEED_WORDS = "SELECT url, digest, list, first_seen, last_seen, words, lines FROM feed_words ORDER BY digest"
_MONTHS = "SELECT * FROM feed_word_months ORDER BY month, side, digest"


def _nights(make: Readings, states: Sequence[tuple[int, str]]) -> list[Reading]:
    """Captures of a feed: the night, and which words it has of the post."""
    readings = []
    for night, state in states:
        make.count = night * NIGHT
        readings.append(make.feed(url(0), words={url(0): [f"Read {state} times."]}))
    return readings


def test_the_states_at_both_ends_of_a_month_keep_their_words(make: Readings) -> None:
    """A counter that is another one each night is not kept each night; when words stood there is known of all."""
    post = make.post(url(0), pieces=own(0))
    readings = [post, *_nights(make, [(night, str(night)) for night in range(1, 59)])]
    words, months = _states(readings)
    kept = sorted(row["first_seen"][5:10] for row in words if row["lines"] is not None)

    assert (
        "01-02 01-03 01-04 01-05 01-28 01-29 01-30 01-31 02-01 02-02 02-03 02-04 02-25 02-26 02-27 02-28".split()
        == kept
    )
    assert (58, 16) == (len(words), len(months))
    assert (words, months) == _states(readings[::-1], cuts=[7, 30])


def test_a_state_that_returns_has_its_words_again(make: Readings) -> None:
    """It was in the midst of a month; it is the only one of the next, and stood all the time between."""
    nights = [(night, str(night)) for night in range(1, 11)]
    readings = [make.post(url(0), pieces=own(0)), *_nights(make, [*nights, (40, "5")])]
    words, months = _states(readings)
    told = {row["first_seen"][:10]: (row["last_seen"][:10], row["lines"] is not None) for row in words}

    assert [("2026-02-10", True), ("2026-01-07", False)] == [told["2026-01-06"], told["2026-01-07"]]
    for shift in range(len(readings)):
        assert (words, months) == _states([*readings[shift:], *readings[:shift]])


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(st.integers(1, 70), st.sampled_from("abcdefghijklmnop")),
        max_size=40,
        unique_by=lambda at: at[0],
    ),
    st.data(),
)
def test_which_states_are_kept_does_not_depend_on_the_order(
    states: list[tuple[int, str]], data: st.DataObject
) -> None:
    """The same captures keep the same words, in any order, in one go or in many."""
    make = Readings()
    readings = [make.post(url(0), pieces=own(0)), *_nights(make, states)]
    expected = _states(readings)
    cuts = data.draw(st.lists(st.integers(0, len(readings)), max_size=3))

    assert expected == _states(data.draw(st.permutations(readings)), cuts)


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
