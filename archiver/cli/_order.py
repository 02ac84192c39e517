"""What the user asked for on the command line, checked, and laid over the collection's settings."""

from dataclasses import dataclass

from archiver.collection.settings import Settings, names_user
from archiver.models.blog import Month
from archiver.models.errors import SettingsError
from archiver.models.lead import Scope
from archiver.web.url import resolve


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the user asked for on the command line. None means: as `collection.toml` says."""

    urls: tuple[str, ...] = ()
    months: tuple[Month, ...] = ()
    since: Month | None = None
    until: Month | None = None
    limit: int | None = None
    deadline: float | None = None
    delay: float | None = None
    concurrency: int | None = None
    allow_private_addresses: bool = False
    sources: bool = True
    look_only: bool = False
    everything: bool = False  # all that is due, and every list, whenever they were looked at last
    max_mb: float | None = None
    wait: float = 0.0

    def check(self, today: Month) -> None:
        """Refuse what cannot be meant.

        Raises:
            SettingsError: an address is none, or a month lies in the future.
        """
        for url in self.urls:
            if resolve("", url) is None:
                raise SettingsError(f"{url!r} is no web address; write it as https://blog.example.org/")
            if names_user(url):
                raise SettingsError(
                    "An address holds no user or password, since it is kept in every record: write them into "
                    "credentials.toml in the archive's folder (see archive/README.md)."
                )
        for month in (*self.months, *([self.since] if self.since else [])):
            if month > today:
                raise SettingsError(
                    f"{month} is in the future; nothing was posted then. The last month is {today}."
                )
        if self.since and self.until and self.since > self.until:
            raise SettingsError(f"--since {self.since} is later than --until {self.until}; swap them.")

    def scope(self, settings: Settings) -> Scope:
        """The bounds of this crawl."""
        own = settings.scope()
        return Scope(
            months=frozenset(self.months) or own.months,
            since=self.since or own.since,
            until=self.until or own.until,
            limit=self.limit,
        )

    def settings(self, own: Settings) -> Settings:
        """The collection's settings with what the command line changes."""
        polite = {"delay": self.delay, "concurrency": self.concurrency}
        changed = {name: value for name, value in polite.items() if value is not None}
        network = {"allow_private_addresses": True} if self.allow_private_addresses else {}
        bytes_ = {} if self.max_mb is None else {"max_mb": self.max_mb}
        return own.model_copy(
            update={
                "politeness": own.politeness.model_copy(update=changed),
                "network": own.network.model_copy(update=network),
                "schedule": own.schedule.model_copy(update=bytes_),
            }
        )
