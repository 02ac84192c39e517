"""Night after night: which archives are asked for a lost source, what is taken, what is left for later."""

from datetime import timedelta

import pytest

from archiver.collection.credentials import Credentials
from archiver.discover.mementos.asking import list_address
from spiders.settings import crawl_settings, slot_of
from tests.spiders.nights import (
    AIT,
    AIT_LIST,
    GONE,
    IA,
    IA_LIST,
    NEAR,
    URL,
    Nights,
    ait,
    ait_links,
    captured,
    ia,
    ia_rows,
    response,
    source,
)
from tests.whole.archived import NOT_FOUND, PARKED, article
from tests.whole.conftest import rows


def test_the_nearest_of_all_archives_is_taken(nights):
    """And the nearest on the other side of the post, wherever it is, to be held against it."""
    nights.answers |= {
        IA_LIST: ia_rows(("20130101000000", "200", "A" * 32), ("20140401000000", "200", "B" * 32)),
        AIT_LIST: ait_links("20140303000000"),
        ia("20140401000000"): captured(
            article("The ferry").replace("the keeper of", "a stranger at"), "20140401000000"
        ),
        ait("20140303000000"): captured(article("The ferry"), "20140303000000"),
    }
    asked = nights.night()
    outcome, reason = source(nights)

    assert [IA_LIST, AIT_LIST, ait("20140303000000"), ia("20140401000000")] == asked
    assert "rescued" == outcome
    assert reason == (
        "as Archive-It had it on 3 March 2014, 12 days before the post; "
        "the capture of the Internet Archive of 1 April 2014, 17 days after the post, says something else"
    )
    assert [] == nights.night()


def test_equal_digests_on_both_sides_need_no_second_fetch(nights):
    """The archive's index says that the bytes are the same."""
    nights.answers |= {
        IA_LIST: ia_rows(("20140303000000", "200", "A" * 32), ("20140401000000", "200", "A" * 32)),
        AIT_LIST: response("", 404),
        ia("20140303000000"): captured(article("The ferry"), "20140303000000"),
    }
    asked = nights.night()

    assert [IA_LIST, AIT_LIST, ia("20140303000000")] == asked
    assert source(nights)[1].endswith("its capture of 1 April 2014, 17 days after the post, says the same")


def test_captures_of_what_is_no_page_are_passed_over(nights):
    """Not found with status 200, for sale, an error, a redirect elsewhere, the archive's own page; then one that is good."""
    stamps = [f"201403{day}000000" for day in (14, 13, 12, 11, 10)]
    nights.answers |= {
        IA_LIST: response("[]"),
        AIT_LIST: ait_links(*stamps, "20140301000000"),
        ait(stamps[0]): captured(NOT_FOUND, stamps[0]),
        ait(stamps[1]): captured(PARKED, stamps[1]),
        ait(stamps[2]): captured("gone", stamps[2], 404),
        ait(stamps[3]): captured(
            "", stamps[3], 301, f"Location: {AIT.raw.format(timestamp=stamps[3], url='http://s.example/')}"
        ),
        ait(stamps[4]): response("<p>Session verification</p>"),
        ait("20140301000000"): captured(article("The ferry"), "20140301000000"),
    }
    nights.night()
    taken = rows(
        nights.collection.database, "SELECT taken FROM mementos WHERE taken IS NOT NULL ORDER BY tried"
    )

    assert ["bad"] * 4 + ["unknown", "good"] == [row["taken"] for row in taken]
    assert ("rescued", "as Archive-It had it on 1 March 2014, 14 days before the post") == source(nights)
    assert (
        1
        == rows(nights.collection.database, "SELECT count(*) AS n FROM documents WHERE kind = 'source'")[0][
            "n"
        ]
    )


def test_after_so_many_tries_it_is_given_up_until_the_archives_have_more(nights):
    """Five captures of error pages are enough for months."""
    stamps = [f"201403{day}000000" for day in range(10, 18)]
    nights.answers |= {IA_LIST: response("[]"), AIT_LIST: ait_links(*stamps)}
    nights.answers |= {ait(stamp): captured(NOT_FOUND, stamp) for stamp in stamps}
    first = nights.night()
    months = [len(nights.night(later=timedelta(days=30))) for _ in range(2)]
    again = nights.night(later=timedelta(days=40))

    assert (7, [0, 0]) == (len(first), months)
    assert [IA_LIST, AIT_LIST] == again[:2]
    assert set() == set(first[2:]) & set(again[2:])


def test_the_archive_sends_to_the_nearest_that_it_has(nights):
    """What it lists it may keep under another moment: that is where it is fetched, and the date is the one that came."""
    nights.answers |= {
        IA_LIST: ia_rows(("20140303000000", "200", "A" * 32)),
        AIT_LIST: response("", 404),
        ia("20140303000000"): response("", 302, f"Location: {ia('20140304000000')}"),
        ia("20140304000000"): captured(article("The ferry"), "20140304000000"),
    }
    nights.night()

    assert ("rescued", "as the Internet Archive had it on 4 March 2014, 11 days before the post") == source(
        nights
    )


