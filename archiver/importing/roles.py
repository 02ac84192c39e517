"""What each capture that others made is for the blog."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from archiver.capture.intake.staging import Staged
from archiver.models.capture import Role, Visit
from archiver.web.url import canonical, other_scheme, site

# Of these the latest capture says all: an older one would undo it.
_READ_ONCE = frozenset(
    [Role.FRONT, Role.LISTING, Role.MONTH, Role.FEED, Role.SITEMAP, Role.POST, Role.ROBOTS]
)
_WEB = ("http://", "https://")
_WELL = 200
_RULES = "/robots.txt"  # RFC 9309, 2.3


class Roles:
    """Ask for each capture once, in the order in which they are written."""

    def __init__(
        self,
        visits: Mapping[str, Visit],
        others: frozenset[str],
        blogs: frozenset[str],
        seed: str,
        last: Callable[[str], str | None],
    ) -> None:
        """`visits` as the walk came to canonical addresses; `others` are the ids of answers to other requests than GET.

        `blogs` are the sites of the blogs; `last` gives the date of the last capture of an address in the archive that was well.
        """
        self._visits, self._others, self._blogs, self._last = visits, others, blogs, last
        self._aside, self._held = Visit(role=Role.ASIDE, seed=seed), Visit(role=Role.HELD, seed=seed)
        self._newest: dict[str, str] = {}

    def of(self, record: Staged) -> Visit:
        """As the walk came to it. A page of the blog's that is older than one that was there, and was read, is laid aside."""
        if record.record_id in self._others or not record.target_uri.lower().startswith(_WEB):
            return self._aside
        url = canonical(record.target_uri)
        visit = self._visits.get(url) or self._visits.get(other_scheme(url) or "")
        if visit is None:
            is_own = site(url) in self._blogs or urlsplit(url).path == _RULES
            return self._aside if is_own else self._held
        if visit.role not in _READ_ONCE:
            return visit
        before = self._newest[url] if url in self._newest else self._last(url)
        if before is not None and record.date < before:
            return replace(visit, role=Role.ASIDE)
        if record.type != "response" or record.status == _WELL:
            self._newest[url] = record.date
        return visit
