"""A collection as large as they come: a WARC of a gigabyte, read by the indexer, and a million documents put beside it.

The million are rows only: nobody waits for a million pages to be read (`bench_index.py` says how long that takes). Words are
Zipf's, over a vocabulary of made-up ones; lengths are log-normal as those of real articles are, about a median that is chosen.
"""

import json
import random
import time
from collections.abc import Iterator
from datetime import timedelta
from itertools import accumulate, islice
from pathlib import Path

from captures import BLOG, STARTED, begun, captured
from sqlite_utils import Database

from archiver.capture.framing import frame
from archiver.collection.folder import Collection
from archiver.index import rebuild
from archiver.models.capture import Exchange, Role, Visit
from archiver.store.database import open_for_writing

_WORDS = 80_000  # of the vocabulary
_SPREAD = 0.95  # of the logarithm of lengths, as WCXB's pages have it
_SHORTEST, _LONGEST = 30, 9_000  # words of a text
_POOL = 3_000_000  # running words that texts are cut out of
_CITATIONS = 4  # of a post
_POSTS = 5  # every fifth document is a post
_HOSTS = 20_000
_MONTHS = 240
_BATCH = 2_000
_IMAGE = 330_000  # bytes; beside each page of the WARC
_OUTCOMES = ("archived",) * 15 + ("gone", "gone", "soft-404", "unreachable", "login-wall")
_SYLLABLES = "ba co du el fi ga hu in jo ka le mi no or pe qua ri sa te un va we xi yo zu".split()


def make_warc(collection: Collection, size: int) -> int:
    """Capture pages with an image each until their WARC has so many bytes, and read it; gives how many pages."""
    chance = random.Random(0)
    count = max(size // _IMAGE, 20)
    writer = begun(collection)
    for number in range(count):
        writer.write(captured(number, posts=0.1))
        writer.write(_image(number, chance.randbytes(_IMAGE)))
    writer.finish(exit_code=0, counts={})
    rebuild(collection)
    return count


def _image(number: int, noise: bytes) -> Exchange:
    body = b"\xff\xd8\xff\xe0" + noise
    head = b"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n" % len(body)
    return Exchange(
        target_uri=f"{BLOG}i/{number}.jpg",
        date=STARTED + timedelta(seconds=number),
        visit=Visit(role=Role.REQUISITE, seed=BLOG),
        request=b"GET /i/%d.jpg HTTP/1.1\r\nHost: blog.example\r\n\r\n" % number,
        response=frame([head + body]).answer(),
    )


class Words:
    """Texts of Zipf's words; the same for the same number."""

    def __init__(self, number: int, median: int) -> None:
        self.chance = random.Random(number)
        self.vocabulary = [self._word(rank) for rank in range(_WORDS)]
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(_WORDS)))  # Mandelbrot's constant
        self._pool = self.pick(_POOL)
        self._median = median

    def pick(self, count: int) -> list[str]:
        """So many words, each as often as its rank allows."""
        return self.chance.choices(self.vocabulary, cum_weights=self._weights, k=count)

    def text(self) -> tuple[int, str]:
        """Paragraphs, and how many words they have."""
        length = int(self._median * self.chance.lognormvariate(0, _SPREAD))
        length = min(max(length, _SHORTEST), _LONGEST)
        start = self.chance.randrange(_POOL - length)
        words = self._pool[start : start + length]
        paragraphs = (" ".join(words[at : at + 80]) for at in range(0, length, 80))
        return length, "\n\n".join(paragraphs)

    def _word(self, rank: int) -> str:
        """Common words are short."""
        count = 1 + (rank > 20) + (rank > 2_000) + (rank > 20_000)  # noqa: PLR2004
        return "".join(self.chance.choices(_SYLLABLES, k=count)) + (f"{rank:x}" if rank % 3 == 0 else "")


def add_documents(path: Path, count: int, words: Words) -> float:
    """Put so many documents into a database, with the posts, citations, sources and checks around them; gives seconds."""
    start = time.monotonic()
    db = open_for_writing(path)
    db.execute("PRAGMA synchronous = OFF")
    db.execute("PRAGMA cache_size = -400000")
    months = _months(db)
    first = {
        table: _last(db, table) + 1
        for table in ("snapshots", "documents", "posts", "sources", "citations", "checks")
    }
    rows = _rows(count, words, first, months)
    while batch := list(islice(rows, _BATCH)):
        with db.conn:
            for table in (
                "snapshots",
                "documents",
                "posts",
                "sources",
                "citations",
                "citation_sources",
                "checks",
                "post_urls",
            ):
                _insert(
                    db,
                    table,
                    [row for name, row in (each for several in batch for each in several) if name == table],
                )
    db.close()
    return time.monotonic() - start


