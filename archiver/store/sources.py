"""Cited works: made when a post cites them, judged whenever their address or what it redirects to was captured."""

from sqlite_utils import Database

from archiver.models.citation import Outcome
from archiver.store import documents, drifts, history, quotes, sameness, stand_ins
from archiver.store.address import address
from archiver.store.chains import walk
from archiver.store.dates import earliest
from archiver.store.documents import READABLE
from archiver.store.rescues import Rescue, rescue_of
from archiver.store.rows import Row, every, insert, one, run, update, value
from archiver.store.verdicts import Judged, judged
from archiver.store.waiting import wait
from archiver.web.url import site


def cited(db: Database, written: str, date: str) -> int:
    """Fold a mention of an address by a post of that date; gives the source's id."""
    url = address(written)
    source_id = by_url(db, url)
    if source_id is None:
        source_id = _made(db, url, date)
        settle(db, source_id, url)
    else:
        cited_again(db, source_id, date)
    return source_id


def found(db: Database, url: str) -> None:
    """Fold a page that came with the captures of others, and that no post cites yet."""
    if by_url(db, url) is None:
        _made(db, url, None)


def _made(db: Database, url: str, date: str | None) -> int:
    source_id = insert(db, "sources", {"url": url, "host": site(url) or None, "first_cited": date})
    sameness.refresh(db, source_id)
    return source_id


def cited_again(db: Database, source_id: int, date: str) -> None:
    """Fold a further mention of a source by a post of that date."""
    first = value(db, "SELECT first_cited FROM sources WHERE id = ?", source_id)
    if first != date and earliest([date, first or date]) == date:
        update(db, "sources", source_id, {"first_cited": date})
        drifts.forget(db, source_id)
        _look_again(db, source_id)


def redate(db: Database, source_id: int) -> None:
    """Find anew when a source was first cited, after a post dropped it or changed its own date."""
    rows = every(db, _CITING_DATES, source_id)
    first = earliest([str(row["date"]) for row in rows])
    if first != value(db, "SELECT first_cited FROM sources WHERE id = ?", source_id):
        update(db, "sources", source_id, {"first_cited": first})
        drifts.forget(db, source_id)
    _look_again(db, source_id)


def _look_again(db: Database, source_id: int) -> None:
    """Of a rescued source another capture may now be the nearest to the post."""
    url = value(db, "SELECT url FROM sources WHERE id = ? AND outcome = 'rescued'", source_id)
    if url is not None:
        settle(db, source_id, str(url))


def forget(db: Database, source_id: int) -> None:
    """Let go of a source that no post cites any more, if nothing was ever learnt of it."""
    if value(db, _FORGOTTEN, source_id) is not None:
        sameness.leave(db, source_id)
        run(db, "DELETE FROM sources WHERE id = ?", source_id)


def by_url(db: Database, url: str) -> int | None:
    """The source of a canonical address."""
    found = value(db, "SELECT id FROM sources WHERE url = ?", url)
    return None if found is None else int(found)


