"""What text is kept: the letters that their author wrote, in one form, without what only machines saw."""

import re
import unicodedata

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_TRAILING = re.compile(r"(?<![ \t\u00a0])[ \t\u00a0]++(?=\n)")  # looked for once a run, not once a space
_LONGEST = 1_000  # characters of a title, however it is spaced
_GAPS = re.compile(r"\n{3,}")


def tidy(text: str) -> str:
    r"""Text in NFC, lines ended by `\n`, without control characters, at most one empty line in a row.

    >>> tidy("a\r\nb\x00 \n\n\n\nc")
    'a\nb\n\nc'
    """
    text = unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode("utf-8"))
    text = _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))
    return _GAPS.sub("\n\n", _TRAILING.sub("", text + "\n")).strip()


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
