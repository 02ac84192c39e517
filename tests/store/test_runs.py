"""Crawls, and which of them made what."""

from collections.abc import Callable

from archiver.models.capture import RunRecord
from archiver.store.store import Store
from tests.store.factories import WARC, Readings

SECOND = "b.warc.gz"


def test_a_run_is_what_its_warcs_tell(store: Store, rows: Callable[..., list], make: Readings) -> None:
    """Every file of a crawl repeats its beginning, the last one tells its end; captures know their crawl by the file."""
    store.add_run(RunRecord(run_id="r1", warc=WARC, started="2026-01-01T00:00:00Z", settings="delay = 1"))
    store.add(make.front("2019-09"))
    store.commit(WARC, 900)
    store.add_run(RunRecord(run_id="r1", warc=SECOND, started="2026-01-01T00:00:00Z", settings="delay = 1"))
    make.warc = SECOND
    store.add(make.month("2019-09"))
    end = RunRecord(
        run_id="r1",
        warc=SECOND,
        finished="2026-01-01T01:00:00Z",
        exit_code=3,
        counts={"posts": 2, "months": 1},
    )
    store.add_run(end)
    store.commit(SECOND, 700)
    make.warc = "imported.warc.gz"
    store.add(make.month("2019-10"))
    store.commit(make.warc, 5)

    assert [
        {
            "id": "r1",
            "started": "2026-01-01T00:00:00Z",
            "finished": "2026-01-01T01:00:00Z",
            "exit_code": 3,
            "counts": '{"months": 1, "posts": 2}',
            "settings": "delay = 1",
        }
    ] == rows("runs")
    assert [(WARC, 900, "r1"), (SECOND, 700, "r1"), ("imported.warc.gz", 5, None)] == [
        tuple(row.values()) for row in rows("positions")
    ]
    assert ["r1", "r1", None] == [row["run_id"] for row in rows("snapshots", "run_id")]


def test_a_killed_run_has_no_end(store: Store, rows: Callable[..., list]) -> None:
    """A crawl that was killed says when it began, and nothing that it did not live to say."""
    store.add_run(RunRecord(run_id="r1", warc=WARC, started="2026-01-01T00:00:00Z"))
    store.commit(WARC, 1)

    assert [
        {
            "id": "r1",
            "started": "2026-01-01T00:00:00Z",
            "finished": None,
            "exit_code": None,
            "counts": "{}",
            "settings": None,
        }
    ] == rows("runs")
