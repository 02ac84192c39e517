"""A service that is asked in JSON: whatever comes, and whatever does not, is a value."""

import json
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

import pytest

from archiver.models.submission import Reply
from archiver.operations.json_service import JsonService

OK = b"HTTP/1.1 200 OK\r\n"


def client(**changes) -> JsonService:
    """A client that is not patient."""
    cells = {"authorization": "LOW canaryA:canaryB", "user_agent": "archiver/0", "timeout": 5.0}
    return JsonService(**{"secrets": ("canaryA", "canaryB", "s"), **cells, **changes})


@contextmanager
def saying(answer: bytes, *, drip: bytes = b"") -> Iterator[tuple[str, list[bytes]]]:
    """A server that says this to everybody, and then drips until the end; and what it heard."""
    heard: list[bytes] = []
    stop = Event()

    def serve() -> None:
        while True:
            talk, _ = server.accept()
            with talk:
                if stop.is_set():
                    return
                heard.append(_request(talk))
                talk.sendall(answer)
                while drip and not stop.wait(0.05):
                    talk.sendall(drip)

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = Thread(target=serve)
        thread.start()
        address = server.getsockname()
        try:
            yield f"http://127.0.0.1:{address[1]}/save", heard
        finally:
            stop.set()
            socket.create_connection(address).close()
            thread.join()


def _request(talk: socket.socket) -> bytes:
    """All of it: head and body may come apart."""
    came = talk.recv(65536)
    while came and b"\r\n\r\n" not in came:
        came += talk.recv(65536)
    head, _, rest = came.partition(b"\r\n\r\n")
    promised = re.search(rb"(?im)^content-length: *(\d+)", head)
    while promised and len(rest) < int(promised[1]) and (more := talk.recv(65536)):
        rest += more
        came += more
    return came


def body(data: bytes, head: bytes = OK) -> bytes:
    """A whole answer."""
    return head + b"Content-Length: %d\r\n\r\n" % len(data) + data


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (body(b'{"job_id": "x", "n": [1]}'), Reply(status=200, fields={"job_id": "x", "n": [1]})),
        # an error is an answer, with what it says
        (
            body(b'{"message": "slow"}', b"HTTP/1.1 429 Slow\r\nRetry-After: 7\r\n"),
            Reply(status=429, fields={"message": "slow"}, retry_after="7"),
        ),
        # no JSON, none that is an object, none that can be read
        (body(b"<html>Sorry</html>"), Reply(status=200, problem="an answer that is not JSON")),
        (body(b""), Reply(status=200, problem="an answer that is not JSON")),
        (body(b'{"job_id": "x"'), Reply(status=200, problem="an answer that is not JSON")),
        (body(b'{"job_id": "\xff"}'), Reply(status=200, problem="an answer that is not JSON")),
        (body(b"[" * 100_000), Reply(status=200, problem="an answer that is not JSON")),
        (body(b'{"n": ' + b"9" * 9999 + b"}"), Reply(status=200, problem="an answer that is not JSON")),
        (body(b'["job"]'), Reply(status=200, problem="an answer that is no JSON object")),
        # cut off, beyond all measure, or no HTTP
        (OK + b"Content-Length: 99\r\n\r\n{}", Reply(problem="the answer was cut off")),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n9\r\n", Reply(problem="the answer was cut off")),
        (OK + b"\r\n" + b" " * (5 << 20), Reply(status=200, problem="an answer beyond all measure")),
        (b"SSH-2.0-OpenSSH_9.2\r\n", Reply(problem="BadStatusLine")),
        (b"", Reply(problem="Remote end closed connection without response")),
        # what the service repeats of the keys
        (body(b'{"message": "LOW canaryA:canaryB"}'), Reply(status=200, fields={"message": "LOW [removed by archiver]:[removed by archiver]"})),
    ],
)  # fmt: skip
def test_whatever_comes_is_a_reply(answer, expected):
    """Never an exception, and never the keys."""
    with saying(answer) as (url, _):
        found = client().get(url)

    assert (
        expected == found
        if expected.problem is None or expected.status
        else found.problem in {expected.problem, "RemoteDisconnected", "Connection reset by peer"}
    )


def test_a_redirect_is_not_followed():
    """The keys are told to nobody else."""
    with saying(body(b"{}")) as (other, elsewhere):
        moved = f"HTTP/1.1 302 Found\r\nLocation: {other}\r\nContent-Length: 2\r\n\r\n{{}}".encode()
        with saying(moved) as (url, heard):
            found = client().post(url, {"url": "https://s.example/a?b=c&d=ü"})

    assert (302, [], 1) == (found.status, elsewhere, len(heard))
    assert b"Authorization: LOW canaryA:canaryB\r\n" in heard[0]
    assert heard[0].endswith(b"url=https%3A%2F%2Fs.example%2Fa%3Fb%3Dc%26d%3D%C3%BC")


@pytest.mark.parametrize("drip", [b"X: y\r\n", b"y"])
def test_a_server_that_never_ends_holds_nobody_up(drip):
    """It drips for ever, in its head or before it."""
    with saying(OK, drip=drip) as (url, _):
        assert "no answer within 0.3 seconds" == client(timeout=0.3).get(url).problem


@pytest.mark.parametrize("host", ["no-such-host.invalid", "127.0.0.1:1", "[::1", "a b"])
def test_no_address_raises_anything(host):
    """Whatever the settings let through."""
    found = client().get(f"http://{host}/save")

    assert (None, True) == (found.status, bool(found.problem))


def test_a_proxy_is_asked_and_the_service_is_not_told_its_password():
    """Over a proxy, with its own login."""
    with saying(body(json.dumps({"job_id": "x"}).encode())) as (url, heard):
        proxy = url.removesuffix("/save").replace("http://", "http://ada:ti%40de@")
        found = client(proxy=proxy).get("http://save.example/save/status/user")

    assert {"job_id": "x"} == found.fields
    assert heard[0].startswith(b"GET http://save.example/save/status/user HTTP/1.1\r\n")
    assert b"Proxy-Authorization: Basic YWRhOnRpQGRl\r\n" in heard[0]
