"""Items as the tables tell of them: the work, the capture that backs it, what became of its address."""

from collections.abc import Iterator
from dataclasses import replace

from sqlite_utils import Database

from archiver.collection.publish_settings import PublishSettings
from archiver.extract.metadata.sure_names import sure_names
from archiver.models.citation import Outcome
from archiver.models.item import CitedWork, CitingPlace, Copy, Item, PartialDate, Status
from archiver.models.views import Reference
from archiver.search.backing import backing, last_change
from archiver.search.public import public_copy
from archiver.search.told_works import filled, full_work, notes_of, of_document, of_source, without_own_name
from archiver.store.rows import Row, every, one

_STATUSES = {
    Outcome.ARCHIVED: Status.LIVE,
    Outcome.PAYWALL: Status.LIVE,
    Outcome.LOGIN_WALL: Status.LIVE,
    Outcome.BOT_WALL: Status.LIVE,
    Outcome.RESCUED: Status.DEAD,
    Outcome.GONE: Status.DEAD,
    Outcome.SOFT_404: Status.DEAD,
    Outcome.UNREACHABLE: Status.DEAD,
    Outcome.PARKED: Status.USURPED,
}
_DEVIATED = frozenset(["changed", "major", "replaced"])


class ItemReader:
    """Reads items from an open database."""

    def __init__(self, db: Database, *, blog: str | None, publish: PublishSettings) -> None:
        """`blog` is what the blog is called where its pages do not say it."""
        self._db, self._blog, self._publish = db, blog, publish

    def items(self, reference: Reference, *, with_sources: bool) -> Iterator[Item]:
        """What a number stands for; nothing where it stands for nothing."""
        if reference.kind == "post":
            yield from self._post(reference.id)
            if with_sources:
                for row in every(self._db, _CITED_BY, reference.id):
                    yield from self._source(row["source_id"], row["date"], None)
        elif reference.kind == "source":
            yield from self._source(reference.id, None, None)
        else:
            yield from self._citation(reference.id)

    def _post(self, post_id: int) -> Iterator[Item]:
        row = one(self._db, _POST, post_id)
        if row is None:
            return
        work = CitedWork(
            type="post-weblog",
            title=row["title"],
            author=sure_names(row["author"], (), row["language"]),
            container_title=row["container_title"] or row["site"] or self._blog,
            issued=PartialDate.parse(row["published"]),
            URL=row["url"],
            language=row["language"],
        )
        yield Item(
            id=f"p{post_id}",
            identity=row["url"],
            work=work,
            copy=self._copy(row["snapshot_id"]) if row["outcome"] in _HELD else None,
            status=_STATUSES.get(row["outcome"]),
            outcome=row["outcome"],
        )

    def _source(self, source_id: int, date: str | None, place: CitingPlace | None) -> Iterator[Item]:
        """A source with its capture nearest to a moment: that of the post that cites it, else of the first one."""
        row = one(self._db, _SOURCE, source_id)
        if row is None:
            return
        nearest = backing(self._db, source_id, date or row["first_cited"])
        snapshot_id = row["snapshot_id"] if row["outcome"] in _HELD else None
        document = None
        if nearest is not None:
            snapshot_id = nearest["snapshot_id"]
            document = one(self._db, _DOCUMENT, nearest["document_id"])
        work = of_source(row)
        if document is not None:
            told = of_document(document)
            work = filled(told, work) if _is_of(row, nearest, told) else told
        for each in notes_of(self._db, source_id):
            note = without_own_name(each, work.title)
            work = filled(
                work, replace(note, accessed=None, page=note.page if "–" in (note.page or "") else None)
            )
        change = last_change(self._db, source_id)
        # What web archives had says nothing of the web, where that was not asked.
        status = _STATUSES.get(row["outcome"]) if row["last_checked"] is not None else None
        yield Item(
            id=f"s{source_id}",
            identity=row["url"] or f"work:{row['work_key'] or source_id}",
            work=replace(work, URL=row["url"]),
            copy=self._copy(snapshot_id),
            status=Status.DEVIATED if status is Status.LIVE and change in _DEVIATED else status,
            outcome=row["outcome"],
            place=place,
        )

    def _citation(self, citation_id: int) -> Iterator[Item]:
        """What one note cites: with the address as it is written there, and what its words add."""
        rows = every(self._db, _CITATION, citation_id)
        for row in rows:
            place = CitingPlace(
                post_id=row["post_id"],
                post_url=row["post_url"],
                label=row["label"],
                sentence=row["sentence"],
                note=row["note"],
            )
            for item in self._source(row["source_id"], row["date"], place):
                note = full_work(row["works"]) if len(rows) == 1 else None
                work = item.work if note is None else filled(item.work, note)
                yield replace(item, work=replace(work, URL=row["url"] or work.URL))

    def _copy(self, snapshot_id: int | None) -> Copy | None:
        row = one(self._db, _SNAPSHOT, snapshot_id)
        if row is None:
            return None
        return Copy(
            snapshot_id=row["id"],
            date=row["date"],
            record_id=row["record_id"].strip("<>"),
            sha256=_hexadecimal(row["payload_sha256"]) or _hexadecimal(row["payload_digest"]),
            warc=row["warc"],
            public=public_copy(self._db, row, self._publish),
        )


def _is_of(row: Row, nearest: Row | None, told: CitedWork) -> bool:
    """Whether what the table says of a source was read from the same capture, or from the notes alone."""
    return nearest is not None and (row["document_id"] == nearest["document_id"] or told.title is None)


def _hexadecimal(digest: str | None) -> str | None:
    algorithm, _, digits = (digest or "").partition(":")
    return digits or None if algorithm == "sha256" else None


_HELD = frozenset([Outcome.ARCHIVED, Outcome.RESCUED])
_POST = """
SELECT posts.url, posts.title, posts.author, posts.published, posts.outcome, posts.snapshot_id,
    coalesce(posts.language, documents.language) AS language, container_title, site
FROM posts LEFT JOIN documents ON documents.id = document_id WHERE posts.id = ?
"""
_CITED_BY = """
SELECT source_id, min(citations.position), coalesce(published, first_captured) AS date
FROM citation_sources JOIN citations ON citations.id = citation_id JOIN posts ON posts.id = post_id
WHERE post_id = ? GROUP BY source_id ORDER BY 2, min(citation_sources.position), source_id
"""
_SOURCE = """
SELECT url, work_key, type, title, author, issued, container_title, publisher, language, doi, outcome, first_cited,
    last_checked, snapshot_id, document_id
FROM sources WHERE id = ?
"""
_CITATION = """
SELECT source_id, citation_sources.url, citations.label, sentence, note, works, post_id, posts.url AS post_url,
    coalesce(published, first_captured) AS date
FROM citation_sources JOIN citations ON citations.id = citation_id JOIN posts ON posts.id = post_id
WHERE citations.id = ? ORDER BY citation_sources.position
"""
_DOCUMENT = """
SELECT type, title, author, authors, issued, site, container_title, publisher, doi, isbn, language FROM documents WHERE id = ?
"""
_SNAPSHOT = """
SELECT id, url, date, record_id, payload_sha256, payload_digest, warc, archived_from FROM snapshots
WHERE id = ? AND failure IS NULL AND kind != 'metadata'
"""
