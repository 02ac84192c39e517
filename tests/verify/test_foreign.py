"""WARC files that others wrote are read leniently: what their tools do is no damage, what happened to them is."""

import gzip

import pytest

from archiver.capture.digests import digests
from archiver.capture.verifying.file import FileCheck
from archiver.models.problem import Problem
from archiver.verify import verify

PAGE = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n"
BODY = PAGE.partition(b"\r\n\r\n")[2]


def record(kind, number, block, *more, version=b"WARC/1.0"):
    """A record as wget writes it."""
    lines = [
        version,
        b"WARC-Type: " + kind,
        b"WARC-Record-ID: <urn:uuid:11111111-0000-4000-8000-%012d>" % number,
        b"WARC-Date: 2019-09-12T10:00:00Z",
        *more,
        b"Content-Length: %d" % len(block),
    ]
    return gzip.compress(b"\r\n".join(lines) + b"\r\n\r\n" + block + b"\r\n\r\n")


def file(*, digest=None, **changes):
    """A WARC of wget's: addresses in angle brackets, the payload digest over the body as it came."""
    label = (digest or digests([BODY])["sha1"]).encode()
    return record(
        b"warcinfo", 0, b"software: Wget\r\n", b"Content-Type: application/warc-fields", **changes
    ) + record(
        b"response",
        1,
        PAGE,
        b"WARC-Target-URI: <http://other.example/>",
        b"WARC-Payload-Digest: " + label,
        b"Content-Type: application/http;msgtype=response",
        **changes,
    )


def problems_of(path):
    """What is wrong with a file."""
    return [item.kind for item in FileCheck(path) if isinstance(item, Problem)]


@pytest.mark.parametrize("version", [b"WARC/1.0", b"WARC/1.1"])
@pytest.mark.parametrize("payload", [BODY, b"hi"], ids=["as it came", "without chunk framing"])
def test_the_files_of_others_are_whole(archive, version, payload):
    """Both readings of the payload digest are right; no digest of the block is asked for."""
    path = archive.warcs / "other.warc.gz"
    path.write_bytes(file(version=version, digest=digests([payload])["sha1"]))

    assert [] == problems_of(path)
    assert () == verify(archive).problems


@pytest.mark.parametrize(
    ("damage", "kind"),
    [
        (lambda data: data[:-9], "torn"),
        (lambda data: data + b"\0" * 40, "garbage"),
        (lambda data: data.replace(b"\x1f\x8b", b"\x1f\x8c", 1), "garbage"),
        (lambda _: file(digest="sha1:" + "A" * 32), "digest"),
        (lambda _: file(version=b"WARC/7"), "record"),
    ],
    ids=["torn", "zeros", "a broken magic number", "a wrong digest", "no version"],
)
def test_damage_to_the_files_of_others_is_found(archive, damage, kind):
    """The rules that hold for everybody."""
    path = archive.warcs / "other.warc.gz"
    path.write_bytes(damage(file()))

    assert kind in problems_of(path)
