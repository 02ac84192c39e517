"""Whose turn it is, when not all can be asked."""

from datetime import UTC, datetime, timedelta

import pytest

from archiver.judge.turn import Candidate, Turn, budget, in_turn
from archiver.models.citation import Outcome

NOW = datetime(2019, 9, 1, tzinfo=UTC)


def source(
    number: int,
    *,
    host: str = "",
    outcome: Outcome = Outcome.ARCHIVED,
    strikes: int = 0,
    held: bool = True,
    looked: int = 2,
    every: int = 1,
) -> Candidate:
    """One that was looked at so many days ago, and is looked at every so many."""
    last = NOW - timedelta(days=looked)
    return Candidate(
        source_id=number,
        host=host or f"{number}.example",
        outcome=outcome,
        strikes=strikes,
        is_held=held,
        last_checked=last,
        next_check=last + timedelta(days=every),
    )


def test_the_most_urgent_come_first():
    """New ones in any case; then doubts; then those that are latest by their own interval; the dead that nobody holds last."""
    candidates = [
        source(1, looked=100, every=90),
        source(2, looked=4, every=1),
        source(3, strikes=1, looked=1),
        source(4, outcome=Outcome.GONE, held=False, strikes=5, looked=9, every=7),
        source(5, outcome=Outcome.PENDING, held=False),
    ]
    expected = (
        Turn(source_id=5, why="never asked for"),
        Turn(source_id=3, why="could not be had on 1 of 3 days: to be confirmed"),
        Turn(source_id=2, why="due for 3 days"),
        Turn(source_id=1, why="due for 10 days"),
        Turn(source_id=4, why="gone, may be back; due for 2 days"),
    )

    assert expected == in_turn(candidates, NOW, 10)


def test_a_run_asks_for_no_more_than_it_may():
    """Those never asked for are not counted."""
    candidates = [source(n) for n in range(5)] + [source(9, outcome=Outcome.PENDING)]

    assert [9, 0, 1] == [turn.source_id for turn in in_turn(candidates, NOW, 2)]


@pytest.mark.parametrize(
    ("expected", "sources"), [(20, 0), (20, 1800), (21, 1801), (23, 2000), (1112, 100_000)]
)
def test_budget(expected, sources):
    """Enough to see all of them within ninety days."""
    assert expected == budget(sources)


def test_those_of_one_host_come_together():
    """A few that are nearly as late; not those that were looked at lately, and no doubt is put off for them."""
    candidates = [
        source(1, host="a.example", looked=40),
        source(2, host="b.example", looked=39),
        source(3, host="a.example", looked=30),
        source(4, host="a.example", looked=19),
        source(5, host="c.example", strikes=2, looked=1),
        source(6, host="b.example", strikes=1, looked=1),
        *(source(n, host="d.example", looked=10) for n in range(10, 20)),
        source(20, host="e.example", looked=9),
    ]
    order = [turn.source_id for turn in in_turn(candidates, NOW, 14)]

    assert [5, 6, 1, 3, 2, 4, 10, 11, 12, 13, 14, 15, 16, 17] == order


@pytest.mark.parametrize(
    ("hosts", "most"),
    [
        # each on its own, as on the web at its widest; some on each; all on one
        (2000, 23),
        (600, 9),
        (1, 1),
    ],
)
def test_all_get_their_turn(hosts, most):
    """With two thousand sources that are due at once, each is looked at within ninety nights, at few hosts a night."""
    asked = []
    looked = dict.fromkeys(range(2000), NOW)
    seen: set[int] = set()
    for night in range(1, 90):
        now = NOW + timedelta(days=night)
        due = [
            Candidate(
                source_id=n,
                host=f"{n % hosts}.example",
                outcome=Outcome.ARCHIVED,
                strikes=0,
                is_held=True,
                last_checked=last,
                next_check=last + timedelta(days=1 if n not in seen else 2),
            )
            for n, last in looked.items()
        ]
        turns = in_turn([each for each in due if each.next_check <= now], now, budget(2000))
        asked.append(len({turn.source_id % hosts for turn in turns}))
        for turn in turns:
            looked[turn.source_id] = now
            seen.add(turn.source_id)

    assert (2000, most) == (len(seen), max(asked))
