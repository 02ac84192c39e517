"""What a web archive gave is kept under the address and at the moment that it shows, and says where it came from."""

from dataclasses import replace
from datetime import UTC, datetime

from warcio.archiveiterator import ArchiveIterator

from archiver.capture.cdxj import cdxj_line
from archiver.capture.reader import read_captures
from archiver.models.capture import Capture, Role, Visit
from archiver.models.memento import Archive, ListKind, StandsFor
from tests.capture.test_warc import START, exchange, written

ORIGINAL = "http://s.example/ferry"
ASKED = "https://arx.example/20140303120000id_/http://s.example/ferry"
ARCHIVE = Archive(name="the Archive", kind=ListKind.CDXJ, list="https://arx.example/cdx?url={url}", raw="https://arx.example/{timestamp}id_/{url}")  # fmt: skip
VISIT = Visit(role=Role.MEMENTO, seed="http://blog.example/", via="http://blog.example/1", original=ORIGINAL, near="2014-03-15T08:00:00+00:00", archive=ARCHIVE, memento=ASKED)  # fmt: skip
STANDS_FOR = StandsFor(target_uri=ORIGINAL, date=datetime(2014, 3, 3, 12, tzinfo=UTC))
MEMENTO = exchange(target_uri=ASKED, visit=VISIT, stands_for=STANDS_FOR)


def headers_of(path) -> list[dict[str, str]]:
    """The WARC headers of an exchange's records."""
    with path.open("rb") as file:
        found = [dict(record.rec_headers.headers) for record in ArchiveIterator(file, no_record_parse=True)]
    return [each for each in found if each["WARC-Type"] != "warcinfo"]


def test_the_response_is_the_originals_and_the_rest_tells_the_truth(tmp_path):
    """Replay finds it at its own date; request and metadata say who was asked, and when."""
    response, request, metadata, _ = headers_of(written(tmp_path, MEMENTO))
    now = START.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    names = ("WARC-Target-URI", "WARC-Date", "WARC-Source-URI", "WARC-Creation-Date")

    assert [ORIGINAL, "2014-03-03T12:00:00.000000Z", ASKED, now] == [response[name] for name in names]
    assert [[ASKED, now, None, None]] * 2 == [
        [each.get(name) for name in names] for each in (request, metadata)
    ]
    assert {response["WARC-Record-ID"]} == {each["WARC-Concurrent-To"] for each in (request, metadata)}


def test_it_is_read_back_with_all_of_it(tmp_path):
    """The visit with the archive that was asked, whatever the settings are by then; the index has the original."""
    (capture,) = (each for each, _ in read_captures(written(tmp_path, MEMENTO)) if isinstance(each, Capture))
    snapshot = capture.snapshot

    assert (VISIT, b"hello") == (capture.visit, capture.payload)
    assert (ORIGINAL, "2014-03-03T12:00:00.000000Z", ASKED) == (
        snapshot.target_uri,
        snapshot.date,
        snapshot.archived_from,
    )
    assert START == datetime.fromisoformat(snapshot.creation_date)
    assert cdxj_line(snapshot).startswith(f'example,s)/ferry 20140303120000 {{"url": "{ORIGINAL}"')


def test_it_neither_stands_for_captures_of_ours_nor_they_for_it(tmp_path):
    """The same payload from the web before and after it: the second refers to the first, the archive's is whole."""
    own = exchange(target_uri=ORIGINAL)
    path = written(tmp_path, own, MEMENTO, replace(own, date=START.replace(hour=11)))
    kinds = [each["WARC-Type"] for each in headers_of(path) if each["WARC-Type"] in {"response", "revisit"}]

    assert ["response", "response", "revisit"] == kinds


def test_what_others_write_there_is_no_archive(tmp_path):
    """Some note the file that a record was made of."""
    standing = exchange(target_uri="file:///pool/a.html", visit=VISIT, stands_for=STANDS_FOR)
    (capture,) = (each for each, _ in read_captures(written(tmp_path, standing)) if isinstance(each, Capture))

    assert capture.snapshot.archived_from is None
