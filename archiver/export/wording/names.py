"""Names as styles set them: straight, turned, with initials; and lists of them."""

import re
from collections.abc import Sequence

from archiver.export.wording.shortening import body
from archiver.models.work import Name

_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LETTERS = re.compile(r"[^\W\d_]")
_APA_MOST = 20
_HANDLE = re.compile(r"\s\((@[^\s()]{1,60})\)$")


def is_eastern(name: Name) -> bool:
    """Whether a name is written in Chinese, Japanese or Korean letters: family first, and no comma."""
    return bool(name.family and _CJK.search(name.family))


def straight(name: Name) -> str:
    """Ada Byron; Martin Luther King Jr.; 김민수.

    >>> straight(Name(family="van der Meer", given="Joost")), straight(Name(family="김", given="민수"))
    ('Joost van der Meer', '김민수')
    """
    if name.literal:
        return name.literal
    if is_eastern(name):
        return f"{name.family or ''}{_between(name)}{name.given or ''}"
    return " ".join(part for part in (name.given, name.family, name.suffix) if part)


def turned(name: Name) -> str:
    """Byron, Ada; King, Martin Luther, Jr.; 김민수.

    >>> turned(Name(family="King", given="Martin Luther", suffix="Jr.")), turned(Name(literal="The Salt Board"))
    ('King, Martin Luther, Jr.', 'The Salt Board')
    """
    if name.literal or is_eastern(name):
        return straight(name)
    # A number of rank, too, follows a comma
    return ", ".join(part for part in (name.family, name.given, name.suffix) if part)


def with_initials(name: Name) -> str:
    """Byron, A. K.; King, M. L., Jr.; an organisation as it is.

    >>> with_initials(Name(family="Sartre", given="Jean-Paul")), with_initials(Name(family="Ek", given="I.B."))
    ('Sartre, J.-P.', 'Ek, I. B.')
    """
    if name.literal or is_eastern(name) or not name.given:
        return bracketed(turned(name))
    return ", ".join(part for part in (name.family, initials(name.given), name.suffix) if part)


def initials_first(name: Name) -> str:
    """A. K. Byron: editors before the book that they edited, in APA."""
    if name.literal or is_eastern(name) or not name.given:
        return straight(name)
    return " ".join(part for part in (initials(name.given), name.family, name.suffix) if part)


def bracketed(said: str) -> str:
    """APA and MLA put a handle behind a name in square brackets.

    >>> bracketed("Ada Byron (@ada)"), bracketed("@ada")
    ('Ada Byron [@ada]', '@ada')
    """
    return _HANDLE.sub(r" [\1]", said)


def family(name: Name) -> str:
    """The name by which a work is known in a shortened note."""
    return name.literal or (straight(name) if is_eastern(name) else name.family or name.given or "")


def initials(given: str) -> str:
    """Given names as initials; a hyphen between them stays."""
    return " ".join(filter(None, map(_word, given.replace(".", ". ").split())))


def joined(names: Sequence[str], *, last: str, two: str | None = None) -> str:
    """A list of names with `last` before the last one, and `two` between only two.

    >>> joined(["A", "B", "C"], last=", and "), joined(["A", "B"], last=", and ", two=" and ")
    ('A, B, and C', 'A and B')
    """
    if len(names) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(names)
    if len(names) == 2 and two is not None:  # noqa: PLR2004 - as it says
        return two.join(names)
    return f"{', '.join(names[:-1])}{last}{names[-1]}"


def in_apa(names: Sequence[Name]) -> str:
    """Up to twenty; of more the first nineteen and the last (APA 7, 9.8)."""
    said = [with_initials(name) for name in names]
    if len(said) > _APA_MOST:
        return f"{', '.join(said[: _APA_MOST - 1])}, . . . {said[-1]}"
    # Two organisations are joined without a comma: the comma belongs to the turned name
    is_plain = len(names) == 2 and (names[0].literal or is_eastern(names[0]))  # noqa: PLR2004
    return joined(said, last=", & ", two=" & " if is_plain else None)


def in_mla(names: Sequence[Name]) -> str:
    """One, two, or the first and et al. (MLA 9)."""
    if len(names) > 2:  # noqa: PLR2004 - as it says
        return f"{bracketed(turned(names[0]))}, et al"
    return bracketed(_first_turned(names))


def in_chicago_note(names: Sequence[Name]) -> str:
    """One, two, or the first et al. (Chicago 18)."""
    if len(names) > 2:  # noqa: PLR2004 - as it says
        return f"{straight(names[0])} et al."
    return joined([straight(name) for name in names], last=" and ", two=" and ")


def in_chicago_bibliography(names: Sequence[Name]) -> str:
    """Up to six; of more the first three and et al. (Chicago 18)."""
    if len(names) > 6:  # noqa: PLR2004 - as it says
        return f"{', '.join([turned(names[0]), *map(straight, names[1:3])])}, et al"
    return _first_turned(names)


def in_bluebook(names: Sequence[Name]) -> str:
    """One, two with an ampersand, or the first et al. (Bluebook 22, 15.1)."""
    if len(names) > 2:  # noqa: PLR2004 - as it says
        return f"{_shortened(names[0])} et al."
    return joined([_shortened(name) for name in names], last=" & ", two=" & ")


def _shortened(name: Name) -> str:
    """What is no person has the short forms of table T6 (15.1(d))."""
    return body(name.literal) if name.literal else straight(name)


def _first_turned(names: Sequence[Name]) -> str:
    """The comma before the second of two belongs to the first one, if that is turned."""
    said = [turned(name) if at == 0 else straight(name) for at, name in enumerate(names)]
    is_turned = bool(names) and said[0] != straight(names[0])
    return joined(said, last=", and ", two=", and " if is_turned else " and ")


def _between(name: Name) -> str:
    """Japanese given names may be written in kana or Latin letters: then a space tells them apart."""
    return " " if name.given and not _CJK.search(name.given) else ""


def _word(word: str) -> str:
    letters = (_LETTERS.search(part) for part in word.split("-"))
    return "-".join(f"{letter[0]}." for letter in letters if letter is not None)
