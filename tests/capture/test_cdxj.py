"""The index of captures is sorted as CDXJ readers expect."""

import json

import pytest

from archiver.capture.cdxj import cdxj_line, urlkey, write_cdxj
from archiver.models.capture import Snapshot


def snapshot(url: str, date: str = "2019-09-12T10:00:00.000001Z", kind: str = "response") -> Snapshot:
    """A capture somewhere in a WARC file."""
    return Snapshot(
        record_id="<urn:uuid:1>",
        target_uri=url,
        date=date,
        status=200,
        content_type="Text/HTML; charset=utf-8",
        payload_digest="sha1:ABC",
        warc="a.warc.gz",
        offset=12,
        length=34,
        kind=kind,
    )


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.Example.org/A/b.html", "org,example)/a/b.html"),
        ("http://sub.example.org:8080/?b=2&a=1", "org,example,sub:8080)/?a=1&b=2"),
        ("http://127.0.0.1:18101/2019/09/", "127.0.0.1:18101)/2019/09/"),
        ("http://[::1]/x", "::1)/x"),
    ],
)
def test_urlkey_sorts_a_site_together(url, key):
    """Hosts are reversed, addresses are not."""
    assert key == urlkey(url)


def test_cdxj_line_has_the_fields_of_the_standard():
    """Numbers are strings; the media type has no parameters."""
    key, timestamp, fields = cdxj_line(snapshot("http://a.example/")).split(" ", 2)

    assert ("example,a)/", "20190912100000") == (key, timestamp)
    assert {
        "url": "http://a.example/",
        "mime": "text/html",
        "status": "200",
        "digest": "sha1:ABC",
        "length": "34",
        "offset": "12",
        "filename": "a.warc.gz",
    } == json.loads(fields)


def test_index_is_sorted_and_holds_no_failures(tmp_path):
    """Sorted by code point, each capture once, in whatever order they came."""
    snapshots = [snapshot(f"http://{name}.example/é?{name}") for name in "cabdé"]
    failure = snapshot("http://z.example/", kind="metadata")
    write_cdxj(tmp_path / "index.cdxj", [*snapshots, failure, *snapshots])
    lines = (tmp_path / "index.cdxj").read_bytes().splitlines()

    assert (sorted(lines), len(snapshots)) == (lines, len(lines))
    assert ["index.cdxj"] == [path.name for path in tmp_path.iterdir()]
