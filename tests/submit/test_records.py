"""What was handed over, as the WARCs keep it: read back as it was, whole for other readers, mended after a kill."""

from dataclasses import replace

import pytest
from warcio.archiveiterator import ArchiveIterator

from archiver.capture.manifest import Manifest
from archiver.capture.mending import mend
from archiver.capture.reader import read_captures
from archiver.capture.submissions import fields_of, submission_of
from archiver.capture.writer import WarcWriter
from archiver.index import index
from archiver.models.capture import Capture, RunRecord
from archiver.models.submission import Purpose, Stage, Submission
from archiver.repair import repair
from archiver.verify import verify
from tests.submit.archives import FERRY, POST, archive
from tests.verify.archives import members, plain
from tests.whole.conftest import rows

SENT = Submission(
    url=POST,
    purpose=Purpose.POST,
    stage=Stage.SENT,
    service="https://web.archive.org/save",
    submitted="2026-01-02T03:00:00.000000Z",
    date="2026-01-02T03:00:00.000000Z",
)
DONE = replace(
    SENT,
    stage=Stage.DONE,
    date="2026-01-02T03:00:40.000000Z",
    job="spn2-1",
    memento_url=f"https://web.archive.org/web/20260102030030/{POST}",
    memento_date="2026-01-02T03:00:30.000000Z",
)
BUSY = replace(
    SENT, url=FERRY, purpose=Purpose.SOURCE, stage=Stage.UNKNOWN, error="busy", reason="slow\tdown: 429",
    not_before="2026-01-02T05:00:00.000000Z",
)  # fmt: skip


@pytest.fixture
def collection(tmp_path):
    """An archive."""
    return archive(tmp_path / "archive", "https://save.example/save")


def writer(collection) -> WarcWriter:
    """Of a run that crawls nothing."""
    return WarcWriter(
        collection.warcs, run=None, info=[], manifest=Manifest(collection.manifest), sync_each=True
    )


def write(collection, *steps: Submission) -> None:
    """A finished file with these steps."""
    out = writer(collection)
    for step in steps:
        out.tell(step.url, fields_of(step), step.date)
    out.finish(exit_code=0, counts={})


def test_a_step_is_read_as_it_was_written(collection):
    """All of it, in its order; no crawl and no capture comes of it."""
    write(collection, SENT, DONE, BUSY)
    found = [item for item, _ in read_captures(collection.warc_files()[-1])]

    assert [SENT, DONE, replace(BUSY, reason="slow down: 429")] == found


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"submission": "sent", "purpose": "post"},
        {"submission": "eaten", "purpose": "post", "submitted": "2026-01-02"},
        {"submission": "sent", "purpose": "toast", "submitted": "2026-01-02"},
    ],
)
def test_what_is_no_step_is_none(fields):
    """Others may write fields of these names."""
    assert submission_of(POST, SENT.date, fields) is None


def test_a_file_of_steps_is_whole_for_others(collection):
    """WARC 1.1 records with their digests, after a warcinfo that names no crawl; the archive verifies, and is told of no new run."""
    before = rows(collection.database, "SELECT * FROM runs")
    write(collection, SENT, DONE)
    index(collection)
    with collection.warc_files()[-1].open("rb") as file:
        kinds = [
            (record.rec_type, record.rec_headers.get_header("WARC-Target-URI"))
            for record in ArchiveIterator(file, check_digests="raise")
            if record.content_stream().read()
        ]

    assert [("warcinfo", None), ("metadata", POST), ("metadata", POST)] == kinds
    assert ((), ()) == (verify(collection, deep=True).problems, verify(collection).notes)
    assert before == rows(collection.database, "SELECT * FROM runs")
    assert 1 == len(rows(collection.database, "SELECT * FROM submissions WHERE stage = 'done'"))


def test_a_step_that_was_cut_is_taken_back_and_those_before_it_stay(collection):
    """A power cut in the middle of a record, and in the middle of a file that is being written."""
    out = writer(collection)
    out.tell(SENT.url, fields_of(SENT), SENT.date)
    (path,) = collection.warcs.glob("*.open")
    whole = path.stat().st_size
    out.tell(DONE.url, fields_of(DONE), DONE.date)
    out.close()
    with path.open("r+b") as file:
        file.truncate(whole + 40)
    index(collection)
    open_ones = rows(collection.database, "SELECT stage FROM submissions")
    mend(collection.warcs, Manifest(collection.manifest))
    index(collection)

    assert [{"stage": "sent"}] == open_ones == rows(collection.database, "SELECT stage FROM submissions")
    assert () == verify(collection).problems


def test_a_broken_file_of_steps_is_repaired_with_what_is_whole(collection):
    """The others keep what they tell."""
    write(collection, SENT, DONE, BUSY)
    index(collection)
    path = collection.warc_files()[-1]
    data = bytearray(path.read_bytes())
    data[-20] ^= 0xFF
    path.write_bytes(data)
    report = repair(collection)

    assert report.is_repaired
    assert [{"url": POST, "stage": "done"}] == rows(collection.database, "SELECT url, stage FROM submissions")
    assert () == verify(collection).problems


def test_steps_between_captures_of_others_are_told_apart(collection):
    """A file that others wrote, where no metadata ends an exchange."""
    write(collection, SENT)
    first, last = collection.warc_files()
    kept = b"".join(
        member for member in members(first.read_bytes()) if b"WARC-Type: response" in plain(member)
    )
    steps = b"".join(
        member for member in members(last.read_bytes()) if b"WARC-Type: metadata" in plain(member)
    )
    path = collection.warcs / "others.warc.gz"
    path.write_bytes(kept + steps)
    items = [item for item, _ in read_captures(path)]

    assert [Capture] * 4 + [Submission] == [type(item) for item in items]
    assert not [item for item in items if isinstance(item, RunRecord)]


def test_what_is_read_twice_counts_once(collection):
    """A copy of a file under another name changes no row."""
    failed = replace(SENT, stage=Stage.FAILED, error="error:celery", date="2026-01-02T03:00:40.000000Z")
    write(collection, SENT, failed)
    index(collection)
    before = rows(collection.database, "SELECT * FROM submissions")
    write(collection, SENT, failed)
    index(collection)

    assert before == rows(collection.database, "SELECT * FROM submissions")
