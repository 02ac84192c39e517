"""Notes that stand in the sentence, hidden until somebody asks for them, or set by a style sheet.

    <p>It rained.<span class="inline-footnote">1<span class="footnoteContent" style="display:none">The log.</span></span></p>
    <p>It rained.<sup>1</sup><span class="footnote" style="display:none">The log.</span></p>
    <p>It rained.<span data-type="footnote">The log.</span></p>

The last is the source of HTMLBook, in which a style sheet counts, as a script does the `<d-footnote>` of Distill. LaTeXML writes the
number twice.
"""

import re
from collections.abc import Iterator

from bs4 import Tag

from archiver.extract.finding.beside import mark_before, without_number
from archiver.extract.finding.body import Body
from archiver.extract.finding.footnote import Evidence, Footnote
from archiver.extract.finding.marks import label_at
from archiver.extract.spans import Span
from archiver.web.page import attribute

EVIDENCE = Evidence.NAMED

_NAMES = (
    "footnotecontent footnote-content footnote-text footnotetext footnote_text footnote-body footnote-inline fn-content fn-text "
    "fn-note footnote inline-note note-text note-content hidden-note ltx_note_outer"
).split()
_TYPED = ("span", "small", "em", "i")  # elements that HTMLBook's `data-type` makes a note
_MARKS = frozenset(["a", "sup", "button"])  # what holds no note, however it is called
_WORD = re.compile(r"[^\W\d_]{2}")


def find_footnotes(body: Body) -> Iterator[Footnote]:
    """The notes within sentences; those whose mark nobody sees are counted."""
    typed = [element for element in body.all(*_TYPED) if attribute(element, "data-type") == "footnote"]
    found = sorted((*body.with_class(*_NAMES), *typed, *body.all("d-footnote")), key=body.place)
    number, end = 0, -1
    for note in found:
        place = body.place(note)
        if place.start < end or not _is_inline(body, note, place):
            continue
        number, end = number + 1, place.end
        label, mark = mark_before(body, note)
        label = label or str(number)
        yield Footnote(
            label=label, marks=(Span(mark.start, place.end),), notes=(without_number(body, place, label),)
        )


def _is_inline(body: Body, note: Tag, place: Span) -> bool:
    """Whether a note stands in a sentence: words of it come before, in the same block, and it is more than a mark."""
    block = body.block(note)
    if (
        block is note
        or note.name in _MARKS
        or label_at(body, place) is not None
        or not _WORD.search(body.text, place.start, place.end)
    ):
        return False
    return (
        _WORD.search(body.text, max(body.place(block).start, body.paragraph(place.start).start), place.start)
        is not None
    )