def test_an_archive_that_does_not_answer_is_asked_later_and_later(nights):
    """By the next crawl, then a day after, then two, four; what others have said they need not say again."""
    nights.answers[AIT_LIST] = response("", 404)
    asked = [nights.night(later=timedelta(hours=1))]
    asked += [nights.night() for _ in range(9)]
    (row,) = rows(
        nights.collection.database, "SELECT failures, answer FROM archive_answers WHERE archive = ?", IA.name
    )
    nights.answers |= {
        IA_LIST: ia_rows(("20140303000000", "200", "A" * 32)),
        ia("20140303000000"): captured(article("The ferry"), "20140303000000"),
    }
    nights.night(later=timedelta(days=30))

    assert [2, 1, 1, 0, 1, 0, 0, 0, 1, 0] == [len(each) for each in asked]
    assert (5, "unknown", "rescued") == (row["failures"], row["answer"], source(nights)[0])


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        # it asks for quiet: the first word is enough
        (response("", 429), 1),
        (response("", 503, "Retry-After: 86400"), 1),
        # down: three are enough
        (response("", 502), 3),
        (None, 3),
    ],
    ids=["429", "Retry-After", "502", "silent"],
)
def test_an_archive_in_trouble_is_left_alone_for_the_night(tmp_path, raw, expected):
    """The others go on; whoever was not asked is not said to have nothing."""
    nights = Nights(tmp_path)
    urls = [f"http://s.example/{n}" for n in range(6)]
    nights.cite(*urls)
    for url in urls:
        nights.dies(url, GONE)
        nights.answers |= {list_address(AIT, url, NEAR): response("", 404)}
        if raw is not None:
            nights.answers[list_address(IA, url, NEAR)] = raw
    asked = nights.night()
    said = rows(
        nights.collection.database, "SELECT archive, answer, count(*) AS n FROM archive_answers GROUP BY 1, 2"
    )

    assert (expected, 6) == (
        sum("web.archive.org" in url for url in asked),
        sum("archive-it" in url for url in asked),
    )
    assert [(AIT.name, "none", 6), (IA.name, "unknown", expected)] == [tuple(row.values()) for row in said]


def test_a_killed_crawl_is_gone_on_with(nights):
    """Lists that came are not asked for again; the captures that they name are fetched."""
    nights.answers |= {
        IA_LIST: ia_rows(("20140303000000", "200", "A" * 32)),
        AIT_LIST: response("", 404),
        ia("20140303000000"): captured(article("The ferry"), "20140303000000"),
    }
    asked = [nights.night(requests=2), nights.night()]

    assert [[IA_LIST, AIT_LIST], [ia("20140303000000")]] == asked
    assert "rescued" == source(nights)[0]


def test_a_long_list_is_asked_for_in_parts(nights):
    """Only the part that covers the post's date."""
    part = "https://wayback.archive-it.org/all/timemap/link/{}/" + URL
    more = ", ".join(
        f'<{part.format(year)}>; rel="timemap"; from="Wed, 01 Jan {year} 00:00:00 GMT"; until="Tue, 31 Dec {year} 23:59:59 GMT"'
        for year in (2012, 2014, 2016)
    )
    nights.answers |= {
        IA_LIST: response("[]"),
        AIT_LIST: ait_links(more=more),
        part.format(2014): ait_links("20140303000000"),
        ait("20140303000000"): captured(article("The ferry"), "20140303000000"),
    }

    assert [IA_LIST, AIT_LIST, part.format(2014), ait("20140303000000")] == nights.night()
    assert "rescued" == source(nights)[0]


def test_redirects_without_end_are_no_answer(nights):
    """Of a list or of a capture: followed a few times, then left for later, and later each time."""
    round_trip = [IA.raw.format(timestamp=f"2014030{day}000000", url=URL) for day in (3, 4)]
    nights.answers |= {
        IA_LIST: ia_rows(("20140303000000", "200", "A" * 32)),
        AIT_LIST: response("", 302, f"Location: {AIT_LIST}"),
        round_trip[0]: response("", 302, f"Location: {round_trip[1]}"),
        round_trip[1]: response("", 302, f"Location: {round_trip[0]}"),
    }
    asked = [len(nights.night(later=timedelta(hours=6))) for _ in range(4)]

    assert [1 + 4 + 4, 4 + 4, 0, 0] == asked
    assert ("gone", "404 Not Found") == source(nights)


def test_a_part_that_does_not_come_leaves_the_others(nights):
    """The next nearest part is asked for; the search does not wait for ever."""
    part = "https://wayback.archive-it.org/all/timemap/link/{}/" + URL
    more = ", ".join(
        f'<{part.format(year)}>; rel="timemap"; from="Wed, 01 Jan {year} 00:00:00 GMT"; until="Tue, 31 Dec {year} 23:59:59 GMT"'
        for year in (2013, 2014)
    )
    nights.answers |= {
        IA_LIST: response("[]"),
        AIT_LIST: ait_links(more=more),
        part.format(2013): ait_links("20131231000000"),
        ait("20131231000000"): captured(article("The ferry"), "20131231000000"),
    }
    asked = nights.night()

    assert [AIT_LIST, part.format(2014), part.format(2013), ait("20131231000000")] == [
        each for each in asked if each != IA_LIST
    ]
    assert "rescued" == source(nights)[0]


def test_an_archive_that_is_always_silent_brings_no_further_tries(nights):
    """What was found wanting counts, however often another archive is asked in vain."""
    stamps = [f"201403{day}000000" for day in range(10, 22)]
    nights.answers |= {AIT_LIST: ait_links(*stamps)}
    nights.answers |= {ait(stamp): captured(NOT_FOUND, stamp) for stamp in stamps}
    asked = [len(nights.night(later=timedelta(days=2))) for _ in range(3)]

    assert [7, 1, 1] == asked


def test_every_archive_has_a_clock_of_its_own(nights):
    """One request at a time, with the pause that the settings say, whatever its hosts are called."""
    settings = nights.collection.settings
    slots = crawl_settings(settings, Credentials())["DOWNLOAD_SLOTS"]

    assert {slot_of(each): {"concurrency": 1, "delay": 4.0} for each in settings.rescue.asked()} == slots
