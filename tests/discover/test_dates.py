"""Dates, as they are shown and as they are written for machines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.discover.dates import feed_date, find_date, find_month, has_day, month_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019-09-12T10:00:00-04:00", "2019-09-12T10:00:00-04:00"),
        ("2019-09-12T10:00:00.123Z", "2019-09-12T10:00:00+00:00"),
        ("2019-09-12 10:00", "2019-09-12T10:00:00"),
        ("2019-09-12 10:00:00 +0100 BST", "2019-09-12T10:00:00+01:00"),
        ("2019-09-12", "2019-09-12"),
        ("September 12, 2019 10:00 pm", "2019-09-12"),
        ("Posted on Sept. 12th, 2019 by Mara", "2019-09-12"),
        ("Thu 12 September 2019", "2019-09-12"),
        ("12. März 2019", "2019-03-12"),
        ("le 1er août 2019", "2019-08-01"),
        ("12 de septiembre de 2019", "2019-09-12"),
        ("12 сентября 2019", "2019-09-12"),
        ("12.09.2019", "2019-09-12"),
        ("2019/09/12", "2019-09-12"),
        ("2019年9月12日", "2019-09-12"),
        # no such days, no such months
        ("2019-02-30", None),
        ("31 June 2019", None),
        ("2019-13-01", None),
        # ambiguous: day first or month first
        ("09/12/2019", None),
        ("September 2019", None),
        ("", None),
    ],
)
def test_days(text, expected):
    """A full date, with the time and offset that were given, and none that were not."""
    assert expected == find_date(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mon, 30 Sep 2019 23:20:00 -0400", "2019-09-30T23:20:00-04:00"),
        ("30 Sep 2019 23:20 GMT", "2019-09-30T23:20:00+00:00"),
        ("2019-09-30T23:20:00Z", "2019-09-30T23:20:00+00:00"),
        ("2019-09-30", "2019-09-30"),
        ("yesterday", None),
        ("Mon, 99 Sep 2019 23:20:00 +0000", None),
    ],
)
def test_dates_of_feeds(text, expected):
    """RFC 822 and ISO 8601."""
    assert expected == feed_date(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("September 2019", "2019-09"),
        ("Sep 2019 (11)", "2019-09"),
        ("septembre 2019", "2019-09"),
        ("Archives: 2019/9", "2019-09"),
        ("09/2019", "2019-09"),
        ("2019年9月", "2019-09"),
        ("2019", None),
        ("2019/13", None),
    ],
)
def test_months(text, expected):
    """A month that is named with its year."""
    month = find_month(text)

    assert expected == (str(month) if month else None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("October 18", True), ("18 Oct", True), ("2019-10-18", True), ("October", False), ("18", False)],
)
def test_days_without_a_year(text, expected):
    """Archive pages leave the year to the heading."""
    assert expected == has_day(text)


def test_the_month_of_a_date_is_that_of_its_own_offset():
    """Half an hour before a month ends it has not ended, whatever it is in Greenwich."""
    assert "2019-08" == str(month_of("2019-08-31T23:30:00-04:00"))


@given(st.text(alphabet="0123456789-/.:TZ+ SepMärz年月,", max_size=60))
def test_no_text_breaks_the_reader(text):
    """Whatever is shown, what is read is a date or nothing."""
    for found in (find_date(text), feed_date(text)):
        assert found is None or month_of(found) is not None


def test_a_page_without_a_date_has_none_in_the_feed():
    """Hugo writes the first day of the calendar, which is not 2001."""
    assert feed_date("Mon, 01 Jan 0001 00:00:00 +0000") is None
