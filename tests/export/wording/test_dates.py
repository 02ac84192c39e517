"""Dates as precise as they are known, on the day on which they were written."""

import pytest

from archiver.export.wording import dates
from archiver.models.item import PartialDate


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019", "2019"),
        ("2019-09", "2019-09"),
        ("2019-09-12", "2019-09-12"),
        # late in New York is the next day in Greenwich, and the author's day counts
        ("2019-09-30T23:40:00-04:00", "2019-09-30"),
        # an hour that daylight saving repeats
        ("2019-10-27T02:30:00+02:00", "2019-10-27"),
        ("2019-10-27T02:30:00+01:00", "2019-10-27"),
        ("1450-01-01T00:00:00Z", "1450-01-01"),
        # no dates
        ("", None),
        (None, None),
        ("last week", None),
        ("2019-13", None),
        ("2019-02-30", None),
        ("0000-01-01", None),
        ("٢٠١٩", None),
    ],
)
def test_a_date_is_as_precise_as_it_was_written(text, expected):
    """Nothing is added, and no offset moves it."""
    found = PartialDate.parse(text)

    assert expected == (None if found is None else str(found))


@pytest.mark.parametrize(
    ("text", "american", "mla", "apa", "bluebook", "wikipedia"),
    [
        (
            "2019-09-02",
            "September 2, 2019",
            "2 Sept. 2019",
            "2019, September 2",
            "Sept. 2, 2019",
            "2019-09-02",
        ),
        # months of up to four letters are not shortened
        ("2019-05-02", "May 2, 2019", "2 May 2019", "2019, May 2", "May 2, 2019", "2019-05-02"),
        # a month alone
        ("2019-12", "December 2019", "Dec. 2019", "2019, December", "Dec. 2019", "December 2019"),
        ("2019", "2019", "2019", "2019", "2019", "2019"),
    ],
)
def test_a_date_in_words(text, american, mla, apa, bluebook, wikipedia):
    """As each style writes it."""
    day = PartialDate.parse(text)

    assert (american, mla, apa, bluebook, wikipedia) == (
        dates.american(day),
        dates.mla(day),
        dates.apa(day),
        dates.bluebook(day),
        dates.wikipedia(day),
    )
