"""What two texts have in common: words without their case, their marks and their small numbers."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

Words = tuple[str, ...]

_WORD = re.compile(r"\w+")
_SMALL = frozenset(map(str, range(1000)))  # marks, counts, minutes: told apart by no reader of the whole
_KEPT = 10_000  # characters of a text whose words are remembered
SHINGLE = 3  # words


def words_of(text: str) -> Words:
    """The words of a text, in one case and form, without numbers below a thousand.

    >>> words_of("Resolution 84[1] was “Adopted” in 1950.")
    ('resolution', 'was', 'adopted', 'in', '1950')
    """
    return _kept_words_of(text) if len(text) <= _KEPT else _words_of(text)


def _words_of(text: str) -> Words:
    folded = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return tuple(word for word in _WORD.findall(folded.casefold()) if word not in _SMALL)


_kept_words_of = lru_cache(maxsize=256)(
    _words_of
)  # each part of a post is asked for its words again and again


def shingles(words: Sequence[str]) -> list[Words]:
    """Every three words that follow each other; of a shorter text its words."""
    if len(words) <= SHINGLE:
        return [tuple(words)] if words else []
    return list(zip(words, words[1:], words[2:], strict=False))


def key_of(*parts: str) -> int:
    """A number that texts share which differ in nothing but case, signs and numbers: 64 bits, as SQLite holds it.

    >>> key_of("box", "3 min read") == key_of("box", "12 Min. Read"), key_of("box", "a") == key_of("flow", "a")
    (True, False)
    """
    said = "\n".join(
        " ".join(word for word in words_of(part) if not word.isdecimal())
        + "".join(c for c in part if c in "‹›")
        for part in parts
    )
    return number_of(said)


def number_of(text: str) -> int:
    """A number that only equal texts share: 64 bits, as SQLite holds it."""
    digest = blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
