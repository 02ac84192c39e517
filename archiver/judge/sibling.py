"""Addresses that nobody has made a page for, beside one that somebody cites: what a host answers there, it answers for nothing.

The idea is that of Bar-Yossef, Broder, Kumar and Tomkins ("Sic transit gloria telae", WWW 2004): a host that gives a page
for every address is known by a random one in the same folder.
"""

import hashlib
import re
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from archiver.judge.front import NAMES_A_PAGE, is_front

_EXTENSION = re.compile(r"(.+?)(\.(?=\w{0,4}[a-z])\w{1,5})", re.IGNORECASE)
# A number that names one page, whatever words stand after it; years, months and days are folders.
_ID = re.compile(r"\d{3}|\d{5,}|(?!(?:19|20)\d\d$)\d{4}|(?=(?:\D*\d){2})(?=.*[a-z])\w{6,}", re.IGNORECASE)
_NUMBER_FIRST = re.compile(r"\d+(?:[-_.,]\D.*)?")
_TELLING = 6  # characters of a value of a query that may name a page
_CONSONANTS = "bcdfghjklmnpqrstvwxz"  # no word of any language
_LETTERS, _DIGITS = 14, 10


def folder_of(url: str) -> str | None:
    """What addresses have in common that a host answers alike where it has nothing; None of a front page, which stands alone.

    >>> folder_of("https://a.example/news/2019/ferry.html")
    'a.example/news/2019/*.html'
    >>> folder_of("https://a.example/questions/11227/why-does-it-leak")
    'a.example/questions/*/*'
    >>> folder_of("https://a.example/show.php?id=12&lang=en")
    'a.example/show.php?id=*'
    >>> folder_of("https://a.example/") is None
    True
    """
    parts = urlsplit(url)
    names = _naming(parts.query)
    if names:
        return f"{parts.netloc}{parts.path}?{'&'.join(f'{name}=*' for name in sorted(names))}"
    segments, is_folder = _segments(parts.path)
    if is_front(url) or not segments:
        return None
    replaced = [*segments[: -_count(segments)], *("*" for _ in range(_count(segments)))]
    extension = "" if is_folder else _split(segments[-1])[1]
    return f"{parts.netloc}/{'/'.join(replaced)}{extension.lower()}"


def made_up(url: str, salt: str) -> str | None:
    """An address like this one, in the same folder, that nobody has made a page for; None of a front page.

    Numbers stay numbers and files keep their kind, so that the same part of the server answers. The same `salt` gives the
    same address.

    >>> made_up("https://a.example/questions/11227/why-does-it-leak", "2026-01-01")
    'https://a.example/questions/9098406978/zrbkmgdsgbmzft'
    """
    folder = folder_of(url)
    if folder is None:
        return None
    dice = _Dice(f"{folder} {salt}")
    parts = urlsplit(url)
    names = _naming(parts.query)
    if names:
        pairs = (pair.partition("=") for pair in parts.query.split("&"))
        query = "&".join(
            f"{name}={dice.like(unquote(value))}" if name in names else f"{name}{mark}{value}"
            for name, mark, value in pairs
        )
        return urlunsplit(parts._replace(query=query, fragment=""))
    segments, is_folder = _segments(parts.path)
    kept, replaced = segments[: -_count(segments)], segments[-_count(segments) :]
    made = [dice.like(unquote(segment), keep_kind=not is_folder) for segment in replaced]
    path = "/".join(["", *kept, *made]) + ("/" if is_folder else "")
    return urlunsplit(parts._replace(path=path, query="", fragment=""))


def _naming(query: str) -> frozenset[str]:
    """The parameters that say which page is meant; none where the path does."""
    pairs = [pair.partition("=") for pair in query.split("&") if pair]
    named = frozenset(name for name, _, value in pairs if value and name.lower() in NAMES_A_PAGE)
    if named:
        return named
    return frozenset(name for name, _, value in pairs if value.isdecimal() or len(value) >= _TELLING)


def _segments(path: str) -> tuple[list[str], bool]:
    """The parts of a path, and whether it ends as that of a folder."""
    return [segment for segment in path.split("/") if segment], path.endswith("/")


def _count(segments: list[str]) -> int:
    """How many parts at the end name the page: words after a number are often not looked at."""
    return 2 if len(segments) > 1 and _ID.fullmatch(segments[-2]) else 1


def _split(name: str) -> tuple[str, str]:
    """The name of a file and its extension, where it has one."""
    found = _EXTENSION.fullmatch(name)
    return (found[1], found[2]) if found else (name, "")


class _Dice:
    """Random letters and digits, the same for the same words."""

    def __init__(self, words: str) -> None:
        self._left = int.from_bytes(hashlib.shake_256(words.encode("utf-8", "replace")).digest(256))

    def like(self, name: str, *, keep_kind: bool = True) -> str:
        """A name of the same kind: a number for a number, letters for words, both for both."""
        stem, extension = _split(name) if keep_kind else (name, "")
        made = self._letters()
        if _NUMBER_FIRST.fullmatch(stem):
            made = self._number() if stem.isdecimal() else f"{self._number()}-{made}"
        elif _ID.fullmatch(stem):
            made += self._number()
        return quote(made + extension)

    def _letters(self) -> str:
        return "".join(self._one_of(_CONSONANTS) for _ in range(_LETTERS))

    def _number(self) -> str:
        return "9" + "".join(self._one_of("0123456789") for _ in range(_DIGITS - 1))

    def _one_of(self, signs: str) -> str:
        self._left, at = divmod(self._left, len(signs))
        return signs[at]
