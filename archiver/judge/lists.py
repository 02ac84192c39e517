"""Which lists of a blog are looked at again, and how often: what may change is asked for, the rest is read from the archive."""

from datetime import datetime, timedelta
from hashlib import sha256

from archiver.models.blog import Month
from archiver.models.capture import Role, Visit
from archiver.web.numbers import whole_number
from archiver.web.url import parameters

ASKED_SELDOM = frozenset([Role.MONTH, Role.LISTING, Role.FEED])
_DAY = timedelta(days=1)
_RECENT = 12  # months after which a month's page is old
_OFTEN, _RARELY = 7 * _DAY, 60 * _DAY
_FROM_NOUGHT = frozenset(["offset", "start"])
_PARTS = frozenset(["page", "paged", "start-index"]) | _FROM_NOUGHT
_GRACE = 7  # days into a month for which the one before counts as open: posts are dated back


def is_fresh(visit: Visit, url: str, looked: datetime, now: datetime) -> bool:
    """Whether a list that was looked at then need not be asked for again.

    The open month, the front page, feeds and sitemaps are asked for at every run; closed months of the last year and the
    further pages of lists and feeds once a week; older months every two months. These intervals are spread by the address,
    from half to one and a half, so that they do not all come due in one night.
    """
    if visit.role is Role.MONTH and visit.month is not None:
        month = Month.parse(visit.month)
        age = 12 * (now.year - month.year) + now.month - month.month
        if age < 1 or (age == 1 and now.day <= _GRACE):
            return False
        longest = _OFTEN if age <= _RECENT else _RARELY
    elif visit.role is Role.LISTING or (visit.role is Role.FEED and _is_further(url)):
        longest = _OFTEN
    else:
        return False
    return now - looked < longest * (0.5 + _spread(url))


def _is_further(url: str) -> bool:
    """Whether an address names a part of a feed or a list that is not its first."""
    return any(
        name in _PARTS and (whole_number(value) or 0) > (name not in _FROM_NOUGHT)
        for name, value in parameters(url).items()
    )


def _spread(url: str) -> float:
    """A number from 0 to 1 that is always the same for an address."""
    return int.from_bytes(sha256(url.encode("utf-8", "replace")).digest()[:4]) / (1 << 32)
