"""Answers beyond all measure are kept as well as any other."""

import base64

import pytest

from archiver.capture.reader import read_captures
from archiver.judge.reading import read
from archiver.models.capture import Capture
from tests.spiders.hostile.absurd import ABSURD
from tests.spiders.hostile.crawling import collection_in, probe, records
from tests.spiders.hostile.server import serving


@pytest.mark.parametrize("case", ABSURD, ids=lambda case: case.path)
def test_absurd_answers_are_kept_too(tmp_path, case):
    """What came is kept, whole or in part, with the true reason."""
    collection = collection_in(tmp_path / "archive", timeout=4.0)
    with serving([case]) as server:
        url = server.url(case)
        probe(collection, [[("GET", url)]])
        (talk,) = server.log[url.partition("://")[2]]
    made = {record.kind: record for record in records(collection) if record.one("WARC-Target-URI") == url}
    fields, response = made["metadata"].fields(), made.get("response")
    kept = response.block if response else base64.b64decode(fields.get("partialResponse", ""))
    truncated = response and response.one("WARC-Truncated")

    assert (bytes(talk.sent), case.truncated, case.reason) == (
        kept,
        truncated,
        fields["fetchError"].partition(" ")[0] if "fetchError" in fields else None,
    )


def test_absurd_answers_can_be_judged(tmp_path):
    """A stranger's Content-Length is no fault of ours: its page is not called one that our reader failed on."""
    case = ABSURD[0]
    collection = collection_in(tmp_path / "archive", timeout=4.0)
    with serving([case]) as server:
        url = server.url(case)
        probe(collection, [[("GET", url)]])
    found = [item for path in collection.warc_files() for item, _ in read_captures(path)]
    verdicts = [read(item).verdict for item in found if isinstance(item, Capture) and item.url == url]

    assert [False] == ["our reader failed" in (verdict.reason or "") for verdict in verdicts]
