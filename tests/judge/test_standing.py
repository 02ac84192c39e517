"""One bad day kills nobody."""

from datetime import UTC, datetime, timedelta

import pytest

from archiver.judge.standing import standing
from archiver.models.check import Check, Standing
from archiver.models.citation import Outcome

NOW = datetime(2019, 9, 1, 12, tzinfo=UTC)
GOOD, GONE, SILENT, WALL, OURS = (
    Outcome.ARCHIVED,
    Outcome.GONE,
    Outcome.UNREACHABLE,
    Outcome.BOT_WALL,
    Outcome.UNKNOWN,
)


def looks(*found: tuple[float, Outcome]) -> list[Check]:
    """Looks at so many days after the first."""
    return [
        Check(
            date=NOW + timedelta(days=day),
            outcome=outcome,
            reason=None if outcome is GOOD else f"saw {outcome}",
        )
        for day, outcome in found
    ]


@pytest.mark.parametrize(
    ("outcome", "strikes", "checks"),
    [
        (GOOD, 0, looks((0, GOOD))),
        # captured well before: it takes three days
        (GOOD, 1, looks((0, GOOD), (1, GONE))),
        (GOOD, 2, looks((0, GOOD), (1, GONE), (2, GONE))),
        (GONE, 3, looks((0, GOOD), (1, GONE), (2, GONE), (3, GONE))),
        # several looks on one day are one
        (GOOD, 1, looks((0, GOOD), (1, GONE), (1.1, GONE), (1.2, GONE))),
        # whatever was wrong on each of them: the last one names it
        (GONE, 3, looks((0, GOOD), (1, SILENT), (2, WALL), (3, GONE))),
        # a good day in between clears it
        (GOOD, 1, looks((0, GOOD), (1, GONE), (2, GONE), (3, GOOD), (4, GONE))),
        (GOOD, 0, looks((0, GOOD), (1, GONE), (2, GONE), (3, GONE), (4, GOOD))),
        # our own failures are neither
        (GOOD, 0, looks((0, GOOD), (1, OURS), (2, OURS), (3, OURS))),
        (GOOD, 2, looks((0, GOOD), (1, GONE), (2, OURS), (3, GONE))),
        (GONE, 3, looks((0, GOOD), (1, GONE), (2, GONE), (3, GONE), (4, OURS))),
        # never captured well: it is called what it is, and strikes are counted for the report
        (GONE, 1, looks((0, GONE))),
        (SILENT, 2, looks((0, GONE), (1, SILENT))),
        (OURS, 0, looks((0, OURS))),
        (Outcome.PENDING, 0, looks((0, Outcome.PENDING))),
    ],
)
def test_standing(outcome, strikes, checks):
    """What a source counts as, and how many days speak against it."""
    found = standing(checks)

    assert found is not None
    assert (outcome, strikes) == (found.outcome, found.strikes)


def test_what_was_never_looked_at_stands_for_nothing():
    """There is nothing to say."""
    assert standing([]) is None


def test_doubt_is_said_with_its_evidence():
    """The reason names what was found, since when, and how much is missing to a verdict."""
    expected = Standing(
        outcome=GOOD,
        reason="captured well before; gone since 2019-09-02: saw gone (strike 2 of 3)",
        strikes=2,
        was_had=True,
    )

    assert expected == standing(looks((0, GOOD), (1, GONE), (2, GONE)))
