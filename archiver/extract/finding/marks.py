"""What a footnote mark looks like: `3`, `[3]`, `³`, `*`, `1,2`, `1–3`, and what only looks like one (`m²`, `10⁶`)."""

import re
from collections.abc import Iterator

from bs4 import Tag

from archiver.extract.finding.body import Body
from archiver.extract.layout import LINE, PARAGRAPH
from archiver.extract.spans import Span, Spans
from archiver.web.page import attribute

SYMBOLS = "*†‡§‖¶"
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_DIGITS = str.maketrans(SUPERSCRIPTS + "⸴", "0123456789,")
_LONGEST_MARK = 32  # characters, with brackets
_LONGEST_RANGE = 50  # `1–3` names three notes; `1–1900` is no range of notes

_SHORT = re.compile(
    rf"(?:(?:notes?|fn|nb)\.? ?)?(\d{{1,4}}[a-z]?|[a-z]|[ivxlc]{{1,6}}|[{re.escape(SYMBOLS)}]{{1,4}})(?::\d+)?[.)]?",
    re.IGNORECASE,
)
_GROUP = re.compile(r"\d{1,3}(?: ?[,;–-] ?\d{1,3})*")
_PART = re.compile(r"(\d{1,3})(?: ?[–-] ?(\d{1,3}))?")
# What a superscript is an exponent of: a power of ten, a unit of length, a variable. Not `a` and `I`, which are words.
_BASE = re.compile(r"(?:\b(?:10|km|hm|dm|cm|mm|µm|nm|m|ft|in|yd|mi|s|sec|kg|mc|[b-hj-zA-HJ-Z])|[×·^])$")
_OPENING, _CLOSING = "[(", "])"


def label_of(text: str) -> str | None:
    """The label in a short mark; None when the text is no mark.

    >>> [label_of(text) for text in ("[3]", "³", "3:1", "(*)", "note 2", "iv", "See also")]
    ['3', '3', '3', '*', '2', 'iv', None]
    """
    found = _SHORT.fullmatch(without_brackets(text).translate(_TO_DIGITS))
    return found[1] if found else None


def labels_of(text: str) -> tuple[str, ...]:
    """The numbers in a mark that may name several notes; empty when the text is no such mark.

    >>> labels_of("[1,2]"), labels_of("1–3, 7"), labels_of("1st"), labels_of("4–2")
    (('1', '2'), ('1', '2', '3', '7'), (), ())
    """
    text = without_brackets(text).translate(_TO_DIGITS)
    if not _GROUP.fullmatch(text):
        return ()
    labels: list[str] = []
    for found in _PART.finditer(text):
        first, last = int(found[1]), int(found[2] or found[1])
        if not 0 < first <= last < first + _LONGEST_RANGE:
            return ()
        labels += map(str, range(first, last + 1))
    return tuple(labels)


def label_at(body: Body, span: Span) -> str | None:
    """The label of a mark at this place, if there is one."""
    return label_of(body.words(span)) if span.end - span.start <= _LONGEST_MARK else None


def labels_at(body: Body, span: Span) -> tuple[str, ...]:
    """The numbers of a mark at this place, if there are any."""
    return labels_of(body.words(span)) if span.end - span.start <= _LONGEST_MARK else ()


def without_brackets(text: str) -> str:
    """The text without white space and brackets around it."""
    text = text.strip()
    while len(text) > 1 and text[0] in _OPENING and text[-1] in _CLOSING:
        text = text[1:-1].strip().removeprefix("^")  # [^1], where no engine read Markdown's footnotes
    return text


def widen(text: str, span: Span) -> Span:
    """A mark together with the brackets that stand right around it."""
    start, end = span
    while start > 0 and end < len(text) and text[start - 1] in _OPENING and text[end] in _CLOSING:
        start, end = start - 1, end + 1
    return Span(start, end)


def is_exponent(text: str, start: int) -> bool:
    """Whether what is raised at this place belongs to a number, a unit or a variable before it."""
    return _BASE.search(text, max(0, start - 8), start) is not None


def begins_a_line(text: str, start: int) -> bool:
    """Whether nothing stands before a place: what stands there is the label of a note, no mark."""
    return start == 0 or text[start - 1] in {PARAGRAPH, LINE}


def raised(body: Body) -> Iterator[Tag]:
    """The unclaimed superscripts that neither are nor hold a link to another page, nor lie in one."""
    elements = body.raised()
    if not elements:
        return
    links = Spans(_links_away(body))
    for element in elements:
        place = body.place(element)
        if place.end > place.start and not links.touches(place):
            yield element


def unmarked(body: Body) -> Iterator[Span]:
    """Where a number in the text is no mark, though it looks like one: code, and links to another page."""
    yield from _links_away(body)
    yield from map(body.place, body.all("code", "pre", "kbd", "samp"))


def _links_away(body: Body) -> Iterator[Span]:
    return (
        body.place(link) for link in body.all("a") if attribute(link, "href") and body.fragment(link) is None
    )
