"""What is cited, apart from what backs it: a work in CSL's variables, our copy of it, and where somebody cites it."""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from archiver.models.work import Name

_PARTS = ("year", "month", "day")
_TIME = re.compile(r"[T ]([01]\d:[0-5]\d|2[0-3]:[0-5]\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A date as precise as it is known: a day, a month or a year."""

    year: int
    month: int | None = None
    day: int | None = None
    time: str | None = field(
        default=None, compare=False
    )  # 08:30, where it was written; None: not told, or midnight

    def __str__(self) -> str:
        """ISO 8601."""
        return "-".join(f"{part:0{4 if at == 0 else 2}d}" for at, part in enumerate(self.parts))

    @property
    def parts(self) -> tuple[int, ...]:
        """What is known, the year first."""
        return tuple(part for part in (self.year, self.month, self.day) if part is not None)

    @classmethod
    def parse(cls, text: str | None) -> "PartialDate | None":
        """The day in an ISO 8601 text, where it was written: an offset moves it to no other day. None: it is no date.

        >>> str(PartialDate.parse("2019-10-27T00:30:00+02:00")), str(PartialDate.parse("2019-09")), PartialDate.parse("May")
        ('2019-10-27', '2019-09', None)
        """
        pieces = (text or "").strip()[:10].split("-")
        is_number = all(piece.isascii() and piece.isdecimal() for piece in pieces)
        if not is_number or len(pieces) > len(_PARTS) or len(pieces[0]) != len("2019"):
            return None
        made = cls.of([int(piece) for piece in pieces])
        time = _TIME.match((text or "").strip()[10:])
        is_told = time is not None and time[1] != "00:00"  # which systems write for a day alone
        return replace(made, time=time[1]) if made is not None and time is not None and is_told else made

    @classmethod
    def of(cls, parts: list[int]) -> "PartialDate | None":
        """A date of its parts, the year first; None where there is no such day."""
        if not parts:
            return None
        try:
            date(*[*parts, 1, 1][: len(_PARTS)])
        except ValueError:
            return None
        year, month, day = [*parts, None, None][: len(_PARTS)]
        return cls(year=year or 0, month=month, day=day)


class Status(StrEnum):
    """Whether the address still leads to the work, as `url-status` of `{{cite web}}` has it."""

    LIVE = "live"
    DEAD = "dead"
    DEVIATED = "deviated"  # it answers, and reads otherwise than what was cited
    USURPED = "usurped"  # the name is another's now


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedWork:
    """A work as it is cited. What is not known is None, and left out the way each style leaves it out."""

    type: str = "webpage"  # CSL's
    title: str | None = None
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    translator: tuple[Name, ...] = ()
    container_title: str | None = None  # the site, the journal, the book of a chapter
    publisher: str | None = None
    publisher_place: str | None = None
    issued: PartialDate | None = None
    accessed: PartialDate | None = None  # as whoever cites it says
    URL: str | None = None
    DOI: str | None = None
    ISBN: str | None = None
    volume: str | None = None
    issue: str | None = None
    page: str | None = None
    edition: str | None = None
    number: str | None = None  # of a report
    genre: str | None = None  # "PhD diss.", "Video": the kind, in words
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicCopy:
    """A capture that anybody can look at."""

    url: str
    date: str  # ISO 8601, UTC: when it was made
    archive: str | None = None  # whose, as it stands in a sentence: the Internet Archive


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """The capture of ours that backs a work."""

    snapshot_id: int
    date: str  # ISO 8601, UTC: when it was made
    record_id: str  # `urn:uuid:...`, without brackets
    sha256: str | None  # of its payload, in hexadecimal
    warc: str  # the file that keeps it
    public: PublicCopy | None = None  # None: it is on file, and nowhere else that we know


@dataclass(frozen=True, slots=True, kw_only=True)
class CitingPlace:
    """Where and in which words a post cites the work."""

    post_id: int
    post_url: str
    label: str | None = None
    sentence: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What an entry of a bibliography is made of."""

    id: str  # p12, s7; as `archiver show` takes it
    identity: str  # what makes the work one and the same in every archive: its address, or its key
    work: CitedWork
    copy: Copy | None = None
    status: Status | None = None  # None: nobody knows
    outcome: str | None = None
    place: CitingPlace | None = None
