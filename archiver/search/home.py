"""The first page: the months, what is safe, what happened lately."""

from pathlib import Path

from archiver.models.blog import Month
from archiver.models.pages import Happening, Home, MonthCell, MonthPage, PostLine, Year
from archiver.search.looks import charts
from archiver.search.runs import last_run
from archiver.store.database import opened
from archiver.store.rows import Row, every, one, value

_LATELY = 12  # happenings


def home(path: Path) -> Home:
    """All that the first page shows."""
    with opened(path) as db, db.atomic():
        run = last_run(db)
        until = value(db, "SELECT max(date) FROM checks") or (run.started if run is not None else None) or ""
        stand = charts(db, until)
        sums = one(db, _SUMS)
        assert sums is not None
        return Home(
            seeds=tuple(row["seed"] for row in every(db, _SEEDS)),
            years=_years(every(db, _MONTHS)),
            outcomes=tuple((row["outcome"], row["count"]) for row in every(db, _OUTCOMES)),
            lately=tuple(Happening(**row) for row in every(db, _HAPPENINGS, _LATELY)),
            over_time=stand.over_time,
            by_host=stand.by_host,
            by_age=stand.by_age,
            last_run=run,
            **sums,
        )


def month_page(path: Path, month: Month) -> MonthPage | None:
    """The posts of a month, in the order in which they were published; None where there is none."""
    with opened(path) as db:
        posts = tuple(PostLine(**row) for row in every(db, _POSTS, month.year, month.month))
        if not posts:
            return None
        there = [Month(year=row["year"], month=row["month"]) for row in every(db, _THERE)]
        before = [each for each in there if each < month]
        after = [each for each in there if each > month]
        return MonthPage(
            month=month, posts=posts, before=max(before, default=None), after=min(after, default=None)
        )


def _years(rows: list[Row]) -> tuple[Year, ...]:
    cells: dict[int, dict[int, MonthCell]] = {}
    for row in rows:
        month = Month(year=row.pop("year"), month=row.pop("month"))
        cells.setdefault(month.year, {})[month.month] = MonthCell(month=month, **row)
    return tuple(
        Year(year=year, months=tuple(cells[year].get(number) for number in range(1, 13)))
        for year in sorted(cells, reverse=True)
    )


_SAFE = "sources.outcome IN ('archived', 'rescued') AND sources.document_id IS NOT NULL"
_SEEDS = "SELECT seed FROM months UNION SELECT seed FROM posts ORDER BY 1"
_SUMS = f"""
SELECT
    (SELECT count(*) FROM posts WHERE first_captured IS NOT NULL) AS posts,
    (SELECT count(*) FROM posts WHERE first_captured IS NOT NULL AND month_id IS NULL) AS undated,
    (SELECT count(*) FROM citations) AS citations,
    (SELECT count(*) FROM sources WHERE url IS NOT NULL AND first_cited IS NOT NULL) AS sources,
    (SELECT count(*) FROM sources WHERE first_cited IS NOT NULL AND {_SAFE}) AS safe,
    (SELECT count(*) FROM sources WHERE first_cited IS NULL AND document_id IS NOT NULL) AS uncited
"""  # noqa: S608  # our own words
_MONTHS = f"""
SELECT year, month, count(DISTINCT posts.id) AS posts, count(DISTINCT citations.id) AS citations,
    count(DISTINCT CASE WHEN sources.url IS NOT NULL THEN sources.id END) AS sources,
    count(DISTINCT CASE WHEN {_SAFE} THEN sources.id END) AS safe
FROM months JOIN posts ON month_id = months.id
LEFT JOIN citations ON post_id = posts.id
LEFT JOIN citation_sources ON citation_id = citations.id
LEFT JOIN sources ON sources.id = source_id
WHERE first_captured IS NOT NULL
GROUP BY year, month
"""  # noqa: S608
_OUTCOMES = """
SELECT outcome, count(*) AS count FROM sources WHERE url IS NOT NULL AND first_cited IS NOT NULL GROUP BY outcome ORDER BY count DESC, outcome
"""
_POSTS = f"""
SELECT posts.id, posts.title, posts.url, posts.author, posts.published, posts.outcome,
    count(DISTINCT citations.id) AS citations,
    count(DISTINCT CASE WHEN sources.url IS NOT NULL THEN sources.id END) AS sources,
    count(DISTINCT CASE WHEN {_SAFE} THEN sources.id END) AS safe
FROM posts JOIN months ON months.id = month_id
LEFT JOIN citations ON post_id = posts.id
LEFT JOIN citation_sources ON citation_id = citations.id
LEFT JOIN sources ON sources.id = source_id
WHERE year = ? AND month = ? GROUP BY posts.id ORDER BY published IS NULL, published, posts.id
"""  # noqa: S608
_THERE = """
SELECT DISTINCT year, month FROM months JOIN posts ON month_id = months.id WHERE first_captured IS NOT NULL
"""
# What is no news is left out: a page that is as it was.
_HAPPENINGS = """
SELECT checks.date, source_id, sources.title, sources.url, checks.outcome, checks.change, checks.reason
FROM checks JOIN sources ON sources.id = source_id
WHERE checks.outcome NOT IN ('archived', 'unknown', 'pending') OR checks.change IN ('changed', 'major', 'replaced')
ORDER BY checks.date DESC, checks.id DESC LIMIT ?
"""
