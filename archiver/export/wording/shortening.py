"""Names as the Bluebook shortens them in citations (15.1(d), 16, 18.2.2(b))."""

import re
from collections.abc import Mapping

from archiver.export.wording.abbreviations import INSTITUTIONS, PLACES, WORDS

_LEFT_OUT = frozenset(["a", "at", "in", "of", "the"])
# Words of other tongues: their names stay as they are.
_FOREIGN = re.compile(
    r"\b(?:del|della|der|des(?! Moines)|di|die|das|dos|du|el(?! Paso)|et|il|las(?! Vegas)|le|les|los(?! Angeles)|och|un|und|une|voor|y)\b",
    re.IGNORECASE,
)
_THE = re.compile(r"^The\s+(?=\S)")
_BETWEEN_LETTERS = re.compile(r"(?<=\w)-(?=\w)")  # Rights-Civil: two words
_HYPHEN = " \x00 "  # a sign that no name has
_MOST_WORDS = 4  # of an entry of the tables
# 6.1(a): single capitals stand together; those of an institution stand apart.
_CLOSED = re.compile(r"(?<![.\w-])([EJLNQSW]\.) (?=[JLQ]\.(?:\s|$))")
_COMPASS = frozenset(["North", "East", "South", "West"])
# They are surnames, too: with one other word they may be a person's.
_SURNAMES = frozenset(
    "bank board company council court league office press school service services trust union".split()
)
# What a name has that is of no person: a literal name may be anybody's.
_PERIODICALS = frozenset(
    "blog bulletin chronicle gazette herald journal magazine monthly news newspaper observer post quarterly review times tribune weekly".split()
)
_BODIES = frozenset(
    "academy administration agency alliance assembly association authority bank board bureau center centre coalition college commission committee "
    "company conference congress corporation council court department division federation foundation government group hospital institute institution "
    "laboratory league library ministry museum office organization parliament press program project rights school senate service services society "
    "trust union university".split()
)


def periodical(name: str) -> str:
    """A newspaper, a journal, a blog: without articles, small prepositions and the commas of a list.

    >>> periodical("The New York Times"), periodical("Yale Law Journal"), periodical("Science")
    ('N.Y. Times', 'Yale L.J.', 'Science')
    """
    whole = name if _FOREIGN.search(name) else _THE.sub("", name)
    if not _is_to_shorten(whole):
        return whole
    words = _replaced(whole, WORDS | PLACES | INSTITUTIONS)
    if words == whole.split():
        return whole
    return _joined([word.rstrip(",") for word in words if word.casefold() not in _LEFT_OUT])


def site(name: str) -> str:
    """A site, which may be called like a body or like a periodical.

    >>> site("The Tide Review"), site("Pew Research Center"), site("Privacy & Terms")
    ('Tide Rev.', 'Pew Rsch. Ctr.', 'Privacy & Terms')
    """
    is_periodical = any(word.casefold() in _PERIODICALS for word in name.split())
    return periodical(name) if is_periodical and not _is_body(name) else body(name)


def body(name: str) -> str:
    """An agency, a society, whoever else is no person; also a site that bears its name.

    >>> body("U.S. Department of Labor"), body("The Oatmeal"), body("World Health Organization")
    ('U.S. Dep’t of Lab.', 'Oatmeal', 'World Health Org.')
    >>> body("Robert Service"), body("Virginia Woolf"), body("Lamp Institute")
    ('Robert Service', 'Virginia Woolf', 'Lamp Inst.')
    """
    whole = name if _FOREIGN.search(name) else _THE.sub("", name)
    return _joined(_replaced(whole, WORDS | PLACES)) if _is_body(whole) and _is_to_shorten(whole) else whole


def _is_body(name: str) -> bool:
    words = [word.casefold().strip(",.") for word in name.split()]
    found = _BODIES.intersection(words)
    return bool(found) and (len(words) > len(("Robert", "Service")) or not found <= _SURNAMES)


def _is_to_shorten(name: str) -> bool:
    """Of a name of one word nothing is shortened."""
    return " " in name and name.replace("’", "").isascii() and not _FOREIGN.search(name)


def _replaced(name: str, table: Mapping[str, str]) -> list[str]:
    """Words with those of the table shortened, the longest entry first."""
    words = _BETWEEN_LETTERS.sub(_HYPHEN, name).split()
    made: list[str] = []
    at = 0
    while at < len(words):
        taken = next((size for size in range(_MOST_WORDS, 0, -1) if _entry(words, at, size) in table), 0)
        comma = "," * words[at + taken - 1].endswith(",") if taken else ""
        made.append(f"{table[_entry(words, at, taken)]}{comma}" if taken else words[at])
        at += taken or 1
    return " ".join(made).replace(_HYPHEN, "-").split()


def _entry(words: list[str], at: int, size: int) -> str:
    """Words as the tables may have them, without a comma that follows. The Law that begins a name stays, and so does a quarter of the compass that ends it: 38 North."""
    said = " ".join(words[at : at + size]).removesuffix(",") if at + size <= len(words) else ""
    is_kept = (said == "Law" and at == 0) or (said in _COMPASS and at + 1 == len(words))
    return "" if is_kept else said


def _joined(words: list[str]) -> str:
    return _CLOSED.sub(r"\1", " ".join(words))
