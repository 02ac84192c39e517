"""From labelled words to the fields of a work."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from archiver.extract.identifiers import find_addresses
from archiver.extract.metadata.identifiers import doi_in
from archiver.extract.works.dates import joined, read_date
from archiver.extract.works.labels import Label
from archiver.extract.works.people import read_names
from archiver.extract.works.tokens import Token
from archiver.models.work import Name, NoteKind, WorkReading

_LOOSE = " \t\n\u00a0,;:/<>*_–—-|，。：；、"
_OPEN = '“”"„«»「」『』《》'
_PAIRS = {"(": ")", "[": "]", "“": "”", "‘": "’", "«": "»", "„": "“", "「": "」", "『": "』", "《": "》"}
_STRAIGHT = "\"'"
_IN = re.compile(
    r"^(?:(?:forthcoming|to appear|in press|reprinted|published)\s+)?(?:in|dans|en|via|from):?\s+(?=\S)",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    r"(?:\bno|\bnos|\bnr|\bissue|\bn°|n[º°]|№|\bheft|\bnum(?:ber)?)[.:\s]*(?P<no>\d+(?:\s?[-–/]\s?\d+)?)",
    re.IGNORECASE,
)
_AFTER_COLON = re.compile(r"\):([A-Za-z]?\d{3,9})\b")  # 83(4):041002, one word
_COUNTED = re.compile(r"第?제?\s?(\d+)\s?(?:([期号號호])|[卷巻권집])")
_TYPED = re.compile(r"\s?\[[A-Z]{1,2}(?:/OL)?\]$")  # GB/T 7714: a title’s kind, [M]
_IN_BRACKETS = re.compile(r"(?P<volume>\w+),?\s?\(\s?(?P<issue>[\w–/-]{1,12})\s?\)")
_VOLUME = re.compile(r"\d+(?:[–-]\d+)?|\b[ivxlc]+\b", re.IGNORECASE)
_BEFORE_VOLUME = re.compile(r"\b(?:vol(?:ume|s)?|bd|tome?|band|jg)\b\.?", re.IGNORECASE)
_PAGE = re.compile(
    r"[A-Za-z]{0,2}\d+(?:(?!ff?\b)[A-Za-z])?(?:\s?[–—-]+\s?[A-Za-z]?\d+)?(?:,\s\d+(?:[–-]\d+)?)*|\b[ivxlc]+(?:[–-][ivxlc]+)?\b"
)
_NUMBER = re.compile(
    r"\d[\d:]*-[a-z]{2}-\d+|[A-Z][\w.]*[/-][\w./()-]*\d[\w./()-]*|\b[A-Z]{0,4}\.?\s?\d[\d.,/-]*(?:\(\d+\))?(?:\s\w+)?"
)
_ISBN = re.compile(r"\b(?:97[89][\d-]{10,14}|\d[\d-]{8,12}[\dXx])\b")
_ACRONYM = re.compile(r"(?<![^\W\d_])[^\W\d_]\.(?:\s?[^\W\d_]{1,2}\.)+$")  # U.S., D.C.
_COURTS = re.compile(r"^(?:U\.S\.|S\. ?Ct\.|F\.(?:2d|3d)?|F\. Supp)")
_THESIS = re.compile(r"thesis|dissertation|diss\.", re.IGNORECASE)


def read_fields(
    text: str, tokens: Sequence[Token], labels: Sequence[Label], *, start: int = 0
) -> WorkReading:
    """The work that labelled words tell of. `start` is where the text stands in its note."""
    parts = [
        (label, text[run[0].start : run[-1].end])
        for label, run in ((label, list(run)) for label, run in _runs(tokens, labels))
    ]
    dates = _all(parts, Label.DATE)
    issued = next((made for words in dates if (made := read_date(words))), None)
    for words in dates:
        issued = joined(issued, words)
    numbered = " ".join(_all(parts, Label.VOLUME)[:2])
    volume, issue = read_volume(numbered)
    pages = [*_all(parts, Label.PAGES), *_AFTER_COLON.findall(numbered)]
    addresses = [
        address.url
        for words in _all(parts, Label.URL) + _all(parts, Label.DOI)
        for address in find_addresses(words)
    ]
    doi = next((made for _, words in parts if (made := doi_in(words))), None)
    places = [name for name in map(_plain, _all(parts, Label.PLACE)) if name]
    numbers = [
        found[0].strip(" ,.") for words in _all(parts, Label.GENRE) if (found := _NUMBER.search(words))
    ]
    container = _first(parts, Label.CONTAINER, Label.PERIODICAL)
    return WorkReading(
        kind=NoteKind.FULL,
        start=start,
        end=start + len(text),
        exact=text,
        author=_names(parts, Label.AUTHOR),
        editor=_names(parts, Label.EDITOR),
        title=_TYPED.sub("", title) if (title := _first(parts, Label.TITLE)) else None,
        container_title=_IN.sub("", container) if container else None,
        issued=issued,
        accessed=next((made for words in _all(parts, Label.ACCESSED) if (made := read_date(words))), None),
        publisher=_first(parts, Label.PUBLISHER),
        publisher_place=places[0] if places else None,
        volume=volume,
        issue=issue,
        page=next((found[0] for words in pages if (found := _page(words))), None),
        number=numbers[0] if numbers else None,
        edition=_first(parts, Label.EDITION),
        DOI=doi,
        ISBN=next((found[0] for words in _all(parts, Label.ISBN) if (found := _ISBN.search(words))), None),
        URL=next((url for url in addresses if not (doi and url.endswith(doi) and "doi" in url)), None),
        type=_type(parts),
    )


def read_volume(words: str) -> tuple[str | None, str | None]:
    """Volume and issue.

    >>> read_volume("vol. 21, no. 7,"), read_volume("12(3):"), read_volume("59"), read_volume("29 (3):")
    (('21', '7'), ('12', '3'), ('59', None), ('29', '3'))
    """
    if counted := _COUNTED.findall(words):
        volumes, issues = (
            [number for number, kind in counted if bool(kind) is is_issue] for is_issue in (False, True)
        )
        return (volumes[0] if volumes else None), (issues[0] if issues else None)
    both = _IN_BRACKETS.search(words)
    if both and any(map(str.isdigit, both["issue"])):
        return both["volume"], both["issue"]
    issue = _ISSUE.search(words)
    rest = words[: issue.start()] + " " + words[issue.end() :] if issue else words
    numbers = _VOLUME.findall(_BEFORE_VOLUME.sub(" ", rest))
    if issue:
        return (numbers[0] if numbers else None), issue["no"]
    return (numbers[0] if numbers else None), (numbers[1] if len(numbers) > 1 else None)


def plain(words: str) -> str:
    """Words without the quotation marks around them, and without the punctuation after them.

    >>> plain("“How ‘Rope’ Was Made,”"), plain("Salt (A History)."), plain("Why?”"), plain("Acme Inc.,")
    ('How ‘Rope’ Was Made', 'Salt (A History)', 'Why?', 'Acme Inc')
    """
    text, before = words.strip(_LOOSE), ""
    while text != before:
        before = text
        text = text.strip(_LOOSE)
        text = text if _ACRONYM.search(text) else text.rstrip(".")
        if len(text) > 1 and (
            _PAIRS.get(text[0]) == text[-1] or (text[0] == text[-1] and text[0] in _STRAIGHT)
        ):
            text = text[1:-1]
        for mark in (*_OPEN, "'", "‘", "’"):
            text = _unmatched(text, mark)
        if text.endswith(")") and text.count(")") > text.count("("):
            text = text[:-1]
        if text.startswith("(") and text.count("(") > text.count(")"):
            text = text[1:]
    return text


def _unmatched(text: str, mark: str) -> str:
    """The text without a quotation mark at one of its ends that has no partner."""
    closing = _PAIRS.get(mark, mark)
    if text.startswith(mark) and closing not in text[1:]:
        text = text[1:]
    opening = next((o for o, c in _PAIRS.items() if c == mark), mark)
    if text.endswith(mark) and mark != "’" and opening not in text[:-1]:
        text = text[:-1]
    return text


def _plain(words: str) -> str | None:
    return plain(words) or None


def _runs(tokens: Sequence[Token], labels: Sequence[Label]) -> Iterator[tuple[Label, Iterator[Token]]]:
    for label, run in groupby(zip(labels, tokens, strict=True), key=lambda pair: pair[0]):
        yield label, (token for _, token in run)


def _all(parts: Sequence[tuple[Label, str]], label: Label) -> list[str]:
    return [words for own, words in parts if own is label]


def _first(parts: Sequence[tuple[Label, str]], *labels: Label) -> str | None:
    return next((made for label, words in parts if label in labels and (made := plain(words))), None)


def _names(parts: Sequence[tuple[Label, str]], label: Label) -> tuple[Name, ...]:
    return next((names for words in _all(parts, label) if (names := read_names(words))), ())


def _page(words: str) -> re.Match[str] | None:
    if re.match(r"(?i)\W*(?:ch|chap|sec|fig|note)\b", words):
        return None
    return _PAGE.search(re.sub(r"(?i)\b(?:pp?|pages?|sec|chap)\b\.?\s*(?=\w)", "", words))


def _type(parts: Sequence[tuple[Label, str]]) -> str | None:
    """CSL's type, where the fields tell it: the first of the list whose fields are there."""
    have = {label for label, _ in parts}
    container = _first(parts, Label.CONTAINER, Label.PERIODICAL) or ""
    dated = max((len(read_date(words) or "") for words in _all(parts, Label.DATE)), default=0)
    remarks = _all(parts, Label.GENRE) + _all(parts, Label.NOTE)
    periodical, web = Label.PERIODICAL in have, Label.URL in have
    answers = (
        ("legal_case", _COURTS.match(container) is not None),
        ("thesis", any(_THESIS.search(words) for words in remarks)),
        ("article-journal", periodical and Label.VOLUME in have),
        ("chapter", Label.CONTAINER in have and bool(have & {Label.EDITOR, Label.PUBLISHER, Label.PLACE})),
        ("paper-conference", Label.CONTAINER in have),
        ("webpage", periodical and web),
        ("article-newspaper", periodical and dated == len("2019-05-02")),
        ("article", periodical),
        ("report", Label.GENRE in have),
        ("book", bool(have & {Label.PUBLISHER, Label.PLACE})),
        ("webpage", web),
    )
    return next((name for name, holds in answers if holds), None)
