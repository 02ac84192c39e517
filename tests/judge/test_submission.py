"""What is handed over to Save Page Now, what never is, and what comes first."""

from datetime import UTC, datetime, timedelta

import pytest

from archiver.judge.submission import Wish, agenda, why_not
from archiver.models.submission import Candidate, Job, Last, Purpose, Stage

NOW = datetime(2026, 1, 2, 3, 0, tzinfo=UTC)
OWN = frozenset([("https", "members.example.org", 443)])
WISH = Wish(every=timedelta(days=180), own=OWN)


def source(url: str = "https://s.example/a", **changes) -> Candidate:
    """A source that is there."""
    cells = {"url": url, "purpose": Purpose.SOURCE, "number": 1, "outcome": "archived"}
    return Candidate(**cells | changes)


def last(stage: Stage, days: int = 1, **changes) -> Last:
    """It was handed over so many days ago."""
    return Last(stage=stage, submitted=NOW - timedelta(days=days), **changes)


@pytest.mark.parametrize(
    ("each", "expected"),
    [
        (source(), None),
        (source(outcome="too-large"), None),
        # of this machine and of private networks, however they are written
        (source("http://127.0.0.1/"), "of this machine or of a private network"),
        (source("http://[::1]:8080/"), "of this machine or of a private network"),
        (source("http://0x7f.1/"), "of this machine or of a private network"),
        (source("http://192.168.1.7/wiki"), "of this machine or of a private network"),
        (source("http://nas/paper"), "of this machine or of a private network"),
        (source("http://wiki.corp/paper"), "of this machine or of a private network"),
        # secrets: in the address, as its author wrote it, and in ours
        (source("https://s.example/a?access_token=1"), "seems to hold a password, a session or a key"),
        (source(is_secret=True), "seems to hold a password, a session or a key"),
        (source("https://members.example.org/a"), "asked for with a secret of yours (credentials.toml)"),
        (source("http://members.example.org/a"), None),
        # no address of the web, or none that a service takes
        (source("ftp://s.example/a"), "no address that Save Page Now takes"),
        (source("https://s.example/" + "a" * 3000), "no address that Save Page Now takes"),
        # what is not there would be kept as dead, or as a wall
        *((source(outcome=name), f"not there ({name})") for name in ("gone", "soft-404", "parked", "login-wall", "bot-wall", "paywall", "unreachable", "blocked-address")),
        (source(outcome="robots"), "refused by robots.txt"),
        (source(outcome="rescued"), "lost; a web archive has it"),
        (source(outcome="pending"), "not captured yet"),
        (source(outcome="unknown"), "not seen yet: our side failed"),
        (source(strikes=1), "could not be had when it was looked at last"),
        (source(drift="replaced"), "another work stands in its place"),
        (source(drift="major"), None),
    ],
)  # fmt: skip
def test_what_is_never_handed_over(each, expected):
    """With the reason that people are shown."""
    assert expected == why_not(each, WISH)


def test_what_is_most_at_risk_comes_first():
    """In doubt, then what no web archive is known to have, of that what was in trouble, has changed, is cited longest."""
    candidates = [
        source("https://s.example/public", is_public=True, troubles=3),
        source("https://s.example/young", cited="2025-01-01"),
        source("https://s.example/old", cited="2014-01-01"),
        source("https://s.example/moved", drift="major", cited="2025-01-01"),
        source("https://s.example/shaky", troubles=1, cited="2025-01-01"),
        source("https://s.example/sent", last=last(Stage.SENT)),
        source("https://s.example/stubborn", last=last(Stage.UNKNOWN, days=9, failures=2), troubles=9),
    ]
    found = agenda(candidates, WISH, NOW)

    assert [
        ("sent", "handed over, and no answer came"),
        ("shaky", "no web archive is known to have it; was in trouble before"),
        ("moved", "no web archive is known to have it; has changed"),
        ("old", "no web archive is known to have it"),
        ("young", "no web archive is known to have it"),
        ("public", "a web archive has it; was in trouble before"),
        ("stubborn", "no web archive is known to have it; was in trouble before"),
    ] == [(turn.url.rpartition("/")[2], turn.why) for turn in found.turns]
    assert [NOW - timedelta(days=1), NOW - timedelta(days=9)] == [
        turn.since for turn in (found.turns[0], found.turns[-1])
    ]


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        # captured lately, and long ago
        (last(Stage.DONE, captured=NOW - timedelta(days=179)), (0, 0, 1)),
        (last(Stage.DONE, captured=NOW - timedelta(days=181)), (0, 1, 0)),
        # a failure after a capture: the capture still stands
        (last(Stage.FAILED, captured=NOW - timedelta(days=9), next_try=NOW), (0, 0, 1)),
        # not yet, and now
        (last(Stage.FAILED, failures=1, next_try=NOW + timedelta(seconds=1)), (0, 0, 1)),
        (last(Stage.FAILED, failures=1, next_try=NOW), (0, 1, 0)),
        (last(Stage.UNKNOWN), (0, 1, 0)),
        # a job is asked about
        (last(Stage.ACCEPTED, job="spn2-1"), (1, 0, 0)),
    ],
)
def test_what_was_handed_over_before_has_its_time(known, expected):
    """Jobs, turns, and what waits."""
    found = agenda([source(last=known)], WISH, NOW)

    assert expected == (len(found.jobs), len(found.turns), found.waiting)


def test_an_open_job_is_asked_about_though_its_page_is_dead_now_or_not_wished():
    """It was taken, and its end is worth knowing."""
    known = last(Stage.ACCEPTED, job="spn2-1")
    found = agenda([source(outcome="gone", last=known)], Wish(every=timedelta(days=1), sources=False), NOW)

    expected = Job(url="https://s.example/a", purpose=Purpose.SOURCE, job="spn2-1", submitted=known.submitted)
    assert (expected,) == found.jobs


def test_an_address_comes_once_and_only_what_is_wished():
    """A post that another post cites is a post."""
    both = [source(purpose=Purpose.POST), source(), source("https://s.example/b")]

    assert [("https://s.example/a", "post"), ("https://s.example/b", "source")] == [
        (turn.url, turn.purpose) for turn in agenda(both, WISH, NOW).turns
    ]
    assert ["https://s.example/a"] == [
        turn.url for turn in agenda(both, Wish(every=timedelta(1), sources=False), NOW).turns
    ]
