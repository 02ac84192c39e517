"""Pings: what is told, how often it is tried, and that nothing of it holds a crawl up."""

import logging
import socket
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Event, Thread

import pytest

from archiver.operations.ping import Patience, Pinger

QUICK = Patience(timeout=0.3, waits=(0.0, 0.0), at_the_start=0.3, at_the_end=2.0)
RUN = "7d4a3f0e-0000-4000-8000-000000000000"


@contextmanager
def healthchecks(*answers: int):
    """A server that gives these answers, then 200; and what it was told."""
    told: list[str] = []
    left = list(answers)

    class Handler(BaseHTTPRequestHandler):
        """Answers."""

        def do_POST(self):
            """Answer as scripted."""
            told.append(f"{self.command} {self.path}")
            self.send_response(left.pop(0) if left else 200)
            self.send_header("Location", f"http://127.0.0.1:{server.server_address[1]}/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_GET = do_POST  # noqa: N815  # http.server's name

        def log_message(self, *_):
            """Be quiet."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/ping/abc", told
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    """This machine's environment is nobody's."""
    monkeypatch.setenv("no_proxy", "*")


def path(what: str) -> str:
    """A request, as the server sees it."""
    return f"POST /ping/abc/{what}?rid={RUN}"


def test_start_and_end_are_told_with_the_exit_code():
    """As healthchecks.io documents: /start, then /0 or another exit code, with the same run id."""
    with healthchecks() as (url, told):
        pinger = Pinger(url, RUN, QUICK)
        pinger.start()
        pinger.end(0)
        pinger.end(143)

    assert [path("start"), path("0"), path("143")] == told


TRIES = [
    # trouble there: three tries
    ((503, 500), 3),
    ((503, 500, 502), 3),
    # too many requests: it will pass
    ((429,), 2),
    # the address is wrong, or leads elsewhere: another try is in vain, and nothing is followed
    ((404,), 1),
    ((302,), 1),
    ((307,), 1),
]


@pytest.mark.parametrize(("answers", "tries"), TRIES)
def test_the_end_is_tried_again_where_that_may_help(answers, tries):
    """Few times; a redirect is not followed."""
    with healthchecks(*answers) as (url, told):
        Pinger(url, RUN, QUICK).end(1)

    assert [path("1")] * tries == told


def test_the_start_is_tried_once():
    """The crawl does not wait for it."""
    with healthchecks(503) as (url, told):
        Pinger(url, RUN, QUICK).start()

    assert [path("start")] == told


def test_what_goes_wrong_is_logged_without_the_address(caplog):
    """Nobody listens: a warning for the log, no exception."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/ping/abc"
        with caplog.at_level(logging.WARNING):
            Pinger(url, RUN, QUICK).end(1)

    assert ["ping 1: Connection refused"] == caplog.messages


def test_a_server_that_never_ends_its_answer_holds_nobody_up(caplog):
    """It drips a header a moment for ever: the crawl goes on after its patience, not the server's."""
    stop = Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip():
            talk, _ = server.accept()
            with talk:
                talk.sendall(b"HTTP/1.1 200 OK\r\n")
                while not stop.wait(0.05):
                    talk.sendall(b"X: y\r\n")

        thread = Thread(target=drip)
        thread.start()
        with caplog.at_level(logging.WARNING):
            Pinger(f"http://127.0.0.1:{server.getsockname()[1]}/x", RUN, QUICK).start()
        stop.set()
        thread.join()

    assert ["ping start: no answer within 0.3 seconds"] == caplog.messages


@pytest.mark.parametrize("host", ["no-such-host.invalid", "127.0.0.1:1", "[::1", "a b"])
def test_no_address_raises_anything(host):
    """Whatever the settings let through."""
    Pinger(f"http://{host}/x", RUN, QUICK).end(0)
