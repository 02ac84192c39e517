"""What hosts show in place of pages that they do not have."""

from dataclasses import dataclass

from archiver.models.citation import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a page shows, without its own address and without numbers, both of which differ from one such page to the next."""

    title: str
    main: str  # the main text, as far as one was found
    whole: str  # all that a reader sees
    canonical: str | None = None  # the address that the page says is its own


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """What came of an address that nobody has made a page for."""

    url: str
    end: str | None  # where it led; None: that is not known
    outcome: Outcome | None  # of what was there; None: not known
    shown: Shown | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dead:
    """A page that is known to say that there is nothing."""

    url: str
    shown: Shown
