"""The judgement: how far a source has moved between two readings of it."""

from archiver.judge.drift.beside import beside
from archiver.judge.drift.folding import letters
from archiver.judge.drift.measures import measure
from archiver.judge.drift.reading import Reading, read
from archiver.judge.drift.reasons import (
    NO_NEW_TEXT,
    NO_OLD_TEXT,
    NO_TEXT,
    SAME_BYTES,
    SAME_LETTERS,
    SAME_WORDS,
    because,
    beginning,
    retitled,
)
from archiver.judge.drift.steps import is_cut, step
from archiver.judge.drift.titles import same_title
from archiver.models.citation import Document
from archiver.models.drift import Change, Drift, Thresholds


def compare(old: Document, new: Document, *, same_bytes: bool, thresholds: Thresholds) -> Drift:
    """Judge a pair of captures by their readings, and by whether their payloads are the same."""
    if same_bytes:
        return Drift(change=Change.SAME_BYTES, similarity=1.0, reason=SAME_BYTES)
    is_same_title = same_title(old, new)
    before, after = (document.text[: thresholds.longest] for document in (old, new))
    if before.strip() and after.strip() and (before == after or letters(before) == letters(after)):
        return _same_text(old, new, thresholds.longest, is_same_title=is_same_title)
    ours, theirs = read(before, beside(old.html)), read(after, beside(new.html))
    nothing = _nothing(ours, theirs, thresholds.least_words, is_same_title=is_same_title)
    if nothing is not None:
        return Drift(change=None, similarity=None, reason=nothing)
    measures, similarity = measure(ours, theirs, same_title=is_same_title)
    change = step(measures, thresholds)
    reason = because(measures, change, old, new, is_cut=is_cut(measures, thresholds))
    return Drift(change=change, similarity=similarity, reason=reason, measures=measures)


def _same_text(old: Document, new: Document, longest: int, *, is_same_title: bool | None) -> Drift:
    if old.text[longest:] != new.text[longest:]:
        return Drift(change=Change.MINOR, similarity=1.0, reason=beginning(longest))
    if is_same_title is False:
        return Drift(change=Change.MINOR, similarity=1.0, reason=retitled(old, new))
    reason = SAME_WORDS if old.text == new.text else SAME_LETTERS
    return Drift(change=Change.SAME_TEXT, similarity=1.0, reason=reason)


def _nothing(old: Reading, new: Reading, least: int, *, is_same_title: bool | None) -> str | None:
    """Why there is nothing to compare. A page of a few words that calls itself otherwise says enough."""
    if old.size >= least:
        return NO_NEW_TEXT if not new.words or (new.size < least and is_same_title is not False) else None
    return NO_OLD_TEXT if new.size >= least else NO_TEXT
