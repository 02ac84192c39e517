"""The order of a list: letters and digits count; marks on letters and signs between them do not."""

import unicodedata


def sort_key(text: str) -> str:
    """What a text is sorted by.

    >>> sorted(["Zeh, I.", "Öst, I.", "abel, I."], key=sort_key)
    ['abel, I.', 'Öst, I.', 'Zeh, I.']
    """
    parted = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parted if sign.isalnum() or sign == " ").strip()
