"""What earlier crawls captured, as a crawl asks for it."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from archiver.models.capture import Original, Role, RunRecord
from archiver.models.frontier import Place, Remembered
from archiver.models.reading import Reading
from archiver.store.memory import DatabaseMemory, unfinished_urls
from archiver.store.store import Store
from tests.store.factories import BLOG, WARC, Readings

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
URL = f"{BLOG}a/"


@pytest.fixture
def warcs(tmp_path: Path) -> Path:
    """The folder in which the WARCs lie."""
    folder = tmp_path / "warcs"
    folder.mkdir()
    (folder / WARC).touch()
    return folder


def captured(make: Readings, url: str = URL, **changes: object) -> Reading:
    """A capture whose snapshot is changed so."""
    reading = make.any(url, Role.MONTH)
    changes = {"payload_sha256": "sha256:aa", "payload_digest": "sha1:A", **changes}
    snapshot = replace(reading.capture.snapshot, **changes)  # type: ignore[arg-type]
    return replace(reading, capture=replace(reading.capture, snapshot=snapshot))


def memory(store: Store, warcs: Path, *readings: Reading) -> DatabaseMemory:
    """An archive that holds these captures."""
    for reading in readings:
        store.add(reading)
    store.commit(WARC, 1)
    return DatabaseMemory(store.db, warcs, NOW)


def original(reading: Reading) -> Original:
    """What a revisit of a capture refers to."""
    snapshot = reading.capture.snapshot
    assert snapshot.payload_digest is not None
    return Original(
        target_uri=snapshot.target_uri,
        date=snapshot.date,
        record_id=snapshot.record_id,
        payload_digest=snapshot.payload_digest,
    )


def place(reading: Reading) -> Place:
    """Where a capture lies."""
    return Place(warc=WARC, offset=reading.capture.snapshot.offset)


def test_a_payload_is_known_by_its_digest(store: Store, warcs: Path, make: Readings) -> None:
    """The first whole response that had it, and nothing that came in part."""
    cut = captured(make, truncated="length")
    first, second = captured(make), captured(make, f"{BLOG}b/")
    held = memory(store, warcs, cut, first, second)

    assert original(first) == held.original("sha256:aa")
    assert held.original("sha256:bb") is None


def test_what_lies_in_a_file_that_is_gone_is_not_referred_to(
    store: Store, warcs: Path, make: Readings
) -> None:
    """An archive never holds a revisit whose original it lacks."""
    (warcs / WARC).unlink()
    held = memory(store, warcs, captured(make, etag='"a"'))

    assert (None, None) == (held.original("sha256:aa"), held.last(URL))


def test_the_last_good_capture_gives_its_validators(store: Store, warcs: Path, make: Readings) -> None:
    """A 404 in between does not hide them; of another address they are not."""
    old = captured(make, etag='"old"')
    good = captured(make, etag='"new"', last_modified="Mon, 02 Sep 2019 08:00:00 GMT")
    held = memory(store, warcs, old, good, captured(make, status=404, etag='"404"'))

    assert Remembered(
        original=original(good),
        place=place(good),
        etag='"new"',
        last_modified="Mon, 02 Sep 2019 08:00:00 GMT",
    ) == held.last(URL)
    assert held.last(f"{BLOG}b/") is None


def test_a_capture_without_validators_makes_no_request_conditional(
    store: Store, warcs: Path, make: Readings
) -> None:
    """Nor does an older one that had some: the page may have changed since."""
    held = memory(store, warcs, captured(make, etag='"old"'), captured(make))

    assert held.last(URL) is None


def test_a_revisit_leads_to_what_holds_its_payload(store: Store, warcs: Path, make: Readings) -> None:
    """Its own validators, the original's place."""
    first = captured(make, etag='"a"')
    refers_to = {
        "kind": "revisit",
        "refers_to_target_uri": URL,
        "refers_to_date": first.capture.snapshot.date,
    }
    unchanged = captured(make, status=304, etag='"a"', **refers_to)
    held = memory(store, warcs, first, unchanged)

    assert Remembered(original=original(first), place=place(first), etag='"a"') == held.last(URL)
    assert place(first) == held.find(URL, first.capture.snapshot.date)


@pytest.mark.parametrize(
    ("runs", "goes_on"),
    [
        # killed an hour ago
        ([("a", "2026-01-01T11:00:00Z", None)], True),
        # killed the day before yesterday
        ([("a", "2025-12-30T11:00:00Z", None)], False),
        # ended
        ([("a", "2026-01-01T10:00:00Z", "2026-01-01T10:30:00Z")], False),
        # killed, gone on with, killed again
        ([("a", "2026-01-01T10:00:00Z", None), ("b", "2026-01-01T11:00:00Z", None)], True),
        # killed, gone on with to the end
        ([("a", "2026-01-01T10:00:00Z", None), ("b", "2026-01-01T11:00:00Z", "2026-01-01T11:30:00Z")], False),
    ],
)
def test_a_killed_crawl_is_gone_on_with(
    store: Store,
    warcs: Path,
    make: Readings,
    runs: list[tuple[str, str, str | None]],
    goes_on: bool,
) -> None:
    """For a day, until one has ended."""
    for run_id, started, finished in reversed(runs):
        store.add_run(
            RunRecord(run_id=run_id, warc=WARC, started=started, finished=finished, exit_code=finished and 0)
        )
    held = memory(store, warcs, captured(make))

    assert goes_on == (held.unfinished(URL) is not None)
    assert goes_on == (URL in unfinished_urls(store.db, NOW))


@pytest.mark.parametrize(
    ("changes", "whole"),
    [
        ({"status": 301}, True),
        ({"status": 404}, True),
        ({"status": 503}, False),
        ({"truncated": "time"}, False),
    ],
)
def test_what_may_pass_is_asked_for_again(
    store: Store, warcs: Path, make: Readings, changes: dict[str, object], whole: bool
) -> None:
    """A server that was busy, and a page that came in part."""
    store.add_run(RunRecord(run_id="a", warc=WARC, started="2026-01-01T11:00:00Z"))
    held = memory(store, warcs, captured(make, **changes))

    assert whole == (held.unfinished(URL) is not None)
