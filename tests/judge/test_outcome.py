"""What one answer makes of a source, by its status, its wholeness and its reason to fail."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archiver.capture import decoding
from archiver.extract.document import read_document
from archiver.judge.outcome import judge
from archiver.models.capture import FAILURES
from archiver.models.citation import Outcome, Verdict
from tests.judge.factories import answer, page, words


def verdict(capture):
    """Judge an answer as it is judged when it is indexed: with its reading."""
    return judge(capture, read_document(capture, kind="source"))


@pytest.mark.parametrize(
    ("expected", "failure"),
    [
        (Outcome.UNREACHABLE, "dns"),
        (Outcome.UNREACHABLE, "refused"),
        (Outcome.UNREACHABLE, "unreachable"),
        (Outcome.UNREACHABLE, "timeout"),
        (Outcome.UNREACHABLE, "disconnect"),
        (Outcome.UNREACHABLE, "tls"),
        (Outcome.UNREACHABLE, "malformed"),
        (Outcome.UNREACHABLE, "redirect-loop"),
        (Outcome.TOO_LARGE, "too-large"),
        (Outcome.ROBOTS, "robots"),
        (Outcome.BLOCKED_ADDRESS, "blocked-address"),
        (Outcome.UNKNOWN, "unsupported"),
        (Outcome.UNKNOWN, "internal"),
        # one that a later version writes
        (Outcome.UNKNOWN, "meteorite"),
    ],
)
def test_failures(expected, failure):
    """A failure is the source's or ours, and the verdict says whose."""
    judged = verdict(answer(failure=failure))

    assert expected == judged.outcome
    assert judged.reason


def test_every_failure_has_a_verdict_of_its_own():
    """A reason that the crawl can give is one that the judge knows."""
    unknown = [
        reason
        for reason in FAILURES
        if (verdict(answer(failure=reason)).reason or "").endswith(f"failed: {reason}")
    ]

    assert [] == unknown


@pytest.mark.parametrize(
    ("expected", "status"),
    [
        (Verdict(outcome=Outcome.GONE, reason="404 Not Found"), 404),
        (Verdict(outcome=Outcome.GONE, reason="410 Gone"), 410),
        (Verdict(outcome=Outcome.GONE, reason="451 Unavailable For Legal Reasons"), 451),
        (Verdict(outcome=Outcome.LOGIN_WALL, reason="401 Unauthorized"), 401),
        (Verdict(outcome=Outcome.PAYWALL, reason="402 Payment Required"), 402),
        (Verdict(outcome=Outcome.BOT_WALL, reason="403 Forbidden"), 403),
        (Verdict(outcome=Outcome.BOT_WALL, reason="429 Too Many Requests"), 429),
        (Verdict(outcome=Outcome.BOT_WALL, reason="999"), 999),
        (Verdict(outcome=Outcome.UNKNOWN, reason="407 Proxy Authentication Required"), 407),
        (Verdict(outcome=Outcome.UNREACHABLE, reason="400 Bad Request"), 400),
        (Verdict(outcome=Outcome.UNREACHABLE, reason="500 Internal Server Error"), 500),
        (Verdict(outcome=Outcome.UNREACHABLE, reason="503 Service Unavailable"), 503),
        (Verdict(outcome=Outcome.UNREACHABLE, reason="526"), 526),
    ],
)
def test_statuses(expected, status):
    """A status means what its standard says, and is told in its words."""
    assert expected == verdict(answer(page(str(status), f"<h1>{status}</h1>"), status=status))


@pytest.mark.parametrize(
    ("expected", "capture"),
    [
        (
            Verdict(outcome=Outcome.PENDING, reason="301 Moved Permanently: /new"),
            answer(status=301, headers=(("Location", "/new"),)),
        ),
        (Verdict(outcome=Outcome.UNREACHABLE, reason="302 Found, but not where to"), answer(status=302)),
        # one that was asked for stands for the page that it refers to; this one stands for none
        (
            Verdict(
                outcome=Outcome.UNREACHABLE, reason="304 Not Modified, though nothing was captured before"
            ),
            answer(status=304),
        ),
    ],
)
def test_redirects_wait_for_their_end(expected, capture):
    """One hop tells nothing of the source."""
    assert expected == verdict(capture)


