"""Puts right what a tagger got wrong though it can be seen: addresses, and titles cut in two."""

import re
from collections.abc import Sequence

from archiver.extract.works import words as lists
from archiver.extract.works.labels import Label
from archiver.extract.works.tokens import Token, segments

_CERTAIN = frozenset([Label.URL, Label.DOI, Label.ISBN, Label.ACCESSED])
_HOMES = frozenset([Label.CONTAINER, Label.PERIODICAL])
_NUMBERED = frozenset([Label.VOLUME, Label.PAGES])
_PARAGRAPH = re.compile(r"\W*(?:paras?|art|arts|fig|figs|ch|chap|sec|¶+|§+)\.?", re.IGNORECASE)
_LAW_REVIEW = re.compile(
    r"(?<=[,”\"] )(?P<volume>\d{1,4}) (?P<journal>(?:(?:[^\W\d_a-z][\w’']*\.?|&|of) ){0,5}[^\W\d_a-z][\w’']*\.(?:[A-Z]\.)*(?:\d?d)?) "
    r"\d{1,5},?(?: \d{1,5},?)? \([^()]{0,30}\d{4}\)"
)
_NOON = re.compile(r"[ap]\.m\b", re.IGNORECASE)
_RANGE = re.compile(r"\d+[-–—]\d+[.,]?")
_SOLE = re.compile(r"\W*(?:blog|weblog|online|print|podcast|website)\W*", re.IGNORECASE)


def mend(
    tokens: Sequence[Token], tagged: Sequence[Label], ruled: Sequence[Label], quotes: Sequence[int]
) -> list[Label]:
    """The tagger's labels, with the rules' where these are certain. `quotes` are the words' quotations."""
    found = list(tagged)
    for at, rule in enumerate(ruled):
        text = tokens[at].text
        if rule in _CERTAIN and (
            rule is Label.ACCESSED or any(char.isdigit() for char in text) or "." in text
        ):
            found[at] = rule
        elif rule is Label.GENRE and "/" in text and found[at] not in {Label.URL, Label.TITLE}:
            found[at] = rule  # the symbol of a document: S/1588
        elif _is_remark(text, found[at], tokens[at - 1].text if at else "") or _is_hour(tokens, at):
            found[at] = Label.NOTE
        elif found[at] is Label.CITATION_NUMBER and rule is not found[at]:
            found[at] = found[at + 1] if at + 1 < len(found) else Label.NOTE  # 38 North
    _take_law_review(tokens, found)
    _renumber(tokens, found)
    _take_quoted(tokens, found, quotes)
    if Label.TITLE not in found and not _HOMES & set(found):
        _entitle(tokens, found)
    return found


def _is_remark(text: str, label: Label, before: str) -> bool:
    """Whether a word says only what something is: `(blog)`, the `from` before an address, the 60 of `para. 60`."""
    if label in _NUMBERED and _PARAGRAPH.fullmatch(before):
        return True
    if label is Label.URL:
        return "." not in text and "/" not in text
    return label in _HOMES and _SOLE.fullmatch(text) is not None and (text.startswith("(") or text.islower())


def _is_hour(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word belongs to a time of day: `3:04 p.m.`, of which the colon makes two words."""
    return tokens[at].text.strip(":").isdigit() and any(
        _NOON.match(token.text) for token in tokens[at + 1 : at + 3]
    )


def _renumber(tokens: Sequence[Token], found: list[Label]) -> None:
    """Pages that follow a volume, and the two numbers around a journal's name: `96 Colum. L. Rev. 903`."""
    for at in range(1, len(found)):
        before, text = tokens[at - 1].text, tokens[at].text
        if found[at] is found[at - 1] is Label.VOLUME and _RANGE.fullmatch(text) and before[-1] in ":,)":
            found[at] = Label.PAGES
        if found[at] is Label.PERIODICAL and found[at - 1] is Label.TITLE and before.isdigit():
            found[at - 1] = Label.VOLUME
        numbered = Label.VOLUME in found[: at - 1]
        opens = at + 1 < len(tokens) and tokens[at + 1].text.startswith("(")
        if (
            opens
            and numbered
            and found[at] is found[at - 1] is Label.PAGES
            and before[:-1].isdigit()
            and text.isdigit()
        ):
            found[at] = Label.NOTE  # the page that is meant: 903, 910 (1996)
        if (
            found[at] is Label.VOLUME
            and found[at - 1] is Label.PERIODICAL
            and numbered
            and text.strip(",").isdigit()
        ):
            found[at] = Label.PAGES


def _take_law_review(tokens: Sequence[Token], found: list[Label]) -> None:
    """Volume, abbreviated journal, page and year, which lawyers write in one way: `96 Colum. L. Rev. 903 (1996)`."""
    text = " ".join(token.text for token in tokens)
    cited = _LAW_REVIEW.search(text)
    if cited is None:
        return
    at = text.count(" ", 0, cited.start("volume"))
    journal = len(cited["journal"].split())
    if len(tokens) < at + journal + len("vp") or any(" " in token.text for token in tokens):
        return
    found[at] = Label.VOLUME
    found[at + 1 : at + 1 + journal] = [Label.PERIODICAL] * journal
    found[at + 1 + journal] = Label.PAGES


def _take_quoted(tokens: Sequence[Token], found: list[Label], quotes: Sequence[int]) -> None:
    """Where no title was found, what is quoted is it; and a newspaper before it is no author."""
    if 1 not in quotes:
        return
    first = quotes.index(1)
    if Label.TITLE not in found:
        for at, quote in enumerate(quotes):
            if quote == 1:
                found[at] = Label.TITLE
    before = [at for at in range(first) if found[at] is Label.AUTHOR]
    if (
        before
        and not _HOMES & set(found)
        and any(lists.bare(tokens[at].text) in lists.NEWSPAPERS for at in before)
    ):
        for at in before:
            found[at] = Label.PERIODICAL


def _entitle(tokens: Sequence[Token], found: list[Label]) -> None:
    """Give a note without a title what was taken for its authors' last name, or for its number."""
    parts = segments(tokens, [0] * len(tokens))
    authors = [at for at, label in enumerate(found) if label is Label.AUTHOR]
    names = sorted({parts[at] for at in authors})
    genres = [at for at, label in enumerate(found) if label is Label.GENRE]
    if genres and authors and "/" not in tokens[genres[0]].text:
        chosen = [at for at in genres if parts[at] == parts[genres[0]]]
    elif len(names) > 1 and sum(parts[at] == names[0] for at in authors) > 1:
        chosen = [at for at in authors if parts[at] == names[-1]]
        if lists.bare(tokens[chosen[0]].text) in {"and", "&", "et"}:
            return
    else:
        return
    for at in chosen:
        found[at] = Label.TITLE
