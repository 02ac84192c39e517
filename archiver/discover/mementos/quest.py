"""The search for one lost source, step by step: which archives to ask, which capture to fetch next, when to end.

Whoever asks tells what came. What the steps are is decided here, and of nothing but what came: a crawl that goes on with
what an earlier one learnt takes the steps that the earlier one would have taken.
"""

from collections.abc import Mapping
from datetime import datetime

from archiver.discover.mementos.answer import next_page
from archiver.discover.mementos.asking import list_address, may_be_told
from archiver.discover.mementos.choosing import across, ranked
from archiver.models.memento import Archive, ListAnswer, Lost, Memento, Taken

PARTS = 4  # of one TimeMap that are asked for, the first included


class Quest:
    """The search for one source. `archives` are all that may be asked, by name.

    It ends after `tries` captures that were fetched and found wanting.
    """

    def __init__(self, lost: Lost, archives: Mapping[str, Archive], tries: int) -> None:
        self.lost = lost
        self.waiting: set[str] = set()  # archives whose list has not come
        self._archives, self._tries = archives, tries
        self._known = {each.url: each for each in lost.mementos}
        self._lists: dict[str, list[ListAnswer]] = {}
        self._asked: dict[str, list[str]] = {}  # addresses of lists, by archive
        self._passed = set(lost.passed)
        self._spent = lost.spent
        self._away: set[str] = set()  # archives that are not asked any more in this crawl
        self._found: Memento | None = None
        self._found_date: datetime | None = None
        self._looked_across = False

    def begin(self) -> tuple[tuple[Archive, str], ...]:
        """The lists to ask for: of each archive whose turn it is, and to which this address may be named."""
        asks = []
        for name in self.lost.ask:
            archive = self._archives.get(name)
            if archive is not None and may_be_told(archive, self.lost.url):
                asks.append((archive, list_address(archive, self.lost.url, self.lost.near)))
                self._wait(*asks[-1])
        return tuple(asks)

    def answered(self, name: str, answer: ListAnswer) -> tuple[Archive, str] | None:
        """Take a list; gives the part of it that is to be asked for next."""
        self.waiting.discard(name)
        self._lists.setdefault(name, []).append(answer)
        self._known |= {each.url: each for each in answer.mementos}
        page = next_page(self._lists[name], self.lost.near, self._asked.get(name, ()))
        if page is None or name not in self._archives or len(self._asked[name]) >= PARTS:
            return None
        self._wait(self._archives[name], page)
        return self._archives[name], page

    def gave_up(self, name: str) -> None:
        """An archive is not asked any more: it is overrun, or down."""
        self.waiting.discard(name)
        self._away.add(name)

    def next_memento(self) -> Memento | None:
        """The capture to fetch next; None where there is none to fetch, or not before all lists have come."""
        if self.waiting:
            return None
        order = ranked(tuple(self._known.values()), self.lost.near, self.lost.dead)
        if self._found is not None and self._found_date is not None:
            if self._looked_across:
                return None
            self._looked_across = True
            order = _worth_comparing(self._found, across(order, self._found_date, self.lost.near))
        elif self._spent >= self._tries:
            return None
        return next((each for each in order if self._is_open(each)), None)

    def took(self, memento: Memento, what: Taken, date: datetime | None = None) -> None:
        """Note what became of a capture; `date` is when it was made, as the archive says with it."""
        self._passed.add(memento.url)
        if self._found is not None:
            return
        self._spent += what is Taken.BAD
        if what is Taken.GOOD:
            self._found, self._found_date = memento, date or memento.date

    def _is_open(self, memento: Memento) -> bool:
        return (
            memento.url not in self._passed
            and memento.archive in self._archives
            and memento.archive not in self._away
        )

    def _wait(self, archive: Archive, address: str) -> None:
        self.waiting.add(archive.name)
        self._asked.setdefault(archive.name, []).append(address)


def _worth_comparing(found: Memento, beyond: tuple[Memento, ...]) -> tuple[Memento, ...]:
    """The nearest on the other side of the post, and no other; none where its bytes are known to be the same."""
    first = beyond[:1]
    return first if first and (first[0].digest is None or first[0].digest != found.digest) else ()
