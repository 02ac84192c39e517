"""Of most sources there is nothing to tell; that they are not read changes no letter."""

from pathlib import Path
from random import Random

import pytest

from archiver.judge.events import Name, findings, name_of
from archiver.models.letter import Look
from archiver.search.looks import charts, found
from tests.export.keeping import Keeping

URLS = ["https://s.example/a", "https://s.example/b"]
DAYS = [f"2026-03-{day:02d}" for day in range(1, 11)]
UNTIL = "2026-03-31"


def a_look(random: Random) -> dict[str, str]:
    """Mostly good, unchanged, and at one address."""
    if random.random() < 0.1:
        return {"url": URLS[0], "outcome": random.choice(["gone", "unknown", "robots"])}
    change = random.choices(["same-bytes", "minor", "major"], [20, 5, 1])[0]
    return {"url": random.choices(URLS, [20, 1])[0], "change": change}


@pytest.mark.parametrize("since", [None, "2026-03-06"])
def test_what_is_told_is_what_all_looks_tell(tmp_path: Path, since: str | None) -> None:
    """Events, and how many sources stood how on each day."""
    random = Random(11)
    with Keeping(tmp_path / "archive.db") as kept:
        for n in range(120):
            source = kept.source(f"https://s.example/{n}")
            for day in DAYS:
                look = a_look(random)
                kept.look(source, look.pop("url"), day, **look)
        rows = kept.db.execute(
            "SELECT source_id, checks.date, checks.outcome, checks.reason, change, similarity, target_uri, record_id, document_id "
            "FROM checks JOIN snapshots ON snapshots.id = snapshot_id ORDER BY source_id, checks.date, checks.id"
        ).fetchall()
        told = [(source, finding) for source, finding, _, _ in found(kept.db, since, UNTIL)]
        stand = charts(kept.db, UNTIL)
    looks: dict[int, list[Look]] = {}
    for row in rows:
        looks.setdefault(row[0], []).append(Look._make(row[1:]))
    names = [list(name_of([(each.date, each.outcome) for each in several])) for several in looks.values()]

    assert [(source, each) for source, several in looks.items() for each in findings(several, since)] == told
    assert len({source for source, _ in told}) < len(looks)
    assert [sum(each[day] is Name.WELL for each in names) for day in range(len(DAYS))] == [
        each.well for each in stand.over_time
    ]
    lost = sum(each[-1] in {Name.LOST, Name.CLOSED} for each in names)
    assert [(120, lost)] * 2 == [
        (sum(each.sources for each in several), sum(each.lost for each in several))
        for several in (stand.by_host, stand.by_age)
    ]


def test_words_that_went_from_a_source_that_reads_as_ever_are_told(tmp_path: Path) -> None:
    """A minor change may be the one that matters."""
    url = "https://s.example/"
    with Keeping(tmp_path / "archive.db") as kept:
        source = kept.source(url)
        place = kept.cite(kept.post("a"), source, url)
        was, now = (kept.look(source, url, day, change="minor") for day in ("2026-02-01", "2026-03-04"))
        kept.quote(source, place, "Rags are rare.", {was: "verbatim", now: "gone"})
        told = [str(finding.kind) for _, finding, _, _ in found(kept.db, None, UNTIL)]

    assert ["quote-gone"] == told
