"""Which captures belong into a package, chosen in scratch tables that no other connection sees."""

from collections.abc import Iterator
from dataclasses import fields

from sqlite_utils import Database

from archiver.models.blog import Month
from archiver.models.capture import Snapshot
from archiver.models.package import Lot, Portion
from archiver.models.views import Reference
from archiver.search.backing import backing
from archiver.search.pictures import pictures_of
from archiver.search.whole import Lying, lying
from archiver.store.address import address
from archiver.store.chains import MAX_HOPS, walk
from archiver.store.rows import Row, every, one, run, value

_COLUMNS = ", ".join(field.name for field in fields(Snapshot))


class Choice:
    """What was chosen so far. Made anew with each database that is opened."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self._has_all = False
        db.execute("PRAGMA temp_store = FILE")
        db.execute("CREATE TEMP TABLE chosen (id INTEGER PRIMARY KEY, is_read INTEGER NOT NULL DEFAULT 0)")
        db.execute("CREATE TEMP TABLE chosen_posts (id INTEGER PRIMARY KEY)")
        db.execute("CREATE TEMP TABLE chosen_sources (id INTEGER PRIMARY KEY)")

    def everything(self) -> None:
        """All that the database knows."""
        self._has_all = True
        for sql in _EVERYTHING:
            run(self.db, sql)

    def add_month(self, month: Month) -> bool:
        """A month: its pages and its posts. False where nothing is known of it."""
        ids = [row["id"] for row in every(self.db, _MONTHS, month.year, month.month)]
        posts: list[int] = []
        for each in ids:
            self._take(_OF_MONTH, each)
            posts += [row["id"] for row in every(self.db, "SELECT id FROM posts WHERE month_id = ?", each)]
        for post in posts:
            self.add(Reference(kind="post", id=post))
        return bool(posts)

    def add(self, reference: Reference) -> None:
        """A post with what it cites; or a source with its history."""
        if reference.kind == "source":
            run(self.db, "INSERT OR IGNORE INTO chosen_sources VALUES (?)", reference.id)
            for sql in (_OF_SOURCE, _HISTORY, _ARCHIVES):
                self._take(sql, reference.id)
            self._lead_to(value(self.db, "SELECT url FROM sources WHERE id = ?", reference.id), None)
            return
        run(self.db, "INSERT OR IGNORE INTO chosen_posts VALUES (?)", reference.id)
        self._take(_OF_POST, reference.id)
        published = value(self.db, "SELECT published FROM posts WHERE id = ?", reference.id)
        self._lead_to(value(self.db, "SELECT url FROM posts WHERE id = ?", reference.id), None)
        for row in every(self.db, _CITED, reference.id):
            run(self.db, "INSERT OR IGNORE INTO chosen_sources VALUES (?)", row["id"])
            for sql in (_OF_SOURCE, _LAST_CHECK, _ARCHIVES):
                self._take(sql, row["id"])
            self._take_nearest(row["id"], published)
            self._lead_to(row["url"], published)

    def need(self, url: str, date: str) -> None:
        """What a page of that date needs: the capture nearest to it, and the redirects that led there."""
        at: str | None = address(url)
        for _ in range(MAX_HOPS):
            row = one(self.db, _NEAREST, at, date)
            if row is None:
                return
            self._put(row["id"])
            at = row["next_url"]
            if at is None:
                return

    def add_pictures(self) -> None:
        """What a browser made of the pages that were chosen."""
        for row in every(self.db, _PAGES):
            for snapshot_id in pictures_of(self.db, row["url"]):
                self._put(snapshot_id)

    def unread(self) -> Iterator[Lying]:
        """What was chosen and not yet looked into, as often as there is more; originals of revisits are chosen along."""
        while True:
            ids = [row["id"] for row in every(self.db, _UNREAD)]
            if not ids:
                return
            for each in ids:
                run(self.db, "UPDATE chosen SET is_read = 1 WHERE id = ?", each)
                self._take(_ORIGINAL, each)
                where = lying(self.db, each)
                if where is not None:
                    yield where

    def lots(self, warc: str | None = None) -> Iterator[Lot]:
        """All that was chosen, in the order of the WARCs and of their records; or of one WARC."""
        for row in _rows(self.db, _LOTS, warc, warc, warc, warc):
            role, location = row.pop("role"), row.pop("location")
            start, until = row.pop("start"), row.pop("until")
            yield Lot(snapshot=Snapshot(**row), role=role, location=location, start=start or 0, until=until)

    def portions(self) -> list[Portion]:
        """The WARCs of which something was chosen, each with how far it was read."""
        return [Portion(**row) for row in every(self.db, _ALL_PORTIONS if self._has_all else _PORTIONS)]

    def count(self) -> int:
        """How many captures."""
        return int(value(self.db, "SELECT count(*) FROM chosen"))

    def last_date(self) -> str | None:
        """When the last of them was made."""
        last: str | None = value(self.db, _LAST)
        return last

    def _take(self, sql: str, key: int) -> None:
        for row in every(self.db, sql, *[key] * sql.count("?")):
            self._put(row["id"])

    def _put(self, snapshot_id: int | None) -> None:
        if snapshot_id is not None:
            run(self.db, "INSERT OR IGNORE INTO chosen (id) VALUES (?)", snapshot_id)

    def _take_nearest(self, source_id: int, published: str | None) -> None:
        then = backing(self.db, source_id, published) if published is not None else None
        if then is not None:
            self._put(then["snapshot_id"])

    def _lead_to(self, url: str | None, date: str | None) -> None:
        """The redirects from an address to where it leads: at a date, and last."""
        if url is None:
            return
        for row in walk(self.db, url).snapshots:
            self._put(row["id"])
        if date is not None:
            self.need(url, date)


def _rows(db: Database, sql: str, *values: object) -> Iterator[Row]:
    """The rows of an answer, one by one: there may be millions."""
    cursor = run(db, sql, *values)
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))


_EVERYTHING = (
    "INSERT INTO chosen (id, is_read) SELECT id, 1 FROM snapshots",
    "INSERT INTO chosen_posts SELECT id FROM posts WHERE first_captured IS NOT NULL",
    "INSERT INTO chosen_sources SELECT DISTINCT source_id FROM citation_sources",
)
_MONTHS = "SELECT id FROM months WHERE year = ? AND month = ? ORDER BY id"
_OF_MONTH = "SELECT snapshot_id AS id FROM archive_pages WHERE month_id = ? ORDER BY page"
_OF_POST = """
SELECT snapshot_id AS id FROM posts WHERE id = ?
UNION SELECT documents.snapshot_id FROM posts JOIN documents ON documents.id = document_id WHERE posts.id = ?
UNION SELECT snapshot_id FROM post_pages WHERE post_id = ?
"""
_OF_SOURCE = """
SELECT snapshot_id AS id FROM sources WHERE id = ?
UNION SELECT documents.snapshot_id FROM sources
    JOIN documents ON documents.id IN (document_id, cited_document_id) WHERE sources.id = ?
