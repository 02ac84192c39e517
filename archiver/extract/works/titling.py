"""Puts right who wrote what: names that are editors’, titles that end with their quotation, a note without a title."""

import re
from collections.abc import Sequence

from archiver.extract.works import words as lists
from archiver.extract.works.labels import HOMES, Label
from archiver.extract.works.tokens import Token, segments

_AGENCIES = frozenset(
    ["associated press", "agence france-presse", "united press international", "press association", "reuters"]
)
_OF = frozenset(["of", "on", "for", "in"])
_TALKS = frozenset(["communication", "interview", "correspondence", "conversation"])
_ARTICLES = frozenset(["the", "a", "an", "on"])
_MEETINGS = frozenset(["proc", "proceedings"])
_EDS = re.compile(
    r"[(\[]?(?:eds?\.|(?<=[(\[])ed|eds|editors?|éds?\.|hrsg\.?|hgg?\.|Eds?\.?|Hrsg\.?|Hgg?\.|Editors?)[)\].,:]*"
)
_NAMES = 40  # words of editors' names that open a note
_JOINS = frozenset(["and", "&", "et", "und", "y", "", *lists.PARTICLES])
_STOPPED = re.compile(r"[,.?!][”\"’»']+$|[”\"’»'][,.]$|[》」』][，。、,.]$")


def take_editors(tokens: Sequence[Token], found: list[Label], quotes: Sequence[int]) -> None:
    """Names before an `eds.` that opens a note are all its editors', and no title is among them."""
    for at, token in enumerate(tokens[:_NAMES]):
        if quotes[at] or any(char.isdigit() for char in token.text):
            return
        if at and lists.bare(tokens[at - 1].text) in lists.EDITIONS:
            return  # Rev. ed.
        if _EDS.fullmatch(token.text) and at:
            titled = (
                Label.TITLE in found[at + 1 :]
                or lists.bare(tokens[min(at + 1, len(tokens) - 1)].text) in _MEETINGS
            )
            for editor in range(at + 1):
                found[editor] = Label.EDITOR
            following = at + 1
            while not titled and following < len(found) and found[following] in HOMES:
                found[following] = Label.TITLE  # the book itself, not what it is part of
                following += 1
            return
        word = lists.bare(token.text)
        ends = token.text.endswith(":") or (token.text.endswith(".") and len(word) > len("etc"))
        if ends or word in lists.IN or word in _ARTICLES or not (token.text[:1].isupper() or word in _JOINS):
            return


def take_quoted(tokens: Sequence[Token], found: list[Label], quotes: Sequence[int]) -> None:
    """Where no title was found, what is quoted is it; and a newspaper before it is no author."""
    if 1 not in quotes:
        return
    first = quotes.index(1)
    inside = [at for at, quote in enumerate(quotes) if quote == 1]
    mixed = {found[at] for at in inside}
    if Label.TITLE in mixed or Label.AUTHOR in mixed:
        starts = found[first] in {Label.TITLE, Label.AUTHOR} and (
            not first or found[first - 1] is not Label.TITLE
        )
        rest = Label.NOTE if HOMES & set(found) else Label.PERIODICAL
        after = inside[-1] + 1
        while (
            starts
            and _STOPPED.search(tokens[inside[-1]].text)
            and after < len(found)
            and found[after] is Label.TITLE
            and not quotes[after]
        ):
            found[after] = rest  # a title ends with its quotation
            after += 1
        for at in inside:
            found[at] = Label.TITLE
    if Label.TITLE not in found:
        for at, quote in enumerate(quotes):
            if quote == 1:
                found[at] = Label.TITLE
    before = [at for at in range(first) if found[at] is Label.AUTHOR]
    if (
        before
        and not HOMES & set(found)
        and any(lists.bare(tokens[at].text) in lists.NEWSPAPERS for at in before)
    ):
        for at in before:
            found[at] = Label.PERIODICAL


def take_agency(tokens: Sequence[Token], found: list[Label]) -> None:
    """A news agency is where its news appeared, not who published it."""
    house = [at for at, label in enumerate(found) if label is Label.PUBLISHER]
    if " ".join(lists.bare(tokens[at].text) for at in house) in _AGENCIES:
        for at in house:
            found[at] = Label.PERIODICAL


def entitle(tokens: Sequence[Token], found: list[Label]) -> None:
    """Give a note without a title what was taken for its authors' last name, or for its number."""
    parts = segments(tokens, [0] * len(tokens))
    authors = [at for at, label in enumerate(found) if label is Label.AUTHOR]
    names = sorted({parts[at] for at in authors})
    genres = [at for at, label in enumerate(found) if label is Label.GENRE]
    talk = any(lists.bare(tokens[at].text) in _TALKS for at in genres)
    if genres and authors and not talk and "/" not in tokens[genres[0]].text:
        chosen = [at for at in genres if parts[at] == parts[genres[0]]]
    elif len(names) > 1 and sum(parts[at] == names[0] for at in authors) > 1:
        chosen = [at for at in authors if parts[at] == names[-1]]
        if lists.bare(tokens[chosen[0]].text) in {"and", "&", "et"}:
            return
    elif authors and Label.PUBLISHER in found and any(tokens[at].text in _OF for at in authors):
        chosen = authors  # Foreign Relations of the United States, 1950: nobody’s name
    else:
        return
    for at in chosen:
        found[at] = Label.TITLE
