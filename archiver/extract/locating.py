"""Whether a source has the words that a post quotes from it, and where."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from math import floor
from urllib.parse import quote

from archiver.extract.rewording import Wording

_ELLIPSIS = re.compile(
    r"\s*(?:\[\s*(?:…|\.\s*\.\s*\.)\s*\]|\(\s*(?:…|\.\s*\.\s*\.)\s*\)|…|\.\s*\.\s*\.(?:\s*\.)?)\s*"
)
_BRACKETS = re.compile(r"\[[^\]]{0,60}\]")  # the quoting author's own words, or a letter's case changed
_REMARK = re.compile(  # of the quoting author
    r"\(\s?(?:sic|(?:my |our )?(?:emphasis|italics)(?: (?:added|mine|ours|removed|(?:in|of) (?:the )?original))?)\s?[.!]?\)",
    re.IGNORECASE,
)
_MARK = re.compile(r"(?<=\S)\[\d{1,3}\]")  # of a note; who quotes leaves it out
_EDGES = " ,;:.!?\"'()-"
_FOLDED = {
    **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
}
_SHORTEST = 2  # words; of a part between two ellipses
_APART = 20_000  # characters that an ellipsis may leave out
_TRIES = 50  # places of the first part
_LONGEST = 2_000_000  # characters of a text that are looked through
_TEXT_FRAGMENT = 10  # words; a longer quotation is named by its ends


class Found(StrEnum):
    """How a quotation stands in a source."""

    VERBATIM = "verbatim"
    NEAR = "near"  # but for typography, ellipses, brackets and marks of notes; or but for a few words
    GONE = "gone"  # not in the text


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where a quotation stands in a text: characters from `start` to before `end`."""

    found: Found
    start: int | None = None
    end: int | None = None
    agreement: float | None = None  # the share of its words that stand there, in their order; None: gone

    @property
    def share(self) -> float | None:
        """The agreement as it is stored; what differs is never rounded to all."""
        return None if self.agreement is None else floor(self.agreement * 10_000) / 10_000


class Searchable:
    """A text in which quotations are looked for; folded when it has to be, and once."""

    def __init__(self, text: str) -> None:
        self.text = text[:_LONGEST]

    @cached_property
    def _fold(self) -> tuple[str, list[int]]:
        return _fold(self.text)

    @cached_property
    def _wording(self) -> Wording:
        return Wording(self._fold[0])

    def locate(self, exact: str) -> Location:
        """Look for a quotation: as it stands, then with folded typography, its parts in their order, then with a few words changed."""
        at = self.text.find(exact)
        if at >= 0:
            return Location(found=Found.VERBATIM, start=at, end=at + len(exact), agreement=1.0)
        return self._typeset(exact) or self._reworded(exact) or Location(found=Found.GONE)

    def _typeset(self, exact: str) -> Location | None:
        parts = _folded(_parts(exact))
        if not parts or max(len(part.split()) for part in parts) < _SHORTEST:
            return None
        folded, _ = self._fold
        start, tries = folded.find(parts[0]), 0
        while start >= 0 and tries < _TRIES:
            end = _rest(folded, parts[1:], start + len(parts[0]))
            if end is not None:
                return self._near(start, end, 1.0)
            start, tries = folded.find(parts[0], start + 1), tries + 1
        return None

    def _reworded(self, exact: str) -> Location | None:
        place = self._wording.find(
            _folded(_BRACKETS.sub(" ", part) for part in _ELLIPSIS.split(_whole(exact)))
        )
        return None if place is None else self._near(*place)

    def _near(self, start: int, end: int, agreement: float) -> Location:
        at_of = self._fold[1]
        return Location(found=Found.NEAR, start=at_of[start], end=at_of[end - 1] + 1, agreement=agreement)


def _folded(parts: Iterable[str]) -> list[str]:
    folded = (_fold(part)[0].strip(_EDGES) for part in parts)
    return [part for part in folded if part]


def _rest(text: str, parts: list[str], end: int) -> int | None:
    for part in parts:
        at = text.find(part, end, end + _APART)
        if at < 0:
            return None
        end = at + len(part)
    return end


def text_fragment(words: str) -> str:
    """The end of an address that leads a browser to these words (WICG, Text Fragments).

    >>> text_fragment("the lamp was lit, and nobody came")
    '#:~:text=the%20lamp%20was%20lit%2C%20and%20nobody%20came'
    """
    each = words.split()
    if len(each) <= _TEXT_FRAGMENT:
        return f"#:~:text={_encoded(each)}"
    return f"#:~:text={_encoded(each[:5])},{_encoded(each[-5:])}"


def _encoded(words: list[str]) -> str:
    # "-" divides a fragment's parts, so it is encoded, too
    return quote(" ".join(words), safe="").replace("-", "%2D")


def _parts(exact: str) -> list[str]:
    """What is left between ellipses and brackets."""
    return [piece for part in _ELLIPSIS.split(_whole(exact)) for piece in _BRACKETS.split(part)]


def _whole(exact: str) -> str:
    """A quotation without remarks. A letter in brackets is part of a word: `[t]he`."""
    return re.sub(r"\[(\w)\](?=\w)", r"\1", _REMARK.sub("[]", exact))


def _fold(text: str) -> tuple[str, list[int]]:
    """A text without its typography and the marks of its notes, and of each character left where it came from."""
    out: list[str] = []
    at: list[int] = []
    marked = {position for mark in _MARK.finditer(text) for position in range(*mark.span())}
    for position, char in enumerate(text):
        if position in marked:
            continue
        if char.isspace():
            if out and out[-1] != " ":
                out.append(" ")
                at.append(position)
            continue
        same = _FOLDED.get(char)
        for folded in unicodedata.normalize("NFKC", char).casefold() if same is None else same:
            out.append(folded)
            at.append(position)
    return "".join(out), at
