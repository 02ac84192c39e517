"""Numbers in brackets, as text, and numbered notes under a heading, after a rule, or at the end.

<p>It rained. [1]</p>
<h3>Notes</h3>
<p>1. The log.</p>                or <p>[1] The log.</p>, or <ol><li>The log.</li></ol>

Markdown's footnotes are such marks where no engine read them: [^1] and [^1]: The log.
"""

import re
from collections.abc import Iterator

from archiver.extract.finding.body import Body
from archiver.extract.finding.footnote import Evidence, Footnote
from archiver.extract.finding.marks import begins_a_line, labels_at, unmarked, widen
from archiver.extract.finding.pairing import Mark, pair
from archiver.extract.spans import Span, Spans

EVIDENCE = Evidence.PAIRED

_MARK = re.compile(r"\[\^?\d{1,3}(?: ?[,;–-] ?\d{1,3})*\]")


def find_footnotes(body: Body) -> Iterator[Footnote]:
    """Notes whose marks stand in brackets. What is code or a link elsewhere is no mark."""
    other = Spans(unmarked(body))
    places = [Span(*found.span()) for found in _MARK.finditer(body.text)]
    marks = [
        Mark(label, widen(body.text, place))
        for place in places
        if body.is_free(place) and not other.touches(place) and not begins_a_line(body.text, place.start)
        for label in labels_at(body, place)
    ]
    yield from pair(body, marks, lists_anywhere=True)
