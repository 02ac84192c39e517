"""How long an answer may take, and how much it may hold."""

import pytest

from archiver.capture.framing import ResponseFramer
from archiver.capture.received import Received
from spiders.transfer import Bounds, Transfer

BOUNDS = Bounds(silence=60, whole=900, rate=500, body=1000)


def under_way(*came: tuple[float, int]) -> Transfer:
    """A transfer that began at 0, and what came when."""
    transfer = Transfer(framer=ResponseFramer(Received()), bounds=BOUNDS, sent=b"")
    for moment, length in came:
        transfer.count(length, moment)
    return transfer


@pytest.mark.parametrize(
    ("came", "now", "expected"),
    [
        # it thinks
        ([], 59, None),
        ([], 60, "nothing came for 60 s"),
        # fast, then silent
        ([(1, 50_000)], 60, None),
        ([(1, 50_000)], 61, "nothing came for 60 s"),
        # a byte a second: not yet, then enough is enough
        ([(n, 1) for n in range(1, 31)], 30, None),
        ([(n, 1) for n in range(1, 40)], 39, "only 1 bytes a second came"),
        # slow, but fast enough; and not for ever
        ([(n, 600) for n in range(1, 899)], 899, None),
        ([(n, 600) for n in range(1, 900)], 900, "not whole after 900 s"),
    ],
)
def test_patience_ends(came, now, expected):
    """With silence, with dribbling, and at the end of all time."""
    assert expected == under_way(*came).late(now)


def test_the_next_look_is_never_too_late():
    """From look to look, each bound is met within seconds of its time."""
    transfer = under_way((1, 1))
    looks, now = 0, 0.0
    while transfer.late(now) is None:
        now = transfer.next_look(now)
        looks += 1

    assert (True, True) == (31 <= now < 36, looks < 5)


@pytest.mark.parametrize(
    ("wire", "over"),
    [
        (b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 1000, False),
        (b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 1001, True),
        # a body of one-byte chunks costs more than it holds, up to a point
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"1\r\nx\r\n" * 500, False),
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"1;%s\r\nx\r\n" % (b"e" * 8000) * 150,
            True,
        ),
    ],
)
def test_an_answer_has_a_size(wire, over):
    """Its entity is bounded, and so is its framing."""
    transfer = under_way()
    transfer.framer.feed(wire)

    assert over == BOUNDS.over(transfer.framer)


def test_what_is_too_long_is_cut_though_its_end_came_at_once():
    """How the network cut a body into reads does not decide whether it is too large."""
    wire = b"HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n" + b"x" * 60_000
    transfer = under_way()

    assert (False, True) == (transfer.take(wire), BOUNDS.over(transfer.framer))
    assert transfer.framer.received.block_length < len(wire)


def test_what_comes_after_the_end_is_not_of_the_answer():
    """However much came at one read, an answer ends where it says."""
    transfer = under_way()

    assert transfer.take(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi" + b"x" * 60_000)
    assert (2, False) == (transfer.framer.received.payload_length, transfer.framer.reusable)
