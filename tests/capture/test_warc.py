"""What the writer keeps, the reader gives back; what others write and read is what we write."""

import gzip
import io
import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from archiver.capture.digests import digests
from archiver.capture.framing import frame
from archiver.capture.manifest import Manifest
from archiver.capture.members import DamagedWarcError, read_members
from archiver.capture.reader import read_capture, read_captures
from archiver.capture.writer import WarcWriter
from archiver.models.capture import Capture, Exchange, Failure, Role, RunRecord, Visit

START = datetime(2019, 9, 12, 10, 0, 0, 123456, tzinfo=UTC)
RUN = RunRecord(
    run_id="5f3e", warc="", started="2019-09-12T10:00:00.123456Z", settings='[blog]\nseeds = ["x"]\n'
)
VISIT = Visit(
    role=Role.MONTH,
    seed="http://blog.example/",
    via="http://blog.example/",
    hops_from_seed="L",
    month="2019-09",
    page=2,
)
ANSWER = b"HTTP/1.1 200 OK\r\nX-Name: caf\xe9\r\nContent-Length: 5\r\n\r\nhello"


def answer(raw: bytes = ANSWER):
    """A response as it would have come over the wire."""
    return frame([raw]).answer()


def exchange(**changes):
    """An exchange in which all went well."""
    made = Exchange(
        target_uri="http://blog.example/2019/09/page/2/",
        date=START,
        visit=VISIT,
        request=b"GET /2019/09/page/2/ HTTP/1.1\r\nHost: blog.example\r\n\r\n",
        response=answer(),
        ip_address="192.0.2.7",
        protocols=("http/1.1",),
    )
    return replace(made, **changes)


def ids():
    """Record ids that are the same in every run."""
    numbers = iter(range(10_000))
    return lambda: f"<urn:uuid:00000000-0000-4000-8000-{next(numbers):012d}>"


def clock():
    """A clock that moves a second at each look."""
    moments = iter(START + timedelta(seconds=n) for n in range(10_000))
    return lambda: next(moments)


def writer(folder: Path, **changes) -> WarcWriter:
    """A writer with a fixed clock and fixed ids."""
    manifest = Manifest(folder.parent / f"{folder.name}.jsonl")
    return WarcWriter(
        folder,
        run=RUN,
        info=[("software", "test")],
        manifest=manifest,
        **{"new_id": ids(), "now": clock(), **changes},
    )


def written(folder: Path, *exchanges: Exchange) -> Path:
    """A finished WARC file with some exchanges."""
    out = writer(folder)
    for one in exchanges:
        out.write(one)
    out.finish(exit_code=0, counts={"month": len(exchanges)})
    (path,) = folder.iterdir()
    return path


def test_reader_gives_back_the_whole_story_of_a_crawl(tmp_path):
    """A run's start, its captures with their visits, its end, in order."""
    path = written(tmp_path, exchange())
    start, capture, end = (item for item, _ in read_captures(path))

    assert replace(RUN, warc=path.name) == start
    assert (VISIT, b"hello", 200, "response") == (
        capture.visit,
        capture.payload,
        capture.snapshot.status,
        capture.snapshot.kind,
    )
    assert (("X-Name", "café"), ("Content-Length", "5")) == capture.headers
    assert (0, {"month": 1}) == (end.exit_code, end.counts)


def test_response_block_is_the_bytes_that_came(tmp_path):
    """Latin-1 header bytes, case and spaces: warcio reads back exactly what was received."""
    odd = b"HTTP/1.1 200  \xe9\r\nx-a:1\r\nX-A:  2\r\nnonsense\r\ncontent-length: 2\r\n\r\nhi"
    path = written(tmp_path, exchange(response=answer(odd)))
    with path.open("rb") as file:
        blocks = [
            record.raw_stream.read()
            for record in ArchiveIterator(file, no_record_parse=True)
            if record.rec_type == "response"
        ]

    assert [odd] == blocks


def test_digests_are_those_that_other_tools_check(tmp_path):
    """The payload digest is over the de-chunked entity, the block digest over the block."""
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n"
    path = written(tmp_path, exchange(response=answer(chunked)))
    with path.open("rb") as file:
        (headers,) = (
            dict(record.rec_headers.headers)
            for record in ArchiveIterator(file, no_record_parse=True)
            if record.rec_type == "response"
        )

    assert (digests([b"hi"])["sha1"], digests([chunked])["sha1"]) == (
        headers["WARC-Payload-Digest"],
        headers["WARC-Block-Digest"],
    )


def test_a_failure_is_kept_with_its_reason_and_its_visit(tmp_path):
    """Nobody listened: there is no response, but there is evidence."""
    failure = Failure(reason="refused", detail="nobody listens at 192.0.2.7 port 80")
    path = written(tmp_path, exchange(response=None, failure=failure))
    (capture,) = (item for item, _ in read_captures(path) if isinstance(item, Capture))

    assert (failure, VISIT, None, "metadata") == (
        capture.failure,
        capture.visit,
        capture.snapshot.status,
        capture.snapshot.kind,
    )