def settle(db: Database, source_id: int, url: str, date: str | None = None) -> None:
    """Say what became of a source, as far as captures tell. A capture of that date was added: an old one, maybe, that others made."""
    chain = walk(db, url)
    is_old = date is not None and any(row["date"] > date for row in chain.snapshots)
    then = walk(db, url, date) if is_old else None
    wait(
        db, "source", source_id, dict.fromkeys([*chain.open_at, *(then.open_at if then is not None else ())])
    )
    if then is not None and then.final is not None and then.final != chain.final:
        _look(db, source_id, judged(url, then))
        chain = then if chain.final is None else chain
    found = judged(url, chain)
    if found is None or chain.final is None:
        _as_archives_had_it(db, source_id, url)
        return
    found = stand_ins.doubted(db, source_id, url, chain, found)
    verdict = found.verdict
    _look(db, source_id, found)
    standing, due = history.stands(db, source_id)
    rescue = rescue_of(db, source_id, url)  # whatever the web shows today instead of it
    row: Row = {
        "outcome": standing.outcome,
        "reason": standing.reason,
        "strikes": standing.strikes,
        "last_checked": found.checked,
        "next_check": due,
    }
    kept = one(db, "SELECT snapshot_id, document_id FROM sources WHERE id = ?", source_id)
    assert kept is not None
    is_of_this = kept["snapshot_id"] == found.snapshot_id and kept["document_id"] is not None
    if rescue is not None:
        row |= _rescued(db, source_id, rescue)
    elif is_of_this and verdict.outcome not in READABLE:
        row |= _held_before(
            db, source_id, found.snapshot_id
        )  # until more was known it was taken for the source
        quotes.forget(db, source_id)
    elif standing.was_had and verdict.outcome is not Outcome.ARCHIVED:
        # What was captured well before stays: a page that died later must not take it away, nor a stub.
        if kept["document_id"] is None and (before := one(db, _LAST_GOOD, source_id)) is not None:
            row |= _of_document(db, before["document_id"]) | before
    elif verdict.outcome in READABLE and chain.final["document_id"] is not None:
        row |= _of_document(db, chain.final["document_id"])
        row |= {"snapshot_id": found.snapshot_id, "document_id": chain.final["document_id"]}
    elif kept["document_id"] is None or (verdict.outcome in READABLE and chain.final["kind"] == "revisit"):
        row["snapshot_id"] = found.snapshot_id
    update(db, "sources", source_id, row)
    quotes.locate(db, source_id)
    sameness.refresh(db, source_id)


def _as_archives_had_it(db: Database, source_id: int, url: str) -> None:
    """Take what web archives had of a source that was never asked for: it came with the captures of others. It stays due."""
    rescue = rescue_of(db, source_id, url)
    if rescue is None or value(db, "SELECT last_checked FROM sources WHERE id = ?", source_id) is not None:
        return
    row = _rescued(db, source_id, rescue)
    row |= {"reason": f"{row['reason']}; the web was not asked yet", "next_check": rescue.date}
    update(db, "sources", source_id, row)
    quotes.locate(db, source_id)
    sameness.refresh(db, source_id)


def _rescued(db: Database, source_id: int, rescue: Rescue) -> Row:
    """What a web archive had of a source, which is noted as a look."""
    said = rescue.verdict
    history.note(db, source_id, rescue.snapshot_id, rescue.date, said.outcome, said.reason)
    row: Row = {"outcome": said.outcome, "reason": said.reason}
    row |= {"snapshot_id": rescue.snapshot_id, "document_id": rescue.document_id}
    return row | _of_document(db, rescue.document_id)


def _look(db: Database, source_id: int, found: Judged | None) -> None:
    if found is not None:
        verdict = found.verdict
        history.note(db, source_id, found.snapshot_id, found.checked, verdict.outcome, verdict.reason)


def _held_before(db: Database, source_id: int, snapshot_id: int) -> Row:
    """What is held of a source without its last look."""
    before = one(db, _LAST_GOOD, source_id)
    if before is None:
        return dict.fromkeys(documents.WORK) | {"snapshot_id": snapshot_id, "document_id": None}
    return _of_document(db, before["document_id"]) | before


def _of_document(db: Database, document_id: int | None) -> Row:
    """What a reading tells of its work. What has no title of its own (a text, a table) is called what the note that cites it calls it."""
    if document_id is None:
        return {}
    told = documents.work(db, document_id)
    return told if told["title"] is not None else {name: cell for name, cell in told.items() if cell}


_CITING_DATES = """
SELECT DISTINCT coalesce(published, first_captured) AS date
FROM citation_sources
JOIN citations ON citations.id = citation_id
JOIN posts ON posts.id = post_id
WHERE source_id = ?
"""
_LAST_GOOD = """
SELECT snapshot_id, document_id FROM checks JOIN snapshots ON snapshots.id = snapshot_id
WHERE source_id = ? AND checks.outcome = 'archived' AND document_id IS NOT NULL AND archived_from IS NULL
ORDER BY checks.date DESC, checks.id DESC LIMIT 1
"""
_FORGOTTEN = """
SELECT 1 FROM sources WHERE id = ?
AND NOT EXISTS (SELECT 1 FROM citation_sources WHERE source_id = sources.id)
AND NOT EXISTS (SELECT 1 FROM checks WHERE source_id = sources.id)
"""
