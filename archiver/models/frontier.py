"""What the archive holds already and what it still wants: the planner's view, without the clock and without SQL."""

from dataclasses import dataclass

from archiver.models.lead import Lead


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A lead that the archive itself names: a post not captured yet, a source whose time has come."""

    lead: Lead
    seed: str
    via: str | None = None  # the page that led there: of a source, a post that cites it


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a crawl need not ask for, and what it should ask for first. Addresses are canonical."""

    captured: frozenset[str] = frozenset()
    due: tuple[Due, ...] = ()
