"""Secrets stand in a file of their own, are told to one origin, and are shown to nobody."""

import pytest

from archiver.collection.credentials import Credentials, read_credentials
from archiver.models.errors import SettingsError

TOML = """\
[[host]]
origin = "https://members.example.org"
user = "ada"
password = "tide"

[[host]]
origin = "http://localhost:8080/"
authorization = "Bearer canary"
cookie = "session=canary"

[proxy]
user = "ada"
password = "lamp"
"""


@pytest.fixture
def path(tmp_path):
    """Where they stand."""
    made = tmp_path / "credentials.toml"
    made.write_text(TOML, encoding="utf-8")
    return made


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        (("https", "members.example.org", 443), {"Authorization": "Basic YWRhOnRpZGU="}),
        (("http", "localhost", 8080), {"Authorization": "Bearer canary", "Cookie": "session=canary"}),
        # another scheme, port, or host
        (("http", "members.example.org", 80), {}),
        (("https", "members.example.org", 8443), {}),
        (("https", "evil.members.example.org", 443), {}),
    ],
)
def test_each_origin_is_told_its_own(path, origin, expected):
    """Scheme, host and port must be the same."""
    assert expected == read_credentials(path).headers_for(*origin)


def test_a_proxy_has_its_own(path):
    """And hosts are not told them."""
    assert read_credentials(path).proxy.basic == "Basic YWRhOmxhbXA="


def test_without_a_file_there_are_none(tmp_path):
    """Most archives need none."""
    assert Credentials() == read_credentials(tmp_path / "credentials.toml")


@pytest.mark.parametrize(
    "text",
    [
        "[[host\norigin = canary",
        '[[host]]\norigin = "https://a.example"\npass = "canary"',
        '[[host]]\norigin = "canary"',
        '[[host]]\norigin = "https://u:canary@a.example"',
        '[[host]]\norigin = "https://a.example"\ncookie = "canary\\r\\nX: y"',
        '[[host]]\npassword = "canary"',
        '[proxy]\nuser = ["canary"]',
        '[ping]\nurl = "hc.example/canary"',
        '[ping]\nurl = "https://u:canary@hc.example/ping"',
        '[ping]\nurl = "https://hc.example/ping?key=canary"',
    ],
)
def test_an_error_shows_no_secret(path, text):
    """What is wrong is named by its place, not by its content."""
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_credentials(path)

    assert "canary" not in str(caught.value)
    assert str(path) in str(caught.value)


def test_every_secret_is_known_by_its_value(path):
    """So that a log can leave it out: passwords, logins as they are sent, cookies, the address to ping."""
    path.write_text(TOML + '[ping]\nurl = "https://hc.example/ping/"\n', encoding="utf-8")
    found = read_credentials(path).secrets()

    assert {
        "tide",
        "Basic YWRhOnRpZGU=",
        "Bearer canary",
        "session=canary",
        "lamp",
        "Basic YWRhOmxhbXA=",
        "https://hc.example/ping",
    } == found
