"""Names that are stored as a line, taken apart where it is sure which part is the family name; else left whole."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from archiver.extract.metadata.persons import name_of
from archiver.extract.works.words import FAMILY_FIRST
from archiver.models.work import Name

# Tongues in which a person has two family names as often as two given ones, or in which the family name leads.
_OTHERWISE = frozenset(["es", "pt", "ca", "gl", "eu", "vi", "id", "ms", "mn", "my", "ta", "km"])
_ACUTE = "\N{COMBINING ACUTE ACCENT}\N{COMBINING TILDE}"


def sure_names(line: str | None, read: Sequence[Name], language: str | None) -> tuple[Name, ...]:
    """The authors of a stored line. `read` are those that its document has, used where they are the same.

    >>> [name.family for name in sure_names("Ada Byron; Joost van der Meer", (), "en")]
    ['Byron', 'van der Meer']
    >>> sure_names("Gabriela García Márquez; Xi Jinping; The Salt Board", (), "en")[1].literal
    'Xi Jinping'
    """
    written = [each for part in (line or "").split(";") if (each := part.strip())]
    names = (
        list(read)
        if len(read) == len(written) or not written
        else [name_of(each, language=language) for each in written]
    )
    if len(names) == len(written):
        return tuple(_sure(name, each, language) for name, each in zip(names, written, strict=True))
    return tuple(_sure(name, str(name), language) for name in names)


def _sure(name: Name, written: str, language: str | None) -> Name:
    if name.literal or not name.family or not name.given or "," in written:
        return name
    whole = Name(literal=written if written.strip() else str(name))
    if _is_han(written):
        # A Chinese family name has one character, a Japanese one has mostly two.
        return name if (language or "").startswith("zh") or " " in written.strip() else whole
    given = name.given.split()
    first = given[0].casefold().rstrip(".")
    last = name.family.casefold()
    if len(given) == 1 and first in FAMILY_FIRST and last not in FAMILY_FIRST:
        return whole  # Xi Jinping
    full = [part for part in given if len(part.strip(".")) > 1 and not part.isupper()]
    if len(full) > 1 and name.family[:1].isupper() and _may_have_two(written, language):
        return whole
    return whole if (language or "")[:2] == "vi" else replace(name)


def _may_have_two(written: str, language: str | None) -> bool:
    """Whether the last word but one may be a family name, too."""
    tongue = (language or "")[:2]
    return (
        not tongue
        or tongue in _OTHERWISE
        or any(mark in unicodedata.normalize("NFD", written) for mark in _ACUTE)
    )


def _is_han(text: str) -> bool:
    return any("\u3400" <= sign <= "\u9fff" for sign in text)
