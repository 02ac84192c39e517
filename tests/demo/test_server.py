"""The demo over real HTTP."""

import http.client
import io
import socket
import threading
from contextlib import closing
from urllib.parse import urlsplit

import pypdfium2
import pytest

from archiver.demo.host import Request
from archiver.demo.server import serve
from archiver.demo.site import expected


@pytest.fixture(scope="module")
def demo():
    """The demo, served once for all tests of this file."""
    with serve() as served:
        yield served


@pytest.fixture(scope="module")
def truth(demo):
    """`expected.json` at the addresses that are served."""
    return expected(demo.blog, demo.sources)


def ask(url, *, method="GET", **headers):
    """One request: status, headers, body."""
    parts = urlsplit(url)
    target = f"{parts.path}?{parts.query}" if parts.query else parts.path
    with closing(http.client.HTTPConnection(parts.hostname, parts.port, timeout=10)) as connection:
        connection.request(
            method, target, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )
        response = connection.getresponse()
        return response.status, response.headers, response.read()


def readable(body, content_type):
    """The text of a body, as its type and, failing that, the page itself say."""
    if content_type == "application/pdf":
        with closing(pypdfium2.PdfDocument(io.BytesIO(body))) as pdf:
            return "".join(pdf[n].get_textpage().get_text_bounded() for n in range(len(pdf)))
    return body.decode("utf-8" if "utf-8" in content_type else "windows-1252")


def test_every_page_of_the_blog_is_served(demo, truth):
    """Month pages and posts are there, and what follows the last page is not."""
    urls = [part["url"] for month in truth["months"] for part in month["pages"]]
    urls += [post["url"] for post in truth["posts"]]

    assert {200} == {ask(url)[0] for url in urls}
    assert {404} == {ask(f"{demo.blog}{month.replace('-', '/')}/")[0] for month in truth["empty_months"]}


def test_sources_answer_as_expected(truth):
    """Status, type and words of each source that answers; encodings are what they say."""
    for source in truth["sources"]:
        if "status" in source:
            status, headers, body = ask(source["url"])

            assert source["status"] == status
            if "says" in source:
                text = readable(body, headers["Content-Type"])

                assert source["content_type"] == headers["Content-Type"]
                assert source["says"] in " ".join(text.split())


def test_the_old_encoding_is_the_only_hint(demo):
    """The windows-1252 page has curly quotes and a euro sign in single bytes, and says so only in itself."""
    _, headers, body = ask(f"{demo.sources_at('beacons')}oil/lamp-oil-prices.htm")

    assert headers["Content-Type"] == "text/html"
    assert b"charset=windows-1252" in body
    assert {True} == {byte in body for byte in (b"\x80", b"\x93", b"\x94")}


def test_a_moved_page_says_where_it_went(demo):
    """The old address of the essay redirects to the new one."""
    status, headers, _ = ask(f"{demo.sources_at('review')}essays/foreshore.html")

    assert (301, f"{demo.sources_at('review')}2019/06/who-owns-the-foreshore/") == (
        status,
        headers["Location"],
    )


def test_robots_txt_forbids_the_ledgers_only_there(demo):
    """One host has rules that matter, one has rules that do not, two have none."""
    found = {
        name: ask(f"{demo.sources_at(name)}robots.txt") for name in ("beacons", "packet", "review", "letters")
    }

    assert {"beacons": 200, "packet": 200, "review": 404, "letters": 404} == {
        name: made[0] for name, made in found.items()
    }
    assert b"Disallow: /ledgers/" in found["beacons"][2]


def test_one_host_refuses_connections(demo):
    """Nobody listens at the parish society's address, and nobody else can begin to."""
    parts = urlsplit(demo.sources_at("lowmarsh"))

    with pytest.raises(ConnectionRefusedError):
        ask(demo.sources_at("lowmarsh"))
    with closing(socket.socket()) as other, pytest.raises(OSError, match="in use"):
        other.bind((parts.hostname, parts.port))


def test_allowed_networks_cover_the_demo_and_no_more(demo):
    """Each address of the demo is allowed, the refusing one too; the private address in a post is not."""
    hosts = [urlsplit(url).hostname for url in (demo.blog, *demo.sources.values())]

    assert tuple(f"{host}/32" for host in hosts) == demo.allowed