@pytest.mark.parametrize(
    ("expected", "capture"),
    [
        (Outcome.ARCHIVED, answer(page("Ferry", words(100)))),
        (Outcome.UNREACHABLE, answer(b"")),
        (Outcome.TOO_LARGE, answer(page("Ferry", words(100)), truncated="length")),
        (Outcome.UNREACHABLE, answer(page("Ferry", words(100)), truncated="time")),
        (Outcome.UNREACHABLE, answer(page("Ferry", words(100)), truncated="disconnect")),
        (Outcome.UNREACHABLE, answer(page("Ferry", words(100)), truncated="unspecified")),
        # fewer bytes than were promised
        (Outcome.UNREACHABLE, answer(page("Ferry", words(100)), headers=(("Content-Length", "99999"),))),
        # the promise does not count where there is chunk framing, or is nonsense
        (
            Outcome.ARCHIVED,
            answer(
                page("Ferry", words(100)),
                headers=(("Content-Length", "99999"), ("Transfer-Encoding", "chunked")),
            ),
        ),
        (Outcome.ARCHIVED, answer(page("Ferry", words(100)), headers=(("Content-Length", "many"),))),
    ],
)
def test_only_whole_answers_are_copies(expected, capture):
    """What is empty or cut off is not counted as archived."""
    assert expected == verdict(capture).outcome


@pytest.mark.parametrize(
    ("expected", "entity", "encoding", "limit"),
    [
        (
            Outcome.TOO_LARGE,
            b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03KL$\x1d\x00\x00\xf1\xd8\xb1\x0b(\x00\x00\x00",
            "gzip",
            5,
        ),
        (Outcome.UNREACHABLE, b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03KL$", "gzip", 1_000),
        (Outcome.UNKNOWN, b"....", "sdch", 1_000),
        # announced and not done: the body is whole
        (Outcome.ARCHIVED, b"plain words", "gzip", 1_000),
    ],
)
def test_damaged_encodings(expected, entity, encoding, limit):
    """What could not be unpacked to its end is no copy; the judge reads what the decoder says."""
    decoded = decoding.decode(entity, [encoding], limit=limit)
    capture = answer(decoded.payload, problem=decoded.problem, headers=(("Content-Encoding", encoding),))

    assert expected == judge(capture, None).outcome


@pytest.mark.parametrize(
    ("reason", "capture"),
    [
        # what nobody reads is not missed
        (None, answer(b"\x89PNG\r\n\x1a\n....", content_type="image/png")),
        (None, answer(b"ID3....", content_type="audio/mpeg")),
        (None, answer('<?xml version="1.0"?><urlset></urlset>', content_type="application/xml")),
        (
            "no text can be read in it (epub: damaged)",
            answer(b"PK\x03\x04 torn", content_type="application/epub+zip"),
        ),
        (
            "no text can be read in it (pdfium: damaged)",
            answer(b"%PDF-1.4 torn", content_type="application/pdf"),
        ),
        (
            "no text without scripts",
            answer(page("Reader", '<div id="root"></div><script src="/app.js"></script>')),
        ),
        (
            "no text without scripts",
            answer(page("Reader", "<p>Please enable JavaScript to run this app.</p>")),
        ),
        (
            "its text is in frames",
            answer("<html><head><title>Old</title></head><frameset><frame src=a.htm></frameset></html>"),
        ),
    ],
)
def test_copies_that_hold_less_than_hoped_say_so(reason, capture):
    """The bytes are kept and are what there is; the reason tells a reader what to expect."""
    assert Verdict(outcome=Outcome.ARCHIVED, reason=reason) == verdict(capture)


@given(
    st.binary(max_size=200),
    st.integers(min_value=100, max_value=999),
    st.sampled_from(["text/html", "text/plain", None]),
)
@settings(max_examples=60, deadline=None)
def test_judge_never_raises(body, status, content_type):
    """Every answer ends in exactly one outcome."""
    judged = verdict(answer(b"<html><title>x</title>" + body, status=status, content_type=content_type))

    assert judged.outcome in Outcome
