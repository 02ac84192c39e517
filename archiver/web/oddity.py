"""How unlike anything that people write a text is: the sign of bytes that were read in the wrong encoding.

In any language the letters of a word are of one script, capitals come first, signs stand between words and not in
them. Bytes read wrongly keep to none of this: "fÃ¼r", "fьr", "ïðèâåò", "fŽte", "ƒ†".
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

_MOST = 600  # words that are looked at; more tell no more
ODD = 0.1  # more signs of a wrong reading than this, and it is one
_LONGEST = 40  # characters of a word, before and after its first beyond ASCII
_BEYOND = re.compile(rf"[^\x00-\x7f\s][^\s<>]{{0,{_LONGEST}}}")
_BEFORE = re.compile(rf"[^\s<>]{{0,{_LONGEST}}}\Z")
# Found within words, or invisible: hyphens, apostrophes, dashes, dots, soft hyphen, joiners, micro and degree signs.
_FINE = frozenset("’‘‐‑–—…·•ʻʼªºµ°\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff")
_CAPITAL = frozenset(["Lu", "Lt"])
_NOBODYS = frozenset(["Cc", "Cn", "Co", "Cs"])  # control characters, unassigned, private use, surrogates
_PAIRED = frozenset(["Pi", "Pf", "Ps", "Pe"])  # quotation marks and brackets
_SCRIPTS = {
    "LATIN": "l",
    "GREEK": "g",
    "CYRILLIC": "c",
    "HEBREW": "h",
    "ARABIC": "r",
    "THAI": "t",
    "MODIFIER": "p",
}
_EAST = frozenset(
    "BOPOMOFO CJK FULLWIDTH HALFWIDTH HANGUL HIRAGANA IDEOGRAPHIC KATAKANA KATAKANA-HIRAGANA".split()
)
_PHONETIC = frozenset(map(chr, range(0x250, 0x2B0)))
_FIRST_EAST_ASIAN_SIGN = 0x3000

# Over classes of characters: a/A ASCII letter, l/L other Latin, g/G Greek, c/C Cyrillic, h Hebrew, r Arabic, t Thai,
# o other scripts, k East Asian, m mark, d digit, p at home in words, q quotation mark or bracket, y other sign, b box or block, x nobody's.
_LETTER = "aAlLgGcChrto"
_EVENTS = tuple(
    re.compile(pattern)
    for pattern in (
        "x",
        f"(?<=[{_LETTER}])[yq]+(?=[{_LETTER}])",
        f"(?<=[{_LETTER}])y{{2}}|y{{2}}(?=[{_LETTER}])",
        "(?<=[aA])k{1,2}(?=[aA])",
        f"(?<=[{_LETTER}])b|b(?=[{_LETTER}])",
        "(?<=[al])L|(?<=l)A|(?<=c)C|(?<=g)G",
        "(?<=[aAlLgG])[cChrto]|(?<=[cC])[aAlLgGhrto]|(?<=h)[aAlLgGcCrto]",
        "(?<=r)[aAlLgGcChto]|(?<=t)[aAlLgGcChro]|(?<=o)[aAlLgGcChrt]",
        # One Greek letter at the edge of a word is a sign of mathematics: "Δt", "μm".
        "(?<=[aAlL])[gG](?=[aAlL])|(?<=[aAlL])[gG]{2}|[gG]{2}(?=[aAlL])",
    )
)
_CROWD = re.compile("[lL]{4,}")  # accented letters in a row: Czech has four in one word of a thousand
_STRAY_MARK = re.compile(f"(?<![{_LETTER}km])m")


def oddity(text: str) -> float:
    """Signs of a wrong reading for each character beyond ASCII: 0.0 where all is well, above 0.1 hardly by chance.

    >>> oddity("Größe, Maß"), oddity("GrцЯe, MaЯ") > 0.5
    (0.0, True)
    """
    if text.isascii():
        return 0.0
    words = " ".join(islice(_words(text), _MOST))
    beyond = sum(1 for char in words if char > "\x7f" and not char.isspace())
    return sum(_signs(words.translate(_CLASSES))) / beyond if beyond else 0.0


def _words(text: str) -> Iterator[str]:
    """The words that are not all ASCII."""
    for found in _BEYOND.finditer(text):
        before = _BEFORE.search(text, max(found.start() - _LONGEST, 0), found.start())
        yield (before[0] if before else "") + found[0]


def _signs(classes: str) -> Iterator[int]:
    yield sum(1 for _ in _STRAY_MARK.finditer(classes))
    bare = classes.replace("m", "")
    for event in _EVENTS:
        yield sum(1 for _ in event.finditer(bare))
    yield sum(len(crowd[0]) - 3 for crowd in _CROWD.finditer(bare))


def is_odd(text: str) -> bool:
    """Whether nobody writes so."""
    return oddity(text) > ODD


class _Classes(dict[int, str]):
    """The class of every character, worked out when it is met."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _class_of(chr(code))
        return found


_CLASSES = _Classes()


def _class_of(char: str) -> str:
    category = unicodedata.category(char)
    if char in _FINE or (category[0] == "P" and "\u0590" <= char < "\u2000"):
        return "p"  # the second: scripts that part words or syllables by signs
    if char.isascii() or char in _PHONETIC:
        return ("A" if char.isupper() else "a") if char.isalpha() else " "
    if category[0] == "L":
        return _script_of(char, is_capital=category in _CAPITAL)
    if category in _NOBODYS or char == "\ufffd":
        return "x"
    if category[0] == "S" and "\u2500" <= char <= "\u259f":
        return "b"
    return {"M": "m", "N": "d", "Z": " "}.get(
        category[0], "k" if ord(char) >= _FIRST_EAST_ASIAN_SIGN else "y"
    )


def _script_of(char: str, *, is_capital: bool) -> str:
    script = unicodedata.name(char, "").partition(" ")[0]
    found = "k" if script in _EAST else _SCRIPTS.get(script, "o")
    return found.upper() if is_capital and found in "lgc" else found