@pytest.mark.parametrize("name", ["target_uri", "via", "detail"])
def test_line_breaks_cannot_forge_records(tmp_path, name):
    """A stranger's line break becomes a space in every header and field."""
    forged = "http://a.example/\r\nWARC-Type: resource\r\n\r\nevil"
    changes = {
        "target_uri": {"target_uri": forged},
        "via": {"visit": replace(VISIT, via=forged)},
        "detail": {"failure": Failure(reason="dns", detail=forged)},
    }
    path = written(tmp_path, exchange(**changes[name]))
    with path.open("rb") as file:
        kinds = [record.rec_type for record in ArchiveIterator(file, no_record_parse=True)]

    assert ["warcinfo", "response", "request", "metadata", "metadata"] == kinds


@given(
    body=st.binary(max_size=2000),
    header=st.binary(max_size=60).filter(lambda value: not set(value) & {10, 13}),
    reason=st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=20),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_round_trip_loses_no_byte(tmp_path_factory, body, header, reason):
    """Any body and any header value come back as they were sent."""
    response = b"HTTP/1.1 200 %s\r\nX: %s\r\nContent-Length: %d\r\n\r\n%s" % (
        reason.encode(),
        header,
        len(body),
        body,
    )
    path = written(tmp_path_factory.mktemp("warc"), exchange(response=answer(response)))
    (capture,) = (item for item, _ in read_captures(path) if isinstance(item, Capture))
    again = read_capture(path, capture.snapshot.offset)

    assert (body, body, capture.headers) == (capture.payload, again.payload, again.headers)


def test_reading_goes_on_where_it_stopped(tmp_path):
    """Every offset that the reader gives is a place from which it can start again."""
    path = written(tmp_path, *(exchange(target_uri=f"http://blog.example/{n}") for n in range(5)))
    whole = list(read_captures(path))

    assert all(whole[n + 1 :] == list(read_captures(path, end)) for n, (_, end) in enumerate(whole))


def test_an_exchange_still_being_written_is_left_for_the_next_time(tmp_path):
    """Cut an open file anywhere: whole exchanges are read, nothing is invented, nothing raised."""
    out = writer(tmp_path)
    for n in range(3):
        out.write(exchange(target_uri=f"http://blog.example/{n}"))
    out.close()
    (path,) = tmp_path.iterdir()
    data = path.read_bytes()
    whole = [item for item, _ in read_captures(path)]
    ends = [end for _, end in read_captures(path)]
    for cut in range(0, len(data), 7):
        path.write_bytes(data[:cut])
        expected = whole[: sum(end <= cut for end in ends)]

        assert expected == [item for item, _ in read_captures(path)]


def test_a_finished_file_that_is_torn_is_an_error(tmp_path):
    """A finished file is never torn by itself: say so, and where."""
    path = written(tmp_path, exchange())
    path.write_bytes(path.read_bytes()[:-5])
    with pytest.raises(DamagedWarcError, match="torn at byte"):
        list(read_members(path))


def test_a_file_with_a_flipped_byte_is_an_error(tmp_path):
    """Damage inside a member is found by its checksum."""
    path = written(tmp_path, exchange())
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(DamagedWarcError, match="byte"):
        list(read_captures(path))


def test_writer_begins_a_new_file_when_one_is_full(tmp_path):
    """Files are named in the order of writing, and each begins with the run."""
    out = writer(tmp_path, max_bytes=1)
    for n in range(3):
        out.write(exchange(target_uri=f"http://blog.example/{n}"))
    out.finish(exit_code=0, counts={})
    files = sorted(tmp_path.iterdir())
    runs = [next(read_captures(path))[0].run_id for path in files]

    assert ["000001", "000002", "000003", "000004"][: len(files)] == [path.name[9:15] for path in files]
    assert [RUN.run_id] * len(files) == runs


def test_writer_never_appends_to_a_file_of_an_earlier_run(tmp_path):
    """What a killed crawl left open stays as it is."""
    first = writer(tmp_path)
    first.close()
    second = writer(tmp_path)
    second.finish(exit_code=0, counts={})

    assert ["000001", "000002"] == sorted(path.name[9:15] for path in tmp_path.iterdir())
    assert ["gz", "open"] == sorted(path.suffix[1:] for path in tmp_path.iterdir())


def test_a_full_disk_leaves_no_half_record(tmp_path, monkeypatch):
    """When a write fails half-way, the file ends where it ended before."""
    out = writer(tmp_path)
    out.write(exchange())
    (path,) = tmp_path.iterdir()
    before = path.read_bytes()
    real = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: _half(real, fd, data))
    with pytest.raises(OSError, match="No space"):
        out.write(exchange())
    monkeypatch.undo()
    out.close()

    assert before == path.read_bytes()


def _half(write, fd, data):
    if len(data) < 200:
        raise OSError(28, "No space left on device")
    return write(fd, data[:150])


def test_members_are_standard_gzip(tmp_path):
    """Each member can be unpacked alone, by any gzip."""
    path = written(tmp_path, exchange())
    data = path.read_bytes()
    pieces = [gzip.decompress(data[one.offset : one.offset + one.length]) for one in read_members(path)]

    assert gzip.GzipFile(fileobj=io.BytesIO(data)).read() == b"".join(pieces)
    assert all(piece.startswith(b"WARC/1.1\r\n") and piece.endswith(b"\r\n\r\n") for piece in pieces)
