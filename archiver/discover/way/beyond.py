"""The page of a list that all known posts would not fill: if it is there and tells of others, the list goes back further."""

import re
from urllib.parse import urlsplit, urlunsplit

from archiver.discover.addresses import page_number

_OFFSET = re.compile(r"(?<=[?&])((?:skip|start|offset)=)(\d{1,3})(?![^&])")
_NUMBER = re.compile(r"\d+(?=\D*$)")


def page_beyond(pages: list[str], at_once: int, known: int) -> str | None:
    """Its address, from those of the further pages of a first page of `at_once` posts; None where they are not numbered."""
    numbered = {number: url for url in pages if (number := page_number(url)) is not None}
    if numbered and at_once and min(numbered) in {1, 2}:
        first = min(numbered)
        return _with_number(numbered[first], known // at_once + first)
    for url in pages:  # LiveJournal counts posts
        if (match := _OFFSET.search(url)) and 0 < int(match[2]) <= at_once:
            return url[: match.start(2)] + str(known) + url[match.end(2) :]
    return None


def _with_number(url: str, number: int) -> str | None:
    """The last number of the query, else of the path, is that of the page."""
    parts = urlsplit(url)
    for place, text in (("query", parts.query), ("path", parts.path)):
        if match := _NUMBER.search(text):
            return urlunsplit(
                parts._replace(**{place: f"{text[: match.start()]}{number}{text[match.end() :]}"})
            )
    return None
