"""Connections that wait for their next request: few, and not for long."""

import asyncio
from dataclasses import dataclass

from spiders.connection import Connection

_SECONDS = 15.0
_MOST = 100  # of all hosts together: a crawl meets thousands, and each costs a file handle


@dataclass(frozen=True, slots=True)
class Origin:
    """Scheme, host and port."""

    scheme: str
    host: str
    port: int


class Pool:
    """The idle connections of a crawl."""

    def __init__(self) -> None:
        self._idle: dict[Connection, Origin] = {}  # the one that waits longest first
        self._sweeper: asyncio.TimerHandle | None = None

    def take(self, origin: Origin) -> Connection | None:
        """The connection to a host that was used last; None where none is alive."""
        for connection in [each for each, theirs in reversed(self._idle.items()) if theirs == origin]:
            del self._idle[connection]
            if connection.alive:
                return connection
        return None

    def give_back(self, origin: Origin, connection: Connection) -> None:
        """Keep a connection for the next request to its host."""
        if not connection.alive:
            return
        loop = asyncio.get_running_loop()
        connection.idle_since = loop.time()
        self._idle[connection] = origin
        while len(self._idle) > _MOST:
            self._drop(next(iter(self._idle)))
        if self._sweeper is None:
            self._sweeper = loop.call_later(_SECONDS, self._sweep)

    def close(self) -> None:
        """Drop all."""
        if self._sweeper is not None:
            self._sweeper.cancel()
            self._sweeper = None
        for connection in list(self._idle):
            self._drop(connection)

    def _sweep(self) -> None:
        loop = asyncio.get_running_loop()
        self._sweeper = None
        for connection in list(self._idle):
            if not connection.alive or loop.time() - connection.idle_since >= _SECONDS:
                self._drop(connection)
        if self._idle:
            self._sweeper = loop.call_later(_SECONDS / 2, self._sweep)

    def _drop(self, connection: Connection) -> None:
        del self._idle[connection]
        connection.drop()
