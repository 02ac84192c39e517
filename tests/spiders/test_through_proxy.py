"""Through a forward proxy the same is kept as without it, and what is wrong with the proxy is not laid to the host."""

import base64
import socket

import pytest

from archiver.capture.reader import read_captures
from archiver.collection.folder import Collection
from archiver.judge.reading import read
from archiver.models.capture import Capture, Role
from archiver.models.citation import Outcome
from tests.spiders.hostile.case import sized, text
from tests.spiders.hostile.crawling import Record, collection_in, probe, records
from tests.spiders.hostile.leaks import files_with
from tests.spiders.hostile.proxying import proxying, refusal
from tests.spiders.hostile.server import serving

_CREDENTIALS = '[proxy]\nuser = "keeper"\npassword = "CANARY"\n'
_LOGIN = b"Basic " + base64.b64encode(b"keeper:CANARY")
_REMOVED = b"[removed by archiver]"
_PAGE = sized("/page", b"Via: 1.1 tide")


def collection_behind(port: int, tmp_path) -> Collection:
    """An archive whose crawls go through a proxy."""
    network = f'proxy = "http://127.0.0.1:{port}"'
    return collection_in(tmp_path / "archive", timeout=5, network=network, credentials=_CREDENTIALS)


def records_of(collection: Collection, url: str) -> dict[str, Record]:
    """The records of one address, without certificates."""
    made = [record for record in records(collection) if record.one("WARC-Target-URI") == url]
    return {
        record.kind: record
        for record in made
        if record.one("Content-Type") != "application/pem-certificate-chain"
    }


def outcomes(collection: Collection) -> dict[str, Outcome]:
    """What a reader of the archive makes of each source."""
    return {
        item.url: read(item).verdict.outcome
        for path in collection.warc_files()
        for item, _ in read_captures(path)
        if isinstance(item, Capture) and item.visit.role is Role.SOURCE
    }


def test_plain_requests_go_to_the_proxy_with_the_whole_address(tmp_path):
    """Kept as sent, but for the login; the address of the host is not known to us, and not made up."""
    (answer,) = _PAGE.pieces
    url = "http://127.0.0.9:8088/page?tide=high"
    with proxying(answer) as proxy:
        collection = collection_behind(proxy.port, tmp_path)
        got = probe(collection, [[("GET", url)]])
    made = records_of(collection, url)
    asked = next(each for each in proxy.heads if b"/page" in each)

    assert asked.startswith(b"GET http://127.0.0.9:8088/page?tide=high HTTP/1.1\r\nHost: 127.0.0.9:8088\r\n")
    assert 1 == asked.count(b"\r\nProxy-Authorization: " + _LOGIN + b"\r\n")
    assert (asked.replace(_LOGIN, _REMOVED), answer) == (made["request"].block, made["response"].block)
    assert [None, None, "http/1.1"] == [
        made["response"].one(name) for name in ("WARC-IP-Address", "WARC-Cipher-Suite", "WARC-Protocol")
    ]
    assert (f"127.0.0.1:{proxy.port}", "Proxy-Authorization") == (
        made["metadata"].fields()["proxy"],
        made["metadata"].fields()["removedFromRequest"],
    )
    assert [_PAGE.entity] == [base64.b64decode(each["body"]) for each in got]
    assert (["credentials.toml"], []) == (
        files_with("CANARY", collection.folder),
        files_with(_LOGIN.decode(), collection.folder),
    )


