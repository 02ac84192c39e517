"""A crawl by the product's own spider, in a process of its own, with a resolver that lies.

`python -m tests.spiders.hostile.guarded ORDER`, where ORDER is a JSON file: the collection's `folder`, its `seed`, the
addresses that are `due` ([address, role]), what the resolver answers to `names`, and the file for the `report`, which
lists every address that a connection was tried to. None but loopback addresses are connected to, whatever the product
wants.
"""

import asyncio
import ipaddress
import json
import socket
import sys
from asyncio.selector_events import BaseSelectorEventLoop
from datetime import UTC, datetime
from pathlib import Path

from archiver.collection.folder import open_collection
from archiver.models.blog import Month
from archiver.models.capture import Role
from archiver.models.frontier import Due, Known
from archiver.models.lead import Lead, Scope
from spiders.job import Job
from spiders.run import run

_MONTHS = {"post": Month(year=2019, month=9)}  # what a monthly archive lists is read as a post


def lie(names: dict[str, list[list[str]]]) -> None:
    """Answer for the system's resolver: numbers as it reads them, names from a table; nothing leaves this machine."""
    real = socket.getaddrinfo

    async def _answer(_, host, port, *, family=0, type=0, proto=0, flags=0):  # noqa: A002 - the standard library's name
        try:
            return real(host, port, family, type, proto, flags | socket.AI_NUMERICHOST)
        except socket.gaierror:
            answers = names.get(host)
            if answers is None:
                raise
        now = answers.pop(0) if len(answers) > 1 else answers[0]
        return [each for address in now for each in real(address, port, family, type, proto, flags)]

    asyncio.BaseEventLoop.getaddrinfo = _answer


def watch(tried: list[str]) -> None:
    """Note where connections are tried to, and let none leave this machine."""
    real = BaseSelectorEventLoop.sock_connect

    async def _connect(loop, sock, address):
        tried.append(address[0])
        if not ipaddress.ip_address(address[0].partition("%")[0]).is_loopback:
            raise ConnectionRefusedError(111, "Connection refused")
        await real(loop, sock, address)

    BaseSelectorEventLoop.sock_connect = _connect


def main(order: dict) -> None:
    """Crawl what is due."""
    collection = open_collection(Path(order["folder"]))
    tried: list[str] = []
    lie(order["names"])
    watch(tried)
    due = tuple(
        Due(lead=Lead(url=url, role=Role(role), hop="L"), seed=order["seed"]) for url, role in order["due"]
    )
    job = Job(
        collection=collection,
        settings=collection.settings,
        seeds=(order["seed"],),
        scope=Scope(),
        started=datetime.now(UTC),
        run_id="guarded",
        known=Known(due=due),
    )
    result = run(job)
    assert (0, "finished") == (result.exit_code, result.reason), result
    Path(order["report"]).write_text(json.dumps(sorted(set(tried))), encoding="utf-8")


if __name__ == "__main__":
    main(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
