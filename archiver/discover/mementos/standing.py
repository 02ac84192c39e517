"""What the answer of a web archive stands for: a memento says of which moment it is (RFC 7089, 2.1.1)."""

from collections.abc import Iterable
from datetime import datetime

from archiver.discover.mementos.link_format import http_date
from archiver.discover.mementos.listed import FIRST_WEB
from archiver.models.capture import Role, Visit
from archiver.models.memento import StandsFor

_OK = 200


def memento_datetime(headers: Iterable[tuple[str, str]]) -> datetime | None:
    """The moment that a memento shows; None where the answer is no memento, but a page of the archive itself."""
    told = next((value for name, value in headers if name.lower() == "memento-datetime"), None)
    return http_date(told.strip()) if told is not None else None


def stands_for(
    visit: Visit, status: int, headers: Iterable[tuple[str, str]], came: datetime
) -> StandsFor | None:
    """What an answer is to be kept as; None: as what it is, an answer of the archive.

    An archive gives a page that it captured as an error, or as a redirect, with that status. None can have been captured
    before there was a web, or after it `came`.
    """
    if visit.role is not Role.MEMENTO or visit.original is None or status != _OK:
        return None
    date = memento_datetime(headers)
    if date is None or not FIRST_WEB <= date <= came:
        return None
    return StandsFor(target_uri=visit.original, date=date)
