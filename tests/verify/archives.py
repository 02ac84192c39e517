"""Small archives that are the same in every run: ids count up, the clock moves a second at each look."""

import itertools
import shutil
import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

from archiver.capture.framing import frame
from archiver.capture.manifest import Manifest
from archiver.capture.writer import WarcWriter
from archiver.collection.folder import Collection
from archiver.collection.template import render
from archiver.index import index
from archiver.models.capture import Exchange, Failure, Role, RunRecord, Visit
from archiver.verify import verify

START = datetime(2019, 9, 12, 10, 0, 0, 123456, tzinfo=UTC)
RUN = RunRecord(run_id="5f3e", warc="", started="2019-09-12T10:00:00.123456Z", settings="[blog]\n")
VISIT = Visit(role=Role.SOURCE, seed="http://blog.example/", via="http://blog.example/", hops_from_seed="L")
PAGE = b'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nETag: "%d"\r\nContent-Length: 6\r\n\r\nhello%d'
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\npiece %02d\r\n0\r\n\r\n"
FAILURE = Failure(reason="dns", detail="no such name")


def exchange(number: int, raw: bytes | None = None, **changes) -> Exchange:
    """An exchange in which all went well; each number has its own page."""
    cells = {
        "target_uri": f"http://blog.example/{number}",
        "date": START + timedelta(minutes=number),
        "visit": VISIT,
        "request": b"GET / HTTP/1.1\r\nHost: blog.example\r\n\r\n",
        "response": frame([raw or PAGE % (number, number % 10)]).answer(),
        "ip_address": "192.0.2.7",
        "protocols": ("http/1.1",),
    }
    return Exchange(**(cells | changes))


def ids(kind: int = 0):
    """Record ids, counted up."""
    numbers = itertools.count()
    return lambda: f"<urn:uuid:{kind:08d}-0000-4000-8000-{next(numbers):012d}>"


def writer(root: Path, new_id) -> WarcWriter:
    """A writer whose clock begins anew."""
    moments = itertools.count()
    return WarcWriter(
        root / "warcs",
        run=RUN,
        info=[("software", "test")],
        manifest=Manifest(root / "manifest.jsonl"),
        new_id=new_id,
        now=lambda: START + timedelta(seconds=next(moments)),
    )


def story(number: int) -> list[Exchange]:
    """What each file holds: a page, a chunked page, the first page again elsewhere, and a failure."""
    return [
        exchange(number),
        exchange(number + 1, CHUNKED % number),
        exchange(number + 2, PAGE % (number, number % 10)),
        exchange(number + 3, response=None, failure=FAILURE),
    ]


def make(root: Path, files: int = 3) -> Collection:
    """A collection with some finished files, read into its database."""
    (root / "warcs").mkdir(parents=True)
    (root / "collection.toml").write_text(render(["http://blog.example/"]), encoding="utf-8")
    new_id = ids()
    for number in range(files):
        out = writer(root, new_id)
        for one in story(4 * number):
            out.write(one)
        out.finish(exit_code=0, counts={})
    collection = Collection(root)
    index(collection)
    return collection


def copy(collection: Collection, root: Path) -> Collection:
    """The same, somewhere else."""
    shutil.copytree(collection.folder, root)
    return Collection(root)


def wrong(collection: Collection) -> list[tuple[str, str, int | None]]:
    """Kind, file and place of everything that is wrong."""
    return [(one.kind, one.file, one.offset) for one in verify(collection).problems]


def members(data: bytes) -> list[bytes]:
    """The gzip members of a file, split by zlib: not by what is tested."""
    found = []
    while data:
        one = zlib.decompressobj(wbits=31)
        one.decompress(data)
        found.append(data[: len(data) - len(one.unused_data)])
        data = one.unused_data
    return found


def plain(member: bytes) -> bytes:
    """What a member holds."""
    return zlib.decompress(member, wbits=31)
