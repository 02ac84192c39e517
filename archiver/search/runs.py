"""Crawls: the last one, and the last one that succeeded."""

import json
from pathlib import Path

from sqlite_utils import Database

from archiver.models.errors import SUCCESSES
from archiver.models.views import RunView
from archiver.store.database import opened
from archiver.store.rows import one


def last_run(db: Database) -> RunView | None:
    """The crawl that began last, as far as crawls are indexed."""
    return _view(one(db, _RUNS + "ORDER BY started DESC, rowid DESC LIMIT 1"))


def last_runs(path: Path) -> tuple[RunView | None, RunView | None]:
    """The crawl that began last, and of those that succeeded the one that ended last."""
    codes = ", ".join(map(str, sorted(SUCCESSES)))
    succeeded = (
        f"WHERE finished IS NOT NULL AND exit_code IN ({codes}) ORDER BY finished DESC, rowid DESC LIMIT 1"
    )
    with opened(path) as db, db.atomic():
        return last_run(db), _view(one(db, _RUNS + succeeded))


def _view(row: dict[str, object] | None) -> RunView | None:
    if row is None:
        return None
    return RunView(**row | {"counts": json.loads(str(row["counts"]))})  # type: ignore[arg-type]  # a row of the schema


_RUNS = "SELECT id, started, finished, exit_code, counts FROM runs "
