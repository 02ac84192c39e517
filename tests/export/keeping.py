"""An archive made of rows alone, as little of each as a test cares for. Every day is a run."""

from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from archiver.store.database import open_for_writing
from archiver.store.rows import insert, run

BLOG = "https://blog.example/"
VAT = "In winter the room was cold. We slept beside the vat. The master paid us 12 shillings a week and our beer."
FELT = "In winter the room was cold. The master paid us 14 shillings a week and our beer. He was a Tolling man by birth."


@dataclass
class Keeping:
    """Fills the tables. Dates are days; looks are made at three in the morning."""

    path: Path
    count: int = field(default=0)

    def __enter__(self) -> Self:
        self.db = open_for_writing(self.path)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.db.conn.commit()
        self.db.close()

    def run(self, day: str, exit_code: int | None = 0, hour: int = 2) -> None:
        """One night's crawl; without exit code it was killed."""
        finished = None if exit_code is None else f"{day}T{hour + 2:02d}:00:00Z"
        row = {"id": f"r-{day}-{hour}", "started": f"{day}T{hour:02d}:00:00Z", "finished": finished}
        insert(self.db, "runs", row | {"exit_code": exit_code})

    def snapshot(self, url: str, day: str, **more: Any) -> int:
        """A capture."""
        self.count += 1
        row = {
            "record_id": f"<urn:uuid:{self.count:032x}>",
            "target_uri": url,
            "url": url,
            "date": f"{day}T03:00:00Z",
            "status": 200,
            "warc": "a.warc.gz",
            "offset": self.count * 1000,
            "length": 1000,
            "kind": "response",
            "seed": BLOG,
            "role": "source",
            "outcome": "archived",
        }
        return insert(self.db, "snapshots", row | more)

    def document(self, snapshot_id: int, text: str = "Words.") -> int:
        """A reading of it."""
        row = {
            "snapshot_id": snapshot_id,
            "kind": "source",
            "url": f"u{snapshot_id}",
            "text": text,
            "words": 1,
            "text_digest": f"d{snapshot_id}",
            "extractor": "test",
            "authors": "[]",
            "html": "",
            "found_by": "{}",
            "disagreements": "[]",
        }
        made = insert(self.db, "documents", row)
        run(self.db, "UPDATE snapshots SET document_id = ? WHERE id = ?", made, snapshot_id)
        return made

    def post(self, name: str, day: str = "2026-01-01", title: str | None = None) -> int:
        """A post, first captured on a day."""
        row = {"seed": BLOG, "url": f"{BLOG}{name}/", "title": title or name.title(), "published": day}
        return insert(self.db, "posts", row | {"first_captured": f"{day}T03:00:00Z", "outcome": "archived"})

    def source(self, url: str, title: str | None = None, outcome: str = "archived") -> int:
        """A source."""
        row = {
            "url": url,
            "host": url.split("/")[2],
            "title": title,
            "outcome": outcome,
            "first_cited": "2019-09-12",
        }
        return insert(self.db, "sources", row)

    def cite(self, post_id: int, source_id: int, url: str, **more: Any) -> int:
        """A footnote."""
        row = {"post_id": post_id, "position": 1, "kind": "footnote", "label": "1", "style": "endnotes"}
        made = insert(self.db, "citations", row | more)
        link = {"citation_id": made, "source_id": source_id, "position": 1, "url": url, "is_link": 1}
        insert(self.db, "citation_sources", link)
        return made

    def look(
        self,
        source_id: int,
        url: str,
        day: str,
        outcome: str = "archived",
        text: str = "Words.",
        **more: Any,
    ) -> int:
        """A look at a source; gives the number of its document."""
        snapshot_id = self.snapshot(url, day, outcome=outcome)
        row = {"source_id": source_id, "snapshot_id": snapshot_id, "date": f"{day}T03:00:00Z"}
        insert(self.db, "checks", row | {"outcome": outcome} | more)
        return self.document(snapshot_id, text) if outcome == "archived" else 0

    def cited(self, source_id: int, document_id: int) -> None:
        """Which reading is the one that was cited."""
        run(self.db, "UPDATE sources SET cited_document_id = ? WHERE id = ?", document_id, source_id)

    def quote(self, source_id: int, citation_id: int, exact: str, found: dict[int, str]) -> None:
        """Quoted words, and how they stood in each document."""
        row = {"citation_id": citation_id, "source_id": source_id, "exact": exact}
        quote_id = insert(self.db, "quotes", row)
        for document_id, each in found.items():
            insert(self.db, "quote_checks", {"quote_id": quote_id, "document_id": document_id, "found": each})


