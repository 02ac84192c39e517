"""What is the name of an author, and what only stands where one should."""

import re
from collections.abc import Iterable, Iterator

_BEFORE = re.compile(
    r"^(?:.{0,40}?\b)?(?:written|posted|published|words?|text|story|report|recipe|guide)\s+by\b\s*:?\s*|"
    r"^(?:by|von|par|por|di|door|av|af|od)\b\s*:?\s*|"
    r"^(?:author|autor|auteur|autore)s?\s*:\s*",
    re.IGNORECASE,
)
# After a bar or a bullet comes the date, the desk, the number of comments.
_AFTER = re.compile(
    r"\s*(?:[|•·‖]|\s[-–—]\s|[\s,]\d|\b(?:Published|Updated)\b|\bon\s+(?:\w+\s+)?\d|"
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.?\s+\d).*$",
    re.DOTALL,
)
_NOT_A_NAME = re.compile(
    r"https?:|www\.|@|[<>{}=]|\d{3}|^\W*$|"
    r"^(?:admin\w*|administrator|webmaster|user\d*|root|editor|author|guest|unknown|anonymous|none|null|undefined|staff|"
    r"by|view all posts.*|(?:the )?editors?|site admin|superuser|wpadmin|info|test)$",
    re.IGNORECASE,
)
# Elsewhere than in English the word for "and" also stands within names: Ortega y Gasset.
_AND = re.compile(r"\s*;\s*|\s+(?:&|and)\s+|\s+(?:und|et|y|e|en|og|och)\s+(?=\S+\s+\S)")
_LONGEST = 80  # characters of one name
_MOST = 50  # authors; physics papers have thousands, and the first fifty tell enough


def names(written: Iterable[str]) -> tuple[str, ...]:
    """The authors in what was written, once each, in their order.

    >>> names(["By Ada Byron and Charles Babbage | May 2, 1843", "admin", "https://facebook.com/ada"])
    ('Ada Byron', 'Charles Babbage')
    >>> names(["Byron, Ada"]), names(["Ada Byron, Charles Babbage"])
    (('Byron, Ada',), ('Ada Byron', 'Charles Babbage'))
    """
    found: dict[str, str] = {}
    for text in written:
        for name in _split(_AFTER.sub("", _BEFORE.sub("", text.strip()))):
            found.setdefault(name.casefold(), name)
    return tuple(found.values())[:_MOST]


def _split(text: str) -> Iterator[str]:
    for part in _AND.split(text):
        several = [piece.strip() for piece in part.split(",")]
        # "Byron, Ada" is one name, "Ada Byron, Charles Babbage" are two.
        is_list = len(several) > 1 and all(" " in piece for piece in several if piece)
        for name in several if is_list else [part]:
            clean = name.strip(" ,;:")
            if 1 < len(clean) <= _LONGEST and not _NOT_A_NAME.search(clean):
                yield clean
