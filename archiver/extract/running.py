"""The running text of a post: what is left when marks and notes are cut out, and what stands around a place in it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from archiver.extract.layout import LINE, PARAGRAPH
from archiver.extract.sentences import split_sentences
from archiver.extract.spans import Span

_CONTEXT = 64  # characters kept before and after a place
_LONGEST_SENTENCE = 1500  # characters kept on each side, of what has no full stop
_PARAGRAPHS = re.compile(f"[^{PARAGRAPH}]+")
_BETWEEN_MARKS = re.compile(r"[ ,;–-]{0,3}")
_NO_SPACE_AFTER = frozenset((" ", LINE, PARAGRAPH))
_NO_SPACE_BEFORE = frozenset(".,;:!?)]”’»" + LINE + PARAGRAPH)
_ENDINGS = frozenset(".!?…”’\"')")


class Running:
    """A text without its cuts. Places are given as they are in the whole text."""

    def __init__(self, whole: str, cuts: Iterable[Span]) -> None:
        self._starts: list[int] = []  # of the pieces that are kept, in the whole text
        self._at: list[int] = []  # of the same pieces, here
        self.text = self._join(whole, cuts)
        self._paragraphs = [Span(*found.span()) for found in _PARAGRAPHS.finditer(self.text)]
        self._sentences: dict[Span, tuple[Span, ...]] = {}

    def sentence(self, offset: int) -> str | None:
        """The sentence that a mark at this place belongs to: the one before it, else the one after it."""
        span = self.sentence_span(offset)
        return None if span is None else self.words(span)

    def words(self, span: Span) -> str:
        """Some of the running text, on one line."""
        return " ".join(self.text[span.start : span.end].split())

    def sentence_span(self, offset: int) -> Span | None:
        """Where in the running text the sentence stands that a mark at a place of the whole text belongs to."""
        here = self.here(offset)
        at = bisect_right(self._paragraphs, here, key=lambda span: span.start) - 1
        if at < 0:
            return None
        paragraph = self._paragraphs[at]
        sentences = self._sentences.get(paragraph)
        if sentences is None:
            sentences = self._sentences[paragraph] = split_sentences(
                self.text[paragraph.start : paragraph.end]
            )
        if not sentences:
            return None
        before = min(here, paragraph.end)
        while before > paragraph.start and self.text[before - 1].isspace():
            before -= 1
        chosen = bisect_right(sentences, before - 1 - paragraph.start, key=lambda span: span.start) - 1
        start, end = sentences[max(0, chosen)]
        start = max(paragraph.start + start, before - _LONGEST_SENTENCE)
        return Span(start, min(paragraph.start + end, start + 2 * _LONGEST_SENTENCE))

    def around(self, span: Span) -> tuple[str | None, str | None]:
        """What stands before and after a place (prefix and suffix of a Web Annotation TextQuoteSelector)."""
        start, end = self.here(span.start), self.here(span.end)
        before, after = self.text[max(0, start - _CONTEXT) : start], self.text[end : end + _CONTEXT]
        return " ".join(before.split()) or None, " ".join(after.split()) or None

    def here(self, offset: int) -> int:
        """Where a place of the whole text is in the running text; of one that was cut out, where it was."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return 0
        end = self._at[at + 1] if at + 1 < len(self._at) else len(self.text)
        return min(self._at[at] + offset - self._starts[at], end)

    def _join(self, whole: str, cuts: Iterable[Span]) -> str:
        pieces: list[str] = []
        length, last = 0, PARAGRAPH
        for start, end in _kept(whole, cuts):
            first = start + 1 if last in _NO_SPACE_AFTER and whole[start:end].startswith(" ") else start
            piece = whole[first:end]
            if last == " " and piece[:1] in _NO_SPACE_BEFORE:
                pieces[-1] = pieces[-1][:-1]
                length -= 1
            elif last in _ENDINGS and piece[:1].isupper():
                pieces.append(" ")
                length += 1
            self._starts.append(first)
            self._at.append(length)
            if piece:
                pieces.append(piece)
                length, last = length + len(piece), piece[-1]
        return "".join(pieces)


def _kept(whole: str, cuts: Iterable[Span]) -> Iterator[Span]:
    """What is not cut. Commas and dashes between two marks go with them."""
    at = 0
    for cut in sorted(cut for cut in cuts if cut.end > cut.start):
        if cut.start > at and not (at and _BETWEEN_MARKS.fullmatch(whole, at, cut.start)):
            yield Span(at, cut.start)
        at = max(at, cut.end)
    yield Span(at, len(whole))
