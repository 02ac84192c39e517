"""A TimeMap in link format (RFC 7089, 5; RFC 6690), whole or in parts.

<http://a.example/b>; rel="original",
<https://arx.example/timemap/2/http://a.example/b>; rel="timemap"; from="Tue, 04 Mar 2014 …"; until="…",
<https://arx.example/20140303120000/http://a.example/b>; rel="memento"; datetime="Mon, 03 Mar 2014 12:00:00 GMT"
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from itertools import islice

from archiver.discover.mementos.asking import is_of, original_in
from archiver.discover.mementos.listed import MOST, Listed, NoListError, memento
from archiver.models.memento import Archive, ListPage

_LONGEST = 8000  # characters of an address
# Bounded and possessive: a quote that never ends costs no more than its first characters.
_PARAMETER = re.compile(
    r"\s{0,20}+;\s{0,20}+([\w*-]{1,40}+)(?:\s{0,20}+=\s{0,20}+(?:\"([^\"]{0,400}+)\"|([^\s\",;<]{0,400}+)))?"
)
_RELATIONS = frozenset(["original", "timegate", "timemap", "self", "memento"])


def read(archive: Archive, url: str, body: bytes) -> Listed:
    """Read a TimeMap.

    Raises:
        NoListError: it is none.
    """
    mementos, pages, is_list = [], [], False
    for address, parameters in islice(_links(body.decode("utf-8", "replace")), MOST):
        relations = frozenset(parameters.get("rel", "").lower().split())
        is_list |= not relations.isdisjoint(_RELATIONS)
        if "memento" in relations:
            named = original_in(archive, address)
            told = http_date(parameters.get("datetime"))
            if named is not None:
                one = memento(archive, url, original=named[0], date=named[1])
            else:  # an address that only this archive understands: it is asked for by its date
                one = memento(archive, url, original=url, date=told)
            if one is not None:
                mementos.append(one)
        elif "timemap" in relations and "self" not in relations and is_of(archive, address):
            start, end = http_date(parameters.get("from")), http_date(parameters.get("until"))
            if start is not None or end is not None:
                pages.append(ListPage(url=address, start=start, end=end))
    if not is_list:
        raise NoListError("not link format" if body.strip() else "it is empty")
    return Listed(mementos=tuple(mementos), pages=tuple(pages))


def http_date(text: str | None) -> datetime | None:
    """A date as HTTP has it (RFC 9110, 5.6.7); None where it is none."""
    if text is None or len(text) > 60:  # noqa: PLR2004
        return None
    try:
        date = parsedate_to_datetime(text)
        return date.replace(tzinfo=date.tzinfo or UTC).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _links(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    at = 0
    while (start := text.find("<", at)) >= 0 and (end := text.find(">", start)) >= 0:
        address, at = text[start + 1 : end], end + 1
        parameters: dict[str, str] = {}
        while (match := _PARAMETER.match(text, at)) is not None:
            parameters.setdefault(match[1].lower(), match[2] if match[2] is not None else match[3] or "")
            at = match.end()
        if len(address) <= _LONGEST:
            yield address.strip(), parameters
