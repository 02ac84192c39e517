"""Citations that Pandoc's citeproc has set: each names the entries that it means.

    <p>It rained <span class="citation" data-cites="ek2019 berg2018">(Ek 2019, 3; Berg 2018)</span>.</p>
    <div id="refs"><div id="ref-ek2019" class="csl-entry">Ek, Ida. 2019. “Rain.” Coast Review.</div></div>

The words may be links (`#ref-ek2019`), numbers, or numbers that are raised.
"""

from collections.abc import Iterator

from bs4 import Tag

from archiver.extract.finding.author_year import read_works
from archiver.extract.finding.body import Body
from archiver.extract.finding.entries import entry_number, entry_text
from archiver.extract.finding.footnote import Evidence, Footnote
from archiver.extract.finding.marks import label_of, labels_of, without_brackets
from archiver.extract.finding.works import Works
from archiver.extract.spans import Span
from archiver.web.page import attribute

EVIDENCE = Evidence.NAMED

_PREFIX = "ref-"
_Found = tuple[str, str | None, int]  # label, key of the entry, where its words end


def find_footnotes(body: Body) -> Iterator[Footnote]:
    """The citations, each with the entry that its key names."""
    reader = _Reader(body)
    marks: dict[tuple[str, str | None], list[Span]] = {}
    for element in body.with_class("citation"):
        keys = attribute(element, "data-cites").split()
        if keys and not reader.is_a_note(element):
            for label, key, place in reader.read(element, keys):
                marks.setdefault((label, key), []).append(place)
    for (label, key), places in marks.items():
        entry = reader.entry(key) if key is not None else None
        yield Footnote(label=label, marks=tuple(places), notes=(entry,) if entry is not None else ())


class _Reader:
    """Reads the citations of a post."""

    def __init__(self, body: Body) -> None:
        self._body = body

    def entry(self, key: str) -> Span | None:
        """The entry of a key, where the page has it."""
        named = self._body.with_id(_PREFIX + key)
        return entry_text(self._body, named[0]) if named else None

    def is_a_note(self, element: Tag) -> bool:
        """Styles that cite in notes put a footnote's mark here."""
        names = (self._body.fragment(link) for link in self._body.links(self._body.place(element)))
        return any(name is not None and not name.startswith(_PREFIX) for name in names)

    def read(self, element: Tag, keys: list[str]) -> Iterator[tuple[str, str | None, Span]]:
        """The parts of a citation, each with its key. `Ek (2019)` keeps its name in the sentence."""
        body, place = self._body, self._body.place(element)
        text = body.text[place.start : place.end]
        opening = text.find("(")
        author = text[:opening].strip() if opening > 0 and text.endswith(")") else None
        if author:
            place = Span(place.start + opening, place.end)
        links = [
            (_label(body.words(body.place(link))), name.removeprefix(_PREFIX), body.place(link).end)
            for link in body.links(place)
            if (name := body.fragment(link))
        ]
        parts = links if len(links) >= len(keys) and not author else self._parts(place, author, keys)
        start = place.start
        for at, (label, key, end) in enumerate(parts, start=1):
            part = Span(start, place.end if at == len(parts) else max(start, end))
            yield label, key, part
            start = part.end

    def _parts(self, place: Span, author: str | None, keys: list[str]) -> list[_Found]:
        """Numbers by the numbers of the entries, else by their order; names and years by what the entries say."""
        words = without_brackets(self._body.words(place))
        labels = labels_of(words)
        if len(labels) == len(keys):
            numbered = {number: key for key in keys if (number := self._number(key))}
            return [
                (label, numbered.get(label, key), place.end) for label, key in zip(labels, keys, strict=True)
            ]
        known = {entry: key for key in keys if (entry := self.entry(key)) is not None}
        works, found = Works(self._body, known), list[_Found]()
        named = read_works(words, author=author)
        for name, year, end in named:
            entry = works.find(name, year)
            key = known[entry] if entry is not None else None
            if key is None and len(named) == len(keys):
                key = keys[len(found)]
            found.append((f"{name} {year}", key, place.start + 1 + end))
        label = f"{author} {words}" if author else words
        return found or [(label, key, place.end) for key in keys]

    def _number(self, key: str) -> str | None:
        named = self._body.with_id(_PREFIX + key)
        return entry_number(self._body, named[0]) if named else None


def _label(words: str) -> str:
    bare = without_brackets(words)
    works = read_works(bare)
    return f"{works[0].author} {works[0].year}" if len(works) == 1 else label_of(bare) or bare
