"""The text of a post as one reads it: marks set apart from the words before them, arrows back to them left out."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from archiver.extract.layout import LINE, Layout, Place
from archiver.extract.spans import Span, Spans
from archiver.extract.tidy import tidy

# A word with its mark glued to it ("Resolution 84.1", "sanctions4") is found by no search.
_MARK = re.compile(r"\d{1,3}|[*†‡§]{1,3}")
_NOT_AN_EXPONENT = re.compile(r"[^\W\d_]{3}|[.,;:!?)\]”’»\"']")
_BACK = re.compile(
    r"[\s↩↵⤴⇧↑⏎^\ufe0e\ufe0f]+|\[?(?:back|return)(?: to (?:text|content|top))?\]?", re.IGNORECASE
)
_AROUND = 3
_LONGEST = 60  # characters of a mark, or of a way back, with the spaces around it


class PostText:
    """The text of a post's content, notes included, asked for part by part."""

    def __init__(self, layout: Layout) -> None:
        self._text = layout.text
        self._edits = sorted(_edits(layout.text, layout.places))
        self._starts = [start for start, _, _ in self._edits]

    def part(self, start: int, end: int) -> str:
        """The text of a place."""
        kept: list[str] = []
        position = start
        for at in range(bisect_left(self._starts, start), len(self._edits)):
            begins, ends, instead = self._edits[at]
            if begins >= end:
                break
            if begins >= position:
                kept += [self._text[position:begins], instead]
                position = ends
        kept.append(self._text[position:end])
        return tidy("".join(kept).replace(LINE, "\n"))


def _edits(text: str, places: tuple[Place, ...]) -> Iterator[tuple[int, int, str]]:
    links = [Span(place.start, place.end) for place in places if place.element.name == "a"]
    starts, linked = [link.start for link in links], Spans(links)
    for place in places:
        if place.element.name not in {"sup", "a"} or place.end - place.start > _LONGEST:
            continue
        said = text[place.start : place.end].strip()
        before = text[max(place.start - _AROUND, 0) : place.start]
        if place.element.name == "sup" and _MARK.fullmatch(said):
            # Not an exponent: what lies in a link, or holds one, be it empty.
            holds = bisect_right(starts, place.end) > bisect_left(starts, place.start)
            if holds or linked.touches(Span(place.start, place.end)) or _NOT_AN_EXPONENT.search(before):
                yield place.start, place.end, f"[{said}]"
        elif place.element.name == "a" and said and _BACK.fullmatch(said):
            yield place.start, place.end, ""