def a_bad_week(path: Path) -> None:
    """One of everything, in the week before 2026-03-10."""
    s = "https://s.example/"
    with Keeping(path) as kept:
        for day in ("2026-02-01", "2026-03-01", "2026-03-09"):
            kept.run(day)
        kept.run("2026-03-08", exit_code=3)
        mills = kept.post("mills", title="On paper mills")
        rags = kept.post("rags", title="The price of rags")
        new = kept.post("vats", "2026-03-09", title="Vats and felts")

        dead = kept.source(f"{s}dead", "A history of the Tolling mill", "gone")
        kept.cite(
            mills,
            dead,
            f"{s}dead",
            sentence="The mill at Tolling made ninety reams a week.",
            note=f"See A history, {s}dead, ch. 2.",
            anchor="A history",
            label="2",
        )
        kept.look(dead, f"{s}dead", "2026-02-01", change="same-bytes")
        for day in ("2026-03-06", "2026-03-07", "2026-03-08"):
            kept.look(dead, f"{s}dead", day, "gone", reason="the server says 404")

        quoted = kept.source("https://letters.example/vat", "Letters of a vatman")
        place = kept.cite(
            mills,
            quoted,
            "https://letters.example/vat",
            sentence="“We slept beside the vat”, he wrote.",
            anchor="he wrote",
            label="5",
        )
        was = kept.look(quoted, "https://letters.example/vat", "2026-02-01", text=VAT)
        now = kept.look(
            quoted, "https://letters.example/vat", "2026-03-09", text=FELT, change="major", similarity=0.41
        )
        kept.cited(quoted, was)
        kept.quote(quoted, place, "We slept beside the vat", {was: "verbatim", now: "gone"})

        doubt = kept.source("https://slow.example/", "Slow answers")
        kept.cite(rags, doubt, "https://slow.example/", sentence="Answers come late.", label="1")
        kept.look(doubt, "https://slow.example/", "2026-02-01")
        kept.look(
            doubt, "https://slow.example/", "2026-03-09", "unreachable", reason="nobody answered in time"
        )

        saved = kept.source(f"{s}saved", "Rag prices, 1840", "rescued")
        kept.cite(rags, saved, f"{s}saved", sentence="Rags cost four pence.", anchor="four pence", label="3")
        kept.look(saved, f"{s}saved", "2026-02-01", "gone", reason="the server says 410")
        kept.snapshot(
            f"{s}saved",
            "2019-05-01",
            archived_from=f"https://web.archive.example/web/20190501030000id_/{s}saved",
            run_id="r-2026-03-09-2",
        )

        back = kept.source(f"{s}back", "Felts and their makers")
        kept.cite(rags, back, f"{s}back", sentence="Felts came from Ware.", label="4")
        kept.look(back, f"{s}back", "2026-01-30")
        for day in ("2026-02-01", "2026-02-02", "2026-02-03"):
            kept.look(back, f"{s}back", day, "gone", reason="the server says 404")
        kept.look(back, f"{s}back", "2026-03-09")

        fault = kept.source("https://ours.example/", "Behind our fault")
        kept.cite(new, fault, "https://ours.example/", sentence="Nobody knows.", label="1")
        kept.look(fault, "https://ours.example/", "2026-03-09", "unknown", reason="our network is down")

        month = insert(
            kept.db,
            "months",
            {"seed": BLOG, "year": 2026, "month": 3, "posts_listed": 2, "posts_captured": 1, "url": None},
        )
        run(kept.db, "UPDATE posts SET month_id = ? WHERE id = ?", month, new)
