"""What of a post's text holds marks or notes: found again by the words of its citations."""

from collections.abc import Iterable, Iterator

from archiver.extract.wording import Words, words_of
from archiver.models.citation import Citation, CitationKind
from archiver.web.url import site

_TELLING = 8  # words that are looked for, of a note or a sentence


class Held:
    """The beginnings of all notes, and of all sentences that have a mark."""

    def __init__(self, citations: Iterable[Citation], *, site: str) -> None:
        """`site` is the blog's."""
        self._beginnings: dict[int, set[Words]] = {}
        for words in (words for citation in citations for words in _beginnings(citation, site)):
            self._beginnings.setdefault(len(words), set()).add(words)

    def in_text(self, text: str) -> bool:
        """Whether one of them stands in a text."""
        if not self._beginnings or not text:
            return False
        words = words_of(text)
        return any(
            not wanted.isdisjoint(zip(*(words[n:] for n in range(length)), strict=False))
            for length, wanted in self._beginnings.items()
        )


def _beginnings(citation: Citation, blog: str) -> Iterator[Words]:
    # What stands below a list of references may look like one of its entries.
    cites = bool(citation.works) or any(site(each.url) != blog for each in citation.urls)
    is_entry = citation.kind is CitationKind.BIBLIOGRAPHY and cites
    if not (is_entry or citation.kind is CitationKind.FOOTNOTE):
        return
    for said in (citation.note, citation.sentence):
        if said and (words := words_of(said)[:_TELLING]):
            yield words
    if citation.sentence is None and citation.prefix and (words := words_of(citation.prefix)[-_TELLING:]):
        yield words
