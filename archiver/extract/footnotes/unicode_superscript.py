"""Numbers written with superscript characters.

<p>It rained.¹</p>
<p>¹ The log.<br>² The diary.</p>
"""

import re
from collections.abc import Iterator

from archiver.extract.finding.body import Body
from archiver.extract.finding.footnote import Evidence, Footnote
from archiver.extract.finding.marks import SUPERSCRIPTS, is_exponent, labels_at
from archiver.extract.finding.pairing import Mark, pair
from archiver.extract.spans import Span

EVIDENCE = Evidence.PAIRED

_MARK = re.compile(rf"[{SUPERSCRIPTS}]+(?:[⸴,][{SUPERSCRIPTS}]+)*")


def find_footnotes(body: Body) -> Iterator[Footnote]:
    """Notes whose marks are superscript characters, but for exponents."""
    places = [Span(*found.span()) for found in _MARK.finditer(body.text)]
    marks = [
        Mark(label, place)
        for place in places
        if body.is_free(place) and not is_exponent(body.text, place.start)
        for label in labels_at(body, place)
    ]
    yield from pair(body, marks)
