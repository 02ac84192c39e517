"""Puts right what a tagger got wrong though it can be seen: addresses, and titles cut in two."""

import re
from collections.abc import Sequence

from archiver.extract.works import words as lists
from archiver.extract.works.labels import Label
from archiver.extract.works.tokens import Token, segments

_CERTAIN = frozenset([Label.URL, Label.DOI, Label.ISBN, Label.ACCESSED])
_HOMES = frozenset([Label.CONTAINER, Label.PERIODICAL])
_RANGE = re.compile(r"\d+[-–—]\d+[.,]?")
_SOLE = re.compile(r"\W*(?:blog|weblog|online|print|podcast|website)\W*", re.IGNORECASE)


def mend(tokens: Sequence[Token], tagged: Sequence[Label], ruled: Sequence[Label]) -> list[Label]:
    """The tagger's labels, with the rules' where these are certain."""
    found = list(tagged)
    for at, rule in enumerate(ruled):
        text = tokens[at].text
        if rule in _CERTAIN and (
            rule is Label.ACCESSED or any(char.isdigit() for char in text) or "." in text
        ):
            found[at] = rule
        elif rule is Label.GENRE and "/" in text and found[at] not in {Label.URL, Label.TITLE}:
            found[at] = rule  # the symbol of a document: S/1588
        elif _is_remark(text, found[at]):
            found[at] = Label.NOTE
    _renumber(tokens, found)
    if Label.TITLE not in found and not _HOMES & set(found):
        _entitle(tokens, found)
    return found


def _is_remark(text: str, label: Label) -> bool:
    """Whether a word says only what something is: `(blog)`, the `from` before an address."""
    if label is Label.URL:
        return "." not in text and "/" not in text
    return label in _HOMES and _SOLE.fullmatch(text) is not None and (text.startswith("(") or text.islower())


def _renumber(tokens: Sequence[Token], found: list[Label]) -> None:
    """Pages that follow a volume, and the two numbers around a journal's name: `96 Colum. L. Rev. 903`."""
    for at in range(1, len(found)):
        before, text = tokens[at - 1].text, tokens[at].text
        if found[at] is found[at - 1] is Label.VOLUME and _RANGE.fullmatch(text) and before[-1] in ":,)":
            found[at] = Label.PAGES
        if found[at] is Label.PERIODICAL and found[at - 1] is Label.TITLE and before.isdigit():
            found[at - 1] = Label.VOLUME
        numbered = Label.VOLUME in found[: at - 1]
        if (
            found[at] is Label.VOLUME
            and found[at - 1] is Label.PERIODICAL
            and numbered
            and text.strip(",").isdigit()
        ):
            found[at] = Label.PAGES


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
