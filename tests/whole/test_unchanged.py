"""A second crawl of an unchanged blog, and one that goes on where another was killed: little is asked, less is kept."""

import subprocess
import sys
from collections import Counter
from threading import Event

import pytest
from warcio.archiveiterator import ArchiveIterator

from archiver.collection.folder import create_collection
from tests.whole.test_next_crawl import settings_of

_ROWS = {
    "posts": "SELECT url, title, author, published, outcome, reason FROM posts ORDER BY url",
    "citations": "SELECT posts.url, citations.position, label, sentence, note FROM citations "
    "JOIN posts ON posts.id = post_id ORDER BY 1, 2",
    "sources": "SELECT url, title, outcome, reason FROM sources ORDER BY url",
    # each once: how often a dead host was tried depends on when the crawl was killed; each crawl makes up its own addresses
    "captures": "SELECT DISTINCT target_uri, status, kind, outcome FROM snapshots WHERE role != 'probe' ORDER BY 1, 2, 3",
    "documents": "SELECT url, text_digest FROM documents ORDER BY 1, 2",
}


@pytest.fixture(scope="module")
def twice(whole, tmp_path_factory, archiver):
    """The demo, crawled twice."""
    folder = tmp_path_factory.mktemp("twice")
    collection = create_collection(folder / "archive", settings_of(whole))
    done = [archiver("crawl", "--archive", collection.folder, cwd=folder).returncode for _ in range(2)]

    assert [0, 0] == done
    return collection


@pytest.mark.slow
def test_a_second_crawl_writes_a_tenth_at_most(twice):
    """Of this small blog, whose pages are short; of a larger one it is far less."""
    first, second = (path.stat().st_size for path in twice.warc_files())

    assert second < first / 10


@pytest.mark.slow
def test_no_payload_is_kept_twice(twice):
    """Each is in one response; every other record refers to one that is there."""
    kept: Counter[str] = Counter()
    responses, references = set(), set()
    for path in twice.warc_files():
        with path.open("rb") as file:
            for record in ArchiveIterator(file, no_record_parse=True):
                header = record.rec_headers.get_header
                if (
                    record.rec_type == "response"
                    and b"\r\nContent-Length: 0\r\n" not in record.raw_stream.read(2000)
                ):
                    kept[header("WARC-Payload-Digest")] += 1
                if record.rec_type == "response":
                    responses.add((header("WARC-Target-URI"), header("WARC-Date")))
                if record.rec_type == "revisit":
                    references.add((header("WARC-Refers-To-Target-URI"), header("WARC-Refers-To-Date")))

    assert {} == {digest: times for digest, times in kept.items() if times > 1}
    assert (set(), True) == (references - responses, len(references) > 5)


@pytest.mark.slow
def test_unchanged_pages_are_read_as_what_they_stand_for(twice, whole):
    """Months, posts and citations are as after the first crawl."""
    for name, sql in _ROWS.items():
        if name != "captures":
            assert whole.rows(sql) == whole.rows_of(twice, sql), name


@pytest.mark.slow
def test_a_killed_crawl_is_gone_on_with(whole, tmp_path, archiver):
    """What was whole is asked for no more, but read again for what it leads to: the end is as if nothing had been."""
    collection = create_collection(tmp_path / "archive", settings_of(whole))
    start = len(whole.demo.requests)
    process = subprocess.Popen(
        [sys.executable, "-m", "archiver", "crawl", "--archive", str(collection.folder)], cwd=tmp_path
    )
    for _ in range(3000):
        if len(whole.demo.requests) >= start + 25:
            break
        Event().wait(0.02)
    process.kill()
    process.wait(timeout=30)
    archiver("index", "--archive", collection.folder, cwd=tmp_path)
    kept = {row["target_uri"] for row in whole.rows_of(collection, "SELECT target_uri FROM snapshots")}
    start = len(whole.demo.requests)
    again = archiver("crawl", "--archive", collection.folder, cwd=tmp_path)
    asked = {f"http://{request.host}{request.path}" for request in whole.demo.requests[start:]}

    assert (0, set()) == (again.returncode, asked & kept)
    assert len(kept) > 10
    for name, sql in _ROWS.items():
        assert whole.rows(sql) == whole.rows_of(collection, sql), name


def test_a_password_in_an_address_is_refused(tmp_path, archiver):
    """It would be kept in every record."""
    done = archiver("crawl", "https://ada:canary@blog.example/", cwd=tmp_path)

    assert (2, False, True) == (done.returncode, "canary" in done.stderr, "credentials.toml" in done.stderr)
    assert [] == list(tmp_path.iterdir())
