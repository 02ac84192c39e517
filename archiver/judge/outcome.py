"""What became of a source, by one answer. Redirects are judged where the whole way is known: `chain.py`."""

from collections.abc import Callable
from http import HTTPStatus

from archiver.extract.unread import is_unread
from archiver.judge.ailing import ailing
from archiver.judge.consent import consent_wall
from archiver.judge.doubt import asks_for_scripts
from archiver.judge.evidence import Evidence
from archiver.judge.not_found import not_found
from archiver.judge.parked import parked
from archiver.judge.paywall import paywall
from archiver.judge.walls import bot_wall, login_wall, refused
from archiver.models.capture import Capture, Failure
from archiver.models.citation import Document, Outcome, Verdict
from archiver.web.numbers import whole_number
from archiver.web.redirect import redirect_target

# Why there is no whole answer, and what that makes of the source. What our own side did wrong is `unknown`.
_FAILURES = {
    "dns": (Outcome.UNREACHABLE, "the name has no address"),
    "refused": (Outcome.UNREACHABLE, "nobody listens there"),
    "unreachable": (Outcome.UNREACHABLE, "there is no way to the host"),
    "timeout": (Outcome.UNREACHABLE, "nobody answered in time"),
    "disconnect": (Outcome.UNREACHABLE, "the connection was lost"),
    "tls": (Outcome.UNREACHABLE, "no secure connection could be made"),
    "malformed": (Outcome.UNREACHABLE, "the answer is not HTTP"),
    "redirect-loop": (Outcome.UNREACHABLE, "it redirects in circles, or too often"),
    "too-large": (Outcome.TOO_LARGE, "it is larger than the limit"),
    "robots": (Outcome.ROBOTS, "robots.txt forbids it"),
    "blocked-address": (Outcome.BLOCKED_ADDRESS, "its address is private or reserved"),
    "unsupported": (Outcome.UNKNOWN, "only http and https can be fetched"),
    "offline": (Outcome.UNKNOWN, "our own network was down"),
    "internal": (Outcome.UNKNOWN, "our side failed"),
    "proxy": (Outcome.UNKNOWN, "our own proxy does not let us through"),
}
_CUT = {  # WARC-Truncated (ISO 28500, 5.13)
    "length": (Outcome.TOO_LARGE, "it is larger than the limit"),
    "time": (Outcome.UNREACHABLE, "it did not come whole in time"),
    "disconnect": (Outcome.UNREACHABLE, "the connection was lost half-way"),
}
# What the reader of a content encoding says, where the payload is less than was sent (`capture/decoding.py`).
_DAMAGE = (
    ("unpacks to over", Outcome.TOO_LARGE),
    ("cut or damaged", Outcome.UNREACHABLE),
    ("unknown content encoding", Outcome.UNKNOWN),
)
_STATUSES = {
    401: Outcome.LOGIN_WALL,
    402: Outcome.PAYWALL,
    404: Outcome.GONE,
    407: Outcome.UNKNOWN,  # our own proxy refuses us
    410: Outcome.GONE,
    429: Outcome.BOT_WALL,
    451: Outcome.GONE,
}
# 403 and what servers say instead of it to machines: 406 and 418 (mod_security), 999 (LinkedIn).
_REFUSED = frozenset([403, 406, 418, 999])
_SIGNS: tuple[Callable[[Evidence], Verdict | None], ...] = (
    bot_wall,
    consent_wall,
    parked,
    not_found,
    ailing,
    login_wall,
    paywall,
)


def judge(capture: Capture, document: Document | None) -> Verdict:
    """The verdict on one answer. Its reason is one sentence for people; an archived source mostly needs none."""
    return judge_page(Evidence(capture=capture, document=document))


