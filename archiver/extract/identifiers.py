"""Addresses that stand in words: bare URLs, and DOI, arXiv, Handle, PMID and PMCID numbers as their addresses."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from archiver.extract.spans import Span
from archiver.models.citation import Form

# What an address in words may hold: more than RFC 3986 allows, less than what ends it in running text of any script.
_CHARACTER = r"[^\s<>\"“”«»|\\^`{}↩，。；：！？、（）「」『』【】《》]"
# Each with what a text must hold, in small letters, for it to be looked for: most texts hold nothing of it.
_FINDERS: tuple[tuple[tuple[str, ...], re.Pattern[str], str], ...] = tuple(
    (held, re.compile(pattern, re.IGNORECASE), form)
    for held, pattern, form in (
        (("://",), rf"(?P<id>https?://[\w\[]{_CHARACTER}{{2,2000}})", "{}"),
        (("www.",), rf"(?<![\w./@-])(?P<id>www\.\w{_CHARACTER}{{2,2000}})", "http://{}"),
        # DOI Handbook, 2.2: the prefix is registered as 10. and four to nine digits.
        (
            ("10.",),
            rf"(?<![\w./])(?:(?:dx\.)?doi\.org/|doi:?\s?)?(?P<id>10\.\d{{4,9}}/{_CHARACTER}{{1,300}})",
            "https://doi.org/{}",
        ),
        # arXiv identifier schemes, since April 2007 and before.
        (
            ("arx",),
            r"\barxiv[:\s]\s?(?P<id>\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]{2,12}(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?)",
            "https://arxiv.org/abs/{}",
        ),
        (
            ("hdl", "handle"),
            rf"(?<![\w./])(?:hdl\.handle\.net/|hdl:\s?|handle:\s?)(?P<id>\d[\d.]{{0,20}}/{_CHARACTER}{{1,300}})",
            "https://hdl.handle.net/{}",
        ),
        (("pm",), r"\bPMID:?\s?(?P<id>\d{1,8})\b", "https://pubmed.ncbi.nlm.nih.gov/{}/"),
        (("pmc",), r"\b(?P<id>PMC\d{5,8})\b", "https://www.ncbi.nlm.nih.gov/pmc/articles/{}/"),
    )
)
_FORMS = (
    ("https://doi.org/", Form.DOI),
    ("https://arxiv.org/", Form.ARXIV),
    ("https://hdl.handle.net/", Form.HANDLE),
    ("https://pubmed.ncbi.nlm.nih.gov/", Form.PMID),
    ("https://www.ncbi.nlm.nih.gov/pmc/", Form.PMCID),
)
_WRITTEN_OUT = ("http:", "https:", "www.", "doi.org/", "dx.doi.org/", "hdl.handle.net/")
_TAIL = ".,;:!?'’”\"*_…"
_PAIRS = {")": "(", "]": "["}


class Address(NamedTuple):
    """An address in a text, and where it stands."""

    span: Span
    url: str


def find_addresses(text: str) -> tuple[Address, ...]:
    """The addresses in a text, in order; punctuation that ends the sentence is no part of them.

    >>> [url for _, url in find_addresses("(see https://a.example/b_(c)). Also doi:10.1000/182, PMID 123.")]
    ['https://a.example/b_(c)', 'https://doi.org/10.1000/182', 'https://pubmed.ncbi.nlm.nih.gov/123/']
    """
    found: list[Address] = []
    for address in sorted(_candidates(text)):
        if not found or address.span.start >= found[-1].span.end:
            found.append(address)
    return tuple(found)


def form_of(words: str, url: str) -> Form:
    """How an address is given by the words that it was found in.

    >>> form_of("doi:10.1000/182", "https://doi.org/10.1000/182").value, form_of("www.a.example", "http://www.a.example").value
    ('doi', 'address')
    """
    if words.lower().startswith(_WRITTEN_OUT):
        return Form.ADDRESS
    return next((form for start, form in _FORMS if url.startswith(start)), Form.ADDRESS)


def _candidates(text: str) -> Iterator[Address]:
    said = text.lower()
    for held, pattern, form in _FINDERS:
        if not any(each in said for each in held):
            continue
        for match in pattern.finditer(text):
            name = without_tail(match["id"])
            if name:
                yield Address(Span(match.start(), match.start("id") + len(name)), form.format(name))


def without_tail(url: str) -> str:
    """An address without the punctuation of the sentence around it.

    >>> without_tail("https://a.example/x).")
    'https://a.example/x'
    """
    while url:
        last = url[-1]
        opening = _PAIRS.get(last)
        if last not in _TAIL and (opening is None or url.count(opening) >= url.count(last)):
            break
        url = url[:-1]
    return url
