"""Starts a probe, and reads what it has left: the report of its spider, the records of its WARCs."""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator

from archiver.collection.folder import Collection, create_collection

ROOT = Path(__file__).parents[3]
TOML = """\
[blog]
seeds = ["http://probe.example/"]

[politeness]
delay = 0.0
per_host = 16
concurrency = 64
timeout = {timeout}
retries = 0

[network]
allow_private_addresses = true
{network}

[storage]
max_body_mb = {most}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One WARC record as warcio reads it, its block untouched."""

    kind: str
    headers: tuple[tuple[str, str], ...]
    block: bytes

    def all(self, name: str) -> list[str]:
        """All values of a header."""
        return [value for key, value in self.headers if key.lower() == name.lower()]

    def one(self, name: str) -> str | None:
        """The value of a header that may stand but once."""
        values = self.all(name)
        assert len(values) <= 1, (name, values)
        return values[0] if values else None

    def fields(self) -> dict[str, str]:
        """The fields of a metadata record."""
        lines = self.block.decode("utf-8").splitlines()
        return dict(line.split(": ", 1) for line in lines)


def collection_in(
    folder: Path, *, timeout: float = 30.0, most: float = 4, network: str = "", credentials: str = ""
) -> Collection:
    """An archive whose crawls may ask this machine."""
    made = create_collection(folder, TOML.format(timeout=timeout, most=most, network=network))
    if credentials:
        made.credentials.write_text(credentials, encoding="utf-8")
    return made


def probe(
    collection: Collection, chains: Iterable[Iterable[tuple[str, str]]], seconds: int = 60
) -> list[dict]:
    """Ask for addresses in a process of its own; what the spider got."""
    report = collection.folder.with_name(collection.folder.name + "-report.json")
    order = report.with_name("order.json")
    words = {"folder": str(collection.folder), "chains": [list(chain) for chain in chains]}
    order.write_text(json.dumps({**words, "report": str(report)}), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tests.spiders.hostile.probe", str(order)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=seconds,
    )
    assert (0, "") == (done.returncode, done.stderr)
    return json.loads(report.read_text(encoding="utf-8"))


def archiver(*words: object, cwd: Path) -> subprocess.CompletedProcess:
    """Run the program as a user does."""
    return subprocess.run(
        [sys.executable, "-m", "archiver", *map(str, words)],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def records(collection: Collection) -> Iterator[Record]:
    """All records, file by file."""
    for path in collection.warc_files():
        with path.open("rb") as file:
            for record in ArchiveIterator(file, no_record_parse=True):
                yield Record(
                    kind=record.rec_type,
                    headers=tuple(record.rec_headers.headers),
                    block=record.raw_stream.read(),
                )
