"""Serves the demo on loopback addresses: the blog on one, each host that it cites on another."""

import errno
import socket
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from threading import Thread

from archiver.demo.host import Host, Request
from archiver.demo.site import BLOG, pages

_BLOG_ADDRESS = "127.0.0.1"
# Every source on an address of its own, as on the web: politeness and robots.txt go by host.
_SOURCE_ADDRESSES = {
    "review": "127.0.0.2",
    "packet": "127.0.0.3",
    "beacons": "127.0.0.4",
    "letters": "127.0.0.5",
    "lowmarsh": "127.0.0.6",
}
_REFUSING = "lowmarsh"  # nobody listens there
_ATTEMPTS = 50  # to find a port that is free on all of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Demo:
    """The demo while it is being served."""

    blog: str  # ends in a slash, as all addresses here
    sources: Mapping[str, str]  # by the host's name
    # The networks that a crawl must be allowed to ask. The private address that a post cites is not among them.
    allowed: tuple[str, ...]
    requests: list[Request] = field(default_factory=list)  # what was asked so far

    def sources_at(self, name: str) -> str:
        """The address of a host that the blog cites."""
        return self.sources[name]


@contextmanager
def serve() -> Iterator[Demo]:
    """Serve the demo on a free port until the block ends; then no thread and no socket is left.

    Raises:
        OSError: the system has no second loopback address, or no free port.
    """
    with ExitStack() as stack:
        sockets = _sockets(stack)
        port = sockets[_BLOG_ADDRESS].getsockname()[1]
        urls = {name: f"http://{address}:{port}/" for name, address in _SOURCE_ADDRESSES.items()}
        demo = Demo(
            blog=f"http://{_BLOG_ADDRESS}:{port}/",
            sources=urls,
            allowed=tuple(f"{address}/32" for address in sockets),
        )
        for name, site in pages(demo.blog, urls).items():
            address = _BLOG_ADDRESS if name == BLOG else _SOURCE_ADDRESSES[name]
            host = Host(sockets[address], site, demo.requests)
            thread = Thread(target=host.serve_forever, kwargs={"poll_interval": 0.05}, name=f"demo {name}")
            thread.start()
            stack.callback(thread.join)
            stack.callback(host.stop)
        yield demo


def _sockets(stack: ExitStack) -> dict[str, socket.socket]:
    """A socket for every address, all on one port. The refusing address is held too, so that it goes on refusing."""
    addresses = (_BLOG_ADDRESS, *_SOURCE_ADDRESSES.values())
    for _ in range(_ATTEMPTS):
        with ExitStack() as trial:
            try:
                bound = _bind(trial, addresses)
            except OSError as error:
                if error.errno != errno.EADDRINUSE:
                    raise
                continue
            stack.enter_context(trial.pop_all())
            return bound
    raise OSError(errno.EADDRINUSE, f"no port is free on all of {', '.join(addresses)}")


def _bind(stack: ExitStack, addresses: tuple[str, ...]) -> dict[str, socket.socket]:
    bound: dict[str, socket.socket] = {}
    port = 0
    for address in addresses:
        made = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_STREAM))
        try:
            made.bind((address, port))
        except OSError as error:
            if error.errno == errno.EADDRNOTAVAIL:
                raise OSError(
                    error.errno,
                    f"the demo needs {address}, which this system lacks; add it to the loopback interface "
                    f"(macOS: sudo ifconfig lo0 alias {address})",
                ) from error
            raise
        port = made.getsockname()[1]
        bound[address] = made
    for address, made in bound.items():
        if address != _SOURCE_ADDRESSES[_REFUSING]:
            made.listen(64)
    return bound
