"""From a host name to an open connection. The guard stands here: on the address that is connected to, each time."""

import asyncio
import socket
import ssl
from dataclasses import dataclass

from archiver.models.capture import Failure
from spiders.addresses import AddressPolicy
from spiders.connection import Connection

_IDLE_SECONDS = 15.0
_DNS_SECONDS = 300.0
_TRIES = 4  # addresses of one name
_LEGACY_SERVER_CONNECT = 0x4  # OpenSSL's SSL_OP_LEGACY_SERVER_CONNECT: old blogs live on old servers


@dataclass(frozen=True, slots=True)
class Origin:
    """Scheme, host and port."""

    scheme: str
    host: str
    port: int


class DialError(Exception):
    """No connection could be made."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(f"{failure.reason}: {failure.detail}")
        self.failure = failure


class Dialler:
    """Opens connections, and keeps the idle ones for a while."""

    def __init__(self, policy: AddressPolicy) -> None:
        self._policy = policy
        self._idle: dict[Origin, list[Connection]] = {}
        self._names: dict[tuple[str, int], tuple[float, list[str]]] = {}
        # An archive keeps what it is given: an expired certificate is no reason to lose the page.
        self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._tls.check_hostname = False
        self._tls.verify_mode = ssl.CERT_NONE
        self._tls.set_alpn_protocols(["http/1.1"])
        self._tls.options |= _LEGACY_SERVER_CONNECT
        self._tls.set_ciphers("DEFAULT:@SECLEVEL=1")

    async def connection(self, origin: Origin, *, fresh: bool = False) -> Connection:
        """An open connection to a host, an idle one if there is one.

        Raises:
            DialError: no address, none that may be connected to, or none that answers.
        """
        now = asyncio.get_running_loop().time()
        idle = self._idle.get(origin, [])
        while idle and not fresh:
            connection = idle.pop()
            if connection.alive and now - connection.idle_since < _IDLE_SECONDS:
                return connection
            connection.drop()
        addresses = await self._resolve(origin)
        allowed = [address for address in addresses if self._policy.allows(address)]
        if not allowed:
            raise DialError(
                Failure(reason="blocked-address", detail=f"{addresses[0]} is a private or reserved address")
            )
        last = Failure(reason="refused", detail="no address answered")
        for address in allowed[:_TRIES]:
            try:
                return await self._dial(origin, address)
            except ConnectionRefusedError:
                last = Failure(reason="refused", detail=f"nobody listens at {address} port {origin.port}")
            except ssl.SSLError as error:
                last = Failure(reason="tls", detail=str(error))
            except OSError as error:
                last = Failure(reason="unreachable", detail=f"{address}: {error.strerror or error}")
        raise DialError(last)

    def give_back(self, origin: Origin, connection: Connection) -> None:
        """Keep a connection for the next request to its host."""
        if connection.alive:
            connection.idle_since = asyncio.get_running_loop().time()
            self._idle.setdefault(origin, []).append(connection)

    def close(self) -> None:
        """Drop all idle connections."""
        for connections in self._idle.values():
            for connection in connections:
                connection.drop()
        self._idle.clear()

    async def _dial(self, origin: Origin, address: str) -> Connection:
        loop = asyncio.get_running_loop()
        if origin.scheme == "https":
            _, connection = await loop.create_connection(
                Connection, address, origin.port, ssl=self._tls, server_hostname=origin.host
            )
        else:
            _, connection = await loop.create_connection(Connection, address, origin.port)
        return connection

    async def _resolve(self, origin: Origin) -> list[str]:
        loop = asyncio.get_running_loop()
        known = self._names.get((origin.host, origin.port))
        if known is not None and known[0] > loop.time():
            return known[1]
        try:
            answers = await loop.getaddrinfo(origin.host, origin.port, type=socket.SOCK_STREAM)
        except (socket.gaierror, UnicodeError) as error:
            raise DialError(
                Failure(reason="dns", detail=f"{origin.host} has no address ({error})")
            ) from error
        addresses = [str(answer[4][0]) for answer in answers]
        self._names[origin.host, origin.port] = (loop.time() + _DNS_SECONDS, addresses)
        return addresses
