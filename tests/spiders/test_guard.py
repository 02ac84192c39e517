"""However an address of this machine is spelt, and whichever way leads there: nobody hears of us, and it is recorded."""

import html
import json
import re
import socket
import subprocess
import sys
from dataclasses import dataclass

import pytest

from archiver.collection.folder import Collection
from spiders.addresses import _RESERVED_V4, AddressPolicy
from tests.spiders.hostile.crawling import ROOT, collection_in, records
from tests.spiders.hostile.spellings import NAMES, PUBLIC, SPELLINGS
from tests.spiders.hostile.trap import BLOG, Blog, Page, blogging, knocks, trapped

WAYS = ("direct", "redirect", "refresh", "rules")
_PATH = re.compile(r"/((?:direct|redirect|refresh|rules)-\d\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Crawled:
    """One crawl of a blog that leads to this machine in every way."""

    collection: Collection
    knocks: int
    tried: list[str]  # addresses that a connection was tried to


def name(way: str, number: int) -> str:
    """The path behind one spelling, by one way."""
    return f"{way}-{number:02}"


def robots_host(number: int) -> str:
    """A host whose robots.txt leads elsewhere; it lives where the blog lives."""
    return f"robots-{number:02}.example"


def set_traps(blog: Blog, port: int) -> list[tuple[str, str]]:
    """Fill the blog with ways to a port; the addresses at which they begin, with their roles."""
    links, due = [], [(blog.base + "2019/09/post/", "post")]
    for number, (spelling, _) in enumerate(SPELLINGS):
        target = {way: spelling.format(port=port, path=name(way, number)) for way in WAYS}
        links.append(
            f'<p>In the year {number} the tide came in, and <a href="{html.escape(target["direct"])}">the keeper</a> wrote'
            " it down for all of us.</p>"
        )
        blog.pages[f"/to/{number}/header"] = Page(302, location=target["redirect"])
        refresh = f'<!DOCTYPE html><meta http-equiv="Refresh" content="0; url={html.escape(target["refresh"])}"><p>Moved.</p>'
        blog.pages[f"/to/{number}/meta"] = Page(200, refresh.encode())
        blog.pages[f"{robots_host(number)}/robots.txt"] = Page(301, location=target["rules"])
        due += [(f"{blog.base}to/{number}/{kind}", "source") for kind in ("header", "meta")]
        due.append((f"http://{robots_host(number)}:{blog.server_port}/page", "source"))
    post = f"<meta name='generator' content='WordPress 6.1'><title>Post</title><body class='single-post'><article><h1>Post</h1><div class='entry-content'>{''.join(links)}</div></article>"
    blog.pages["/"] = Page(200, b"<!DOCTYPE html><title>Blog</title><p>Nothing to see.</p>")
    blog.pages["/2019/09/post/"] = Page(200, f"<!DOCTYPE html>{post}".encode())
    return due


@pytest.fixture(scope="module")
def crawled(tmp_path_factory) -> Crawled:
    """The product's own spider, let loose on all of it."""
    folder = tmp_path_factory.mktemp("guard")
    collection = collection_in(folder / "archive", network=f'allow_networks = ["{BLOG}/32"]')
    toml = collection.toml.read_text(encoding="utf-8").replace("allow_private_addresses = true", "")
    names = NAMES | {robots_host(number): [[BLOG]] for number in range(len(SPELLINGS))}
    with trapped() as (port, sockets), blogging() as blog:
        collection.toml.write_text(toml.replace("http://probe.example/", blog.base), encoding="utf-8")
        order = {
            "folder": str(collection.folder),
            "seed": blog.base,
            "due": set_traps(blog, port),
            "names": names,
            "report": str(folder / "report.json"),
        }
        (folder / "order.json").write_text(json.dumps(order), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "tests.spiders.hostile.guarded", str(folder / "order.json")],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=100,
        )
        count = knocks(sockets)
    assert (0, "") == (done.returncode, done.stderr)
    tried = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    return Crawled(collection=collection, knocks=count, tried=tried)


