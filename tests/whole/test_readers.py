"""Readers that are not ours accept what we write, and show the pages that we captured."""

import gzip
import hashlib
import json
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archiver.capture.manifest import Manifest
from archiver.capture.reader import read_capture
from archiver.capture.writer import WarcWriter
from archiver.collection.folder import Collection
from archiver.models.capture import RunRecord
from archiver.store.store import Store
from tests.capture.test_warc import answer, exchange
from tests.whole.conftest import rows

ROOT = Path(__file__).parents[2]
READERS = ROOT / ".venv-readers" / "bin" / "python"
_DIGITS = re.compile(r"\D")


PAGE = b"<!doctype html><title>Tide</title><p>The tide came in, and went out again.</p>"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
ZIPPED = gzip.compress(PAGE + b"<p>zipped</p>", mtime=0)
# path, answer: framed and coded in every way that all readers know; the last has the payload of the first
ANSWERS = [
    ("length", HEAD + b"Content-Length: %d\r\n\r\n%s" % (len(PAGE), PAGE)),
    ("chunks", HEAD + b"Transfer-Encoding: chunked\r\n\r\n3\r\n<p>\r\n4\r\nTide\r\n0\r\n\r\n"),
    ("gzip", HEAD + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n%s" % (len(ZIPPED), ZIPPED)),
    (
        "gzip-in-chunks",
        HEAD + b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(ZIPPED[:-1]) + 1, ZIPPED),
    ),
    ("until-close", b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Until it closed.</p>"),
    ("copy", HEAD + b"X-Copy: yes\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)),
]  # fmt: skip


def add_answers(collection: Collection) -> None:
    """A further WARC, of a host of its own."""
    out = WarcWriter(
        collection.warcs,
        run=RunRecord(run_id="readers", warc="", started="2026-01-01T00:00:00Z"),
        info=[],
        manifest=Manifest(collection.manifest),
    )
    for path, raw in ANSWERS:
        url = f"http://tide.example/{path}"
        out.write(exchange(target_uri=url, date=datetime.now(UTC), response=answer(raw)))
    out.finish(exit_code=0, counts={})


@pytest.fixture(scope="session")
def twice(whole, tmp_path_factory, archiver) -> Collection:
    """The demo, crawled a second time, and some more: there are revisits of both kinds."""
    folder = tmp_path_factory.mktemp("readers") / "archive"
    shutil.copytree(whole.collection.folder, folder)
    collection = Collection(folder)
    add_answers(collection)
    assert 0 == archiver("crawl", "--archive", folder, cwd=folder.parent).returncode
    kinds = rows(collection.database, "SELECT DISTINCT status FROM snapshots WHERE kind = 'revisit'")
    assert {200, 304} <= {row["status"] for row in kinds}
    return collection


def run(*words: object, cwd: Path | None = None, given: str = "") -> subprocess.CompletedProcess:
    """Run a tool."""
    return subprocess.run(
        [*map(str, words)], cwd=cwd, input=given, capture_output=True, text=True, check=False, timeout=100
    )


def reader(*words: object, cwd: Path, given: str = "") -> subprocess.CompletedProcess:
    """Run a tool of the other environment, whose packages are not to stand beside ours."""
    assert READERS.exists(), "the other readers are not installed: run `make test-all`"
    return run(READERS, *words, cwd=cwd, given=given)


@pytest.mark.parametrize(
    "tool",
    [
        [shutil.which("gzip") or "gzip", "-t"],
        [sys.executable, "-m", "warcio.cli", "check"],
        [sys.executable, "-m", "fastwarc.cli", "check"],
    ],
    ids=["gzip", "warcio", "fastwarc"],
)
def test_checkers_find_nothing_wrong(twice, tool):
    """Members, records, digests. warcio alone doubts payloads that came in chunks: it digests the framing, too."""
    done = [run(*tool, path) for path in twice.warc_files()]
    chunked = {
        answer(raw).payload_digests["sha1"]
        for _, raw in ANSWERS
        if "warcio.cli" in tool and b"chunked" in raw
    }
    doubted = {
        line.split()[-1] for each in done for line in each.stdout.splitlines() if "digest failed" in line
    }

    assert doubted <= chunked
    assert [0] * 3 == [each.returncode for each in done] or doubted


@pytest.mark.slow
def test_a_package_of_it_is_valid(twice, tmp_path):
    """py-wacz makes a WACZ of it, and finds it valid."""
    files = [path.absolute() for path in twice.warc_files()]
    made = reader("-m", "wacz.main", "create", "-o", "a.wacz", "--detect-pages", *files, cwd=tmp_path)
    checked = reader("-m", "wacz.main", "validate", "-f", "a.wacz", cwd=tmp_path)

    assert (0, 0) == (made.returncode, checked.returncode), made.stderr + checked.stderr + checked.stdout


@pytest.mark.slow
def test_pywb_shows_every_page_as_it_was(twice, tmp_path):
    """Responses, revisits of the same payload, and pages that did not change: status and body are the captured ones."""
    reader("-m", "pywb.manager.manager", "init", "archive", cwd=tmp_path)
    files = [path.absolute() for path in twice.warc_files()]
    added = reader("-m", "pywb.manager.manager", "add", "archive", *files, cwd=tmp_path)
    assert 0 == added.returncode, added.stderr
    sql = "SELECT target_uri, date, warc, offset, kind, status FROM snapshots WHERE kind != 'metadata' ORDER BY id"
    captured = rows(twice.database, sql)
    lines = [f"{_DIGITS.sub('', row['date'])[:14]} {row['target_uri']}" for row in captured]
    done = reader(ROOT / "tests" / "whole" / "replaying.py", cwd=tmp_path, given="\n".join(lines))
    shown = [json.loads(line) for line in done.stdout.splitlines()]
    expected = []
    with Store(twice.database) as store:
        for row in captured:
            capture = read_capture(twice.warcs / row["warc"], row["offset"], find=store.find)
            is_shown = capture.payload and not 300 <= capture.status < 400
            digest = hashlib.sha256(capture.payload).hexdigest() if is_shown else None
            expected.append([capture.status, digest])

    assert expected == shown, done.stderr[-2000:]
