"""Reads AnyStyle's labelled citation strings (`citations-core.xml`)."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from archiver.extract.works.labels import Label
from archiver.extract.works.tokens import Token, tokenize

_LABELS = {
    "author": Label.AUTHOR, "director": Label.EDITOR, "producer": Label.EDITOR, "editor": Label.EDITOR,
    "translator": Label.EDITOR, "title": Label.TITLE, "journal": Label.PERIODICAL, "container-title": Label.CONTAINER,
    "collection-title": Label.SERIES, "date": Label.DATE, "volume": Label.VOLUME, "pages": Label.PAGES,
    "publisher": Label.PUBLISHER, "location": Label.PLACE, "edition": Label.EDITION, "genre": Label.GENRE,
    "url": Label.URL, "doi": Label.DOI, "isbn": Label.ISBN, "citation-number": Label.CITATION_NUMBER,
    "note": Label.NOTE, "source": Label.NOTE, "medium": Label.NOTE,
}  # fmt: skip


class Labelled(NamedTuple):
    """A note, and which part of it is what: (label, words) in their order, joined by one space."""

    text: str
    parts: tuple[tuple[Label, str], ...]

    def labels(self, tokens: Sequence[Token]) -> list[Label]:
        """The label of each word: of the part in which it begins."""
        ends, at = [], 0
        for label, words in self.parts:
            at = self.text.index(words, at) + len(words)
            ends.append((at, label))
        found, part = [], 0
        for token in tokens:
            while part + 1 < len(ends) and token.start >= ends[part][0]:
                part += 1
            stuck = ends[part][1] is Label.VOLUME and re.fullmatch(r"(?:19|20)\d\d;", token.text)
            found.append(Label.DATE if stuck else ends[part][1])  # `2012;30(15)`: a year stuck to its volume
        return found


def made(parts: Sequence[tuple[Label, str]]) -> Labelled:
    """A labelled note of its parts."""
    kept = tuple((label, " ".join(words.split())) for label, words in parts if words.strip())
    return Labelled(" ".join(words for _, words in kept), kept)


def read_core(path: Path) -> list[Labelled]:
    """The strings, each once."""
    found: dict[str, Labelled] = {}
    for sequence in ET.parse(path).getroot():
        parts, dated = [], False
        for element in sequence:
            label = _LABELS[element.tag]
            text = (
                re.sub(r"</?\w+>", "", element.text or "") if label is not Label.URL else element.text or ""
            )
            if (
                label is Label.DATE
                and dated
                and re.search(
                    r"access|retriev|viewed|visited", " ".join(w for _, w in parts[-1:]) + text, re.IGNORECASE
                )
            ):
                label = Label.ACCESSED
            dated = dated or label is Label.DATE
            parts.append((label, text))
        one = made(parts)
        found.setdefault(" ".join(re.findall(r"\w+", one.text.casefold())), one)
    return list(found.values())


__all__ = ["Labelled", "made", "read_core", "tokenize"]
