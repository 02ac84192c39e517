"""Puts right where a title ends and what it appeared in: brackets, remarks, and names that tell what they are."""

import re
from collections.abc import Sequence

from archiver.extract.works import words as lists
from archiver.extract.works.labels import HOMES, Label
from archiver.extract.works.tokens import Token, segments

# What a work is, in small letters between its title and its home.
_REMARK = re.compile(r"(?:thèse|thesis|dissertation|diss\.|doctoral|master[’']s|unpublished|mémoire)\b")
_TALK = re.compile(r"(?:talk|lecture|speech|remarks|keynote|address|presentation|paper|testimony)$")
_MEETING_YEAR = re.compile(r"[’']\d\d\W*$")  # JCDL ’18
_FORTHCOMING = frozenset(["forthcoming", "press", "kindle"])
_NEWS = lists.NEWSPAPERS | {
    "reuters",
    "tass",
    "yonhap",
    "xinhua",
    "kyodo",
    "cnn",
    "npr",
    "upi",
    "bloomberg",
    "the",
    "new",
    "york",
    "news",
    "los",
    "angeles",
    "washington",
    "financial",
}
_GIVEN = lists.GIVEN | frozenset(  # and some that the tagger was not told of
    "norbert seymour gerd jutta moritz katja greta henrik nils olav ingrid astrid sigrid tove marit anders bjørn jens jørgen mette "
    "boris igor sergei sergey andrey dmitri dmitry mikhail yuri natalia tatiana svetlana oleg pavel piotr jerzy agnieszka katarzyna "
    "giorgio luca matteo giulia francesca chiara paolo pablo diego javier lucía joão tiago rui inês mohammed muhammad ali fatima "
    "omar hassan ibrahim yusuf amina kofi kwame chinua ngozi ravi arjun priya anil sunil rajesh mehmet ayşe emre hiroshi kenji yuki "
    "takashi haruki akira naoko abigail amelia chloe dylan ethan fiona gavin gareth harriet heidi ingo isabelle jasmine keir lena "
    "liam lorna marius meera mia nadia nora odile petra ronan rosalind rupert sofia susanna tessa thea theo tristan ursula zoe".split()
)
_LIBRARIES = frozenset(["jstor", "proquest", "lexisnexis", "ebscohost", "factiva"])
_NAME = 3  # words of a person's name, at most


def bound(tokens: Sequence[Token], found: list[Label], quotes: Sequence[int]) -> None:
    """All of it, in this order."""
    _end_title(tokens, found, quotes)
    _take_talk(tokens, found)
    for at, token in enumerate(tokens):
        house = found[at] is Label.PUBLISHER and (at == 0 or found[at - 1] is not Label.PUBLISHER)
        if house and (not any(map(str.isalpha, token.text)) or lists.bare(token.text) in _LIBRARIES):
            while at < len(found) and found[at] is Label.PUBLISHER:
                found[at] = Label.NOTE  # a length, 8:31; where a copy was read
                at += 1  # noqa: PLW2901 - to the end of the run
    if Label.AUTHOR not in found:
        _take_name(tokens, found)
    if not HOMES & set(found):
        _take_home(tokens, found, quotes)


def _end_title(tokens: Sequence[Token], found: list[Label], quotes: Sequence[int]) -> None:
    """A bracket that a publisher's name opens, and what the work is, are no part of a title."""
    for at in range(1, len(found)):
        if found[at] is not Label.TITLE or quotes[at] or found[at - 1] is not Label.TITLE:
            continue
        text = tokens[at].text
        follows = found[at + 1] if at + 1 < len(found) else None
        if text.startswith("(") and lists.bare(text) in _FORTHCOMING:
            found[at] = Label.NOTE
        elif text.startswith("(") and follows is Label.PUBLISHER and ")" not in text:
            found[at] = Label.PUBLISHER
        elif _REMARK.match(text) and tokens[at - 1].text.endswith((",", ".")):
            end = at
            while end < len(found) and found[end] is Label.TITLE:
                found[end] = Label.NOTE
                end += 1


def _take_talk(tokens: Sequence[Token], found: list[Label]) -> None:
    """`talk at the Rope Fair` says what a work was, not what it appeared in."""
    for at, token in enumerate(tokens):
        if found[at] in HOMES and (at == 0 or found[at - 1] not in HOMES) and _TALK.match(token.text):
            end = at
            while end < len(found) and found[end] in HOMES:
                found[end] = Label.NOTE
                end += 1


def _take_name(tokens: Sequence[Token], found: list[Label]) -> None:
    """A name that opens a note without an author: it stands before the title, or was taken for its beginning."""
    parts = segments(tokens, [0] * len(tokens))
    first = [at for at in range(len(tokens)) if parts[at] == 0]
    if not 1 < len(first) <= _NAME or not tokens[first[-1]].text.endswith((",", ":")):
        return
    words = [lists.bare(tokens[at].text) for at in first]
    if not all(tokens[at].text[:1].isupper() for at in first) or set(words) & (
        lists.ORGANISATIONS | lists.NEWSPAPERS
    ):
        return
    labels = {found[at] for at in first}
    on = found[first[-1] + 1] if first[-1] + 1 < len(found) else None
    given = words[0] in _GIVEN
    home = labels <= HOMES and on is Label.TITLE and given
    comma = tokens[first[-1]].text.endswith(",") and Label.PUBLISHER in found
    title = labels == {Label.TITLE} and on is Label.TITLE and (given or comma) and "the" not in words
    if home or title:
        for at in first:
            found[at] = Label.AUTHOR


def _take_home(tokens: Sequence[Token], found: list[Label], quotes: Sequence[int]) -> None:
    """What a newspaper's name or a quoted title tells: a publisher without a place, right after it, is where it appeared."""
    authors = [at for at, label in enumerate(found) if label is Label.AUTHOR]
    if authors and Label.TITLE in found and all(lists.bare(tokens[at].text) in _NEWS for at in authors):
        for at in authors:
            found[at] = Label.PERIODICAL
        return
    for at in range(1, len(found)):
        if found[at] is found[at - 1] is Label.GENRE and _MEETING_YEAR.match(tokens[at].text):
            found[at - 1 : at + 1] = [Label.CONTAINER] * 2
            return
    houses = [at for at, label in enumerate(found) if label is Label.PUBLISHER]
    if not houses or {Label.PLACE, Label.GENRE, Label.PAGES} & set(found):
        return
    start = houses[0]
    if (
        start
        and quotes[start - 1]
        and found[start - 1] is Label.TITLE
        and not tokens[start].text.startswith("(")
    ):
        for at in houses:
            found[at] = Label.PERIODICAL
