"""Whether the silence is theirs or ours."""

import asyncio
import socket

import pytest

from archiver.models.capture import Failure
from spiders.addresses import AddressPolicy
from spiders.dialling import Dialler
from spiders.pool import Origin
from spiders.uplink import Uplink

DEAD = Origin("https", "dead.example", 443)
LIVE = Origin("https", "live.example", 443)
ALSO = Origin("https", "also.example", 443)
SILENCE = Failure(reason="timeout", detail="nobody answers")


class World:
    """Hosts that can be reached, and how often anybody knocked."""

    def __init__(self, *up: Origin) -> None:
        self.up = set(up)
        self.knocked: list[str] = []

    async def knock(self, origin: Origin) -> bool:
        """At one."""
        self.knocked.append(origin.host)
        return origin in self.up


def explained(uplink: Uplink, world: World, *, failure: Failure = SILENCE, times: int = 1) -> list[str]:
    """What failures of the dead host are said to be due to."""

    async def _ask() -> list[str]:
        since = asyncio.get_running_loop().time()
        return [(await uplink.explain(failure, DEAD, since, world.knock)).reason for _ in range(times)]

    return asyncio.run(_ask())


def test_a_host_is_down_where_another_can_be_reached():
    """One of those that answered before is enough."""
    world = World(ALSO)

    assert ["timeout"] == explained(Uplink([LIVE, ALSO]), world)
    assert {"live.example", "also.example"} >= set(world.knocked)


def test_nothing_is_known_of_a_host_where_none_can_be_reached():
    """Then our own network is down; three times running, and the crawl is over. They are knocked at once, not each time."""
    lost: list[bool] = []
    world = World()
    uplink = Uplink([LIVE, ALSO], on_lost=lambda: lost.append(True))

    assert ["offline", "offline"] == explained(uplink, world, times=2)
    assert [] == lost
    assert (["also.example", "live.example"], ["offline"]) == (
        sorted(world.knocked),
        explained(uplink, world),
    )
    assert [True] == lost


def test_why_a_network_counts_as_down_can_be_read():
    """With the hosts that were tried."""

    async def _ask() -> Failure:
        return await Uplink([LIVE, ALSO]).explain(SILENCE, DEAD, 0.0, World().knock)

    said = asyncio.run(_ask()).detail
    assert "nobody answers; nor could live.example, also.example be reached, which answered before" == said


@pytest.mark.parametrize("reason", ["refused", "tls", "disconnect", "too-large", "blocked-address"])
def test_what_only_an_answer_can_tell_is_theirs(reason):
    """Somebody was there."""
    world = World()

    assert ([reason], []) == (
        explained(Uplink([LIVE]), world, failure=Failure(reason=reason, detail="")),
        world.knocked,
    )


def test_nobody_is_knocked_at_where_somebody_answered_meanwhile():
    """In a crawl of many hosts this is the rule."""
    world = World()
    uplink = Uplink([LIVE])

    async def _ask() -> str:
        since = asyncio.get_running_loop().time()
        uplink.reached(ALSO)
        return (await uplink.explain(SILENCE, DEAD, since, world.knock)).reason

    assert ("timeout", []) == (asyncio.run(_ask()), world.knocked)


def test_without_witnesses_a_failure_is_what_it_looks_like():
    """The host itself is none."""
    assert ["timeout"] == explained(Uplink([DEAD]), World())


def test_an_answer_ends_the_row():
    """Two failures, an answer, two failures: the crawl goes on."""
    lost: list[bool] = []
    uplink = Uplink([LIVE], on_lost=lambda: lost.append(True))
    world = World()

    async def _all() -> None:
        for _ in range(2):
            for _ in range(2):
                await uplink.explain(SILENCE, DEAD, asyncio.get_running_loop().time() + 1, world.knock)
            uplink.reached(ALSO)

    asyncio.run(_all())
    assert [] == lost


def test_knocking_asks_for_nothing(serving, monkeypatch):
    """An open door and one that is closed are both somebody; a name without address, and a private one, are nobody."""
    came: list[bytes] = []

    async def _listen(asked, _writer):
        came.append(asked)

    async def _scenario():
        dialler = Dialler(AddressPolicy.of(["127.0.0.0/8"]))
        async with serving(_listen) as (port, _):
            origin = Origin("http", "127.0.0.1", port)
            found = [await dialler.answers(origin)]
        with socket.create_server(("127.0.0.1", 0)) as closed:
            nobody = Origin("http", "127.0.0.1", closed.getsockname()[1])
        found.append(await dialler.answers(nobody))
        found.append(await Dialler(AddressPolicy()).answers(origin))

        async def _unknown(*_, **__):
            raise socket.gaierror(-2, "Name or service not known")

        monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", _unknown)
        found.append(await dialler.answers(LIVE))
        return found

    assert ([True, True, False, False], []) == (asyncio.run(_scenario()), came)
