"""The same again is not kept twice: revisit records that others can follow (WARC 1.1, 6.7)."""

import base64

import pytest

from archiver.collection.folder import Collection
from tests.spiders.hostile.case import Case, chunked, chunks, head, sized, text
from tests.spiders.hostile.crawling import Record, archiver, collection_in, probe, records
from tests.spiders.hostile.server import serving

_PROFILES = "http://netpreserve.org/warc/1.1/revisit/"
PAGE = (
    b'<!DOCTYPE html><title>Tides</title><link rel="stylesheet" href="/style.css"><p>High water at noon.</p>'
)


def answers(collection: Collection, url: str) -> list[Record]:
    """The responses and revisits of an address."""
    kinds = {"response", "revisit"}
    return [each for each in records(collection) if each.one("WARC-Target-URI") == url and each.kind in kinds]


def test_a_payload_that_is_kept_already_becomes_a_revisit(tmp_path):
    """Another head, another framing, the same entity: the head alone is kept, and where the rest lies."""
    same = text("/same")
    first = sized("/first", body=same, group="chain")
    again = chunked("/again", lambda _: chunks(same, 50), b"X-Again: yes", group="chain", entity=same)
    cut = Case(path="/cut", pieces=(head(b"Content-Length: 999") + same,), then="close", group="chain")
    collection = collection_in(tmp_path / "archive")
    with serving([first, again, cut]) as server:
        urls = [server.url(case) for case in (first, again, cut)]
        got = probe(collection, [[("GET", url) for url in urls]])
    (original,), (revisit,), (part,) = (answers(collection, url) for url in urls)
    block = again.pieces[0].partition(b"\r\n\r\n")[0] + b"\r\n\r\n"

    assert ["response", "revisit", "response"] == [each.kind for each in (original, revisit, part)]
    assert (block, _PROFILES + "identical-payload-digest", ["length"]) == (
        revisit.block,
        revisit.one("WARC-Profile"),
        revisit.all("WARC-Truncated"),
    )
    assert [
        original.one(f"WARC-{name}") for name in ("Target-URI", "Date", "Record-ID", "Payload-Digest")
    ] == [
        revisit.one(f"WARC-{name}")
        for name in ("Refers-To-Target-URI", "Refers-To-Date", "Refers-To", "Payload-Digest")
    ]
    assert [same, same, None] == [base64.b64decode(each["body"]) if "body" in each else None for each in got]


@pytest.mark.slow
def test_a_page_that_has_not_changed_becomes_a_revisit_without_a_block(tmp_path):
    """The second crawl asks with the validators of the first; the head of the 304 stands in the metadata."""
    collection = collection_in(tmp_path / "archive")
    validators = (b'ETag: W/"tide-1"', b"Last-Modified: Thu, 12 Sep 2019 10:00:00 GMT")
    page = sized("/", b"Content-Type: text/html", *validators, body=PAGE)
    unchanged = Case(path="/", pieces=(head(validators[0], first=b"HTTP/1.1 304 Not Modified"),), status=304)
    with serving([page]) as server:
        url = server.url(page)
        collection.toml.write_text(collection.toml.read_text().replace("http://probe.example/", url))
        crawls = [archiver("crawl", "--archive", collection.folder, cwd=tmp_path)]
        server.cases["/"] = unchanged
        crawls.append(archiver("crawl", "--archive", collection.folder, cwd=tmp_path))
        asked = server.log[url.partition("://")[2]][-1].request
    original, revisit = answers(collection, url)
    metadata = [
        each.fields()
        for each in records(collection)
        if each.kind == "metadata" and each.one("WARC-Target-URI") == url
    ]

    assert [0, 0] == [crawl.returncode for crawl in crawls]
    assert [1, 1] == [
        asked.count(line)
        for line in (
            b'\r\nIf-None-Match: W/"tide-1"\r\n',
            b"\r\nIf-Modified-Since: Thu, 12 Sep 2019 10:00:00 GMT\r\n",
        )
    ]
    assert ("revisit", b"", _PROFILES + "server-not-modified", None) == (
        revisit.kind,
        revisit.block,
        revisit.one("WARC-Profile"),
        revisit.one("WARC-Truncated"),
    )
    assert [
        original.one(f"WARC-{name}") for name in ("Target-URI", "Date", "Record-ID", "Payload-Digest")
    ] == [
        revisit.one(f"WARC-{name}")
        for name in ("Refers-To-Target-URI", "Refers-To-Date", "Refers-To", "Payload-Digest")
    ]
    assert [None, unchanged.pieces[0]] == [
        base64.b64decode(each["responseHead"]) if "responseHead" in each else None for each in metadata
    ]
