"""The order of a list: letters and digits count; marks on letters, signs between them, and an article that begins it, do not."""

import re
import unicodedata
from collections.abc import Callable

_ARTICLE = re.compile(r"^\W*(?:the|an?)\s+(?=\w)", re.IGNORECASE)


def place(who: str, title: str, whole: str, key: Callable[[str], str] | None = None) -> tuple[str, str]:
    """Where an entry stands: by whoever it is by, then by its title; without them by all that it says."""
    made = key or sort_key
    return made(who or title or whole), made(title)


def letter_key(text: str) -> str:
    """Letter by letter, as MLA and APA want it: spaces count only behind the family name.

    >>> sorted(["De Sica, Vittorio", "Morrison, Toni", "Descartes, René", "Morris, William"], key=letter_key)
    ['Descartes, René', 'De Sica, Vittorio', 'Morris, William', 'Morrison, Toni']
    """
    family, _, rest = text.partition(",")
    return f"{sort_key(family).replace(' ', '')} {sort_key(rest)}"


def sort_key(text: str) -> str:
    """What a text is sorted by.

    >>> sorted(["Zeh, I.", "Öst, I.", "abel, I.", "“The Bell.”", "An, Li."], key=sort_key)
    ['abel, I.', 'An, Li.', '“The Bell.”', 'Öst, I.', 'Zeh, I.']
    """
    parted = unicodedata.normalize("NFKD", _ARTICLE.sub("", text).casefold())
    return "".join(sign for sign in parted if sign.isalnum() or sign == " ").strip()
