"""Numbers glued to the end of a clause, in text that has lost its markup; the last paragraphs are the notes.

the Council adopted Resolution 84.1 This would lead to
not recognised until the 1990s.2
"""

import re
from collections.abc import Iterator

from archiver.extract.finding.body import Body
from archiver.extract.finding.counting import count_off
from archiver.extract.finding.footnote import Evidence, Footnote
from archiver.extract.finding.pairing import Mark
from archiver.extract.layout import PARAGRAPH
from archiver.extract.spans import Span, Spans

EVIDENCE = Evidence.COUNTED

_GLUED = re.compile(r"(?<=\S[.,;:!?”’)\"])(?<!\d,)\d{1,3}(?!\S)")
_DECIMAL = re.compile(r"(?<!\d)\d{1,3}\.")  # `84.` before a digit may be a number; `2019.` will not


def find_footnotes(body: Body) -> Iterator[Footnote]:
    """Notes whose marks run in order in the text. `84.1` is a mark only where 1 is due; elsewhere it is a number."""
    other = Spans(
        body.place(element) for element in (*body.raised(), *body.all("a", "code", "pre", "kbd", "samp"))
    )
    marks: list[Mark] = []
    due = 1
    for found in _GLUED.finditer(body.text):
        number, span = int(found[0]), Span(*found.span())
        if not body.is_free(span) or other.touches(span) or not _ends_a_clause(body.text, span):
            continue
        if number == due:
            due += 1
        elif not 0 < number < due or _is_decimal(body.text, span):
            continue
        marks.append(Mark(str(number), span))
    if len(marks) == 1 and _is_decimal(body.text, marks[0].span):
        return  # alone, `10.1 The` may be a version
    yield from count_off(body, marks)


def _ends_a_clause(text: str, span: Span) -> bool:
    """After a full stop a new sentence must follow, after a comma anything may."""
    rest = text[span.end : span.end + 3]
    return not rest or rest[0] == PARAGRAPH or not rest.strip()[:1].islower() or text[span.start - 1] in ",;:"


def _is_decimal(text: str, span: Span) -> bool:
    return _DECIMAL.match(text, _word_start(text, span.start)) is not None


def _word_start(text: str, end: int) -> int:
    start = end
    while start > max(0, end - 8) and not text[start - 1].isspace():
        start -= 1
    return start