def reasons(crawled: Crawled, way: str) -> dict[str, tuple[set[str], set[str]]]:
    """By spelling, of what lies behind it: why it was not had, and the kinds of its records."""
    found = {spelling: (set(), set()) for spelling, _ in SPELLINGS}
    for record in records(crawled.collection):
        match = _PATH.search(record.one("WARC-Target-URI") or "")
        if match and match[1].startswith(way + "-"):
            said, kinds = found[SPELLINGS[int(match[1].rpartition("-")[2])][0]]
            kinds.add(record.kind)
            if record.kind == "metadata":
                said.add(record.fields().get("fetchError", "none").partition(" ")[0])
    return found


def test_nobody_hears_of_us(crawled):
    """Not one connection comes to the port; of all addresses only the blog's and public ones are tried."""
    assert (0, sorted([BLOG, *PUBLIC])) == (crawled.knocks, crawled.tried)


@pytest.mark.parametrize("way", WAYS)
def test_each_refusal_is_recorded_with_its_reason(crawled, way):
    """As evidence, without a request record: a private address, or a name without one."""
    expected = {spelling: ({reason}, {"metadata"}) for spelling, reason in SPELLINGS}

    assert expected == reasons(crawled, way)


def test_the_ways_themselves_were_gone(crawled):
    """The blog answered every redirect, every page that refreshes, every robots.txt: the traps were set."""
    asked = [
        record.one("WARC-Target-URI") for record in records(crawled.collection) if record.kind == "request"
    ]
    count = len(SPELLINGS)

    assert [count] * 4 == [
        *[sum(uri.endswith(end) for uri in asked) for end in ("/header", "/meta", "/page", "/robots.txt")][
            :3
        ],
        sum(uri.endswith("/robots.txt") and "robots-" in uri for uri in asked),
    ]


EDGES = [(str(network[0]), str(network[-1])) for network in _RESERVED_V4]
# as the resolver may give it, whether it may be connected to
TABLE = {
    # just outside of what is reserved
    **dict.fromkeys(
        "1.0.0.0 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0".split(), True
    ),
    **dict.fromkeys(
        "168.63.129.15 169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 192.0.1.0".split(), True
    ),
    **dict.fromkeys("192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 223.255.255.255".split(), True),
    # public addresses inside of IPv6 ones
    **dict.fromkeys(
        "::ffff:8.8.8.8 64:ff9b::8.8.8.8 2600:: 3ffe:ffff::1 2001:200::1 2a00:1450:4001::1".split(), True
    ),
    # private ones inside of IPv6 ones, however deep
    **dict.fromkeys(
        "::ffff:169.254.169.254 64:ff9b::a9fe:a9fe 64:ff9b::10.0.0.1 ::ffff:0:127.0.0.1".split(), False
    ),
    **dict.fromkeys(
        "2002:a00:1:: 2002:808:808:: 2001:0:7f00:1:: 64:ff9b:1::808:808 ::8.8.8.8".split(), False
    ),
    # no unicast, no scope, no address
    **dict.fromkeys("ff0e::1 febf::1%lo 4000::1 1fff::1 127.1 2130706433 localhost 8.8.8.8.".split(), False),
    "": False,
}


def test_policy_knows_the_edges_of_all_that_is_reserved():
    """The first and the last address of each reserved network are refused, their public neighbours are not."""
    expected = TABLE | {address: False for edge in EDGES for address in edge}

    assert expected == {address: AddressPolicy().allows(address) for address in expected}


def test_the_trap_works():
    """A connection that does come is counted, on both addresses."""
    with trapped() as (port, sockets):
        for host in ("127.0.0.1", "::1"):
            socket.create_connection((host, port)).close()

        assert 2 == knocks(sockets)
