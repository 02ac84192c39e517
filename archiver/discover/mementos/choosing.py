"""Which capture of a lost source to take: the nearest to the post that cites it, of a page that was there."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from archiver.models.memento import Memento

# A capture that was made after we found the source dead is most likely one of the error page: only where the next
# earlier one is so many times as far from the post, it is looked at first.
_DEAD = 4
_OK = 200


def distance(date: datetime, near: datetime, dead: datetime | None) -> timedelta:
    """How far a capture is from a moment; one made after the source was found dead counts as farther."""
    far = abs(date - near)
    return far * _DEAD if dead is not None and date >= dead and far < timedelta.max / _DEAD else far


def ranked(mementos: Sequence[Memento], near: datetime, dead: datetime | None) -> tuple[Memento, ...]:
    """Those worth asking for, the best first: nearest, of two as near the earlier, which the author may have seen.

    An archive that tells the status is believed: what was no page (404, a redirect) is left out. Of a revisit it tells
    none: then the capture with the same payload says what it is.
    """
    told = {
        each.digest: each.status for each in mementos if each.status is not None and each.digest is not None
    }
    pages = [each for each in mementos if (_status(each, told) or _OK) == _OK]
    return tuple(
        sorted(pages, key=lambda each: (distance(each.date, near, dead), each.date, each.archive, each.url))
    )


def across(mementos: Iterable[Memento], taken: datetime, near: datetime) -> tuple[Memento, ...]:
    """Those on the other side of the moment than the one that was taken, in their order."""
    is_before = taken <= near
    return tuple(each for each in mementos if (each.date <= near) != is_before)


def _status(one: Memento, told: Mapping[str, int]) -> int | None:
    if one.status is None and one.digest is not None:
        return told.get(one.digest)
    return one.status
