"""Stars, daggers and letters.

<p>It rained.<sup>*</sup> It froze.†</p>
<hr><p>* The log.</p><p>† The diary.</p>
"""

import re
from collections import Counter
from collections.abc import Iterator

from archiver.extract.finding.body import Body
from archiver.extract.finding.footnote import Evidence, Footnote
from archiver.extract.finding.marks import SYMBOLS, label_at, raised
from archiver.extract.finding.pairing import Mark, pair
from archiver.extract.spans import Span, Spans

EVIDENCE = Evidence.PAIRED

_SIGNS = re.escape(SYMBOLS)
# A sign as text stands right after a word, and before a space or a stop: `*so*` is emphasis, `* so` an item.
_GLUED = re.compile(rf"(?<=[^\s{_SIGNS}])[{_SIGNS}]{{1,4}}(?=[\s,.;:)]|$)")
_EMPHASIS = re.compile(r"(?<!\S)\*{1,3}(?=[^\s*])[^*\n]{1,80}(?<=\S)\*{1,3}")
_SIGN = re.compile(f"[{_SIGNS}]")
_RAISED = re.compile(rf"[{_SIGNS}]{{1,4}}|[a-z]")


def find_footnotes(body: Body) -> Iterator[Footnote]:
    """Notes whose marks are signs. Each sign as text may stand only once: else it is decoration."""
    marks = [
        Mark(label, body.place(element))
        for element in raised(body)
        if (label := label_at(body, body.place(element)))
        and _RAISED.fullmatch(label)
        and not _is_ordinal(body, label, body.place(element))
    ]
    stars = _EMPHASIS.finditer(body.text) if "*" in body.text else ()
    emphasised = (Span(*found.span()) for found in stars)
    other = Spans([*(mark.span for mark in marks), *emphasised])
    glued_signs = _GLUED.finditer(body.text) if _SIGN.search(body.text) else ()
    glued = [span for found in glued_signs if not other.touches(span := Span(*found.span()))]
    often = Counter(body.words(span) for span in glued)
    marks += [
        Mark(body.words(span), span) for span in glued if often[body.words(span)] == 1 and body.is_free(span)
    ]
    yield from pair(body, sorted(marks, key=lambda mark: mark.span))


def _is_ordinal(body: Body, label: str, place: Span) -> bool:
    """`180ᵒ`, `3ᵉ`: a letter that belongs to the number before it."""
    return label.isalpha() and body.text[max(0, place.start - 1) : place.start].isdigit()
