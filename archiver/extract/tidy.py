"""What text is kept: the letters that their author wrote, in one form, without what only machines saw."""

import re

from archiver.extract.characters import meant

# Only from the first of them on: otherwise time would grow with the square of a gap within a line.
_TRAILING = re.compile(r"[ \t\u00a0](?<![ \t\u00a0].)[ \t\u00a0]*+(?=\n)")
_GAPS = re.compile(r"\n\n\n+")
_LONGEST = 1_000  # characters of a title, however it is spaced


def tidy(text: str) -> str:
    r"""Text in NFC, lines ended by `\n`, without characters that mean nothing, at most one empty line in a row.

    >>> tidy("a\r\nb\x00 \n\n\n\nc")
    'a\nb\n\nc'
    """
    return _GAPS.sub("\n\n", _TRAILING.sub("", meant(text) + "\n")).strip()


def without_heading(text: str, *headings: str | None) -> str:
    r"""The text without the lines at its top that only repeat its title or its site's name.

    >>> without_heading("Salt Roads\nThe Review\nIt began...", "Salt roads", "The Review")
    'It began...'
    """
    known = {_letters(heading) for heading in headings if heading} - {""}
    rest = text
    while rest:
        line, _, below = rest.partition("\n")
        if len(line) > _LONGEST or _letters(line) not in known:
            return rest
        rest = below.lstrip()
    # Nothing but headings: then they are what the page says.
    return text


def _letters(line: str) -> str:
    return "".join(char for char in line.casefold() if char.isalnum())
