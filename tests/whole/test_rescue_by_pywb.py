"""A web archive that is not made up: pywb, as a program of its own, gives what another crawler kept."""

import socket
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from urllib.error import URLError

import pytest

from archiver.capture.manifest import Manifest
from archiver.capture.writer import WarcWriter
from archiver.collection.folder import create_collection
from archiver.models.capture import RunRecord
from tests.capture.test_warc import answer, exchange
from tests.whole.archived import NOT_FOUND, article, world
from tests.whole.conftest import rows
from tests.whole.test_readers import READERS

_ARCHIVE = """
[[rescue.archives]]
name = "our pywb"
kind = "{kind}"
list = "http://127.0.0.1:{port}/archive/{listing}"
raw = "http://127.0.0.1:{port}/archive/{{timestamp}}id_/{{url}}"
"""
LISTS = {
    "link": "timemap/link/{url}",
    "cdxj": "cdx?output=json&sort=closest&closest={timestamp}&limit=50&url={url}",
}
# The last is kept as a revisit of the second: pywb's index tells no status of it.
CAPTURES = [
    (datetime(2014, 3, 14, tzinfo=UTC), 200, NOT_FOUND),
    (datetime(2014, 3, 3, tzinfo=UTC), 200, article("The ferry")),
    (datetime(2014, 3, 13, tzinfo=UTC), 404, "gone"),
    (datetime(2014, 4, 1, tzinfo=UTC), 200, article("The ferry")),
]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not READERS.exists(), reason="pywb is not installed: `make test-all` does it"),
]


def kept_by_another(folder: Path, url: str) -> list[Path]:
    """A WARC of these captures."""
    folder.mkdir()
    out = WarcWriter(
        folder,
        run=RunRecord(run_id="another", warc="", started="2014-01-01T00:00:00Z"),
        info=[],
        manifest=Manifest(folder / "manifest.jsonl"),
    )
    for date, status, body in CAPTURES:
        data = body.encode()
        head = f"HTTP/1.1 {status} So\r\nContent-Type: text/html\r\nContent-Length: {len(data)}\r\n\r\n"
        out.write(exchange(target_uri=url, date=date, response=answer(head.encode() + data)))
    out.finish(exit_code=0, counts={})
    return list(folder.glob("*.warc.gz"))


@contextmanager
def pywb(folder: Path, warcs: list[Path]) -> Iterator[int]:
    """Serve WARCs; gives the port."""
    folder.mkdir()
    manage = [READERS, "-m", "pywb.manager.manager"]
    for words in (["init", "archive"], ["add", "archive", *map(str, warcs)]):
        subprocess.run([*manage, *words], cwd=folder, check=True, capture_output=True, timeout=60)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    start = f"from pywb.apps.cli import wayback; wayback(['-b', '127.0.0.1', '-p', '{port}'])"
    with subprocess.Popen(
        [READERS, "-c", start], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            _wait_for(f"http://127.0.0.1:{port}/")
            yield port
        finally:
            process.kill()


def _wait_for(url: str) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except URLError:
            Event().wait(0.1)
        else:
            return
    pytest.fail("pywb does not answer")


@pytest.mark.parametrize("kind", LISTS)
def test_a_source_is_rescued_from_pywb_and_shown_by_it(kind, tmp_path, archiver):
    """By its TimeMap and by its index; what we keep of it, another pywb shows at the date of the capture."""
    with world() as web:
        web.cite("gone")
        url = f"{web.url}gone"
        with pywb(tmp_path / "theirs", kept_by_another(tmp_path / "made", url)) as port:
            toml = web.settings() + _ARCHIVE.format(kind=kind, port=port, listing=LISTS[kind])
            collection = create_collection(tmp_path / "archive", toml)
            done = [archiver("crawl", cwd=tmp_path).returncode for _ in range(2)]
        (source,) = rows(collection.database, "SELECT outcome, reason FROM sources")
        taken = rows(
            collection.database,
            "SELECT date, taken, same_payload FROM mementos WHERE taken = 'good' ORDER BY date",
        )
    checked = archiver("verify", cwd=tmp_path)
    files = [path.absolute() for path in collection.warc_files()]
    with pywb(tmp_path / "ours", files) as port:
        shown = urllib.request.urlopen(f"http://127.0.0.1:{port}/archive/20140303000000id_/{url}", timeout=20)
        seen = (shown.status, shown.headers["Memento-Datetime"], shown.read().decode())

    assert ([0, 0], 0) == (done, checked.returncode), checked.stdout
    assert {
        "outcome": "rescued",
        "reason": "as our pywb had it on 3 March 2014, 12 days before the post; "
        "its capture of 1 April 2014, 17 days after the post, says the same",
    } == source
    # Only the index tells digests: these are equal, so that the second capture need not be fetched.
    assert {"link": [None, None], "cdxj": [1]}[kind] == [row["same_payload"] for row in taken]
    assert (200, "Mon, 03 Mar 2014 00:00:00 GMT", article("The ferry")) == seen
