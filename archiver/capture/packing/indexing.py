"""The index of a package: CDXJ, plain while it is small, else in gzip blocks with an index of its own (ZipNum)."""

import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import Self

from archiver.capture.cdxj import INDEXED, cdxj_line
from archiver.capture.packing.keys import package_key
from archiver.capture.packing.sorting import sorted_lines
from archiver.capture.packing.taking import Taken

_PLAIN = 1000  # lines; more are read by blocks
_BLOCK = 1024  # lines of a block, as py-wacz and ArchiveWeb.page have it
PLAIN, BLOCKS, BLOCK_INDEX = "indexes/index.cdx", "indexes/index.cdx.gz", "indexes/index.idx"
Add = Callable[[str, Iterable[bytes]], object]


class Lines:
    """The lines that wait to be sorted, in an unnamed file."""

    def __init__(self, folder: Path) -> None:
        self.count = 0
        self._folder = folder
        self._file = TemporaryFile(dir=folder)  # noqa: SIM115  # closed with this

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, record: Taken, *, filename: str, offset: int, digest: str) -> None:
        """A record as it lies in the package; others than captures get no line. `digest` is of its bytes there."""
        if record.snapshot is None or record.snapshot.kind not in INDEXED:
            return
        line = cdxj_line(record.snapshot)
        at = line.index("{")
        fields = json.loads(line[at:]) | {"offset": str(offset), "filename": filename, "recordDigest": digest}
        timestamp = line[:at].split()[-1]
        text = f"{package_key(record.snapshot.target_uri)} {timestamp} {json.dumps(fields, ensure_ascii=False)}\n"
        self._file.write(text.encode("utf-8", "replace"))
        self.count += 1

    def write(self, add: Add) -> None:
        """Give the members of the index to `add`."""
        self._file.seek(0)
        lines = sorted_lines((line.removesuffix(b"\n") for line in self._file), self._folder)
        if self.count <= _PLAIN:
            add(PLAIN, (line + b"\n" for line in lines))
            return
        table = ["!meta 0 " + json.dumps({"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}) + "\n"]
        add(BLOCKS, _blocks(lines, table))
        add(BLOCK_INDEX, (row.encode() for row in table))


def _blocks(lines: Iterator[bytes], table: list[str]) -> Iterator[bytes]:
    """Blocks of lines, each a gzip member; a row of `table` for each: its first line's key, and where it lies."""
    offset = 0
    while block := list(islice(lines, _BLOCK)):
        packer = zlib.compressobj(9, wbits=31)
        packed = packer.compress(b"".join(line + b"\n" for line in block)) + packer.flush()
        key = block[0].partition(b"{")[0].strip().decode()
        place = {
            "offset": offset,
            "length": len(packed),
            "digest": f"sha256:{hashlib.sha256(packed).hexdigest()}",
        }
        table.append(f"{key} {json.dumps(place | {'filename': 'index.cdx.gz'})}\n")
        offset += len(packed)
        yield packed
