"""What a PDF says of the work that it is: its metadata where they are not junk, else its first page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archiver.extract.metadata.identifiers import doi_in
from archiver.extract.metadata.names import names
from archiver.web.dates import dates_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a page and the height of its letters."""

    text: str
    size: float


# What programs fill in: their own name, a file's, a template's.
_JUNK_TITLE = re.compile(
    r"^(?:untitled.*|microsoft (?:word|powerpoint|excel)\b.*|powerpoint presentation|(?:slide|layout|document|doc|page|sheet)\s?\d*|"
    r"print(?:ing)?|title|no title|none|null|about:blank|index|cover|scan(?:ned)?\b.*|(?:https?:|file:|[a-z]:\\|/).*|"
    r".*\.(?:docx?|pdf|indd|qxd|qxp|tex|dvi|ps|eps|rtf|pptx?|xlsx?|odt|pub|wpd|txt|fm|p65|html?|tif)|[\W\d_]*)$",
    re.IGNORECASE,
)
_TOOL = re.compile(
    r"\b(?:microsoft|adobe|acrobat|office user|ghostscript|latex|scanner|canon|xerox|hewlett|default|owner)\b",
    re.IGNORECASE,
)
_ABOUT_DATES = re.compile(
    r"\b(?:received|accepted|revised|updated|accessed|retrieved|downloaded|printed|as of)\b", re.IGNORECASE
)
_LETTERS = re.compile(r"[^\W\d_]")
_LEAST_LETTERS = 4
_LONGEST_TITLE = 300
_TOP = 15  # lines: where a front page has its date
_LONGEST_DATELINE = 80
_SAME = 0.97  # of the biggest size: rounding


def title_of(metadata: str, lines: Sequence[Line]) -> str | None:
    """The title in the metadata, else the biggest line of the first page."""
    said = " ".join(metadata.split())
    if len(_LETTERS.findall(said)) >= _LEAST_LETTERS and not _JUNK_TITLE.match(said):
        return said
    return _biggest(lines)


def author_of(metadata: str) -> str | None:
    """The authors in the metadata; a user's login name or a program's is none."""
    found = [
        name for name in names([" ".join(metadata.split())]) if not _TOOL.search(name) and _is_full(name)
    ]
    return "; ".join(found) or None


def issued_of(lines: Sequence[Line]) -> str | None:
    """The one whole date in the short lines at the top; the file's own date is that of its making, not of the work."""
    found = {
        date
        for line in lines[:_TOP]
        if len(line.text) <= _LONGEST_DATELINE and not _ABOUT_DATES.search(line.text)
        for date in dates_in(line.text)
        if len(date) == len("2019-05-02")
    }
    return found.pop() if len(found) == 1 else None


def doi_of(lines: Sequence[Line]) -> str | None:
    """The DOI on the first page, where there is exactly one."""
    found = {doi.casefold(): doi for line in lines if (doi := doi_in(line.text))}
    return next(iter(found.values())) if len(found) == 1 else None


def _biggest(lines: Sequence[Line]) -> str | None:
    """The first run of lines in the biggest letters, where these are bigger than the others."""
    wordy = [line for line in lines if len(_LETTERS.findall(line.text)) >= _LEAST_LETTERS]
    if not wordy:
        return None
    most = max(line.size for line in wordy)
    if all(line.size >= most * _SAME for line in wordy) and len(wordy) > 1:
        return None  # one size throughout: nothing stands out
    run: list[str] = []
    for line in wordy:
        if line.size >= most * _SAME:
            run.append(line.text.strip())
        elif run:
            break
    title = " ".join(run)
    return title if len(title) <= _LONGEST_TITLE else None


def _is_full(name: str) -> bool:
    """Whether it is a name as people write it: several words, or not written in small Latin letters."""
    return " " in name or not name.isascii() or (name.isupper() and name.isalpha())
