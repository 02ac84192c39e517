"""What a browser made of pages that were captured: screenshots and prints, under the addresses that Browsertrix gives them."""

from collections.abc import Iterator
from pathlib import Path

from sqlite_utils import Database

from archiver.models.frontier import Place
from archiver.search.records import read_back
from archiver.store.rows import every

KINDS = ("view", "fullPage", "fullPageFinal", "thumbnail", "pdf", "pageinfo", "text", "textFinal")
_SHOWN = {"view": "png", "fullPage": "png", "fullPageFinal": "png", "pdf": "pdf"}
_BEGINNINGS = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpg", b"%PDF": "pdf", b"RIFF": "webp"}


def pictures_of(db: Database, url: str) -> list[int]:
    """The captures that are such, of one page."""
    marks = ", ".join("?" * len(KINDS))
    sql = f"SELECT id FROM snapshots WHERE target_uri IN ({marks}) ORDER BY id"  # noqa: S608  # question marks
    return [row["id"] for row in every(db, sql, *(f"urn:{kind}:{url}" for kind in KINDS))]


def pictures(db: Database, warcs: Path) -> Iterator[tuple[str, bytes]]:
    """Those for people, each with a name of its own: of all works that the scratch tables of a `Choice` name."""
    for row in every(db, _PAGES):
        for kind in _SHOWN:
            for number, place in enumerate(every(db, _PLACES, f"urn:{kind}:{row['target_uri']}"), start=1):
                capture = read_back(db, warcs, Place(**place))
                payload = capture.payload if capture is not None else b""
                ending = next((one for mark, one in _BEGINNINGS.items() if payload.startswith(mark)), None)
                if ending is not None:
                    more = f"-{number}" if number > 1 else ""
                    yield f"{row['reference']}-{kind}{more}.{ending}", payload


_PAGES = """
SELECT 'p' || posts.id AS reference, target_uri FROM chosen_posts JOIN posts ON posts.id = chosen_posts.id
    JOIN snapshots ON snapshots.id = posts.snapshot_id
UNION ALL
SELECT 's' || sources.id, target_uri FROM chosen_sources JOIN sources ON sources.id = chosen_sources.id
    JOIN snapshots ON snapshots.id = sources.snapshot_id
"""
_PLACES = "SELECT warc, offset FROM snapshots WHERE target_uri = ? AND kind = 'resource' ORDER BY date, id"
