"""Whether the silence is theirs or ours: a host that is down is told from a network of our own that is.

Where nobody at all has answered since a request began, hosts that answered before are knocked at. If none of them can be
reached either, nothing is known of the one that was asked.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from weakref import WeakKeyDictionary

from scrapy.crawler import Crawler

from archiver.models.capture import Failure
from spiders.pool import Origin

_SYMPTOMS = frozenset(["dns", "unreachable", "timeout"])  # what a cable that is out looks like, too
_MOST = 5  # witnesses that are asked at a time
_KEPT = 20  # and that are remembered
_SECONDS = 30.0  # for which their answer counts
_STREAK = 3  # such failures in a row end the crawl: what is left waits for the next

Knock = Callable[[Origin], Awaitable[bool]]


class Uplink:
    """Our own way out."""

    def __init__(
        self, witnesses: Iterable[Origin] = (), *, on_lost: Callable[[], None] = lambda: None
    ) -> None:
        """`witnesses` are hosts that answered in earlier crawls, the latest first; `on_lost` is called once there is no way out."""
        self._witnesses: dict[Origin, None] = dict.fromkeys(
            list(witnesses)[:_KEPT][::-1]
        )  # the last one answered last
        self._on_lost = on_lost
        self._reached = float("-inf")
        self._asked: tuple[float, asyncio.Future[bool]] | None = None
        self._streak = 0

    def reached(self, origin: Origin) -> None:
        """Somebody has answered."""
        self._reached = asyncio.get_running_loop().time()
        self._streak = 0
        self._witnesses.pop(origin, None)
        self._witnesses[origin] = None
        while len(self._witnesses) > _KEPT:
            del self._witnesses[next(iter(self._witnesses))]

    async def explain(self, failure: Failure, origin: Origin, since: float, knock: Knock) -> Failure:
        """What a failure was due to. `since` is when the request began, on the loop's clock; `knock` tells whether a host can be reached."""
        if failure.reason not in _SYMPTOMS or self._reached >= since:
            return failure
        others = [each for each in reversed(self._witnesses) if each.host != origin.host][:_MOST]
        if not others or await self._is_anyone_there(others, knock):
            return failure
        self._streak += 1
        if self._streak >= _STREAK:
            self._on_lost()
        names = ", ".join(dict.fromkeys(each.host for each in others))
        return Failure(
            reason="offline", detail=f"{failure.detail}; nor could {names} be reached, which answered before"
        )

    async def _is_anyone_there(self, others: list[Origin], knock: Knock) -> bool:
        now = asyncio.get_running_loop().time()
        if self._asked is None or self._asked[0] < now - _SECONDS:
            self._asked = now, asyncio.ensure_future(_any(others, knock))
        return await asyncio.shield(self._asked[1])


async def _any(others: list[Origin], knock: Knock) -> bool:
    asked = [asyncio.ensure_future(knock(each)) for each in others]
    try:
        for each in asyncio.as_completed(asked):
            if await each:
                return True
        return False
    finally:
        for each in asked:
            each.cancel()


_UPLINKS: WeakKeyDictionary[Crawler, Uplink] = WeakKeyDictionary()


def attach(crawler: Crawler, uplink: Uplink) -> None:
    """Make the way out of a crawl known to its handlers (one a scheme)."""
    _UPLINKS[crawler] = uplink


def uplink_of(crawler: Crawler) -> Uplink:
    """The way out of a crawl."""
    return _UPLINKS.setdefault(crawler, Uplink())
