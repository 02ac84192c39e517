"""Which sources are one work: by DOI, by where their addresses led, by author and title.

Every source keeps its row, since every address has a fate of its own. Those that share a key are one work, as are those
that share one with these; `work_id` is the first of them. So it depends on the keys alone, whatever the order.
"""

from urllib.parse import unquote, urlsplit

from sqlite_utils import Database

from archiver.discover.addresses import is_front, key
from archiver.store.documents import READABLE
from archiver.store.rows import Row, every, insert, one, run, value
from archiver.web.url import site

_RESOLVERS = frozenset(["doi.org", "dx.doi.org"])  # DOI Handbook, 3.8


def refresh(db: Database, source_id: int) -> None:
    """Find anew what a source shares with others, after something was learnt of it."""
    new = set(_keys(db, source_id))
    old = {row["key"] for row in every(db, "SELECT key FROM source_keys WHERE source_id = ?", source_id)}
    known = value(db, "SELECT work_id FROM sources WHERE id = ?", source_id)
    if known is None:
        run(db, "UPDATE sources SET work_id = id WHERE id = ?", source_id)
    if old - new:
        leave(db, source_id)
        old = set()
    for each in sorted(new - old):
        insert(db, "source_keys", {"source_id": source_id, "key": each})
        _join(db, each)


def leave(db: Database, source_id: int) -> None:
    """Take a source out of its work; the others stay together as far as their own keys hold them."""
    members = [row["id"] for row in every(db, _MEMBERS, source_id)]
    run(db, "DELETE FROM source_keys WHERE source_id = ?", source_id)
    for member in members:
        run(db, "UPDATE sources SET work_id = id WHERE id = ?", member)
    shared = {row["key"] for member in members for row in every(db, _OF_ONE, member)}
    for each in sorted(shared):
        _join(db, each)


def _join(db: Database, each: str) -> None:
    """Make all works that share a key one."""
    works = [row["work_id"] for row in every(db, _WORKS_OF, each)]
    for work_id in works[1:]:
        run(db, "UPDATE sources SET work_id = ? WHERE work_id = ?", works[0], work_id)


def _keys(db: Database, source_id: int) -> list[str]:
    row = one(db, _SOURCE, source_id)
    assert row is not None
    found = [f"doi:{doi.lower()}" for doi in (_doi_in(row["url"] or ""), row["doi"]) if doi]
    if row["work_key"] is not None:
        found.append(f"named:{row['work_key']}")
    if row["final"] is not None and (row["document_id"] is not None or row["outcome"] in READABLE):
        found += _of_capture(row)
    return found


def _of_capture(row: Row) -> list[str]:
    """Where the address led, and under its spelling without scheme and last slash what stands there."""
    if is_front(row["final"]) and key(row["final"]) != key(row["url"] or ""):
        return []  # old addresses that all lead to the front page
    digest = row["text_digest"] if row["words"] else row["payload_sha256"]
    return [f"at:{row['final']}", *([f"as:{key(row['final'])} {digest}"] if digest else [])]


def _doi_in(url: str) -> str | None:
    path = unquote(urlsplit(url).path).strip("/")
    return path if site(url) in _RESOLVERS and path.startswith("10.") else None


_SOURCE = """
SELECT sources.url, sources.doi, sources.work_key, sources.outcome, sources.document_id, snapshots.url AS final,
    payload_sha256, text_digest, words
FROM sources LEFT JOIN snapshots ON snapshots.id = sources.snapshot_id LEFT JOIN documents ON documents.id = sources.document_id
WHERE sources.id = ?
"""
_MEMBERS = "SELECT id FROM sources WHERE work_id = (SELECT work_id FROM sources WHERE id = ?)"
# Keys of one alone join nothing.
_OF_ONE = """
SELECT key FROM source_keys AS own WHERE source_id = ?
AND EXISTS (SELECT 1 FROM source_keys AS other WHERE other.key = own.key AND other.source_id != own.source_id)
"""
_WORKS_OF = """
SELECT DISTINCT work_id FROM source_keys JOIN sources ON sources.id = source_id WHERE key = ? ORDER BY work_id
"""
