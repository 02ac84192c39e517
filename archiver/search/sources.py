"""A source with its history and those who cite it."""

from pathlib import Path

from archiver.models.views import ArchiveView, CheckView, OtherSource, SourceView
from archiver.search.captures import captures
from archiver.search.citing import citing
from archiver.store.chains import walk
from archiver.store.database import opened
from archiver.store.rescues import addresses_of
from archiver.store.rows import every, one


def show_source(path: Path, source_id: int) -> SourceView | None:
    """Everything that a reader wants of a source; None when there is none with this number."""
    with opened(path) as db:
        row = one(db, _SOURCE, source_id)
        if row is None:
            return None
        own = [] if row["url"] is None else [row["url"]]  # a work that is only named has none
        on_the_way = [each["url"] for url in own for each in walk(db, url).snapshots]
        others = every(db, _SAME, source_id)
        seen = [each["url"] for each in every(db, _SEEN, source_id)]
        return SourceView(
            checks=tuple(CheckView(**each) for each in every(db, _CHECKS, source_id)),
            archives=tuple(
                ArchiveView(**each)
                for url in own
                for address in addresses_of(db, source_id, url)
                for each in every(db, _ARCHIVES, address)
            ),
            cited_by=citing(db, [source_id, *(each["id"] for each in others)]),
            same_work=tuple(OtherSource(**each) for each in others),
            snapshots=captures(db, list(dict.fromkeys([*own, *on_the_way, *seen]))),
            **row,
        )


_SOURCE = """
SELECT sources.id, sources.url, sources.type, sources.title, sources.author, sources.issued, sources.container_title,
    sources.publisher, sources.language, sources.doi, outcome, reason, first_cited, last_checked,
    CASE WHEN first_cited IS NOT NULL THEN next_check END AS next_check, words, text
FROM sources LEFT JOIN documents ON documents.id = document_id WHERE sources.id = ?
"""
_SAME = """
SELECT other.id, other.url, other.outcome FROM sources JOIN sources AS other ON other.work_id = sources.work_id
WHERE sources.id = ? AND other.id != sources.id ORDER BY other.id
"""
_CHECKS = "SELECT date, outcome, reason, snapshot_id FROM checks WHERE source_id = ? ORDER BY date, id"
_ARCHIVES = """
SELECT archive, url, answer, reason, asked, next_ask,
    (SELECT count(*) FROM mementos WHERE mementos.url = said.url AND mementos.archive = said.archive) AS mementos,
    (SELECT count(*) FROM mementos
        WHERE mementos.url = said.url AND mementos.archive = said.archive AND taken IS NOT NULL) AS taken
FROM archive_answers AS said WHERE url = ? ORDER BY id
"""
_SEEN = "SELECT DISTINCT url FROM checks JOIN snapshots ON snapshots.id = snapshot_id WHERE source_id = ? ORDER BY url"