"""
_CITED = """
SELECT DISTINCT sources.id, sources.url FROM citations JOIN citation_sources ON citation_id = citations.id
JOIN sources ON sources.id = source_id WHERE post_id = ? ORDER BY sources.id
"""
_HISTORY = "SELECT snapshot_id AS id FROM checks WHERE source_id = ? ORDER BY date, id"
_LAST_CHECK = "SELECT snapshot_id AS id FROM checks WHERE source_id = ? ORDER BY date DESC, id DESC LIMIT 1"
_ARCHIVES = """
SELECT archive_answers.snapshot_id AS id FROM archive_answers JOIN sources ON sources.url = archive_answers.url
WHERE sources.id = ? AND archive_answers.snapshot_id IS NOT NULL ORDER BY archive_answers.id
"""
_NEAREST = """
SELECT id, next_url FROM snapshots WHERE url = ? AND failure IS NULL AND kind != 'metadata'
ORDER BY next_url IS NULL AND status NOT IN (200, 203, 206, 304), abs(julianday(date) - julianday(?)), id LIMIT 1
"""
_UNREAD = "SELECT id FROM chosen WHERE NOT is_read ORDER BY id LIMIT 100"
_ORIGINAL = """
SELECT held.id FROM snapshots AS one
JOIN snapshots AS held ON held.target_uri = one.refers_to_target_uri AND held.date = one.refers_to_date
WHERE one.id = ? AND one.kind = 'revisit' AND held.kind IN ('response', 'resource') ORDER BY held.id LIMIT 1
"""
_LOTS = f"""
SELECT {_COLUMNS}, role, location, start, until FROM (
    SELECT *, lag(offset + length) OVER here AS start, lead(offset) OVER here AS until
    FROM snapshots WHERE ? IS NULL OR warc = ? WINDOW here AS (PARTITION BY warc ORDER BY offset)
) WHERE id IN (SELECT id FROM chosen) AND (? IS NULL OR warc = ?) ORDER BY warc, offset, id
"""  # noqa: S608  # our own names
_ALL_PORTIONS = "SELECT warc, offset AS indexed FROM positions ORDER BY warc"
_PORTIONS = """
SELECT warc, offset AS indexed FROM positions
WHERE warc IN (SELECT warc FROM snapshots WHERE id IN (SELECT id FROM chosen)) ORDER BY warc
"""
_PAGES = """
SELECT target_uri AS url FROM snapshots WHERE id IN (SELECT id FROM chosen) AND role IN ('post', 'source')
UNION SELECT url FROM posts WHERE id IN (SELECT id FROM chosen_posts)
UNION SELECT url FROM post_urls WHERE post_id IN (SELECT id FROM chosen_posts)
UNION SELECT url FROM sources WHERE id IN (SELECT id FROM chosen_sources) AND url IS NOT NULL
UNION SELECT url FROM citation_sources WHERE source_id IN (SELECT id FROM chosen_sources) AND url IS NOT NULL ORDER BY 1
"""
_LAST = "SELECT max(date) FROM snapshots WHERE id IN (SELECT id FROM chosen)"
