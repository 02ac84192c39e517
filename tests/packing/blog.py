"""A small blog as it was captured: a post with a style, a picture and a note, a source behind a redirect, captured twice."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from archiver.capture.framing import frame
from archiver.collection.folder import Collection
from archiver.collection.template import render
from archiver.index import index
from archiver.models.capture import Exchange, Original, Role, Visit
from tests.verify.archives import FAILURE, START, exchange, ids, writer

BLOG = "http://blog.example/"
POST = f"{BLOG}2019/09/mills/"
MOVED, SOURCE = "http://source.example/old", "http://source.example/paper"
LOST = "http://lost.example/"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(40)
PAGE = f"""<!doctype html><html lang="en"><head><title>The Mills</title><link rel="stylesheet" href="/style.css">
<meta property="article:published_time" content="2019-09-12T09:00:00Z"></head><body><article><h1>The Mills</h1>
<p>The mills made paper until the river froze.<sup><a href="#fn1" id="r1">1</a></sup> They never made it again after that winter.
<sup><a href="#fn2" id="r2">2</a></sup></p><img src="/mill.png">
<ol class="footnotes"><li id="fn1">Ann Lee, <a href="{MOVED}">On Paper</a>, 2018. <a href="#r1">↩</a></li>
<li id="fn2">See <a href="{LOST}">the register</a>. <a href="#r2">↩</a></li></ol></article></body></html>"""
PAPER = """<!doctype html><html lang="en"><head><title>On Paper</title></head><body><article><h1>On Paper</h1>
<p>Paper was made in the mills of the valley for two hundred years, until the great frost of 1788 stopped every wheel.</p>
<p>After that winter the mills stood still, and the makers of paper went to the coast.</p></article>
<img src="/seal.png"></body></html>"""


def answered(kind: str, body: bytes, status: str = "200 OK", more: str = "") -> bytes:
    """An HTTP response."""
    return (
        f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}Content-Length: {len(body)}\r\n\r\n".encode()
        + body
    )


def fetched(number: int, url: str, role: Role, raw: bytes | None, **changes) -> Exchange:
    """An exchange with that address."""
    visit = Visit(role=role, seed=BLOG, via=BLOG, hops_from_seed="L", **changes)
    made = exchange(number, raw or b"HTTP/1.1 200 OK\r\n\r\n", target_uri=url, visit=visit)
    return made if raw else replace(made, response=None, failure=FAILURE)


def story() -> list[Exchange]:
    """One crawl."""
    html = "text/html; charset=utf-8"
    month = f'<h1>September 2019</h1><article><h2><a href="{POST}">The Mills</a></h2></article>'
    return [
        fetched(0, f"{BLOG}robots.txt", Role.ROBOTS, answered("text/plain", b"", "404 Not Found")),
        fetched(1, BLOG, Role.FRONT, answered(html, month.encode())),
        fetched(2, f"{BLOG}2019/09/", Role.MONTH, answered(html, month.encode()), month="2019-09", page=1),
        fetched(3, POST, Role.POST, answered(html, PAGE.encode()), month="2019-09"),
        fetched(
            4, f"{BLOG}style.css", Role.REQUISITE, answered("text/css", b"body{background:url(paper.png)}")
        ),
        fetched(5, f"{BLOG}paper.png", Role.REQUISITE, answered("image/png", PICTURE)),
        fetched(6, f"{BLOG}mill.png", Role.REQUISITE, answered("image/png", PICTURE + b"mill")),
        fetched(7, f"{BLOG}other.png", Role.REQUISITE, answered("image/png", PICTURE + b"other")),
        fetched(8, MOVED, Role.SOURCE, answered(html, b"", "301 Moved", f"Location: {SOURCE}\r\n")),
        fetched(9, SOURCE, Role.SOURCE, answered(html, PAPER.encode(), more='ETag: "1"\r\n')),
        # The same bytes as another's: a revisit, whose original is to come along.
        fetched(
            10, "http://source.example/seal.png", Role.REQUISITE, answered("image/png", PICTURE + b"other")
        ),
        fetched(11, LOST, Role.SOURCE, None),
        fetched(12, "http://elsewhere.example/", Role.SOURCE, answered(html, b"<p>Cited by nobody.</p>")),
    ]


def again(first: Exchange, original: Original) -> Exchange:
    """The same, a month later, unchanged."""
    raw = b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n'
    later = first.date + timedelta(days=30)
    return replace(first, date=later, response=frame([raw]).answer(), unchanged=original)


def make_blog(root: Path) -> Collection:
    """Two crawls, in two WARCs, read into a database."""
    (root / "warcs").mkdir(parents=True)
    (root / "collection.toml").write_text(render([BLOG], "The Ledger"), encoding="utf-8")
    new_id = ids()
    out = writer(root, new_id)
    for one in story():
        out.write(one)
    out.finish(exit_code=0, counts={})
    collection = Collection(root)
    index(collection)
    paper = next(one for one in story() if one.target_uri == SOURCE)
    assert paper.response is not None
    held = Original(
        target_uri=SOURCE,
        date=f"{START + timedelta(minutes=9):%Y-%m-%dT%H:%M:%S.%fZ}",
        record_id="<urn:uuid:00000000-0000-4000-8000-000000000028>",
        payload_digest=paper.response.payload_digests["sha1"],
    )
    out = writer(root, new_id)
    out.write(again(paper, held))
    out.finish(exit_code=0, counts={})
    index(collection)
    return collection
