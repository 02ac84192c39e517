"""The text of a post as one reads it: marks set apart from the words before them, arrows back to them left out."""

import re

from bs4 import Tag

from archiver.extract.layout import LINE, Place, lay_out
from archiver.extract.tidy import tidy

# A word with its mark glued to it ("Resolution 84.1", "sanctions4") is found by no search.
_MARK = re.compile(r"\d{1,3}|[*†‡§]{1,3}")
_NOT_AN_EXPONENT = re.compile(r"[^\W\d_]{3}|[.,;:!?)\]”’»\"']")
_BACK = re.compile(
    r"[\s↩↵⤴⇧↑⏎^\ufe0e\ufe0f]+|\[?(?:back|return)(?: to (?:text|content|top))?\]?", re.IGNORECASE
)
_AROUND = 3


def post_text(body: Tag) -> str:
    """The text of a post's content, notes included."""
    layout = lay_out(body)
    kept: list[str] = []
    position = 0
    for start, end, instead in sorted(_edits(layout.text, layout.places)):
        if start >= position:
            kept += [layout.text[position:start], instead]
            position = end
    kept.append(layout.text[position:])
    return tidy("".join(kept).replace(LINE, "\n"))


def _edits(text: str, places: tuple[Place, ...]) -> list[tuple[int, int, str]]:
    found = []
    for place in places:
        said = text[place.start : place.end].strip()
        before = text[max(place.start - _AROUND, 0) : place.start]
        if place.element.name == "sup" and _MARK.fullmatch(said) and _is_mark(place.element, before):
            found.append((place.start, place.end, f"[{said}]"))
        elif place.element.name == "a" and said and _BACK.fullmatch(said):
            found.append((place.start, place.end, ""))
    return found


def _is_mark(sup: Tag, before: str) -> bool:
    """Whether a raised number is a mark, not an exponent."""
    return (
        sup.find("a") is not None or sup.find_parent("a") is not None or bool(_NOT_AN_EXPONENT.search(before))
    )
