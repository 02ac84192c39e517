"""Dates in lines of words, with their times and zones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.web.moments import moments_in, read_moment


@pytest.mark.parametrize(
    ("expected", "written"),
    [
        ("2019-05-02T09:30:00-04:00", "May 2, 2019, 9:30 a.m. EDT"),
        # names of zones that mean several things are no offset
        ("2019-05-02T21:30:00", "May 2, 2019 at 9:30 PM ET"),
        ("2019-05-02T10:15:00", "2 mai 2019 à 10h15"),
        ("2019-05-02T14:05:00+02:00", "2. Mai 2019, 14:05 Uhr MESZ"),
        ("2019-05-02T07:00:00", "2019年5月2日 7:00"),
        ("2014-07-02T10:25:00-04:00", "10:25 AM EDT, Wed July 2, 2014"),
        ("2019-05-15", "١٥ مايو ٢٠١٩"),
        ("2016-09-04", "04.09.16"),
        ("2018-07-04", "July 4 '18"),
        ("2019-05", "May 2019"),
        (None, "5/2/2019"),
        (None, "version 1.2.3.4"),
    ],
)
def test_moments_in(expected, written):
    """A date is read with the time and the zone beside it, no more precisely than written."""
    assert expected == next((found.date for found in moments_in(written)), None)


@given(st.text(max_size=300))
def test_moments_in_never_raises(text):
    """Any line holds some dates, or none, in their order."""
    found = list(moments_in(text))

    assert found == sorted(found, key=lambda moment: moment.start)


@pytest.mark.parametrize(
    ("expected", "written", "day_first"),
    [
        ("2019-05-02T09:30:00+00:00", "1556789400", None),
        ("2019-05-02T09:30:00+00:00", "1556789400000", None),
        ("2019-05-02T09:30:00+02:00", "2019-05-02T09:30:00+02:00[Europe/Vienna]", None),
        ("2019-02-05", "5/2/2019", True),
        ("2019-05-02", "5/2/2019", False),
        (None, "yesterday", None),
    ],
)
def test_read_moment(expected, written, day_first):
    """Machines write dates in several ways, too."""
    assert expected == read_moment(written, day_first=day_first)
