"""From a host name to addresses, remembered for a while."""

import asyncio
import socket

from archiver.models.capture import Failure

_SECONDS = 300.0
_MOST = 10_000  # names; the oldest are forgotten first


class DialError(Exception):
    """No connection could be made."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(f"{failure.reason}: {failure.detail}")
        self.failure = failure


class Names:
    """A cache in front of the system's resolver. Two who ask for one name at a time wait for one answer."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int], tuple[float, asyncio.Future[list[str]]]] = {}

    async def resolve(self, host: str, port: int) -> list[str]:
        """All addresses of a host, in the resolver's order.

        Raises:
            DialError: there are none.
        """
        loop = asyncio.get_running_loop()
        known = self._known.get((host, port))
        if known is None or known[0] <= loop.time() or _is_failed(known[1]):
            self._known.pop((host, port), None)
            while len(self._known) >= _MOST:
                del self._known[next(iter(self._known))]
            asked = asyncio.ensure_future(look_up(host, port))
            known = self._known[host, port] = (loop.time() + _SECONDS, asked)
        return await asyncio.shield(known[1])


def _is_failed(answer: asyncio.Future[list[str]]) -> bool:
    return answer.done() and (answer.cancelled() or answer.exception() is not None)


async def look_up(host: str, port: int) -> list[str]:
    """All addresses of a host, as the system says now.

    Raises:
        DialError: there are none.
    """
    try:
        answers = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        raise DialError(Failure(reason="dns", detail=f"{host} has no address ({error})")) from error
    addresses = list(dict.fromkeys(str(answer[4][0]) for answer in answers))
    if not addresses:
        raise DialError(Failure(reason="dns", detail=f"{host} has no address"))
    return addresses
