"""Texts without their typography, and in words: of any script, written with spaces or without."""

import re
import unicodedata
from collections.abc import Mapping

from archiver.extract.scripts import WORD

_INVISIBLE = dict.fromkeys(
    [0xAD, 0x61C, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)]
)
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘－"), "-")
_QUOTES = dict.fromkeys(map(ord, "'\"‘’‚‛“”„‟«»‹›′″`´ʼ＇＂「」『』"))
_FOLDED = _INVISIBLE | _DASHES | _QUOTES
_UNSEEN, _TYPOGRAPHY = (
    re.compile(f"[{re.escape(''.join(map(chr, table)))}]") for table in (_INVISIBLE, _FOLDED)
)
_BULLET = re.compile(
    r"^[ \t]*+(?:[•·‣▪●◦○■*–—-]|[*#=_-]{2,})[ \t]++|^[ \t]*+[*=_~-]{2,}[ \t]*+$", re.MULTILINE
)
_BULLETS = re.compile(r"[•·‣▪●◦○■*–—#=_~-]")  # without one of these there is no bullet
_SIGNS = re.compile(r"[^A-Za-z\s,.;:()!?%&/\[\]]")  # without one of these there is nothing to take out
_RUN = re.compile(r"-{2,}")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)\s++(?=\d)")
_DIGIT = re.compile(r"\d")


def fold(text: str) -> str:
    """A text in one case and one form of each letter, without characters that nobody sees."""
    if text.isascii():
        return text.casefold()
    return unicodedata.normalize("NFKC", _translated(text, _INVISIBLE, _UNSEEN)).casefold()


def words(text: str) -> list[str]:
    """The words of a text in their order; of scripts without spaces, its letters.

    >>> words("Naïve “Co\u00adop” No. 7, 鉄道の駅"), words("हिन्दी में")
    (['naïve', 'coop', 'no', '7', '鉄', '道', 'の', '駅'], ['हिन्दी', 'में'])
    """
    return WORD.findall(fold(text))


def letters(text: str) -> str:
    """All of a text that its typography cannot change: neither quotation marks, dashes, bullets nor the space between words.

    >>> letters("• “A – B” … ") == letters("A - B..."), letters("3.5 %") == letters("35 %"), letters("1 25") == letters("12 5")
    (True, False, False)
    """
    if not _SIGNS.search(text):
        return "".join(text.casefold().split())
    bare = _BULLET.sub("", text) if _BULLETS.search(text) else text
    if bare.isascii():
        bare = bare.replace("'", "").replace('"', "").replace("`", "")
    else:
        bare = unicodedata.normalize("NFKC", _translated(bare, _FOLDED, _TYPOGRAPHY))
    bare = bare.casefold()
    if "--" in bare:
        bare = _RUN.sub("-", bare)
    if _DIGIT.search(bare):
        bare = _BETWEEN_DIGITS.sub("\0", bare)
    return "".join(bare.split())


def _translated(text: str, table: Mapping[int, str | None], telling: re.Pattern[str]) -> str:
    """A text after `str.translate`, which is slow, and mostly for nothing."""
    return text.translate(table) if telling.search(text) else text
