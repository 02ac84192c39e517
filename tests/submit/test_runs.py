"""Runs of `archiver submit`: what is handed over, what comes of it, and what the next run does."""

from datetime import datetime, timedelta

import pytest

from archiver.cli._errand import End
from archiver.index import rebuild
from archiver.models.errors import SettingsError
from archiver.verify import verify
from tests.submit.archives import FERRY, GONE, MILL, POST
from tests.submit.runs import ALL, SOON, all_succeed
from tests.submit.scripted import FREE, Said, error, success
from tests.whole.test_again import dump

MONTH = str(30 * 24 * 3600)
WEB = "https://web.archive.org/web"


def test_what_is_there_is_handed_over_once_and_its_memento_is_kept(runs):
    """Post and sources, not what is gone; the memento as the service tells it; a rebuild gives the same rows; then there is time."""
    all_succeed(runs)
    result = runs.run()
    asked, before = len(runs.script.asked), dump(runs.collection.database)
    rebuild(runs.collection)
    again = runs.run()

    assert (End.FINISHED, {"handed over": 3, "captured": 3}) == (result.end, dict(result.counts))
    assert [
        (POST, "post", "done", f"{WEB}/{SOON}/{POST}", "2026-01-02T03:00:30Z"),
        (FERRY, "source", "done", f"{WEB}/{SOON}/https://www.s.example/ferry", "2026-01-02T03:00:30Z"),
        (MILL, "source", "done", f"{WEB}/{SOON}/{MILL}", "2026-01-02T03:00:30Z"),
    ] == runs.rows("url, purpose, stage, memento_url, memento_date")
    assert [{"url": url, "skip_first_archive": "1", "if_not_archived_within": MONTH} for url in ALL] == (
        runs.script.forms
    )
    assert (before, (), ()) == (
        dump(runs.collection.database),
        verify(runs.collection, deep=True).problems,
        verify(runs.collection).notes,
    )
    assert (End.FINISHED, asked) == (again.end, len(runs.script.asked))


def test_each_request_carries_the_keys_and_nothing_else_does(runs, caplog):
    """As the service wants them; not in the archive's files, not in the log, even where the service repeats them."""
    runs.script.saves = {FERRY: [error("celery", "LOW canaryA1:canaryB2 is busy")]}
    with caplog.at_level("DEBUG"):
        runs.run()
    files = [
        path
        for path in runs.collection.folder.rglob("*")
        if path.is_file() and "credentials" not in path.name
    ]
    shown = [path.name for path in files if b"canary" in path.read_bytes()]

    assert {"LOW canaryA1:canaryB2"} == {each["Authorization"] for each in runs.script.headers}
    assert {"application/json"} == {each["Accept"] for each in runs.script.headers}
    assert ([], False) == (shown, "canary" in caplog.text)
    assert ("LOW [removed by archiver]:[removed by archiver] is busy",) in runs.rows("reason")


def test_a_capture_that_others_made_lately_is_good_enough(runs):
    """The service names it; where it does not say where it is, no address is made up."""
    runs.script.jobs = {"spn2-post": [success(POST, "20251220000000")]}
    runs.script.saves = {FERRY: [{"url": FERRY, "message": "The same snapshot had been made 2 hours ago."}]}
    result = runs.run(ids=("p1", "s1"), sources=True, limit=2)

    assert [(f"{WEB}/20251220000000/{POST}",), (None,)] == runs.rows("memento_url")
    assert [("done",), ("done",)] == runs.rows("stage")
    assert (2, End.LIMIT) == (result.counts["captured"], result.end)


def test_an_older_capture_is_not_taken_for_the_one_that_was_asked_for(runs):
    """Jobs for one address have one name, and the service may still tell of an earlier one."""
    runs.script.jobs = {"spn2-post": [success(POST, "20250101000000"), success(POST, SOON)]}
    runs.run(ids=("p1",), sources=False)

    assert [("done", f"{WEB}/{SOON}/{POST}")] == runs.rows("stage, memento_url")


def test_what_fails_waits_longer_each_time_and_what_is_refused_for_a_season(runs):
    """A word that passes: an hour, a day, two days; one that stays, or another day's: its own time."""
    runs.script.saves = {
        POST: [error("gateway-timeout", "The server did not respond in time.")],
        FERRY: [error("blocked-url", "This URL is in the list of blocked ones.")],
        MILL: [error("too-many-daily-captures", "This URL has been already captured 5 times today.")],
    }
    tries = []
    for _ in range(4):
        runs.run()
        tries.append(runs.rows("url, submitted, next_try"))
        runs.time.at += timedelta(days=3)

    assert [
        (POST, "error:gateway-timeout", 1),
        (FERRY, "error:blocked-url", 1),
        (MILL, "error:too-many-daily-captures", 1),
    ] == runs.rows("url, error, failures")[:3]
    assert ["2026-01-02T04:00:01Z", "2026-04-02T03:00:11Z", "2026-01-03T00:00:00Z"] == [
        again for _, _, again in tries[0]
    ]
    assert [1, 2, 3, 4] == [failures for url, failures in runs.rows("url, failures") if url == POST]
    assert [0, 1, 2, 4] == [
        (datetime.fromisoformat(again) - datetime.fromisoformat(at)).days for url, at, again in tries[3] if url == POST
    ]  # fmt: skip


