"""What Save Page Now means by its answers (its public API document of 22 October 2025, and what clients have seen since).

A capture is asked for, and gives a job; the job is asked for its end. Errors come with status 200 as well, at either step.
"""

import re
from collections.abc import Mapping
from datetime import datetime

from archiver.discover.mementos.asking import moment
from archiver.models.submission import Allowance, Heard, Meaning, Reply
from archiver.web.url import resolve
from archiver.web.waiting import retry_after

# What is wrong with the page, or with asking for it: it stays so for a long time. All other words pass, unknown ones too.
_STAYS = frozenset(
    f"error:{word}"
    for word in (
        "bad-request blocked blocked-url filesize-limit ftp-access-denied http-version-not-supported "
        "invalid-url-syntax method-not-allowed network-authentication-required no-access not-found not-implemented "
        "too-many-redirects unauthorized"
    ).split()
)
NO_SESSION = "error:user-session-limit"  # as many captures are under way as the account may have
_TOMORROW = frozenset(["error:max-daily-bandwidth", "error:max-daily-bandwidth-from-ip"])
# After these no other page of the same host is handed over in the same run.
TIRED_HOST = frozenset(
    f"error:{word}"
    for word in "too-many-requests bandwidth-limit-exceeded max-daily-bandwidth-host too-many-daily-captures-host".split()
)
OF_ITS_DAY = frozenset(["error:too-many-daily-captures"])  # of this address: everybody's captures are counted
_ACCOUNTS_DAY = re.compile(r"\byour (?:daily|account)|\bper day\b", re.IGNORECASE)
_CAPTURED_LATELY = re.compile(r"\bsame snapshot\b", re.IGNORECASE)
_JOB = re.compile(r"[A-Za-z0-9._-]{1,100}")
_UNFIT = re.compile(r"[\x00-\x20\x7f<>\"]")
_LONGEST_URL, _LONGEST_REASON = 4000, 200  # characters
_OK, _UNAUTHORIZED, _TOO_MANY = 200, 401, 429
LATELY = "lately"  # our word: a capture was made lately, and the service does not say where it is


def heard(reply: Reply, now: datetime) -> Heard:
    """What a reply to a hand-over, or to a question for a job, means."""
    wait = retry_after(reply.retry_after, now)
    if reply.status == _UNAUTHORIZED:
        return Heard(meaning=Meaning.DENIED, error="status 401", reason=_text(reply.fields, "message"))
    if reply.status == _TOO_MANY:
        return Heard(meaning=Meaning.BUSY, error="status 429", reason="too many requests", wait=wait)
    if reply.status != _OK or reply.problem is not None:
        return _unanswered(reply.problem or f"status {reply.status}", wait)
    error = _text(reply.fields, "status_ext")
    if error is not None or reply.fields.get("status") == "error":
        return _error(error or "error", _text(reply.fields, "message"))
    return _said(reply.fields)


def _said(fields: Mapping[str, object]) -> Heard:
    """Of an answer that tells of no error."""
    if fields.get("status") == "success":
        return _done(fields)
    job = fields.get("job_id")
    if isinstance(job, str) and _JOB.fullmatch(job):
        pending = fields.get("status") == "pending"
        return Heard(meaning=Meaning.PENDING if pending else Meaning.ACCEPTED, job=job)
    said = _text(fields, "message")
    if said is not None and _CAPTURED_LATELY.search(said):
        return Heard(meaning=Meaning.DONE, error=LATELY, reason=said)
    return _unanswered(said or "an answer that names no job")


def _unanswered(reason: str, wait: float | None = None) -> Heard:
    return Heard(meaning=Meaning.OUTAGE, error="no answer", reason=reason, wait=wait)


def allowance(reply: Reply) -> Allowance:
    """What an account may do, from the answer to the question for it."""
    fields = reply.fields
    made, most = _count(fields, "daily_captures"), _count(fields, "daily_captures_limit")
    left = max(0, most - made) if made is not None and most is not None else None
    return Allowance(sessions=_count(fields, "available"), left_today=left)


def _done(fields: Mapping[str, object]) -> Heard:
    timestamp, original = fields.get("timestamp"), fields.get("original_url")
    is_sound = (
        isinstance(timestamp, str)
        and moment(timestamp) is not None
        and isinstance(original, str)
        and len(original) <= _LONGEST_URL
        and not _UNFIT.search(original)
        and resolve("", original) is not None
    )
    if not is_sound:
        return _unanswered("a capture without its date or address")
    return Heard(meaning=Meaning.DONE, timestamp=str(timestamp), original=str(original))


def _error(error: str, reason: str | None) -> Heard:
    if error == NO_SESSION:
        meaning = Meaning.BUSY
    elif error in _TOMORROW or (error in OF_ITS_DAY and _ACCOUNTS_DAY.search(reason or "")):
        meaning = Meaning.SPENT
    else:
        meaning = Meaning.REFUSED if error in _STAYS else Meaning.FAILED
    return Heard(meaning=meaning, error=error, reason=reason)


def _text(fields: Mapping[str, object], name: str) -> str | None:
    """One line of what the service says."""
    said = fields.get(name)
    if not isinstance(said, str) or not said.strip():
        return None
    return " ".join(said[: 4 * _LONGEST_REASON].split())[:_LONGEST_REASON]


def _count(fields: Mapping[str, object], name: str) -> int | None:
    said = fields.get(name)
    return said if isinstance(said, int) and not isinstance(said, bool) and said >= 0 else None
