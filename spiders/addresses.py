"""Which IP addresses a crawler may connect to. Addresses to crawl come from strangers: the private ones are not theirs.

Python's `ipaddress.is_global` changed its mind between releases (CVE-2024-4032), so the table is our own, from the
IANA special-purpose registries for IPv4 (RFC 6890 and updates) and IPv6.
"""

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_RESERVED_V4 = tuple(
    ipaddress.IPv4Network(text)
    for text in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # carrier-grade NAT
        "127.0.0.0/8",  # loopback
        "168.63.129.16/32",  # a cloud's wire server, on a public address
        "169.254.0.0/16",  # link-local: the metadata services of clouds
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # 6to4 relays, deprecated
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
)
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052: an IPv4 address in the last 32 bits
_GLOBAL_V6 = ipaddress.IPv6Network("2000::/3")
_RESERVED_V6 = tuple(
    ipaddress.IPv6Network(text)
    for text in (
        "2001::/23",  # protocol assignments, Teredo among them
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: an IPv4 address inside
        "3fff::/20",  # documentation
    )
)
# All that is not public, as networks, for those who can only name networks. NAT64 is in it: what it leads to is seen here alone.
RESERVED = (
    *_RESERVED_V4,
    *ipaddress.IPv6Network("::/0").address_exclude(_GLOBAL_V6),
    *_RESERVED_V6,
)


@dataclass(frozen=True, slots=True)
class AddressPolicy:
    """The addresses that may be connected to: public unicast, and what the user opened."""

    allow_private: bool = False
    networks: tuple[_Network, ...] = ()

    @classmethod
    def of(cls, networks: Iterable[str], *, allow_private: bool = False) -> "AddressPolicy":
        """From networks as text, such as `10.1.0.0/16`."""
        return cls(
            allow_private=allow_private, networks=tuple(ipaddress.ip_network(text) for text in networks)
        )

    def allows(self, address: str) -> bool:
        """Whether a connection to an address, as the resolver gave it, may be made."""
        try:
            ip: _Address = ipaddress.ip_address(address.partition("%")[0])
        except ValueError:
            return False
        both = {ip, _inner(ip)}
        return (
            self.allow_private
            or is_public(ip)
            or any(each in network for each in both for network in self.networks)
        )


def _inner(ip: _Address) -> _Address:
    """The IPv4 address inside an IPv6 one, where a connection to the one reaches the other."""
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return ip.ipv4_mapped
        if ip in NAT64:
            return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip


def is_public(ip: _Address) -> bool:
    """Whether an address is one of the public internet, for one receiver."""
    ip = _inner(ip)
    if isinstance(ip, ipaddress.IPv4Address):
        return not any(ip in network for network in _RESERVED_V4)
    return ip in _GLOBAL_V6 and not any(ip in network for network in _RESERVED_V6)
