"""Notes that stand in the text right after their mark: the mark, and the note without its number."""

import re

from bs4 import Tag
from bs4.element import NavigableString

from archiver.extract.finding.body import Body
from archiver.extract.finding.marks import label_at, label_of, widen
from archiver.extract.spans import Span

_HIGHEST = 3  # elements around a note that begin with it
_OPENS, _CLOSES = re.compile(r"[\[(\s]{0,2}"), re.compile(r"[\])]?[.:]?\s?")


def mark_before(body: Body, note: Tag) -> tuple[str | None, Span]:
    """The label and the place of the mark right before a note; an empty place where none is seen.

    The mark is an element before the note, or the words of the element that holds both.
    """
    start = body.place(note).start
    element = note
    for _ in range(_HIGHEST):
        before = _previous(element)
        if isinstance(before, Tag) and body.holds(before):
            place = body.place(before)
            label = label_at(body, place)
            is_close = not body.text[place.end : start].strip()
            return (label, widen(body.text, place)) if label and is_close else (None, Span(start, start))
        if isinstance(before, NavigableString):
            around = element.parent
            label = label_of(str(before))
            if around is None or not body.holds(around) or label is None:
                break
            place = body.place(around)
            is_whole = body.words(Span(place.start, start)) == " ".join(before.split())
            return (label, Span(place.start, start)) if is_whole else (None, Span(start, start))
        parent = element.parent
        if parent is None or not body.holds(parent) or body.block(parent) is parent:
            break
        element = parent
    return None, Span(start, start)


def without_number(body: Body, note: Span, label: str | None) -> Span:
    """A note without the number of its mark at its head."""
    opens = _OPENS.match(body.text, note.start, note.end)
    if opens is None or label is None or not body.text.startswith(label, opens.end(), note.end):
        return note
    end = opens.end() + len(label)
    closes = _CLOSES.match(body.text, end, note.end)
    if (
        closes is None
        or closes.end() >= note.end
        or (body.text[end].isalnum() and body.text[end].isdigit() == label[-1:].isdigit())
    ):
        return note
    return Span(closes.end(), note.end)


def _previous(element: Tag) -> Tag | NavigableString | None:
    """What stands before an element within the one around it; toggles that only a style sheet needs are skipped."""
    for sibling in element.previous_siblings:
        if isinstance(sibling, Tag):
            if sibling.name not in {"input", "script", "style", "template"}:
                return sibling
        elif type(sibling) is NavigableString and sibling.strip():
            return sibling
    return None
