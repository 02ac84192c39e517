"""The pages of WCXB (Murrough-Foley, "Web Content Extraction Benchmark", CC-BY-4.0), unpacked or as `wcxb-dev.tar.xz`.

The pages are other people's: they are measured with, and never shipped.
"""

import json
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from archiver.web.charset import decode

_EVERY = 3  # page whose number this divides is held out: never looked at, only measured


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """A page, and what people wrote down of it."""

    name: str
    url: str
    html: str
    kind: str  # article, forum, ...
    text: str
    title: str | None
    author: str | None
    date: str | None

    @property
    def is_held_out(self) -> bool:
        """Whether nobody looked at it while rules and weights were made."""
        return int(self.name) % _EVERY == 0


@contextmanager
def unpacked(data: Path) -> Iterator[Path]:
    """The folder that holds `html` and `ground-truth`.

    Raises:
        SystemExit: there is no such folder and no such archive.
    """
    with tempfile.TemporaryDirectory() as scratch:
        where = data
        packed = data if data.is_file() else data / "wcxb-dev.tar.xz"
        if packed.is_file():
            with tarfile.open(packed) as archive:
                archive.extractall(scratch, filter="data")
            where = Path(scratch)
        folder = next((path.parent for path in sorted(where.rglob("ground-truth"))), None)
        if folder is None:
            raise SystemExit(f"{data}: there is neither wcxb-dev.tar.xz nor a folder `ground-truth` in it.")
        yield folder


def pages(folder: Path, *, kinds: frozenset[str] = frozenset(["article"])) -> Iterator[Truth]:
    """Every page of some kinds that has a text, in the order of their names; no kinds: all."""
    for path in sorted((folder / "ground-truth").glob("*.json")):
        told = json.loads(path.read_text("utf-8"))
        truth, kind = told["ground_truth"], told["_internal"]["page_type"]["primary"]
        page = folder / "html" / f"{path.stem}.html"
        if (kinds and kind not in kinds) or not truth.get("main_content") or not page.exists():
            continue
        yield Truth(
            name=path.stem,
            url=told.get("url") or truth.get("url") or "https://page.example/",
            html=decode(page.read_bytes(), "text/html").text,
            kind=kind,
            text=truth["main_content"],
            title=truth.get("title"),
            author=truth.get("author"),
            date=truth.get("publish_date"),
        )
