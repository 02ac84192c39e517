"""What goes over the wire is kept as it is, and what goes wrong is told as it was."""

import asyncio
import socket

import pytest

from archiver.capture.framing import ResponseFramer
from archiver.capture.received import Received
from archiver.models.capture import Failure
from spiders.addresses import AddressPolicy
from spiders.dialling import Dialler
from spiders.names import DialError
from spiders.pool import Origin
from spiders.transfer import Bounds, Transfer

LOOPBACK = AddressPolicy.of(["127.0.0.0/8"])
REQUEST = b"GET / HTTP/1.1\r\nHost: a.example\r\n\r\n"


def transfer(**changes) -> Transfer:
    """A request for a page, and what its answer may cost."""
    bounds = Bounds(**{"silence": 10.0, "whole": 20.0, "rate": 0, "body": 1000, **changes})
    return Transfer(framer=ResponseFramer(Received()), bounds=bounds, sent=REQUEST)


async def ask(dialler: Dialler, origin: Origin, one: Transfer) -> None:
    """One exchange."""
    connection = await dialler.connection(origin)
    await connection.exchange(one)
    dialler.give_back(origin, connection)


def kept(one: Transfer) -> bytes:
    """All that was kept of an answer."""
    answer = one.framer.answer()
    return one.framer.partial_head if answer is None else b"".join(answer.block.pieces())


def says(answer: bytes, *, then: str = "close"):
    """A server that answers so, then closes, resets or stays silent."""

    async def _script(_, writer):
        writer.write(answer)
        await writer.drain()
        if then == "close":
            writer.close()
        elif then == "reset":
            writer.transport.get_extra_info("socket").setsockopt(
                socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0"
            )
            writer.transport.abort()

    return _script


# what happens, answer, what the server does then, block kept, WARC-Truncated, reason
ENDS = [
    ("whole", b"HTTP/1.1 200  Odd  reason\r\nx-A: 1\r\nContent-Length: 2\r\n\r\nhi", "wait", None, None, None),
    ("until it closes", b"HTTP/1.0 200 OK\r\n\r\nhi", "close", None, None, None),
    ("closed early", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhi", "close", None, "disconnect", "disconnect"),
    ("reset", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhi", "reset", None, "disconnect", "disconnect"),
    ("silent", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhi", "wait", None, "time", "timeout"),
    ("too long", b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + b"x" * 1200, "wait", None, "length", "too-large"),
    ("another protocol", b"SSH-2.0-OpenSSH_9.2\r\n", "wait", b"SSH-2.0-OpenSSH_9.2\r\n", "unspecified", "malformed"),
    ("a head without an end", b"HTTP/1.1 200 OK\r\nX: ", "close", b"HTTP/1.1 200 OK\r\nX: ", "disconnect", "disconnect"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "then", "block", "truncated", "reason"),
    [row[1:] for row in ENDS],
    ids=[row[0] for row in ENDS],
)
def test_every_end_keeps_what_came_and_says_why_no_more(serving, answer, then, block, truncated, reason):
    """The block is every byte received; the reason is the true one."""

    async def _scenario():
        one, dialler = transfer(silence=2.0), Dialler(LOOPBACK)
        async with serving(says(answer, then=then)) as (port, _):
            await ask(dialler, Origin("http", "127.0.0.1", port), one)
            dialler.close()
        return one

    one = asyncio.run(_scenario())

    assert (block or answer, truncated, reason) == (
        kept(one),
        one.truncated,
        one.failure.reason if one.failure else None,
    )


def test_a_connection_is_used_again(serving):
    """Two requests to one host need one connection, and it is closed at the end."""

    async def _scenario():
        dialler = Dialler(LOOPBACK)
        async with serving(says(b"HTTP/1.1 204 No Content\r\n\r\n", then="wait")) as (port, heads):
            origin = Origin("http", "127.0.0.1", port)
            first = await dialler.connection(origin)
            await first.exchange(transfer())
            dialler.give_back(origin, first)
            second = await dialler.connection(origin)
            await second.exchange(transfer())
            dialler.give_back(origin, second)
            dialler.close()
        return first is second, first.used, heads

    assert (True, 2, [REQUEST, REQUEST]) == asyncio.run(_scenario())


def test_tls_is_kept_with_its_version_whatever_the_certificate(serving, self_signed):
    """An expired certificate for another name is no reason to lose the page."""

    async def _scenario():
        one, dialler = transfer(), Dialler(LOOPBACK)
        async with serving(
            says(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi", then="wait"), tls=self_signed
        ) as (
            port,
            _,
        ):
            origin = Origin("https", "127.0.0.1", port)
            connection = await dialler.connection(origin)
            await connection.exchange(one)
            connection.drop()
        return b"".join(one.framer.answer().entity.pieces()), connection.security, connection.ip_address

    entity, security, address = asyncio.run(_scenario())

    assert (b"hi", "tls/1.3", "127.0.0.1") == (entity, security.protocol, address)
    assert ("self-signed certificate", 1) == (security.certificate, security.certificates.count("BEGIN CERT"))


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "2130706433", "0x7f000001", "127.1", "localhost", "::1", "0.0.0.0"]
)
def test_private_addresses_are_refused_before_a_byte_is_sent(serving, host):
    """However the address is spelt, nobody hears of us."""

    async def _scenario():
        async with serving(says(b"HTTP/1.1 200 OK\r\n\r\n")) as (port, heads):
            with pytest.raises(DialError) as caught:
                await Dialler(AddressPolicy()).connection(Origin("http", host, port))
        return caught.value.failure.reason, heads

    assert ("blocked-address", []) == asyncio.run(_scenario())


def test_a_name_that_changes_its_address_meets_the_guard_each_time(serving, monkeypatch):
    """The address that is checked is the one that is connected to."""

    async def _scenario():
        async with serving(says(b"HTTP/1.1 200 OK\r\n\r\n")) as (port, heads):
            dialler = Dialler(AddressPolicy())

            async def _rebound(*_, **__):
                return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

            monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", _rebound)
            with pytest.raises(DialError) as caught:
                await dialler.connection(Origin("http", "public.example", port))
        return caught.value.failure, heads

    expected = Failure(reason="blocked-address", detail="127.0.0.1 is a private or reserved address")

    assert (expected, []) == asyncio.run(_scenario())


def test_a_closed_port_and_a_name_without_address_are_told_apart(monkeypatch):
    """Each has its own reason."""

    async def _unknown(*_, **__):
        raise socket.gaierror(-2, "Name or service not known")

    async def _scenario():
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        reasons = []
        with pytest.raises(DialError) as caught:
            await Dialler(LOOPBACK).connection(Origin("http", "127.0.0.1", port))
        reasons.append(caught.value.failure.reason)
        monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", _unknown)
        with pytest.raises(DialError) as caught:
            await Dialler(LOOPBACK).connection(Origin("http", "no-such-host.example", port))
        return [*reasons, caught.value.failure.reason]

    assert ["refused", "dns"] == asyncio.run(_scenario())
