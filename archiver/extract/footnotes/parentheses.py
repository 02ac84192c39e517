"""Numbers in parentheses, as text, and notes under a heading that are numbered alike.

<p>It rained (1), and froze (2).</p>
<h3>Notes</h3>
<p>(1) The log.</p><p>(2) The diary.</p>

Much else stands in parentheses: the numbers must run from 1 in order, and each must have its note, and each note its mark.
"""

import re
from collections.abc import Iterator

from archiver.extract.finding.body import Body
from archiver.extract.finding.endnotes import Endnotes
from archiver.extract.finding.footnote import Evidence, Footnote
from archiver.extract.finding.marks import begins_a_line, unmarked
from archiver.extract.finding.pairing import Mark, pair
from archiver.extract.spans import Span, Spans

EVIDENCE = Evidence.PAIRED

_MARK = re.compile(r"(?<=[^\W_]\s)\((?P<number>\d{1,3})\)|(?<=[.,;:!?”’\"])\s?\((?P<close>\d{1,3})\)")
_NUMBER = re.compile(r"\(\d{1,3}\)")  # without which there is no mark; most posts have none


def find_footnotes(body: Body) -> Iterator[Footnote]:
    """Notes whose numbers, and no others, stand in parentheses in the text."""
    areas = Spans(Endnotes(body).titled())
    other = Spans([*areas, *unmarked(body)])
    marks = [
        Mark(found["number"] or found["close"], place)
        for found in (_MARK.finditer(body.text) if _NUMBER.search(body.text) else ())
        if body.is_free(place := Span(*found.span()))
        and not other.touches(place)
        and not begins_a_line(body.text, place.start)
    ]
    labels = list(dict.fromkeys(mark.label for mark in marks))
    if labels != [str(number) for number in range(1, len(labels) + 1)]:
        return
    footnotes = list(pair(body, marks))
    if all(each.marks and each.notes and areas.touches(each.notes[0]) for each in footnotes):
        yield from footnotes
