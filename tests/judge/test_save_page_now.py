"""What Save Page Now means, whatever it says."""

from datetime import UTC, datetime

import pytest

from archiver.judge.save_page_now import allowance, heard
from archiver.models.submission import Allowance, Meaning, Reply

NOW = datetime(2026, 1, 2, 3, 0, tzinfo=UTC)
OK = {"status": "success", "timestamp": "20260102030030", "original_url": "https://s.example/a"}


def reply(
    status: int = 200, *, retry_after: str | None = None, problem: str | None = None, **fields
) -> Reply:
    """An answer."""
    return Reply(status=status, fields=fields, retry_after=retry_after, problem=problem)


def error(word: str, message: str | None = None) -> Reply:
    """An error; they come with status 200."""
    return reply(status=200, status_ext=f"error:{word}", message=message, job_id="spn2-1")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        # a job is begun; so it is when a capture was made lately
        (reply(url="https://s.example/a", job_id="spn2-1"), Meaning.ACCEPTED),
        (reply(job_id="spn2-1", message="The same snapshot had been made 2 minutes ago."), Meaning.ACCEPTED),
        # and a capture of which it does not say where it is
        (reply(message="The same snapshot had been made 2 minutes ago."), Meaning.DONE),
        # a job goes on, or has ended
        (Reply(status=200, fields={"status": "pending", "job_id": "spn2-1"}), Meaning.PENDING),
        (Reply(status=200, fields=OK), Meaning.DONE),
        # what passes, a word that nobody knows yet among it
        (error("gateway-timeout"), Meaning.FAILED),
        (error("brand-new"), Meaning.FAILED),
        (Reply(status=200, fields={"status": "error", "message": "?"}), Meaning.FAILED),
        # what stays
        (error("blocked-url"), Meaning.REFUSED),
        (error("not-found"), Meaning.REFUSED),
        (error("invalid-url-syntax"), Meaning.REFUSED),
        # not now; not today: of the account, not of the address
        (error("user-session-limit"), Meaning.BUSY),
        (reply(429), Meaning.BUSY),
        (reply(429, problem="an answer that is not JSON"), Meaning.BUSY),
        (error("max-daily-bandwidth"), Meaning.SPENT),
        (error("too-many-daily-captures", "This URL has been already captured 5 times today."), Meaning.FAILED),
        (error("too-many-daily-captures", "You have reached your daily captures limit."), Meaning.SPENT),
        # keys
        (reply(401, problem="an answer that is not JSON"), Meaning.DENIED),
        # no answer, or none that can be understood
        (Reply(problem="Connection refused"), Meaning.OUTAGE),
        (reply(502), Meaning.OUTAGE),
        (reply(302), Meaning.OUTAGE),
        (reply(200, problem="an answer that is not JSON"), Meaning.OUTAGE),
        (reply(), Meaning.OUTAGE),
        (reply(job_id=7), Meaning.OUTAGE),
        (reply(job_id="../../user"), Meaning.OUTAGE),
        (reply(job_id="x" * 101), Meaning.OUTAGE),
        # a capture that cannot be named: no address is made up
        (Reply(status=200, fields=OK | {"timestamp": "2026"}), Meaning.OUTAGE),
        (Reply(status=200, fields=OK | {"timestamp": "20261340000000"}), Meaning.OUTAGE),
        (Reply(status=200, fields=OK | {"timestamp": 20260102030030}), Meaning.OUTAGE),
        (Reply(status=200, fields=OK | {"original_url": None}), Meaning.OUTAGE),
        (Reply(status=200, fields=OK | {"original_url": "javascript:alert(1)"}), Meaning.OUTAGE),
        (Reply(status=200, fields=OK | {"original_url": "https://s.example/a\r\nX: y"}), Meaning.OUTAGE),
        (Reply(status=200, fields=OK | {"original_url": "https://s.example/" + "a" * 5000}), Meaning.OUTAGE),
    ],
)  # fmt: skip
def test_every_answer_means_something(said, expected):
    """Nothing is an exception."""
    assert expected is heard(said, NOW).meaning


def test_what_it_says_is_kept_short_and_in_one_line():
    """A message is shown to people, and stands in a record."""
    found = heard(error("job-failed", "Try\r\n\tagain " + "later " * 500), NOW)

    assert ("error:job-failed", True, 200) == (
        found.error,
        found.reason.startswith("Try again later"),
        len(found.reason),
    )


@pytest.mark.parametrize(
    ("told", "expected"),
    [("120", 120.0), ("Fri, 02 Jan 2026 03:01:00 GMT", 60.0), ("Thu, 01 Jan 2026 03:01:00 GMT", 0.0), ("soon", None), (None, None)],
)  # fmt: skip
def test_how_long_it_wants_to_be_left_alone(told, expected):
    """In seconds, or until a moment."""
    assert expected == heard(reply(429, retry_after=told), NOW).wait


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"available": 3, "processing": 0, "daily_captures": 10, "daily_captures_limit": 30},
            Allowance(sessions=3, left_today=20),
        ),
        ({"available": 0, "daily_captures": 31, "daily_captures_limit": 30}, Allowance(sessions=0, left_today=0)),
        # an older form, and nonsense
        ({"available": 12, "processing": 3}, Allowance(sessions=12)),
        ({"available": "3", "daily_captures": True, "daily_captures_limit": -1}, Allowance()),
    ],
)  # fmt: skip
def test_what_an_account_may_do(fields, expected):
    """As far as the service says it."""
    assert expected == allowance(Reply(status=200, fields=fields))
