"""Sidenotes of Tufte CSS, which stand in the text.

    <label for="sn-1" class="margin-toggle sidenote-number"></label><input type="checkbox" id="sn-1" class="margin-toggle"/>
    <span class="sidenote">The log.</span>

A style sheet counts them: no number stands in the page. A `marginnote` has none at all. Others (Org, Gatsby) write the number,
before the note and in it: `<label class="footref"><sup>1</sup></label> <span class="sidenote"><sup>1</sup> The log.</span>`.
"""

from collections.abc import Iterator

from bs4 import Tag

from archiver.extract.finding.beside import mark_before, without_number
from archiver.extract.finding.body import Body
from archiver.extract.finding.footnote import Evidence, Footnote
from archiver.extract.spans import Span
from archiver.web.page import tokens

EVIDENCE = Evidence.NAMED


def find_footnotes(body: Body) -> Iterator[Footnote]:
    """The notes that stand in the text beside their marks, counted as a browser counts them."""
    number, toggle = 0, None
    for element in body.with_class("margin-toggle", "sidenote", "marginnote"):
        place = body.place(element)
        if "margin-toggle" in tokens(element, "class"):
            toggle = place if element.name == "label" else toggle
        elif body.block(element) is not element:  # else it is another software's
            is_counted = "sidenote" in tokens(element, "class")
            number += is_counted
            shown, mark = _mark(body, element, toggle)
            label = (shown or str(number)) if is_counted else None
            yield Footnote(label=label, marks=(mark,), notes=(without_number(body, place, label),))


def _mark(body: Body, note: Tag, toggle: Span | None) -> tuple[str | None, Span]:
    """The number that is shown before a note, and all that is before it and no part of the sentence."""
    place = body.place(note)
    label, mark = mark_before(body, note)
    start = toggle.start if toggle is not None and toggle.end == place.start else place.start
    return label, Span(min(start, mark.start), place.end) if label else Span(start, place.start)
