"""A small archive to look into: two posts that share a source, one dead source, one that moved."""

from pathlib import Path

import pytest

from archiver.models.capture import RunRecord
from archiver.store.store import Store
from tests.store.factories import BLOG, WARC, Readings, cite

S = "https://s.example/"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The archive's database, written and closed."""
    make = Readings()
    made = tmp_path / "archive.db"
    with Store(made) as store:
        store.add_run(RunRecord(run_id="r1", warc=WARC, started="2026-01-01T00:00:00Z"))
        for reading in (
            make.front("2019-08", "2019-09"),
            make.month("2019-09", f"{BLOG}a/", f"{BLOG}b/", f"{BLOG}c/"),
            make.post(
                f"{BLOG}a/",
                cite(f"{S}paper", label="1"),
                cite(f"{S}dead", f"{S}old", label="2", note="Two works."),
                cite(label="3", note="Ibid."),
                title="On paper mills",
                text="The mills made paper. The covid-19 years closed some of them.",
            ),
            make.post(
                f"{BLOG}b/",
                cite(f"{S}paper?utm_source=b", label="1"),
                title="Other matters",
                published="2019-09-20",
                text="Nothing of the kind, apart from one sheet of paper.",
            ),
            make.source(
                f"{S}paper", title="A history of paper", text="Paper is made of rags. Rags are rare."
            ),
            make.gone(f"{S}dead"),
            make.redirect(f"{S}old", f"{S}new"),
            make.source(f"{S}new", title="Rags", text="Old words, first."),
            make.redirect(f"{S}old", f"{S}new"),
            make.source(f"{S}new", title="Rags", text="New words, second: papers."),
        ):
            store.add(reading)
        end = RunRecord(
            run_id="r1", warc=WARC, finished="2026-01-01T00:10:00Z", exit_code=0, counts={"posts": 2}
        )
        store.add_run(end)
        store.commit(WARC, 12)
    return made
