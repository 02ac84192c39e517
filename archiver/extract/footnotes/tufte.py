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
    number, toggle = 0, None
    for element in body.with_class("margin-toggle", "sidenote", "marginnote"):
        place = body.place(element)
        if "margin-toggle" in tokens(element, "class"):
            toggle = place if element.name == "label" else toggle
        elif body.block(element) is not element:  # else it is another software's
            is_counted = "sidenote" in tokens(element, "class")
            number += is_counted
            mark = (
                toggle if toggle is not None and toggle.end == place.start else Span(place.start, place.start)
            )
            yield Footnote(label=str(number) if is_counted else None, marks=(mark,), notes=(place,))
