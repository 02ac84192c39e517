"""Whether letters are letters: a font that does not say which ones it shows gives signs that nobody wrote."""

import re
import unicodedata
from collections.abc import Iterable

_CID = re.compile(r"\(cid:\d{1,5}\)")
_FEWEST = 20  # characters: fewer are a page number, a formula, an ornament
_MOST_STRANGE = 0.25  # of a page's characters
_LEAST_LETTERS = 0.25
_ASKED = 500  # characters of a page, from all over it
_STRANGE = frozenset(["Co", "Cn", "Cs", "Cc"])  # private use, unassigned, surrogates, controls
_LETTERS = frozenset(["Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Nd"])
# What leads from an entry to its page in a table of contents, and lines to be filled in, are no letters and no riddle.
_SPACES = re.compile("[\\s\x0e\x0f._·…-]+")


def is_illegible(lines: Iterable[str]) -> bool:
    r"""Whether the words of a page are none.

    >>> is_illegible(["\ue041\ue042\ue043 " * 20]), is_illegible(["(cid:12)(cid:40)" * 5]), is_illegible(["Salt roads " * 5])
    (True, True, False)
    """
    text = "".join(lines)
    cids = sum(len(match[0]) for match in _CID.finditer(text)) if "(cid:" in text else 0
    seen = _SPACES.sub("", text)
    if len(seen) < _FEWEST:
        return False
    sample = seen[:: len(seen) // _ASKED + 1]
    kinds = [unicodedata.category(char) for char in sample]
    strange = sum(map(_STRANGE.__contains__, kinds)) + sample.count("\ufffd")
    letters = sum(map(_LETTERS.__contains__, kinds))
    return (
        strange > _MOST_STRANGE * len(sample)
        or cids > _MOST_STRANGE * len(seen)
        or letters < _LEAST_LETTERS * len(sample)
    )
