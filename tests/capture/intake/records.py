"""Records as the tools of others write them, made by hand."""

import gzip


def record(kind, number, block=b"", *more, version=b"WARC/1.0", date=b"2019-09-12T10:00:00Z", length=None):
    """One record, not yet packed."""
    lines = [
        version,
        b"WARC-Type: " + kind,
        b"WARC-Record-ID: <urn:uuid:22222222-0000-4000-8000-%012d>" % number,
        b"WARC-Date: " + date,
        *more,
        b"Content-Length: %d" % (len(block) if length is None else length),
    ]
    return b"\r\n".join(lines) + b"\r\n\r\n" + block + b"\r\n\r\n"


def response(
    number, url, body=b"hello", *more, head=b"HTTP/1.1 200 OK\r\nContent-Type: text/html", **changes
):
    """An answer."""
    block = head + b"\r\n\r\n" + body
    kind = b"Content-Type: application/http; msgtype=response"
    return record(b"response", number, block, b"WARC-Target-URI: " + url.encode(), kind, *more, **changes)


INFO = record(b"warcinfo", 0, b"software: Made/1.0\r\n", b"Content-Type: application/warc-fields")


def packed(*records):
    """As a file of gzip members, a record each."""
    return b"".join(
        gzip.compress(each, mtime=0) for each in records
    )  # without the time: names of tests hold it
