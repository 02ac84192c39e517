"""A capture of a web archive's list of captures, read by what was written down when it was asked for."""

from dataclasses import replace
from datetime import UTC, datetime

from archiver.discover.mementos.answer import read_answer
from archiver.models.capture import Capture
from archiver.models.memento import AnswerKind, ListAnswer


def list_in(capture: Capture) -> ListAnswer | None:
    """What an archive said; None where nothing tells what it was asked. Its further parts are asked for by the crawl alone."""
    visit = capture.visit
    if visit.archive is None or visit.original is None or visit.near is None:
        return None
    if capture.failure is not None:
        detail = f": {capture.failure.detail}" if capture.failure.detail else ""
        reason = f"it did not answer ({capture.failure.reason}{detail})"
        return ListAnswer(kind=AnswerKind.UNKNOWN, reason=reason)
    answer = read_answer(
        visit.archive,
        visit.original,
        _moment(visit.near),
        status=capture.status,
        body=capture.payload,
        asked=capture.url,
        latest=_moment(capture.snapshot.date),
    )
    return replace(answer, pages=())


def _moment(text: str) -> datetime:
    """A moment that we wrote; what cannot be read is long ago."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
