"""The order of a list: letters and digits count; marks on letters, signs between them, and an article that begins it, do not."""

import re
import unicodedata

_ARTICLE = re.compile(r"^\W*(?:the|an?)\s+(?=\w)", re.IGNORECASE)


def place(who: str, title: str, whole: str) -> tuple[str, str]:
    """Where an entry stands: by whoever it is by, then by its title; without them by all that it says."""
    return sort_key(who or title or whole), sort_key(title)


def sort_key(text: str) -> str:
    """What a text is sorted by.

    >>> sorted(["Zeh, I.", "Öst, I.", "abel, I.", "“The Bell.”", "An, Li."], key=sort_key)
    ['abel, I.', 'An, Li.', '“The Bell.”', 'Öst, I.', 'Zeh, I.']
    """
    parted = unicodedata.normalize("NFKD", _ARTICLE.sub("", text).casefold())
    return "".join(sign for sign in parted if sign.isalnum() or sign == " ").strip()
