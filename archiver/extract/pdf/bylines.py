"""Who wrote a PDF, by the lines under its title or by the body whose report it is."""

import re
from collections.abc import Collection, Iterable

from archiver.extract.metadata.names import names
from archiver.extract.works import words as lists
from archiver.extract.works.people import read_names
from archiver.models.work import Name

_TOOL = re.compile(
    r"\b(?:microsoft|adobe|acrobat|office user|ghostscript|latex|scanner|canon|xerox|hewlett|default|owner|windows|user|administrator|"
    r"pdfcreator|word|preferred customer|valued|unknown|registered|owner|kyocera|ricoh|konica|lexmark|toshiba)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?i:reports?|letter|note|communication|submission|statement|study|opinion|findings|memorandum)\b[^.;:]{0,80}?\b(?:of|from|by)\s+the\s+"
    r"(?P<body>(?:[A-Z][\w-]*\s+){0,4}(?:Panel|Group|Committee|Commission|Team|Board|Task Force|Secretary-General|Secretariat|Rapporteurs?|"
    r"High Commissioner|Mission|Office|Ombudsman|Representative|Council|Ministry|Department|Director-General|Mechanism)"
    r"(?:\s+(?:of|on|for|to|in|and|the)|\s+[A-Z][\w’'-]*){0,14})"
)
_TRAIL = re.compile(r"(?:\s+(?:of|on|for|to|in|and|the))+$")
_BY = re.compile(r"^\s*(?:by|von|par|por|di|door)\b[\s:]+", re.IGNORECASE)
_STOP = re.compile(
    r"^\W*(?:abstract|summary|introduction|contents|executive summary|keywords|résumé|zusammenfassung)\s*(?:[:.–—-]|$)|^\W*(?:dear|liebe[rs]?|sehr geehrte|madam|madame|monsieur|estimad[oa]s?)\b",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"[\d*†‡§¶#]+(?=[\s,;]|$)|\([^)]{0,60}\)")
_DEGREES = re.compile(
    r",?\s+(?:Ph\.?\s?D\.?|M\.?A\.?|M\.?Sc\.?|LL\.?M\.?|J\.?D\.?|Esq\.?|M\.?D\.?)(?=[\s,;]|$)"
)
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’‐-])*")
_MOST_LINES = 6
_LONGEST_LINE = 120
_FEWEST_WORDS, _MOST_WORDS = 2, 5
_LEAST = 2  # letters of a word that can be known as a common one


def authors_of(metadata: Iterable[str]) -> tuple[Name, ...]:
    """The authors in the metadata; a user's login name or a program's is none."""
    written = [" ".join(each.split()) for each in metadata]
    return _read(name for name in names(written) if not _TOOL.search(name) and _is_full(name))


def authors_below(
    lines: Iterable[str], common: Collection[str], *, author: str | None, title: str | None
) -> tuple[Name, ...]:
    """The authors on the front page: behind a label, in the lines under the title, or the body whose report it is.

    `common` has the words that the text writes small: no name has such, as `Executive Summary` does.
    """
    if author and (found := _read(names([_cleaned(author)]))):
        return found
    found_names: list[str] = []
    for number, line in enumerate(lines):
        if number >= _MOST_LINES or _STOP.match(line):
            break
        text = _cleaned(line)
        several = names([text]) if len(line) <= _LONGEST_LINE else ()
        if several and all(_is_person(name, common) for name in several):
            found_names += several
        elif found_names:
            break
    if found_names:
        return _read(dict.fromkeys(found_names))
    body = _BODY.search(title or "")
    return (Name(literal=_TRAIL.sub("", body["body"])),) if body else ()


def _cleaned(line: str) -> str:
    return _DEGREES.sub("", _SIGNS.sub("", _BY.sub("", line))).strip(" ,;.")


def _read(written: Iterable[str]) -> tuple[Name, ...]:
    return tuple(name for each in written for name in read_names(each))


def _is_person(name: str, common: Collection[str]) -> bool:
    """Whether it is written as a person's name, of words that are not words of the text."""
    words = name.replace(",", " ").split()
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS:
        return False
    for word in words:
        bare = lists.bare(word)
        if bare in lists.PARTICLES:
            continue
        if word[0].islower() or not _NAME_WORD.fullmatch(word):
            return False
        if (
            bare in lists.ORGANISATIONS
            or bare in lists.MONTHS
            or bare in lists.GENRES
            or bare in lists.PERIODICALS
        ):
            return False
        if len(bare) > _LEAST and bare in common and bare not in lists.GIVEN:
            return False
    return any(lists.bare(word) not in lists.PARTICLES for word in words)


def _is_full(name: str) -> bool:
    """Whether it is a name as people write it: several words, or not written in small Latin letters."""
    return " " in name or not name.isascii() or (name.isupper() and name.isalpha())
