"""What to fetch next, and within which bounds."""

from dataclasses import dataclass

from archiver.models.blog import Month
from archiver.models.capture import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """One address worth asking for, and why. The spider turns it into a request, the WARC keeps it as a visit."""

    url: str
    role: Role
    hop: str  # Heritrix's letter: L link, E embed, P prerequisite, M manifest, I inferred
    month: Month | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Which part of a blog is wanted. Without bounds, all of it."""

    months: frozenset[Month] = frozenset()  # only these
    since: Month | None = None
    until: Month | None = None
    limit: int | None = None  # posts at most

    def wants(self, month: Month) -> bool:
        """Whether a month lies within the bounds."""
        return (
            (not self.months or month in self.months)
            and (self.since is None or month >= self.since)
            and (self.until is None or month <= self.until)
        )

    @property
    def is_bounded(self) -> bool:
        """Whether some months are left out."""
        return bool(self.months) or self.since is not None or self.until is not None
