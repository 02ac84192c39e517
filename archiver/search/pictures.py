"""What a browser made of pages that were captured: screenshots, prints and texts, under the addresses that Browsertrix gives them.

It names them by the address that it was sent to: that of the citation, where a redirect led elsewhere. ArchiveWeb.page prints a page
to `urn:pdf:`; the crawler writes `textFinal` and `fullPageFinal` after its behaviours have run.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from archiver.models.frontier import Place
from archiver.search.records import payload_back
from archiver.store.rows import every

KINDS = ("view", "fullPage", "fullPageFinal", "thumbnail", "pdf", "pageinfo", "text", "textFinal")
# What people are shown, and how it is called; the last only where there is no other.
_SHOWN = {
    "view": "screenshot",
    "fullPage": "screenshot of the whole page",
    "fullPageFinal": "screenshot of the whole page, at the end of the visit",
    "pdf": "print",
    "text": "text as a browser showed it",
    "textFinal": "text as a browser showed it, at the end of the visit",
    "thumbnail": "small screenshot",
}
_LAST = "thumbnail"
_LARGEST = 256 << 20  # bytes; what is larger stays in its record alone
_IMAGES = ("view", "fullPage", "fullPageFinal")
_BEGINNINGS = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpg", b"%PDF": "pdf", b"RIFF": "webp"}
_TEXTS = ("text", "textFinal")


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One of them, as a file."""

    reference: str  # p12, s7: of what it is
    name: str
    label: str
    payload: bytes


def pictures_of(db: Database, url: str) -> list[int]:
    """The captures that are such, of one page."""
    marks = ", ".join("?" * len(KINDS))
    sql = f"SELECT id FROM snapshots WHERE target_uri IN ({marks}) ORDER BY id"  # noqa: S608  # question marks
    return [row["id"] for row in every(db, sql, *(f"urn:{kind}:{url}" for kind in KINDS))]


def pictures(db: Database, warcs: Path) -> Iterator[Picture]:
    """Those for people, each with a name of its own: of all works that the scratch tables of a `Choice` name."""
    for row in every(db, _WORKS):
        kind, key = row["kind"], row["id"]
        addresses = [each["url"] for each in every(db, _OF_POST if kind == "p" else _OF_SOURCE, key)]
        has_image = False
        for shown in _SHOWN:
            if shown == _LAST and has_image:
                continue
            for made in _files(db, warcs, f"{kind}{key}", shown, addresses):
                has_image = has_image or shown in _IMAGES
                yield made


def _files(db: Database, warcs: Path, reference: str, kind: str, addresses: list[str]) -> Iterator[Picture]:
    number = 0
    for place in (place for url in addresses for place in every(db, _PLACES, f"urn:{kind}:{url}")):
        held = payload_back(db, warcs, Place(**place))
        payload = b"".join(held.pieces()) if held is not None and len(held) <= _LARGEST else b""
        ending = next((one for mark, one in _BEGINNINGS.items() if payload.startswith(mark)), None)
        if kind in _TEXTS:
            ending = "txt" if payload.strip() else None
        if ending is not None:
            number += 1
            more = f"-{number}" if number > 1 else ""
            name = f"{reference}-{kind}{more}.{ending}"
            yield Picture(reference=reference, name=name, label=_SHOWN[kind], payload=payload)


_WORKS = """
SELECT 'p' AS kind, id FROM chosen_posts UNION ALL SELECT 's', id FROM chosen_sources ORDER BY kind, id
"""
# The addresses of a work, each once: where its page was found, and every one that leads there.
_OF_POST = """
SELECT target_uri AS url FROM posts JOIN snapshots ON snapshots.id = posts.snapshot_id WHERE posts.id = ?1
UNION SELECT url FROM posts WHERE id = ?1
UNION SELECT url FROM post_urls WHERE post_id = ?1
"""
_OF_SOURCE = """
SELECT target_uri AS url FROM sources JOIN snapshots ON snapshots.id = sources.snapshot_id WHERE sources.id = ?1
UNION SELECT target_uri FROM sources JOIN documents ON documents.id IN (sources.document_id, sources.cited_document_id)
    JOIN snapshots ON snapshots.id = documents.snapshot_id WHERE sources.id = ?1
UNION SELECT url FROM sources WHERE id = ?1
UNION SELECT url FROM citation_sources WHERE source_id = ?1 AND url IS NOT NULL
"""
_PLACES = """
SELECT warc, offset FROM snapshots WHERE target_uri = ? AND kind IN ('resource', 'response')
AND id IN (SELECT id FROM chosen) ORDER BY date, id
"""
