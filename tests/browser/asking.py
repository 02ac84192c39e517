"""Datasette asked without a browser and without a client that would mend what is asked: bytes in, status and headers out."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes

from datasette.app import Datasette
from datasette.plugins import pm

from archiver.search.datasette import plugin

if not any(each is plugin for each in pm.get_plugins()):
    pm.register(plugin, name="archiver-under-test")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came."""

    status: int
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes


def ask(database: Path, wanted: Iterable[tuple[str, dict[str, str]]]) -> list[Answer]:
    """Ask for paths as they are, with headers as they are."""

    async def _ask() -> list[Answer]:
        served = Datasette([str(database)])
        await served.invoke_startup()
        app = served.app()
        answers = [await _one(app, path, headers) for path, headers in wanted]
        for each in served.databases.values():
            each.close()
        return answers

    return asyncio.run(_ask())


async def _one(app, target: str, headers: dict[str, str]) -> Answer:
    sent: list[dict] = []
    path, _, query = target.partition("?")
    raw = path.encode("latin-1")
    said = {"host": "127.0.0.1:8001", **headers}
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": unquote_to_bytes(raw).decode("utf-8", "replace"),
        "raw_path": raw,
        "query_string": query.encode("latin-1"),
        "root_path": "",
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in said.items()],
        "client": ("127.0.0.1", 9),
        "server": ("127.0.0.1", 8001),
    }

    async def receive() -> dict:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict) -> None:
        sent.append(message)

    await app(scope, receive, send)
    body = b"".join(each.get("body", b"") for each in sent[1:])
    return Answer(
        sent[0]["status"], tuple((bytes(name), bytes(value)) for name, value in sent[0]["headers"]), body
    )
