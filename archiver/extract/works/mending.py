"""Puts right what a tagger got wrong though it can be seen: addresses, and titles cut in two."""

import re
from collections.abc import Sequence

from archiver.extract.works import words as lists
from archiver.extract.works.bounding import bound
from archiver.extract.works.labels import HOMES, Label
from archiver.extract.works.titling import entitle, take_agency, take_editors, take_quoted
from archiver.extract.works.tokens import Token

_CERTAIN = frozenset([Label.URL, Label.DOI, Label.ISBN, Label.ACCESSED])
_NUMBERED = frozenset([Label.VOLUME, Label.PAGES])
_PARAGRAPH = re.compile(r"\W*(?:paras?|art|arts|fig|figs|ch|chap|sec|¶+|§+)\.?", re.IGNORECASE)
_LAW_REVIEW = re.compile(
    r"(?<=[,”\"] )(?P<volume>\d{1,4}) (?P<journal>(?:(?:[^\W\d_a-z][\w’']*\.?|&|of) ){0,5}[^\W\d_a-z][\w’']*\.(?:[A-Z]\.)*(?:\d?d)?) "
    r"\d{1,5},?(?: \d{1,5}(?:[–-]\d{1,5})?,?){0,2} \([^()]{0,30}\d{4}\)"
)
_FOLLOWING = re.compile(r"\d{1,4}ff?[.,]*")  # 45f.: that page and the next
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?){1,3}[,:]?")
_NOON = re.compile(r"[ap]\.m\b", re.IGNORECASE)
_RANGE = re.compile(r"\d+[-–—]\d+[.,]?")
_SOLE = re.compile(
    r"\W*(?:blog|weblog|online|print|podcast|website|signed|posted|published|updated|aired|dated|adopted)\W*",
    re.IGNORECASE,
)


def mend(
    tokens: Sequence[Token], tagged: Sequence[Label], ruled: Sequence[Label], quotes: Sequence[int]
) -> list[Label]:
    """The tagger's labels, with the rules' where these are certain. `quotes` are the words' quotations."""
    found = list(tagged)
    for at, rule in enumerate(ruled):
        text = tokens[at].text
        if rule in _CERTAIN and (
            (rule is Label.ACCESSED and found[at] is not Label.TITLE)
            or any(char.isdigit() for char in text)
            or "." in text.strip(".,;:()")
        ):
            found[at] = rule
        elif rule is Label.GENRE and "/" in text and found[at] not in {Label.URL, Label.TITLE}:
            found[at] = rule  # the symbol of a document: S/1588
        elif (
            found[at] in HOMES
            and "by" in {lists.bare(text), lists.bare(tokens[at - 1].text) if at else ""}
            and (at == 0 or found[at - 1] not in HOMES)
        ):
            _take_by(found, at)
        elif _is_remark(text, found[at], tokens[at - 1].text if at else "") or _is_hour(tokens, at):
            found[at] = Label.NOTE
        elif found[at] is Label.CITATION_NUMBER and rule is not found[at] and not _is_counted(tokens, at):
            found[at] = found[at + 1] if at + 1 < len(found) else Label.NOTE  # 38 North
    take_editors(tokens, found, quotes)
    _take_law_review(tokens, found)
    _renumber(tokens, found)
    take_quoted(tokens, found, quotes)
    if not HOMES & set(found):
        take_agency(tokens, found)
    bound(tokens, found, quotes)
    if Label.TITLE not in found and not HOMES & set(found):
        entitle(tokens, found)
    return found


def _is_remark(text: str, label: Label, before: str) -> bool:
    """Whether a word says only what something is: `(blog)`, the `from` before an address, the 60 of `para. 60`."""
    if label in _NUMBERED and _PARAGRAPH.fullmatch(before):
        return True
    if label is Label.URL:
        return "." not in text and "/" not in text
    return label in HOMES and _SOLE.fullmatch(text) is not None and (text.startswith("(") or text.islower())


def _take_by(found: list[Label], start: int) -> None:
    """`by Ida Ek` after the title names who wrote it, where nobody else does."""
    end = start
    while end < len(found) and found[end] in HOMES:
        end += 1
    found[start:end] = [Label.NOTE if Label.AUTHOR in found else Label.AUTHOR] * (end - start)


def _is_counted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number before a family name and initials counts the notes, as in `4 Ek, I.`: it is no title."""
    return at == 0 and len(tokens) > len("EI") and _INITIALS.fullmatch(tokens[2].text) is not None


def _is_hour(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word belongs to a time of day: `3:04 p.m.`, of which the colon makes two words."""
    return tokens[at].text.strip(":").isdigit() and any(
        _NOON.match(token.text) for token in tokens[at + 1 : at + 3]
    )


def _renumber(tokens: Sequence[Token], found: list[Label]) -> None:
    """Pages that follow a volume, and the two numbers around a journal's name: `96 Colum. L. Rev. 903`."""
    if found and found.count(Label.VOLUME) == 1 and found[-1] is Label.VOLUME and not HOMES & set(found):
        found[-1] = Label.PAGES  # a number that ends a note of a book
    paged = Label.PAGES in found
    for at in range(1, len(found)):
        before, text = tokens[at - 1].text, tokens[at].text
        alone = not paged and before[-1] == ":" and before[:1].isdigit() and text.strip(".,").isdigit()
        page = alone or (_RANGE.fullmatch(text) and before[-1] in ":,)")
        if page and found[at] is found[at - 1] is Label.VOLUME:
            found[at] = Label.PAGES
        after_date = found[at - 1] is Label.DATE and before.endswith("),")
        if found[at] is Label.NOTE and (
            _FOLLOWING.fullmatch(text) or (after_date and _RANGE.fullmatch(text))
        ):
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
    for meant in range(at + 2 + journal, len(tokens)):
        if tokens[meant].text.startswith("("):
            break
        found[meant] = Label.NOTE  # the page that is meant: 903, 910 (1996)
