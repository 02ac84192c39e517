"""What must be so after every night, reckoned from the script and from the looks, without the code under test."""

from collections.abc import Iterable
from datetime import timedelta

from archiver.models.citation import Outcome
from archiver.search.balance import balance
from tests.whole.simulated.changing import Changing
from tests.whole.simulated.running import START, Night, Nights

_STRIKES = 3
_SEEN = 2  # nights until an edited post is read again: one lists it as changed, the next asks for it; one may be killed
_LAST = 1000  # bytes of the record that says how the run ended, and cannot count itself
_CHECKS = """
SELECT sources.url, substr(checks.date, 1, 10) AS day, checks.outcome FROM checks
JOIN sources ON sources.id = source_id ORDER BY checks.date
"""


def faults_of(kept: Nights, web: Changing, night: Night, before: set[str]) -> list[str]:
    """What is wrong after a night that ended by itself; nothing, if all is well. `before` are the records that were there."""
    return [
        *_of_balance(kept, web, night),
        *_of_looks(kept, web),
        *_of_run(kept, night),
        *(f"lost: record {each}" for each in sorted(before - records(kept))),
    ]


def records(kept: Nights) -> set[str]:
    """Everything that was ever captured."""
    return {row["record_id"] for row in kept.rows("SELECT record_id FROM snapshots")}


def _of_balance(kept: Nights, web: Changing, night: Night) -> Iterable[str]:
    """Every cited source is there, with one outcome."""
    found = balance(kept.collection.database, kept.at(night.number))
    if not found.adds_up:
        yield f"night {night.number}: the balance does not add up: {found}"
    there = {row["url"] for row in kept.rows("SELECT url FROM sources")}
    missing = {web.url(number) for number in web.cited() if web.born(number) <= night.number - _SEEN} - there
    if missing:
        yield f"night {night.number}: not there: {sorted(missing)}"
    if found.sources_by_outcome.get("pending"):
        yield f"night {night.number}: pending sources after a whole crawl"


def _of_looks(kept: Nights, web: Changing) -> Iterable[str]:
    """Each look saw what was true that day; and a source counts as what three bad days, or one good one, make it."""
    looks: dict[str, list[tuple[str, str]]] = {}
    for row in kept.rows(_CHECKS):
        looks.setdefault(row["url"], []).append((row["day"], row["outcome"]))
    now = {row["url"]: row["outcome"] for row in kept.rows("SELECT url, outcome FROM sources")}
    for number in web.cited():
        url = web.url(number)
        seen = looks.get(url, [])
        for day, outcome in seen:
            true = web.truth(number, _number(day))
            if outcome != true:
                yield f"{url}: on {day} it was {true}, and is said to be {outcome}"
        expected = _counts_as(seen)
        if now.get(url) != expected:
            yield f"{url}: counts as {now.get(url)}, not {expected}, after {seen}"


def _counts_as(seen: list[tuple[str, str]]) -> str | None:
    """The last outcome; but what was had once must have failed on three days."""
    if not seen:
        return None
    bad = set()
    for day, outcome in reversed(seen):
        if outcome == Outcome.ARCHIVED:
            break
        bad.add(day)
    was_had = any(outcome == Outcome.ARCHIVED for _, outcome in seen)
    return Outcome.ARCHIVED if was_had and len(bad) < _STRIKES else seen[-1][1]


def _of_run(kept: Nights, night: Night) -> Iterable[str]:
    """The row of the run counts what was asked and what was written."""
    (row,) = kept.rows(
        "SELECT count(*) AS count FROM snapshots WHERE run_id = (SELECT id FROM runs ORDER BY started DESC LIMIT 1)"
    )
    counts = night.counts
    if row["count"] != counts["requests"]:
        yield f"night {night.number}: {row['count']} snapshots of {counts['requests']} requests"
    if not 0 < counts["requests"] <= night.requests:
        yield f"night {night.number}: {counts['requests']} requests counted, {night.requests} came"
    if not 0 <= night.warc_bytes - counts["warc bytes"] < _LAST:
        yield f"night {night.number}: {counts['warc bytes']} bytes counted, {night.warc_bytes} written"


def _number(day: str) -> int:
    for number in range(1000):
        if (START + timedelta(days=number)).date().isoformat() == day:
            return number
    raise ValueError(day)
