"""Cite keys that people can read, and that stay: they depend on the work alone, not on what else is exported, or in which order."""

import hashlib
import re
import unicodedata

from archiver.export.wording.names import family
from archiver.models.item import Item
from archiver.web.url import site

_ASCII = str.maketrans(
    {
        "ß": "ss", "ø": "o", "Ø": "O", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L",
        "ı": "i", "þ": "th", "Þ": "Th", "ð": "d",
    }
)  # fmt: skip
_NO_LETTER = re.compile(r"[^a-z0-9]+")
# What begins a title and tells nothing: articles and the commonest prepositions of some tongues.
_EMPTY = frozenset(
    "a an the on of in to for from and at by with der die das ein eine le la les un une el los las il lo de du des und et y".split()
)
_LONGEST = 20  # letters of a part
_MARK = 4  # characters of five bits: of works with the same name, year and word one pair in a million is not told apart


def key_of(item: Item) -> str:
    """Name, year and first word of the title, then a mark made from the work's address: `vane2015keepers-k3fa`."""
    work = item.work
    people = work.author or work.editor
    name = _ascii(family(people[0])) if people else ""
    host = site(work.URL or "").removeprefix("www.").partition(".")[0] if work.URL else ""
    year = str(work.issued.year) if work.issued is not None else "nd"
    parts = (name or _ascii(host) or "anon", year, _word(work.title or ""))
    return f"{''.join(part[:_LONGEST] for part in parts)}-{_mark(item.identity)}"


def _word(title: str) -> str:
    words = [found for word in title.split() if (found := _ascii(word))]
    return next((word for word in words if word not in _EMPTY), words[0] if words else "")


def _ascii(text: str) -> str:
    """The letters of a text that have a Latin form."""
    parted = unicodedata.normalize("NFKD", text.translate(_ASCII))
    return _NO_LETTER.sub("", parted.encode("ascii", "ignore").decode().lower())


def _mark(identity: str) -> str:
    """Letters and digits that nobody takes for each other (Crockford's base 32)."""
    number = int.from_bytes(hashlib.sha256(identity.encode("utf-8", "replace")).digest()[:8], "big")
    alphabet = "0123456789abcdefghjkmnpqrstvwxyz"
    return "".join(alphabet[(number >> (5 * at)) & 31] for at in range(_MARK))
