"""Pages made to cost more than they are worth, from a WARC to the database: each ends in time, and costs itself alone."""

import pytest

from archiver.capture.framing import frame
from archiver.index import rebuild
from archiver.models.capture import Role, Visit
from archiver.workers.readers import Readers
from tests.verify import archives
from tests.whole.conftest import rows
from tests.whole.test_processes import BLOG, archive, source
from tests.workers.hostile import PAGES, kind_of

_SMALL = 8_000  # bytes: whoever is slow here is slower than linear
# What the worst pages are made of: a hundred thousand nested tags, fifty megabytes on a line, ten million entities.
_LARGE = {
    **dict.fromkeys(["nested div", "nested b", "nested table", "attributes"], 500_000),
    **dict.fromkeys(["one line", "no space", "plain word", "entities", "spaces", "pdf of pages"], 50_000_000),
    **dict.fromkeys(["unclosed tags", "unclosed comments", "broken entities", "slashes", "dots"], 8_000_000),
    **dict.fromkeys(["short links", "select", "closed inline", "long attribute", "torn utf-8"], 4_000_000),
    **dict.fromkeys(["pdf of words", "pdf of forms", "billion laughs"], 50_000_000),
}


def hostile(name: str, size: int, role: Role = Role.SOURCE):
    """An exchange for a page of a kind."""
    body = PAGES[name](size)
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind_of(name)}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    visit = Visit(role=role, seed=BLOG, month=None if role is Role.SOURCE else "2019-09")
    url = f"http://source.example/{role}/{name.replace(' ', '-')}"
    return archives.exchange(1, target_uri=url, visit=visit, response=frame([head + body]).answer())


@pytest.mark.slow
@pytest.mark.parametrize("role", [Role.SOURCE, Role.POST, Role.MONTH, Role.FEED, Role.SITEMAP])
def test_small_ones_are_read(tmp_path, role):
    """However it came to us, no reader is led astray by a page of a few kilobytes: none is stopped, none crashes."""
    pages = [hostile(name, _SMALL, role) for name in PAGES]
    report = rebuild(
        archive(tmp_path / "archive", [source(0), *pages, source(1)]), readers=Readers(seconds=5)
    )

    assert (len(PAGES) + 2, 0, 0) == (report.captures, report.stopped, report.unread)


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("name", _LARGE)
def test_large_ones_end(tmp_path, name):
    """Within the limits that every collection has: read, or stopped; what stands beside it is read as ever."""
    collection = archive(tmp_path / "archive", [source(0), hostile(name, _LARGE[name]), source(1)])
    report = rebuild(collection)
    found = rows(
        collection.database,
        "SELECT outcome, reason, extractor FROM snapshots LEFT JOIN documents ON documents.id = document_id ORDER BY snapshots.id",
    )

    assert (3, 0) == (report.captures, report.unread)
    assert ["archived"] * 3 == [row["outcome"] for row in found]
    assert report.stopped == sum("stopped" in (row["reason"] or "") for row in found[1:2])
