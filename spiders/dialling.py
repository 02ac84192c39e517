"""From an origin to an open connection. The guard stands here: on the address that is connected to, each time."""

import asyncio
import ssl
from itertools import chain, zip_longest

from archiver.models.capture import Failure
from spiders.addresses import AddressPolicy
from spiders.certificates import contexts, security_of, why
from spiders.connection import Connection
from spiders.names import DialError, Names, look_up
from spiders.pool import Origin, Pool
from spiders.proxy import Proxy, Tunnel

_TRIES = 4  # addresses of one name
_ONE_TRY = 10.0  # seconds, while there are more to try


class Dialler:
    """Opens connections, and keeps the idle ones for a while."""

    def __init__(
        self,
        policy: AddressPolicy,
        *,
        timeout: float = 60.0,
        verify_certificates: bool = False,
        proxy: Proxy | None = None,
    ) -> None:
        self.proxy = proxy
        self._policy = policy
        self._timeout = timeout
        self._verify = verify_certificates
        self._names = Names()
        self._pool = Pool()
        self._checking, self._trusting = contexts()
        self._untrusted: dict[Origin, str] = {}  # and why

    async def connection(self, origin: Origin, *, fresh: bool = False) -> Connection:
        """An open connection to a host, an idle one if there is one.

        Raises:
            DialError: no address, none that may be connected to, or none that answers.
        """
        idle = None if fresh else self._pool.take(origin)
        if idle is not None:
            return idle
        try:
            async with asyncio.timeout(self._timeout):
                return await self._dial(origin)
        except TimeoutError:
            failure = Failure(reason="timeout", detail=f"no connection within {self._timeout:g} s")
            raise DialError(failure) from None

    async def answers(self, origin: Origin) -> bool:
        """Whether a host can be reached now: its name is known, and somebody opens or closes a door. Nothing is asked."""
        try:
            async with asyncio.timeout(_ONE_TRY):
                addresses = await look_up(origin.host, origin.port)
                address = next((each for each in addresses if self._policy.allows(each)), None)
                if address is None:
                    return False
                transport, _ = await asyncio.get_running_loop().create_connection(
                    asyncio.Protocol, address, origin.port
                )
        except ConnectionRefusedError:
            return True
        except (DialError, OSError):
            return False
        transport.close()
        return True

    def give_back(self, origin: Origin, connection: Connection) -> None:
        """Keep a connection for the next request to its host."""
        self._pool.give_back(origin, connection)

    def close(self) -> None:
        """Drop all idle connections."""
        self._pool.close()

    async def _dial(self, origin: Origin) -> Connection:
        addresses = await self._allowed(origin)
        last = Failure(reason="refused", detail="no address answered")
        for number, address in enumerate(addresses, start=1):
            patience = _ONE_TRY if number < len(addresses) else None
            try:
                async with asyncio.timeout(patience):
                    return await self._reach(origin, address)
            except ConnectionRefusedError:
                last = Failure(reason="refused", detail=f"nobody listens at {address} port {origin.port}")
            except TimeoutError:
                last = Failure(reason="timeout", detail=f"{address} does not answer")
            except ssl.SSLError as error:
                last = Failure(reason="tls", detail=str(error))
            except OSError as error:
                last = Failure(reason="unreachable", detail=f"{address}: {error.strerror or error}")
        raise DialError(last)

    async def _allowed(self, origin: Origin) -> list[str]:
        """The addresses that may be connected to, both families in turn; of a host behind a proxy, its name."""
        try:
            addresses = await self._names.resolve(origin.host, origin.port)
        except DialError:
            if self.proxy is None:
                raise
            return [origin.host]  # a network that only its proxy can look out of
        allowed = [address for address in addresses if self._policy.allows(address)]
        if not allowed:
            detail = f"{addresses[0]} is a private or reserved address"
            raise DialError(Failure(reason="blocked-address", detail=detail))
        if self.proxy is not None:
            return [origin.host]
        new, old = (
            [each for each in allowed if ":" in each],
            [each for each in allowed if ":" not in each],
        )
        first, second = (new, old) if ":" in allowed[0] else (old, new)
        turns = chain.from_iterable(zip_longest(first, second))
        return [address for address in turns if address is not None][:_TRIES]

    async def _reach(self, origin: Origin, address: str) -> Connection:
        if origin.scheme != "https":
            return await self._plain(origin, address)
        problem = self._untrusted.get(origin)
        if problem is None:
            try:
                return await self._secure(origin, address, self._checking, None)
            except ssl.SSLCertVerificationError as error:
                if self._verify:
                    detail = f"its certificate cannot be trusted: {why(error)}"
                    raise DialError(Failure(reason="tls", detail=detail)) from error
                problem = self._untrusted[origin] = why(error)
        # An archive keeps what it is given: an expired certificate is no reason to lose the page.
        return await self._secure(origin, address, self._trusting, problem)

    async def _plain(self, origin: Origin, address: str) -> Connection:
        if self.proxy is not None:
            return (await self.proxy.connect(Connection))[1]
        _, connection = await asyncio.get_running_loop().create_connection(Connection, address, origin.port)
        return connection

    async def _secure(
        self, origin: Origin, address: str, context: ssl.SSLContext, problem: str | None
    ) -> Connection:
        loop = asyncio.get_running_loop()
        if self.proxy is None:
            transport, connection = await loop.create_connection(
                Connection, address, origin.port, ssl=context, server_hostname=origin.host
            )
        else:
            transport, connection = await self._tunnel(origin, self.proxy, context)
        tls: ssl.SSLObject = transport.get_extra_info("ssl_object")
        connection.security = security_of(tls, problem)
        return connection

    async def _tunnel(
        self, origin: Origin, proxy: Proxy, context: ssl.SSLContext
    ) -> tuple[asyncio.Transport, Connection]:
        loop = asyncio.get_running_loop()
        _, tunnel = await proxy.connect(Tunnel)
        way = await tunnel.open(origin.host, origin.port, proxy)
        connection = Connection()
        secured = await loop.start_tls(way, connection, context, server_hostname=origin.host)
        assert secured is not None
        connection.connection_made(secured)
        return secured, connection