def judge_page(page: Evidence) -> Verdict:
    """The same, where the answer was looked at already."""
    capture = page.capture
    status = capture.status
    if capture.failure is not None:
        return _failed(capture.failure)
    if status is None:
        return Verdict(
            outcome=Outcome.UNKNOWN, reason=capture.problem or "there is no answer, and no reason why"
        )
    if 300 <= status < 400:  # noqa: PLR2004 -- RFC 9110, 15.4
        return _redirected(capture, status)
    if not 200 <= status < 300:  # noqa: PLR2004 -- RFC 9110, 15.3
        return _refused(page, status)
    return _broken(capture, status) or _seen(page)


def phrase(status: int) -> str:
    """A status in words (RFC 9110, 15); the bare number where it is nobody's.

    >>> phrase(404), phrase(999)
    ('404 Not Found', '999')
    """
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _failed(failure: Failure) -> Verdict:
    outcome, reason = _FAILURES.get(failure.reason, (Outcome.UNKNOWN, f"our side failed: {failure.reason}"))
    return Verdict(outcome=outcome, reason=f"{reason} ({failure.detail})" if failure.detail else reason)


def _redirected(capture: Capture, status: int) -> Verdict:
    if status == HTTPStatus.NOT_MODIFIED:
        # One that was asked for is read as the page that it stands for.
        return Verdict(
            outcome=Outcome.UNREACHABLE, reason=f"{phrase(status)}, though nothing was captured before"
        )
    target = capture.header("location")
    if not target:
        return Verdict(outcome=Outcome.UNREACHABLE, reason=f"{phrase(status)}, but not where to")
    if redirect_target(capture.url, status, capture.headers, None) is None:
        return Verdict(
            outcome=Outcome.UNREACHABLE, reason=f"{phrase(status)}, but to no page of the web: {target}"
        )
    return Verdict(outcome=Outcome.PENDING, reason=f"{phrase(status)}: {target}")


def _refused(page: Evidence, status: int) -> Verdict:
    if status in _STATUSES:
        return Verdict(outcome=_STATUSES[status], reason=phrase(status))
    wall = bot_wall(page)
    if wall is None and status in _REFUSED:
        wall = refused(page, phrase(status))
    return wall or Verdict(outcome=Outcome.UNREACHABLE, reason=phrase(status))


def _broken(capture: Capture, status: int) -> Verdict | None:
    """An answer that is not whole is no copy."""
    if capture.snapshot.truncated is not None:
        outcome, reason = _CUT.get(capture.snapshot.truncated, (Outcome.UNREACHABLE, "it did not come whole"))
        return Verdict(outcome=outcome, reason=f"{reason}: {capture.entity_length} bytes came")
    promised = whole_number((capture.header("content-length") or "").strip())
    is_framed = (
        capture.header("transfer-encoding") is not None
    )  # then its length counts for nothing (RFC 9112, 6.3)
    if promised is not None and not is_framed and capture.entity_length < promised:
        reason = f"the connection was lost half-way: {capture.entity_length} of {promised} bytes came"
        return Verdict(outcome=Outcome.UNREACHABLE, reason=reason)
    for words, outcome in _DAMAGE:
        if capture.problem is not None and words in capture.problem:
            return Verdict(outcome=outcome, reason=capture.problem)
    if not capture.payload:
        return Verdict(outcome=Outcome.UNREACHABLE, reason=f"{phrase(status)}, but nothing in it")
    return None


def _seen(page: Evidence) -> Verdict:
    """What the page itself shows. Where a reader will find less than expected, the reason of a copy says so."""
    if page.document is None or is_unread(page.document):
        return Verdict(outcome=Outcome.ARCHIVED)
    sign = next((verdict for look in _SIGNS if (verdict := look(page)) is not None), None)
    if sign is not None or (page.words and not asks_for_scripts(page)):
        return sign or Verdict(outcome=Outcome.ARCHIVED)
    if page.markup is None:
        return Verdict(
            outcome=Outcome.ARCHIVED, reason=f"no text can be read in it ({page.document.extractor})"
        )
    is_frames = page.markup.root.find(".//frame") is not None
    return Verdict(
        outcome=Outcome.ARCHIVED, reason="its text is in frames" if is_frames else "no text without scripts"
    )