def test_an_unchanged_page_is_not_sent_again(demo):
    """Both validators are honoured, and a wrong or unreadable one gets the whole page."""
    url = f"{demo.blog}2019/09/the-price-of-oil/"
    _, headers, body = ask(url)
    tag, date = headers["ETag"], headers["Last-Modified"]

    assert date == "Tue, 24 Sep 2019 08:00:00 GMT"
    assert [
        (304, b""),
        (304, b""),
        (304, b""),
        (304, b""),
        (200, body),
        (200, body),
        (200, body),
        (200, body),
    ] == [
        (status, content)
        for status, _, content in (
            ask(url, If_None_Match=tag),
            ask(url, If_None_Match=f'"other", W/{tag}'),
            ask(url, If_None_Match="*"),
            ask(url, If_Modified_Since=date),
            ask(url, If_None_Match='"other"'),
            # the tag decides when there are both
            ask(url, If_None_Match='"other"', If_Modified_Since=date),
            ask(url, If_Modified_Since="Mon, 23 Sep 2019 08:00:00 GMT"),
            ask(url, If_Modified_Since="yesterday"),
        )
    ]


def test_head_has_the_headers_of_get_and_no_body(demo):
    """HEAD tells the same length and validators, and sends nothing."""
    url = f"{demo.blog}2019/09/"
    status, headers, body = ask(url)
    same, head, nothing = ask(url, method="HEAD")
    names = ("Content-Type", "Content-Length", "ETag", "Last-Modified")

    assert (status, b"", str(len(body))) == (same, nothing, head["Content-Length"])
    assert [headers[name] for name in names] == [head[name] for name in names]


def test_a_connection_serves_many_requests(demo):
    """HTTP/1.1 with persistent connections, also after errors, redirects and 304."""
    parts = urlsplit(demo.blog)
    with closing(http.client.HTTPConnection(parts.hostname, parts.port, timeout=10)) as connection:
        statuses = []
        for target, headers in (
            ("/2019/08/", {}),
            ("/2019/09", {}),
            ("/2019/09/", {"If-None-Match": "*"}),
            ("/2019/09/", {}),
        ):
            connection.request("GET", target, headers=headers)
            first = connection.sock
            response = connection.getresponse()
            response.read()
            statuses.append(response.status)

            assert connection.sock is first

    assert [404, 301, 304, 200] == statuses


def test_the_log_records_what_was_asked(demo):
    """Host, path with its query, user agent, method and status of each request, in order."""
    before = len(demo.requests)
    review = demo.sources_at("review")
    ask(f"{review}2018/03/the-lamp-and-the-ledger/?utm_source=x", User_Agent="reader/1")
    ask(f"{demo.blog}2019/08/", method="HEAD", User_Agent="reader/2")
    logged = demo.requests[before:]

    assert [
        Request(
            urlsplit(review).netloc, "/2018/03/the-lamp-and-the-ledger/?utm_source=x", "reader/1", "GET", 200
        ),
        Request(urlsplit(demo.blog).netloc, "/2019/08/", "reader/2", "HEAD", 404),
    ] == logged
    assert logged[1].url == f"{demo.blog}2019/08/"


def test_two_demos_do_not_meet():
    """Each has a port and a log of its own."""
    with serve() as one, serve() as two:
        ask(one.blog)

        assert one.blog != two.blog
        assert (1, 0) == (len(one.requests), len(two.requests))


def test_nothing_is_left_when_it_ends():
    """Threads and sockets are gone, even when a client keeps its connection open."""
    before = set(threading.enumerate())
    with closing(socket.socket()) as idle:
        with serve() as demo:
            parts = urlsplit(demo.blog)
            idle.connect((parts.hostname, parts.port))
            idle.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            idle.recv(100)
        after = set(threading.enumerate())

    assert before == after
    for url in (demo.blog, *demo.sources.values()):
        with pytest.raises(ConnectionRefusedError):
            ask(url)


def test_an_error_in_the_block_ends_it_too():
    """The demo closes when its user fails, and the failure is passed on."""
    before = set(threading.enumerate())
    with pytest.raises(KeyError), serve() as demo:
        demo.sources_at("nowhere")

    assert before == set(threading.enumerate())
