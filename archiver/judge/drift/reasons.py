"""What is said of a judgement: one plain sentence, without its full stop."""

from archiver.models.citation import Document
from archiver.models.drift import Change, Measures

SAME_BYTES = "not a byte has changed"
SAME_WORDS = "not a word has changed"
SAME_LETTERS = "its words are the same; only its typography or layout has changed"
NO_TEXT = "neither capture has a text to compare"
NO_OLD_TEXT = "the old capture has no text to compare with"
NO_NEW_TEXT = "the new capture has no text to compare"
_FRACTIONS = (
    (0.1, "a tenth"), (0.2, "a fifth"), (0.25, "a quarter"), (0.33, "a third"), (0.5, "half"), (0.67, "two thirds"),
    (0.75, "three quarters"), (0.9, "nine tenths"),
)  # fmt: skip
_HARDLY = 0.05
_TITLE = 80  # characters


def retitled(old: Document, new: Document) -> str:
    """Why a page whose text is the same has changed a little."""
    return f"its text is the same, but it is called {_called(new)} now, and was called {_called(old)}"


def beginning(longest: int) -> str:
    """Why a page whose beginning is the same has changed a little."""
    return f"its first {longest:,} characters are the same; what follows is not, and was not compared"


def because(found: Measures, change: Change, old: Document, new: Document, *, is_cut: bool) -> str:
    """Why a page stands on a step from `minor` up."""
    gone, fresh = 1 - found.kept, 1 - found.known
    if change is Change.REPLACED:
        return f"{_part(found.kept)} of its text is left{_retitled(found, old, new)}"
    if is_cut:
        wall = ", before a wall" if new.paywall and not old.paywall else ""
        return f"it breaks off{wall}: {_part(found.kept)} of its words are left, and hardly one is new"
    if gone < _HARDLY and fresh < _HARDLY:
        return "a few words have changed, or stand in another place"
    if gone < _HARDLY:
        return f"nothing of it is gone, but {_part(fresh)} of what is there now is new"
    if fresh < _HARDLY:
        return f"nothing in it is new, but {_part(gone)} of it is gone"
    return f"{_part(gone)} of it is gone or altered, and {_part(fresh)} of what is there now is new"


def _part(share: float) -> str:
    """A share in words.

    >>> [_part(share) for share in (0.0, 0.04, 0.31, 0.97, 1.0)]
    ['nothing', 'hardly anything', 'a third', 'nearly all', 'all']
    """
    if share in {0.0, 1.0}:
        return "all" if share else "nothing"
    if share < _HARDLY or share > 1 - _HARDLY:
        return "hardly anything" if share < _HARDLY else "nearly all"
    return min(_FRACTIONS, key=lambda fraction: abs(fraction[0] - share))[1]


def _retitled(found: Measures, old: Document, new: Document) -> str:
    return (
        ""
        if found.same_title is not False
        else f"; it is called {_called(new)} now, and was called {_called(old)}"
    )


def _called(document: Document) -> str:
    title = " ".join((document.title or "").split())
    return f"“{title if len(title) <= _TITLE else title[: _TITLE - 1].rstrip() + '…'}”"
