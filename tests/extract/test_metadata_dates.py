"""Dates that a page shows, and which of several is that of the publication."""

import pytest

from archiver.extract.metadata.shown_dates import shown_dates
from tests.extract.pages import json_ld, work_of


@pytest.mark.parametrize(
    ("expected", "line"),
    [
        ([("2019-05-03", "published")], "Posted on May 3, 2019"),
        ([("2019-05-03", "changed")], "Zuletzt aktualisiert: 3. Mai 2019"),
        ([("2009-05-03", "first")], "First published May 3, 2009"),
        ([("2019-05-03", "other")], "© 3 May 2019"),
        ([("2019-05-03", "plain")], "Geneva, 3 May 2019"),
        ([("2019-05-03", "plain"), ("2019-06-01", "changed")], "3 May 2019 | Updated 1 June 2019"),
        ([("2018-03-23T12:00:00", "published")], "2018年03月23日 12時00分 公開"),
    ],
)
def test_shown_dates(expected, line):
    """The words beside a date say what it is the date of."""
    assert expected == [(shown.date, shown.kind) for shown in shown_dates(line, day_first=None)]


@pytest.mark.parametrize(
    ("expected", "head", "body"),
    [
        # the day of readers, not that of the clock in Greenwich
        (
            ("2025-12-18", "dateline"),
            '<meta property="article:published_time" content="2025-12-19T02:41:41Z">',
            '<h1>x</h1><p class="date">December 18, 2025</p>',
        ),
        # a page brought up to date is told to machines as a new one
        (
            ("2013-12-30", "dateline"),
            '<meta property="article:published_time" content="2024-08-07T12:01:51Z">',
            '<h1>x</h1><p class="date">Dec 30, 2013</p>',
        ),
        # a system's date of every page is that of no work; but it is kept
        (None, json_ld('{"@type":"WebPage","name":"x","datePublished":"2019-12-12"}'), "<h1>x</h1>"),
        # readers are told only when it was changed: a guess where somebody signs, else nothing
        (
            ("2019-05-03", "last-change"),
            "",
            '<h1>x</h1><p class="byline">By Mara Vane</p><p>Updated 3 May 2019</p>',
        ),
        (None, "", "<h1>x</h1><p>Updated 3 May 2019</p>"),
        # a class that hAtom asked for is no word of a change, where no other day is shown
        (
            ("2016-05-04T08:00:00+00:00", "dateline"),
            "",
            '<h1>x</h1><time class="updated" datetime="2016-05-04T08:00:00+00:00">May 4, 2016</time>',
        ),
        # a day in pieces, in a title, in an abbreviation
        (
            ("2014-03-12", "dateline"),
            "",
            '<h1>x</h1><div class="date"><span>12</span><span>Mar</span><span>2014</span></div>',
        ),
        (
            ("2014-03-12", "dateline"),
            "",
            '<h1>x</h1><span class="post-date" title="2014-03-12">2 days ago</span>',
        ),
        (("2014-03-12", "dateline"), "", '<h1>x</h1><abbr class="published" title="2014-03-12">12th</abbr>'),
        # the one day that is shown, far from the heading: a guess
        (
            ("2019-05-03", "guess"),
            "",
            f"<h1>x</h1><p>{'The river rose. ' * 80}</p><p class='date'>3 May 2019</p>",
        ),
    ],
)
def test_issued_of_several(expected, head, body):
    """What machines are told is corrected by what readers see; a guess is called one."""
    issued = work_of(head, body).issued

    assert expected == ((issued.value, issued.rule) if issued else None)


def test_guesses_are_doubtful():
    """Whoever reads a guess is told that it is one."""
    body = '<h1>x</h1><p class="byline">By Mara Vane</p><p>Updated 3 May 2019</p>'

    assert ("the date is a guess: the page tells only when it was changed",) == work_of("", body).doubts
