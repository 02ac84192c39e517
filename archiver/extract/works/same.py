"""Whether two readings are of one work, and why: an identifier, or title with author and year."""

import re
import unicodedata
from collections.abc import Iterator

from archiver.models.work import Sameness, WorkReading
from archiver.web.url import canonical

_WORDS = re.compile(r"\w+")
_ARTICLES = frozenset("the a an der die das le la les el los il lo l".split())
_WHOLE = "the same title"
_FEWEST = 2  # words that a title without its subtitle must have to name a work


def same_work(one: WorkReading, other: WorkReading) -> Sameness:
    """Whether two readings are of one work.

    Identifiers decide where both have one. Else the titles must agree, with or without a subtitle, and neither the
    author nor the year may speak against it.
    """
    if one.DOI and other.DOI:
        same = one.DOI.casefold() == other.DOI.casefold()
        return Sameness(same=same, why="the same DOI" if same else "different DOIs")
    if one.URL and other.URL and canonical(one.URL) == canonical(other.URL):
        return Sameness(same=True, why="the same address")
    title = _titles(one.title, other.title)
    if title is None:
        return Sameness(
            same=False, why="different titles" if one.title and other.title else "a title is missing"
        )
    against = next(_differences(one, other), None)
    if against is not None:
        return Sameness(same=False, why=f"{title}, but different {against}")
    agreeing = [
        *(["author"] if one.author and other.author else []),
        *(["year"] if one.issued and other.issued else []),
    ]
    if not agreeing and (title != _WHOLE or len(title_words(one.title)) <= _FEWEST):
        return Sameness(same=False, why=f"{title}, and nothing else agrees")
    return Sameness(same=True, why=" and ".join([title, *agreeing]))


def _differences(one: WorkReading, other: WorkReading) -> Iterator[str]:
    """What speaks against two readings' being of one work."""
    names = surnames(one), surnames(other)
    if all(names) and not names[0] & names[1]:
        yield "authors"
    if one.issued and other.issued and not _fit(one.issued, other.issued):
        yield "dates"
    if one.volume and other.volume and one.volume != other.volume:
        yield "volumes"
    if one.number and other.number and one.number != other.number:
        yield "numbers"


def surnames(reading: WorkReading) -> frozenset[str]:
    """The family names of the authors, and the names of organisations, folded."""
    names = [name.family or name.literal or "" for name in reading.author]
    return frozenset(folded for name in names if (folded := " ".join(words(name))))


def title_words(title: str | None) -> tuple[str, ...]:
    """The words of a title that count: without articles."""
    return tuple(word for word in words(title or "") if word not in _ARTICLES)


def words(text: str) -> list[str]:
    """The words of a text without accents and capitals.

    >>> words("Côte d’Azur: A Guide")
    ['cote', 'd', 'azur', 'a', 'guide']
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _WORDS.findall(plain.casefold())


def _titles(one: str | None, other: str | None) -> str | None:
    """How two titles agree; None where they do not."""
    whole = title_words(one), title_words(other)
    if not all(whole):
        return None
    if whole[0] == whole[1]:
        return _WHOLE
    heads = title_words((one or "").partition(":")[0]), title_words((other or "").partition(":")[0])
    if len(heads[0]) >= _FEWEST and heads[0] == heads[1] and (heads[0] in whole):
        return "the same title without its subtitle"
    return None


def _fit(one: str, other: str) -> bool:
    """Whether two dates may be one: a year is no less than a day of it."""
    return one.startswith(other) or other.startswith(one)
