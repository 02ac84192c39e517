"""Sidenotes of Tufte CSS, which stand in the text.

    <label for="sn-1" class="margin-toggle sidenote-number"></label><input type="checkbox" id="sn-1" class="margin-toggle"/>
    <span class="sidenote">The log.</span>

A style sheet counts them: no number stands in the page. A `marginnote` has none at all.
"""

from collections.abc import Iterator

from archiver.extract.finding.body import Body
from archiver.extract.finding.footnote import Evidence, Footnote
from archiver.extract.spans import Span
from archiver.web.page import tokens

EVIDENCE = Evidence.NAMED


def find_footnotes(body: Body) -> Iterator[Footnote]:
    """The notes that stand in the text beside their marks, counted as a browser counts them."""
    number = 0
    for note in body.with_class("sidenote", "marginnote"):
        place = body.place(note)
        if body.block(note) is note:
            continue  # a block of another software's
        is_counted = "sidenote" in tokens(note, "class")
        number += is_counted
        mark = Span(place.start, place.start)
        yield Footnote(label=str(number) if is_counted else None, marks=(mark,), notes=(place,))
