"""Dates as pages write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.web.dates import dates_in, iso_date


@pytest.mark.parametrize(
    ("expected", "written"),
    [
        # ISO 8601, as precise as given
        ("2019", "2019"),
        ("2019-05", "2019-05"),
        ("2019-05-02", "2019-05-02"),
        ("2019-05-02", "20190502"),
        ("2019-05-02T09:30:00", "2019-05-02 09:30"),
        ("2019-05-02T09:30:00+00:00", "2019-05-02T09:30:00.000Z"),
        ("2019-05-02T09:30:00+02:00", "2019-05-02T09:30:00+0200"),
        # as journals write it
        ("2019-05-02", "2019/05/02"),
        ("2019-05", "2019/5"),
        # in words
        ("2019-05-02", "Thursday, May 2nd, 2019"),
        ("2019-05-02", "2 May 2019, 10:30 am"),
        ("2019-09-03", "Sept. 3, 2019"),
        ("2019-09", "September 2019"),
        ("2019-05-02", "Thu, 02 May 2019 09:30:00 GMT"),
        # in other languages
        ("2019-05-02", "2. Mai 2019"),
        ("2018-06-01", "1er juin 2018"),
        ("2015-10-12", "12 de octubre de 2015"),
        ("2019-05-05", "5 мая 2019"),
        ("2019-05-02", "2019年5月2日"),
        ("2019-05-02", "2019년 5월 2일"),
        ("2019-05-02", "02.05.2019"),
        # slashes, where only one reading is possible
        ("2019-05-13", "13/05/2019"),
        ("2019-05-13", "05/13/2019"),
        ("2019-05-05", "5/5/2019"),
        (None, "5/2/2019"),
        # no date, or no day that there was
        (None, "2019-02-30"),
        (None, "2019-13-01"),
        (None, "0001-01-01T00:00:00"),
        (None, "© 2019"),
        (None, "yesterday"),
        (None, ""),
        (None, None),
    ],
)
def test_iso_date(expected, written):
    """A date is as precise as it was given; what is none, or reads two ways, is none."""
    assert expected == iso_date(written)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["2019-05-02", "2020-06-01"], "May 2, 2019 | Updated June 1, 2020"),
        (["2019-05-02"], "Posted on 2019-05-02 by a clerk"),
        ([], "Chapter 5, verse 2"),
        # parts of longer numbers
        ([], "ISBN 12019-05-021"),
    ],
)
def test_dates_in(expected, text):
    """Dates are found in a line of words."""
    assert expected == list(dates_in(text))


@given(st.text(max_size=300))
def test_iso_date_never_raises(written):
    """Any text is a date or none."""
    assert iso_date(written) is None or iso_date(written)[:4].isdecimal()


@given(st.dates(min_value=date(1450, 1, 1), max_value=date(2100, 12, 31)))
def test_iso_date_round_trip(day):
    """What is ISO 8601 already stays as it is."""
    assert day.isoformat() == iso_date(day.isoformat())
