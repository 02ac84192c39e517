"""Hebrew as screens show it, stored from left to right: pages of the 1990s, for browsers that could not turn it round."""

import re

_HEBREW = re.compile("[\u05d0-\u05ea]")
_PASSAGE = re.compile(r"[^<>\r\n]+")
# Five letters have another form at the end of a word; in visual order that is its beginning.
_ENDS = re.compile("(?<=[\u05d0-\u05ea])[\u05da\u05dd\u05df\u05e3\u05e5](?![\u05d0-\u05ea])")
_BEGINS = re.compile("(?<![\u05d0-\u05ea])[\u05da\u05dd\u05df\u05e3\u05e5](?=[\u05d0-\u05ea])")
_FEW = 2  # final letters at beginnings: slips
_FROM_LEFT = re.compile(
    r"[A-Za-z0-9](?:[^\u0590-\u05ff\s]*[A-Za-z0-9%])?(?:\s[A-Za-z0-9](?:[^\u0590-\u05ff\s]*[A-Za-z0-9%])?)*"
)
_MIRRORED = str.maketrans("()[]{}«»", ")(][}{»«")


def is_visual(text: str) -> bool:
    """Whether the Hebrew words of a text begin with the forms that letters have at their ends."""
    begins = len(_BEGINS.findall(text))
    return begins > _FEW and begins > 3 * len(_ENDS.findall(text))


def logical(text: str) -> str:
    """The text in the order in which it is read, each passage between tags by itself."""
    return _PASSAGE.sub(_turned, text)


def _turned(found: re.Match[str]) -> str:
    line = found[0]
    if not _HEBREW.search(line):
        return line
    # Numbers and Latin words were stored as they are read.
    return _FROM_LEFT.sub(lambda words: words[0][::-1], line[::-1].translate(_MIRRORED))