def test_a_deadline_and_a_signal_leave_open_jobs_to_the_next_run(runs):
    """What was taken is asked about, and not handed over anew."""
    first = runs.run(deadline=5.0)
    runs.time.stop_after = len(runs.time.waited) + 3
    second = runs.run()
    runs.time.stop_after = None
    all_succeed(runs)
    third = runs.run()

    assert [(End.DEADLINE, 1), (End.STOPPED, 2), (End.FINISHED, 0)] == [
        (each.end, each.open) for each in (first, second, third)
    ]
    assert ALL == runs.saved()
    assert [("done",)] * 3 == runs.rows("stage")


def test_a_job_that_never_ends_is_asked_about_until_the_service_has_forgotten_it(runs):
    """A run does not wait for it for ever; hours later it counts as failed, and is guarded when it is handed over again."""
    first = runs.run(ids=("p1",), sources=False)
    waited = sum(runs.time.waited)
    runs.time.at += timedelta(hours=3)
    runs.run(ids=("p1",), sources=False)
    forgotten = runs.rows("stage, error")
    runs.time.at += timedelta(days=60)
    runs.run(ids=("p1",), sources=False)

    assert (1, True) == (first.counts["not ended yet"], 600 < waited < 700)
    assert [("failed", "forgotten")] == forgotten
    assert [POST, POST] == runs.saved()


def test_an_outage_ends_the_run_and_the_next_goes_on(runs):
    """Whatever comes instead of an answer: three tries with growing waits, the address is in doubt and not failed for good."""
    runs.script.user = [FREE]
    runs.script.saves = {url: [Said(b"<html><h1>502</h1></html>", 502)] for url in ALL}
    first = runs.run()
    said = runs.rows("url, stage, error, reason, next_try")
    runs.script.saves = {}
    all_succeed(runs)
    second = runs.run()

    assert (End.OUTAGE, End.FINISHED) == (first.end, second.end)
    assert [(url, "unknown", "no answer", "an answer that is not JSON", None) for url in ALL] == said
    assert ["done"] * 3 == [row[0] for row in runs.rows("stage")][-3:]
    assert [30.0, 60.0] == [wait for wait in runs.time.waited if wait >= 30][:2]


def test_a_service_that_goes_silent_in_the_middle_ends_the_run(runs):
    """After a hand-over without an answer the account is asked for, and not one address after the other."""
    runs.script.saves = {POST: [Said(b"", 500)]}
    runs.script.user = [FREE, Said(b"", 500)]
    result = runs.run()

    assert (End.OUTAGE, [("user",), ("save", POST), ("user",), ("user",)]) == (result.end, runs.script.asked)


def test_an_address_that_the_service_chokes_on_does_not_hold_up_the_others(runs):
    """It goes behind the others, once in a run; it is no outage, since the rest is answered; later it comes less often."""
    all_succeed(runs)
    runs.script.saves = {POST: [Said(b"", 500)]}
    first = runs.run()
    saved = runs.saved()
    runs.time.at += timedelta(days=1)
    second = runs.run()
    runs.time.at += timedelta(hours=1)
    count = len(runs.saved())
    runs.run()

    assert (End.FINISHED, 2, 1) == (first.end, first.counts["captured"], first.counts["unknown"])
    assert ([POST, FERRY, MILL, POST], End.FINISHED) == (saved, second.end)
    assert [("done",), ("done",)] == [row[1:] for row in runs.rows("url, stage") if row[0] != POST]
    assert (6, 6) == (count, len(runs.saved()))


def test_keys_that_are_not_accepted_end_the_run_before_anything_is_handed_over(runs):
    """With an error that says where to look, and shows no key."""
    runs.script.user = [Said({"message": "You need to be logged in to use Save Page Now."}, 401)]
    with pytest.raises(SettingsError) as caught:
        runs.run()

    assert "does not accept the keys (You need to be logged in" in str(caught.value)
    assert ([("user",)], [], False) == (runs.script.asked, runs.rows("url"), "canary" in str(caught.value))
    assert 1 == len(runs.collection.warc_files())


def test_nothing_is_asked_where_nothing_is_due(runs):
    """Not even for the account."""
    result = runs.run(ids=(GONE,))

    assert (End.FINISHED, []) == (result.end, runs.script.asked)
