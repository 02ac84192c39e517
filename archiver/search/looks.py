"""All looks at the sources on which there is news, and how quoted words stood at each."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from sqlite_utils import Database

from archiver.judge.events import Name, findings, name_of, quote_finding
from archiver.models.letter import AgeCount, Finding, HostCount, Look, Moment
from archiver.store.rows import every, run

_POINTS = 12  # of the chart over time
_HOSTS = 10  # of the chart by host


def found(
    db: Database, since: str | None, until: str
) -> Iterator[tuple[int, Finding, str | None, int | None]]:
    """News: the source, what happened, and of quoted words these and their citation."""
    quotes = _quotes(db)
    cursor = run(db, _LOOKS, until, since or "")
    for source_id, rows in groupby(cursor, key=itemgetter(0)):
        looks = [Look._make(row[1:]) for row in rows]
        for finding in findings(looks, since):
            yield source_id, finding, None, None
        for exact, citation_id, by_document in quotes.get(source_id, ()):
            stood = [
                (look, by_document[look.document_id]) for look in looks if look.document_id in by_document
            ]
            turned = quote_finding(stood, since)
            if turned is not None:
                yield source_id, turned, exact, citation_id


def _quotes(db: Database) -> dict[int, list[tuple[str, int, dict[int | None, str]]]]:
    """By source: quoted words, their citation, and how they stood in each document."""
    quotes: dict[int, list[tuple[str, int, dict[int | None, str]]]] = {}
    for _, rows in groupby(run(db, _QUOTES), key=itemgetter(0)):
        several = list(rows)
        _, source_id, citation_id, exact, _, _ = several[0]
        by_document = {row[4]: row[5] for row in several}
        quotes.setdefault(source_id, []).append((exact, citation_id, by_document))
    return quotes


@dataclass(frozen=True, slots=True, kw_only=True)
class Charts:
    """How sources stand."""

    over_time: tuple[Moment, ...]  # at the end of each of the last days on which one was looked at
    by_host: tuple[HostCount, ...]  # now, those with most losses
    by_age: tuple[AgeCount, ...]  # now, by the year in which they were first cited


def charts(db: Database, until: str) -> Charts:
    """How all sources stood up to a moment."""
    days = [
        str(row["day"])
        for row in every(
            db, "SELECT DISTINCT substr(date, 1, 10) AS day FROM checks WHERE date <= ? ORDER BY 1", until
        )
    ]
    points = _spread(days)
    counts = [dict.fromkeys(Name, 0) for _ in points]
    hosts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    years: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for host, year, day, sources in run(db, _ALWAYS_WELL, until):
        hosts[host or "?"][0] += sources
        years[year or "?"][0] += sources
        for number in range(bisect_left(points, day), len(points)):
            counts[number][Name.WELL] += sources
    for (_, host, year), rows in groupby(run(db, _OUTCOMES, until), key=itemgetter(0, 1, 2)):
        looks = [(row[3], row[4]) for row in rows]
        dates = [date[:10] for date, _ in looks]
        names = list(name_of(looks))
        for point, count in zip(points, counts, strict=True):
            seen = bisect_left(dates, point + "~")  # "~" sorts after every time of that day
            if seen:
                count[names[seen - 1]] += 1
        for tally in (hosts[host or "?"], years[year or "?"]):
            tally[0] += 1
            tally[1] += names[-1] in {Name.LOST, Name.CLOSED}
    over_time = tuple(
        Moment(
            date=point,
            well=count[Name.WELL],
            in_doubt=count[Name.IN_DOUBT],
            lost=count[Name.LOST],
            closed=count[Name.CLOSED],
        )
        for point, count in zip(points, counts, strict=True)
    )
    largest = sorted(hosts.items(), key=lambda item: (-item[1][1], -item[1][0], item[0]))[:_HOSTS]
    return Charts(
        over_time=over_time,
        by_host=tuple(HostCount(host=host, sources=all_, lost=lost) for host, (all_, lost) in largest),
        by_age=tuple(
            AgeCount(year=year, sources=all_, lost=lost) for year, (all_, lost) in sorted(years.items())
        ),
    )


def _spread(days: list[str]) -> list[str]:
    """At most so many days, evenly over all, the last one included."""
    if len(days) <= _POINTS:
        return days
    return [days[round(n * (len(days) - 1) / (_POINTS - 1))] for n in range(_POINTS)]


# Most sources have always been had, at one address, as they were cited: of them there is nothing to tell, and they are not read.
_LOOKS = """
SELECT checks.source_id, checks.date, checks.outcome, checks.reason, change, similarity, snapshots.target_uri,
    snapshots.record_id, snapshots.document_id
FROM checks JOIN snapshots ON snapshots.id = snapshot_id
WHERE checks.date <= ?1 AND checks.source_id IN (
    SELECT source_id FROM checks
    WHERE date <= ?1 AND (outcome != 'archived' OR change IN ('changed', 'major', 'replaced'))
    UNION SELECT source_id FROM checks JOIN snapshots ON snapshots.id = snapshot_id
    GROUP BY source_id HAVING min(target_uri) != max(target_uri)
    UNION SELECT source_id FROM quote_checks JOIN quotes ON quotes.id = quote_id
    WHERE quote_checks.found = 'gone' OR quote_checks.agreement < 1
) AND checks.source_id IN (SELECT source_id FROM checks WHERE date >= ?2)
ORDER BY checks.source_id, checks.date, checks.id
"""
_QUOTES = """
SELECT quotes.id, quotes.source_id, citation_id, exact, quote_checks.document_id,
    CASE WHEN quote_checks.agreement < 1 THEN 'altered' ELSE quote_checks.found END
FROM quote_checks JOIN quotes ON quotes.id = quote_id ORDER BY quotes.id, quote_checks.document_id
"""
# A good look after a good one changes nothing, and they are the most.
_TROUBLED = "troubled AS (SELECT DISTINCT source_id FROM checks WHERE date <= ?1 AND outcome != 'archived')"
_OUTCOMES = f"""
WITH {_TROUBLED}
SELECT source_id, host, substr(first_cited, 1, 4), looks.date, looks.outcome, looks.id FROM (
    SELECT id, source_id, date, outcome, lag(outcome) OVER (PARTITION BY source_id ORDER BY date, id) AS before
    FROM checks WHERE date <= ?1 AND source_id IN troubled
) AS looks JOIN sources ON sources.id = source_id
WHERE first_cited IS NOT NULL AND (looks.outcome != 'archived' OR before IS NULL OR before != 'archived')
ORDER BY 1, 4, 6
"""  # noqa: S608  # our own words
# Sources that were had at every look, as sums: of a million they are the most.
_ALWAYS_WELL = f"""
WITH {_TROUBLED}
SELECT host, substr(first_cited, 1, 4), substr(first, 1, 10), count(*) FROM (
    SELECT source_id, min(date) AS first FROM checks WHERE date <= ?1 AND source_id NOT IN troubled GROUP BY source_id
) JOIN sources ON sources.id = source_id WHERE first_cited IS NOT NULL GROUP BY 1, 2, 3
"""  # noqa: S608
