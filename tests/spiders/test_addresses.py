"""Only public unicast addresses are connected to, unless the user opened others."""

import pytest

from spiders.addresses import AddressPolicy

PRIVATE = """
0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.127.255.255 127.0.0.1 127.8.9.1 168.63.129.16 169.254.169.254 172.16.0.1
172.31.255.255 192.0.0.9 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1 240.0.0.1
255.255.255.255 :: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 64:ff9b:1::1 100::1 2001::1
2001:db8::1 2002:7f00:1:: 3fff::1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1 ff02::1 nonsense
""".split()
PUBLIC = "1.1.1.1 8.8.8.8 93.184.216.34 172.32.0.1 100.128.0.1 2606:4700::1111 2a00:1450:4001::1".split()


@pytest.mark.parametrize("address", PRIVATE)
def test_policy_refuses_addresses_that_are_not_public(address):
    """Loopback, private, link-local, carrier-grade NAT, multicast, embedded IPv4: none may be connected to."""
    assert not AddressPolicy().allows(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_policy_allows_public_addresses(address):
    """The open web is open."""
    assert AddressPolicy().allows(address)


def test_policy_opens_what_the_user_names_and_nothing_else():
    """A network that is allowed opens its own addresses, in either spelling."""
    policy = AddressPolicy.of(["127.0.0.2/32", "10.1.0.0/16"])
    asked = ["127.0.0.2", "::ffff:127.0.0.2", "127.0.0.3", "10.1.2.3", "10.2.0.1"]

    assert [True, True, False, True, False] == [policy.allows(address) for address in asked]


def test_policy_can_open_all_private_addresses():
    """The switch for intranets and tests."""
    assert AddressPolicy.of([], allow_private=True).allows("192.168.1.1")
