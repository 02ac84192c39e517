"""The limits of `archiver submit`: the service's, the account's, our own; and one clock for all requests."""

from datetime import timedelta

import pytest

from archiver.cli._errand import End
from tests.submit.archives import FERRY, MILL, POST
from tests.submit.runs import ALL, SOON, Runs, all_succeed
from tests.submit.scripted import FREE, Said, error, success


def test_captures_keep_their_pace_and_their_number_at_once(tmp_path, script):
    """Two at once, six a minute, a second between any two requests; a third waits for one to end."""
    runs = Runs(tmp_path, script, sessions=2, per_minute=6.0)
    pending = {"status": "pending", "job_id": "x"}
    script.jobs = {
        "spn2-post": [pending] * 4 + [success(POST, SOON)],
        "spn2-ferry": [pending] * 4 + [success(FERRY, SOON)],
        "spn2-mill": [success(MILL, SOON)],
    }
    moments = []
    script.before = lambda _: moments.append(runs.time.at)
    runs.run()
    first_end = script.asked.index(("status", "spn2-post"), 0)

    apart = [round((later - moments[0]).total_seconds()) for later in moments[1:]]
    assert (10, True) == (apart[0], apart[1] > 60)
    assert script.asked.index(("save", MILL)) > first_end
    assert 1.0 <= min(runs.time.waited)


def test_the_accounts_free_sessions_count_too(runs):
    """Where the account has one session free, one capture is under way at a time."""
    all_succeed(runs)
    runs.script.user = [{**FREE, "available": 1}]
    runs.run()

    assert [("user",)] + [
        step for url, job in zip(ALL, ("post", "ferry", "mill"), strict=True) for step in (("save", url), ("status", f"spn2-{job}"))
    ] == runs.script.asked  # fmt: skip


def test_a_host_that_wants_no_more_is_left_alone_for_the_run(runs):
    """What else is of it waits for the next run, and is not counted against it."""
    runs.script.saves = {FERRY: [error("too-many-requests", "The host is blocking us.")]}
    runs.script.jobs = {"spn2-post": [success(POST, SOON)]}
    result = runs.run()

    assert ([POST, FERRY], 1) == (runs.saved(), result.counts["put off"])


def test_busy_is_waited_for_as_long_as_it_says(runs):
    """429 with Retry-After, and without; no session free. Then it goes on, and nothing is counted as a failure."""
    all_succeed(runs)
    busy = Said({"message": "slow down"}, 429, (("Retry-After", "120"),))
    runs.script.saves = {
        POST: [busy, {"url": POST, "job_id": "spn2-post"}],
        FERRY: [error("user-session-limit"), Said(b"<html>slow down</html>", 429), {"url": FERRY, "job_id": "spn2-ferry"}],
    }  # fmt: skip
    result = runs.run()

    assert (End.FINISHED, 3) == (result.end, result.counts["captured"])
    assert 120.0 in runs.time.waited
    assert [("done", 0)] * 3 == runs.rows("stage, failures")


@pytest.mark.parametrize("asked", ["user", "save", "status"])
def test_who_asks_for_hours_is_left_alone_by_later_runs_too(runs, asked):
    """A Retry-After beyond what a run waits ends it, whatever was asked; until then nobody asks anything."""
    hours = Said({}, 429, (("Retry-After", "7200"),))
    if asked == "user":
        runs.script.user = [hours, FREE]
    elif asked == "save":
        runs.script.saves = {POST: [hours, {"url": POST, "job_id": "spn2-post"}]}
    all_succeed(runs)
    if asked == "status":
        runs.script.jobs["spn2-post"].insert(0, hours)
    first = runs.run()
    count = len(runs.script.asked)
    runs.time.at += timedelta(minutes=90)
    second = runs.run()
    quiet = len(runs.script.asked)
    runs.time.at += timedelta(hours=1)
    third = runs.run()

    assert ([End.BUSY, End.BUSY, End.FINISHED], count) == ([first.end, second.end, third.end], quiet)
    assert [("done",)] * 3 == runs.rows("stage")


def test_a_day_that_is_spent_goes_on_tomorrow(runs):
    """By the account's count, by the service's word, and by our own limit."""
    all_succeed(runs)
    runs.script.user = [{**FREE, "daily_captures": 29999}, FREE]
    runs.script.saves = {
        FERRY: [
            error("max-daily-bandwidth", "You archived 5 GB today."),
            {"url": FERRY, "job_id": "spn2-ferry"},
        ]
    }
    first = runs.run()
    second = runs.run()
    third = runs.run()
    runs.time.at += timedelta(days=1)
    last = runs.run()

    assert [End.SPENT, End.SPENT, End.BUSY, End.FINISHED] == [first.end, second.end, third.end, last.end]
    assert [POST, FERRY, FERRY, MILL] == runs.saved()


def test_our_own_limits_of_a_run_and_a_day(tmp_path, script):
    """Addresses in one run, on one day; the next goes on."""
    runs = Runs(tmp_path, script, addresses=1, per_day=2)
    all_succeed(runs)
    ends = [runs.run().end for _ in range(3)]
    runs.time.at += timedelta(days=1)
    ends.append(runs.run().end)

    assert [End.LIMIT, End.SPENT, End.SPENT, End.FINISHED] == ends
    assert ALL == runs.saved()