def _rows(
    count: int, words: Words, first: dict[str, int], months: dict[str, int]
) -> Iterator[list[tuple[str, dict[str, object]]]]:
    """For each document its rows, and those that lead to it."""
    posts = sources = citations = checks = 0
    for number in range(count):
        is_post = number % _POSTS == _POSTS - 1
        snapshot_id, document_id = first["snapshots"] + number, first["documents"] + number
        host = f"h{words.chance.randrange(_HOSTS)}.example"
        url = f"{BLOG}made/{number}" if is_post else f"https://{host}/{number}"
        outcome = "archived" if is_post else words.chance.choice(_OUTCOMES)
        length, text = words.text()
        title = " ".join(words.pick(6)).capitalize()
        date = f"{2004 + number % 20}-{1 + number // 20 % 12:02d}-{1 + number % 28:02d}"
        several: list[tuple[str, dict[str, object]]] = [
            ("snapshots", _snapshot(snapshot_id, url, number, outcome, "post" if is_post else "source")),
            (
                "documents",
                _document(document_id, snapshot_id, url, title, date, text, length, is_post=is_post),
            ),
        ]
        if is_post:
            post_id = first["posts"] + posts
            posts += 1
            several.append(
                ("posts", _post(post_id, url, title, date, months[date[:7]], document_id, snapshot_id))
            )
            several.append(("post_urls", {"url": url, "post_id": post_id}))
            for position in range(1, _CITATIONS + 1):
                citation_id = first["citations"] + citations
                citations += 1
                source = (
                    first["sources"] + words.chance.randrange(sources)
                    if position == 1
                    else first["sources"] + sources - position
                )
                several.append(
                    ("citations", _citation(citation_id, post_id, position, " ".join(words.pick(18))))
                )
                several.append(
                    (
                        "citation_sources",
                        {
                            "citation_id": citation_id,
                            "source_id": source,
                            "position": 1,
                            "url": url,
                            "is_link": 1,
                        },
                    )
                )
        else:
            source_id = first["sources"] + sources
            sources += 1
            several.append(
                ("sources", _source(source_id, url, host, title, date, outcome, document_id, snapshot_id))
            )
            several.append(("checks", _check(first["checks"] + checks, source_id, snapshot_id, outcome)))
            checks += 1
        yield several


def _snapshot(snapshot_id: int, url: str, number: int, outcome: str, role: str) -> dict[str, object]:
    return {
        "id": snapshot_id, "record_id": f"<urn:uuid:{number:032x}>", "target_uri": url, "url": url,
        "date": f"2026-0{1 + number % 9}-0{1 + number % 9}T00:00:00Z", "status": 200, "content_type": "text/html",
        "payload_digest": f"sha256:{number:064x}", "warc": "made-up.warc.gz", "offset": number, "length": 9_000,
        "kind": "response", "payload_sha256": f"{number:064x}", "seed": BLOG, "role": role, "outcome": outcome,
    }  # fmt: skip


def _document(
    document_id: int,
    snapshot_id: int,
    url: str,
    title: str,
    date: str,
    text: str,
    length: int,
    *,
    is_post: bool,
) -> dict[str, object]:
    html = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))
    return {
        "id": document_id, "snapshot_id": snapshot_id, "kind": "post" if is_post else "source", "url": url, "title": title,
        "author": "Ada Moss", "issued": date, "language": "en", "text": text, "words": length,
        "text_digest": f"{document_id:064x}", "extractor": "made", "authors": json.dumps([{"family": "Moss", "given": "Ada"}]),
        "html": html, "found_by": "{}", "disagreements": "[]",
    }  # fmt: skip


def _post(
    post_id: int, url: str, title: str, date: str, month_id: int, document_id: int, snapshot_id: int
) -> dict[str, object]:
    return {
        "id": post_id, "seed": BLOG, "url": url, "title": title, "author": "Ada Moss", "published": date, "outcome": "archived",
        "first_captured": "2026-01-01T00:00:00Z", "month_id": month_id, "document_id": document_id, "snapshot_id": snapshot_id,
    }  # fmt: skip


def _source(
    source_id: int,
    url: str,
    host: str,
    title: str,
    date: str,
    outcome: str,
    document_id: int,
    snapshot_id: int,
) -> dict[str, object]:
    return {
        "id": source_id, "url": url, "work_id": source_id, "host": host, "title": title, "issued": date, "outcome": outcome,
        "first_cited": date, "last_checked": "2026-01-01", "document_id": document_id, "snapshot_id": snapshot_id,
        "cited_document_id": document_id,
    }  # fmt: skip


def _citation(citation_id: int, post_id: int, position: int, words: str) -> dict[str, object]:
    return {
        "id": citation_id, "post_id": post_id, "position": position, "kind": "footnote", "label": str(position),
        "sentence": f"{words}.", "note": f"See {words}.", "style": "made",
    }  # fmt: skip


def _check(check_id: int, source_id: int, snapshot_id: int, outcome: str) -> dict[str, object]:
    return {
        "id": check_id,
        "source_id": source_id,
        "snapshot_id": snapshot_id,
        "date": "2026-01-01T00:00:00Z",
        "outcome": outcome,
    }


def _months(db: Database) -> dict[str, int]:
    rows = [
        {"seed": BLOG, "year": 2004 + number // 12, "month": 1 + number % 12} for number in range(_MONTHS)
    ]
    with db.conn:
        db.conn.executemany(
            "INSERT OR IGNORE INTO months (seed, year, month) VALUES (:seed, :year, :month)", rows
        )
    return {
        f"{year}-{month:02d}": month_id
        for month_id, year, month in db.execute("SELECT id, year, month FROM months")
    }


def _insert(db: Database, table: str, rows: list[dict[str, object]]) -> None:
    if rows:
        names = list(rows[0])
        marks = ", ".join(f":{name}" for name in names)
        db.conn.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", rows)


def _last(db: Database, table: str) -> int:
    return int(db.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0])