def test_tls_goes_through_a_tunnel(tmp_path, self_signed):
    """The proxy hears host, port and its login; the host hears the request, without that login."""
    page = sized("/page")
    with serving([page], self_signed) as server, proxying() as proxy:
        url = server.url(page)
        collection = collection_behind(proxy.port, tmp_path)
        got = probe(collection, [[("GET", url)]])
        (talk,) = server.log[url.partition("://")[2]]
        place = url.split("/")[2].encode()
    made = records_of(collection, url)
    chains = [
        each
        for each in records(collection)
        if each.one("Content-Type") == "application/pem-certificate-chain"
    ]

    assert {
        b"CONNECT %s HTTP/1.1\r\nHost: %s\r\nProxy-Authorization: %s\r\n\r\n" % (place, place, _LOGIN)
    } == set(proxy.heads)
    assert (talk.request, bytes(talk.sent)) == (made["request"].block, made["response"].block)
    assert (["http/1.1", "tls/1.3"], talk.cipher, None, 1) == (
        made["response"].all("WARC-Protocol"),
        made["response"].one("WARC-Cipher-Suite"),
        made["response"].one("WARC-IP-Address"),
        len(chains),
    )
    assert [page.entity] == [base64.b64decode(each["body"]) for each in got]
    assert ["credentials.toml"] == files_with("CANARY", collection.folder)


@pytest.mark.slow
def test_a_proxy_that_refuses_says_nothing_of_the_source(tmp_path):
    """407 to a plain request and to a tunnel: what became of the source is unknown."""
    urls = ["http://127.0.0.9:8088/page", "https://127.0.0.9:8443/page"]
    with proxying(refuses=True) as proxy:
        collection = collection_behind(proxy.port, tmp_path)
        got = probe(collection, [[("GET", url)] for url in urls])
    plain, secure = (records_of(collection, url) for url in urls)

    assert dict.fromkeys(urls, Outcome.UNKNOWN) == outcomes(collection)
    assert (refusal(urls[0].encode()), ["metadata"]) == (plain["response"].block, list(secure))
    assert (
        f"proxy the proxy 127.0.0.1:{proxy.port} answers 407 Proxy Authentication Required"
        == (secure["metadata"].fields()["fetchError"])
    )
    assert {407, None} == {each.get("status") for each in got}


@pytest.mark.parametrize("scheme", [pytest.param("http", marks=pytest.mark.slow), "https"])
def test_a_proxy_that_is_not_there_says_nothing_of_the_source(tmp_path, scheme):
    """Nobody listens where the proxy should: unknown, not unreachable; no request was sent, and none is kept."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        collection = collection_behind(port, tmp_path)
        url = f"{scheme}://127.0.0.9:8088/page"
        probe(collection, [[("GET", url)]])
    made = records_of(collection, url)
    said = made["metadata"].fields()["fetchError"]

    assert ({url: Outcome.UNKNOWN}, ["metadata"]) == (outcomes(collection), list(made))
    assert said.startswith(f"proxy the proxy 127.0.0.1:{port} cannot be reached: ")


@pytest.mark.slow
def test_a_proxy_that_says_nonsense_says_nothing_of_the_source(tmp_path):
    """It is no proxy at all: unknown."""
    url = "https://127.0.0.9:8443/page"
    with proxying(b"220 mail.example ESMTP\r\n\r\n", refuses=True) as proxy:
        collection = collection_behind(proxy.port, tmp_path)
        probe(collection, [[("GET", url)]])

    assert {url: Outcome.UNKNOWN} == outcomes(collection)
    assert "does not answer" in records_of(collection, url)["metadata"].fields()["fetchError"]


def test_the_guard_stands_before_the_proxy_too(tmp_path):
    """What is private by our own resolver is not asked for through a proxy either."""
    with proxying(text("/")) as proxy:
        collection = collection_behind(proxy.port, tmp_path)
        toml = collection.toml.read_text(encoding="utf-8")
        collection.toml.write_text(toml.replace("allow_private_addresses = true", ""), encoding="utf-8")
        urls = ["http://127.0.0.9:8088/page", "https://localhost:8443/page", "http://[::1]/page"]
        probe(collection, [[("GET", url)] for url in urls])

    assert ([], dict.fromkeys(urls, Outcome.BLOCKED_ADDRESS)) == (proxy.heads, outcomes(collection))
