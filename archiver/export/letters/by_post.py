"""A letter's events, post by post: what an author wants to know is which of their sentences are hurt."""

from collections.abc import Sequence
from dataclasses import dataclass

from archiver.export.repairs import Repair, repair
from archiver.models.letter import Event, EventKind, Letter, Place

TITLES = {
    EventKind.QUOTE_GONE: "Quoted words gone",
    EventKind.DIED: "Died",
    EventKind.CLOSED: "Closed",
    EventKind.QUOTE_ALTERED: "Quoted words altered",
    EventKind.DRIFTED: "Drifted",
    EventKind.IN_DOUBT: "In doubt",
    EventKind.MOVED: "Moved",
    EventKind.RESCUED: "Rescued",
    EventKind.BACK_AGAIN: "Back again",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hurt:
    """A place in a post, and what happened to the source that it cites."""

    event: Event
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class PostPart:
    """All that concerns one post."""

    post: Place  # any of its places
    hurts: tuple[Hurt, ...]

    @property
    def repairs(self) -> tuple[tuple[Place, Repair], ...]:
        """One for each link, by the event that hurts it most."""
        mended: dict[tuple[int, str | None], tuple[Place, Repair]] = {}
        for hurt in self.hurts:
            made = repair(hurt.event, hurt.place)
            if made is not None:
                mended.setdefault((hurt.place.citation_id, hurt.place.url), (hurt.place, made))
        return tuple(mended.values())


def by_post(letter: Letter) -> tuple[PostPart, ...]:
    """The posts that are concerned, the one with the greatest harm first, as the events are."""
    hurts: dict[int, list[Hurt]] = {}
    for event in letter.events:
        for place in event.places:
            hurts.setdefault(place.post_id, []).append(Hurt(event=event, place=place))
    return tuple(PostPart(post=several[0].place, hurts=tuple(several)) for several in hurts.values())


def uncited(letter: Letter) -> tuple[Event, ...]:
    """Events at sources that no kept post cites any more."""
    return tuple(event for event in letter.events if not event.places)


def counts(letter: Letter) -> tuple[tuple[int, str], ...]:
    """How many of each, the greatest harm first; nothing of what there is none."""
    heaps = [(sum(event.kind is kind for event in letter.events), title) for kind, title in TITLES.items()]
    heaps += [
        _heap(len(letter.new_posts), "New post", "New posts"),
        _heap(len(letter.new_sources), "New source", "New sources"),
        _heap(len(letter.months), "Month that disagrees", "Months that disagree"),
        _heap(len(letter.failures), "Failure of ours", "Failures of ours"),
    ]
    return tuple(heap for heap in heaps if heap[0])


def _heap(size: int, one: str, several: str) -> tuple[int, str]:
    return size, one if size == 1 else several


def first(items: Sequence[object], limit: int) -> str | None:
    """The line that ends a section that was cut; None where all of it is shown."""
    return f"… and {len(items) - limit:,} more" if len(items) > limit else None


def period(letter: Letter) -> str:
    """From when to when."""
    start = "the beginning" if letter.since is None else day(letter.since)
    return f"{start} to {day(letter.until)}"


def day(date: str) -> str:
    """A date as people read it: to the minute.

    >>> day("2026-11-01T03:04:05Z")
    '2026-11-01 03:04'
    """
    return date[:16].replace("T", " ")
