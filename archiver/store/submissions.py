"""What was handed over to Save Page Now: the steps into rows, and the rows into what may be handed over next."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlite_utils import Database

from archiver.judge.submission import NOT_TAKEN, Wish, agenda, next_try
from archiver.models.blog import Month
from archiver.models.submission import Agenda, Candidate, Last, Purpose, Stage, Submission
from archiver.models.views import Reference
from archiver.store.address import address
from archiver.store.dates import instant, stamp
from archiver.store.rows import Row, every, insert, one, update, value
from archiver.web.secrets import holds_secret
from archiver.web.url import without_fragment

_ONE_OUTAGE = timedelta(hours=12)
_OPEN = frozenset([Stage.SENT, Stage.ACCEPTED])


def add(db: Database, step: Submission) -> None:
    """Fold a step. What was not taken is handed over again in the same row; a step that was folded before changes nothing."""
    url, submitted, date = address(step.url), instant(step.submitted), instant(step.date)
    if submitted is None or date is None:
        return
    known = one(db, "SELECT * FROM submissions WHERE url = ? AND submitted = ?", url, stamp(submitted))
    last = one(db, "SELECT * FROM submissions WHERE url = ? ORDER BY submitted DESC LIMIT 1", url)
    if known is not None and (step.stage is Stage.SENT or known["stage"] not in _OPEN):
        return  # its beginning is known, or its end
    if known is None and last is not None and last["stage"] == Stage.UNKNOWN and last["error"] in NOT_TAKEN:
        known = last
    failures = _failures(step, one(db, _BEFORE, url, stamp(submitted)), submitted)
    again = next_try(step.stage, step.error, failures, date)
    row: Row = {
        "url": url,
        "purpose": step.purpose,
        "service": step.service,
        "stage": step.stage,
        "submitted": stamp(submitted),
        "told": stamp(date),
        "job": step.job,
        "memento_url": step.memento_url,
        "memento_date": _stamp(step.memento_date),
        "error": step.error,
        "reason": step.reason,
        "failures": failures,
        "next_try": None if again is None else stamp(again),
        "quiet_until": _stamp(step.not_before),
    }
    if known is None:
        insert(db, "submissions", row)
    else:
        update(db, "submissions", known["id"], row)


def _failures(step: Submission, before: Row | None, submitted: datetime) -> int:
    """In a row. What was not answered several times within hours was not answered once."""
    count = int(before["failures"]) if before is not None else 0
    if step.stage is Stage.DONE:
        return 0
    if step.stage in _OPEN or step.error in NOT_TAKEN:
        return count
    if before is not None and step.stage is Stage.UNKNOWN and before["stage"] == Stage.UNKNOWN:
        then = instant(before["submitted"])
        if then is not None and submitted - then < _ONE_OUTAGE:
            return max(count, 1)
    return count + 1


def _stamp(text: str | None) -> str | None:
    moment = instant(text)
    return None if moment is None else stamp(moment)


def planned(
    db: Database,
    now: datetime,
    wish: Wish,
    *,
    months: Sequence[Month] = (),
    only: Sequence[Reference] = (),
) -> Agenda:
    """What is to be done at a moment; where months, posts or sources are named, with these only. With a post come its sources."""
    found = agenda(_candidates(db, _wanted(db, months, only)), wish, now)
    quiet = instant(value(db, "SELECT max(quiet_until) FROM submissions"))
    return replace(
        found,
        today=int(value(db, _TODAY, f"{now:%Y-%m-%d}", *sorted(NOT_TAKEN))),
        quiet_until=quiet if quiet is not None and quiet > now else None,
    )


def _wanted(
    db: Database, months: Sequence[Month], only: Sequence[Reference]
) -> tuple[set[int], set[int]] | None:
    """The posts and the sources that are meant; None: all."""
    if not months and not only:
        return None
    posts = {each.id for each in only if each.kind == "post"}
    for month in months:
        posts |= {int(row["id"]) for row in every(db, _OF_MONTH, month.year, month.month)}
    sources = {each.id for each in only if each.kind == "source"}
    for post in posts:
        sources |= {int(row["source_id"]) for row in every(db, _CITED, post)}
    return posts, sources


def _candidates(db: Database, wanted: tuple[set[int], set[int]] | None) -> Iterator[Candidate]:
    """Posts first: an address that is one is handed over as such."""
    lasts = _lasts(db)
    public = {str(row["url"]) for row in every(db, _PUBLIC)}
    secret = {int(row["source_id"]) for row in every(db, _WITH_AT) if holds_secret(row["url"])}
    for purpose, sql in ((Purpose.POST, _POSTS), (Purpose.SOURCE, _SOURCES)):
        for row in every(db, sql):
            if wanted is not None and row["id"] not in wanted[purpose is Purpose.SOURCE]:
                continue
            url = without_fragment(row["url"])
            yield Candidate(
                url=url,
                purpose=purpose,
                number=int(row["id"]),
                outcome=str(row["outcome"]),
                strikes=int(row["strikes"]),
                troubles=int(row["troubles"]),
                drift=row["drift"],
                cited=row["cited"],
                is_public=url in public,
                is_secret=purpose is Purpose.SOURCE and row["id"] in secret,
                last=lasts.get(url),
            )


def _lasts(db: Database) -> dict[str, Last]:
    """By address, what became of it when it was handed over last."""
    found: dict[str, Last] = {}
    for row in every(db, "SELECT * FROM submissions ORDER BY submitted, id"):
        submitted = instant(row["submitted"])
        assert submitted is not None
        before = found.get(row["url"])
        is_done = row["stage"] == Stage.DONE
        found[row["url"]] = Last(
            stage=Stage(row["stage"]),
            submitted=submitted,
            job=row["job"],
            failures=int(row["failures"]),
            next_try=instant(row["next_try"]),
            captured=submitted if is_done else before.captured if before is not None else None,
        )
    return found


_BEFORE = "SELECT failures, stage, submitted FROM submissions WHERE url = ? AND submitted < ? ORDER BY submitted DESC LIMIT 1"
_TODAY = f"""
SELECT count(*) FROM submissions WHERE submitted >= ? AND coalesce(error, '') NOT IN ({", ".join("?" * len(NOT_TAKEN))})
"""  # noqa: S608  # marks only
_PUBLIC = "SELECT url FROM mementos UNION SELECT url FROM submissions WHERE memento_url IS NOT NULL"
_OF_MONTH = "SELECT posts.id FROM posts JOIN months ON months.id = month_id WHERE year = ? AND month = ?"
_CITED = (
    "SELECT source_id FROM citation_sources JOIN citations ON citations.id = citation_id WHERE post_id = ?"
)
_WITH_AT = "SELECT DISTINCT source_id, url FROM citation_sources WHERE url LIKE '%@%'"
_POSTS = """
SELECT id, url, outcome, 0 AS strikes, 0 AS troubles, NULL AS drift, published AS cited FROM posts ORDER BY id
"""
# A source that no post cites any more is nobody's evidence.
_SOURCES = """
SELECT id, url, outcome, strikes, first_cited AS cited,
    (SELECT count(*) FROM checks
        WHERE source_id = sources.id AND outcome NOT IN ('archived', 'unknown', 'pending')) AS troubles,
    (SELECT change FROM checks
        WHERE source_id = sources.id AND change IS NOT NULL ORDER BY date DESC, id DESC LIMIT 1) AS drift
FROM sources WHERE url IS NOT NULL AND EXISTS (SELECT 1 FROM citation_sources WHERE source_id = sources.id) ORDER BY id
"""
