"""Which sources count as lost, and what becomes of those that were rescued."""

from datetime import timedelta

import pytest

from archiver.discover.mementos.asking import list_address
from archiver.index import rebuild
from archiver.workers.readers import Readers
from tests.spiders.nights import (
    AIT,
    AIT_LIST,
    GONE,
    IA,
    IA_LIST,
    NEAR,
    URL,
    Nights,
    captured,
    ia,
    ia_rows,
    response,
    source,
)
from tests.whole.archived import NOT_FOUND, PARKED, article
from tests.whole.conftest import rows
from tests.whole.test_again import dump


def test_another_date_of_the_post_is_another_nearest(nights):
    """An older post cites the same: what is kept is weighed anew, and nothing need be asked."""
    nights.answers |= {
        IA_LIST: ia_rows(("20140303000000", "200", "A" * 32), ("20140320000000", "200", "B" * 32)),
        AIT_LIST: response("", 404),
        ia("20140303000000"): captured(article("The ferry"), "20140303000000"),
        ia("20140320000000"): captured(article("The ferry", "with a word more"), "20140320000000"),
    }
    nights.night()
    before = source(nights)[1]
    nights.cite(URL, date="2014-03-01", path="2014/03/01/ebb/")
    (kept,) = rows(
        nights.collection.database,
        "SELECT date FROM sources JOIN snapshots ON snapshots.id = sources.snapshot_id",
    )

    assert before.startswith(
        "as the Internet Archive had it on 20 March 2014, 5 days after the post; its capture of 3 March"
    )
    assert "as the Internet Archive had it on 3 March 2014, 2 days after the post" == source(nights)[1]
    assert "2014-03-03" == kept["date"][:10]
    assert [] == nights.night()


def test_where_redirects_ended_is_asked_for_too(tmp_path):
    """Of a shortened address archives have no page: the page that it led to is rescued, under its own address."""
    nights = Nights(tmp_path)
    short = "http://sho.example/r1"
    nights.cite(short)
    nights.dies(short, response("", 301, f"Location: {URL}"))
    nights.dies(URL, GONE)
    nights.answers |= {
        list_address(IA, short, NEAR): response("[]"),
        list_address(AIT, short, NEAR): response("", 404),
    }
    nights.answers |= {
        IA_LIST: ia_rows(("20140303000000", "200", "A" * 32)),
        AIT_LIST: response("", 404),
        ia("20140303000000"): captured(article("The ferry"), "20140303000000"),
    }
    nights.night()
    (held,) = rows(
        nights.collection.database,
        "SELECT sources.url, target_uri FROM sources JOIN snapshots ON snapshots.id = sources.snapshot_id",
    )
    before = dump(nights.collection.database)
    rebuild(nights.collection, readers=Readers(processes=0))

    assert ("rescued", {"url": short, "target_uri": URL}) == (source(nights)[0], held)
    assert (before, []) == (dump(nights.collection.database), nights.night())


@pytest.mark.parametrize("end", ["http://s.example/", "https://login.s.example/", "https://sedo.com/x"])
def test_a_front_page_or_a_login_at_the_end_is_not_the_source(tmp_path, end):
    """Nobody looks in archives for the page that a dead one was sent to, though that is dead by now, too."""
    nights = Nights(tmp_path)
    nights.cite(URL)
    nights.dies(URL, response("", 302, f"Location: {end}"))
    nights.dies(end, GONE)

    assert {IA_LIST, AIT_LIST} == set(nights.night())


# what came on each night, and on which the archives are asked for it
DEATHS = [
    ([GONE], [True]),
    ([response(NOT_FOUND)], [True]),
    ([response(PARKED)], [True]),
    ([response("<title>Log in</title><h1>Log in</h1><input type=password>")], [True]),
    ([response("<title>Just a moment...</title>", 403)], [True]),
    # one bad night, and a second, are no death
    ([None, None, None], [False, False, True]),
    # what is well, what its owner does not want copied, and what is no page
    ([response(article("The ferry"))], [False]),
]


@pytest.mark.parametrize(("deaths", "expected"), DEATHS)
def test_who_is_lost(tmp_path, deaths, expected):
    """Gone, hidden or for sale at first sight; silent on three days."""
    nights = Nights(tmp_path)
    nights.cite(URL)
    asked = []
    for raw in deaths:
        nights.dies(URL, raw)
        asked.append(bool(nights.night()))

    assert expected == asked


def test_the_outcome_follows_the_web_and_a_rebuild_follows_both(nights):
    """Rescued, and still so when it is dead or silent again; archived when it is back; gone when it dies with a copy of ours, on the third day."""
    nights.answers |= {
        IA_LIST: ia_rows(("20140303000000", "200", "A" * 32)),
        AIT_LIST: response("", 404),
        ia("20140303000000"): captured(article("The ferry"), "20140303000000"),
    }
    nights.night()
    outcomes = []
    for raw in (GONE, None, response(article("The ferry is back")), GONE):
        nights.now += timedelta(days=90)
        nights.dies(URL, raw)
        outcomes.append(source(nights)[0])
    for _ in range(2):
        nights.now += timedelta(days=1)
        nights.dies(URL, GONE)
        outcomes.append(source(nights)[0])
    before = dump(nights.collection.database)
    rebuild(nights.collection, readers=Readers(processes=0))
    checks = rows(nights.collection.database, "SELECT outcome FROM checks ORDER BY date")

    assert ["rescued", "rescued", "archived", "archived", "archived", "gone"] == outcomes
    assert before == dump(nights.collection.database)
    assert ["gone", "rescued", "gone", "unreachable", "archived", "gone", "gone", "gone"] == [
        row["outcome"] for row in checks
    ]
