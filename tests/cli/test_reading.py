"""What follows a crawl that was stopped."""

import pytest

from archiver.cli import _reading
from archiver.collection.folder import Collection
from archiver.index import IndexReport


@pytest.mark.parametrize(
    ("patience", "is_stopped", "expected"), [(0.0, True, 0), (60.0, True, 3), (0.0, False, 3)]
)
def test_who_stopped_a_crawl_does_not_wait_for_all_reading(
    monkeypatch, tmp_path, patience, is_stopped, expected
):
    """After its time reading ends at the next page; the next crawl reads the rest. A crawl that ended reads all."""

    def index(_, *, watch=lambda _: None):
        for count in range(3):
            watch(count)
        return IndexReport(captures=3)

    monkeypatch.setattr(_reading, "index", index)
    monkeypatch.setattr(_reading, "_READING_WHEN_STOPPED", patience)

    assert expected == _reading.read_fetched(Collection(tmp_path), is_stopped=is_stopped).captures
