"""How fast WARC files are read: mended, verified and indexed, beside `gzip -t` on the same file.

`--pages` answers are written first. MB are those of the compressed file, as `gzip -t` reads it.
"""

import argparse
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from captures import BLOG, STARTED, begun
from site_of_pages import page

from archiver.capture.framing import frame
from archiver.capture.manifest import Manifest
from archiver.capture.mending import mend
from archiver.capture.reader import read_captures
from archiver.capture.writer import OPEN
from archiver.collection.folder import Collection
from archiver.index import index
from archiver.models.capture import Exchange, Role, Visit
from archiver.verify import verify


def write(collection: Collection, pages: int, role: Role) -> Path:
    """A WARC of that many pages."""
    writer = begun(collection)
    for number in range(pages):
        body = page(number, pages)
        head = (
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n"
            % len(body)
        )
        url = f"{BLOG}page/{number}"
        request = b"GET /page/%d HTTP/1.1\r\nHost: blog.example\r\n\r\n" % number
        framer = frame([head + body])
        visit = Visit(role=role, seed=BLOG)
        writer.write(
            Exchange(target_uri=url, date=STARTED, visit=visit, request=request, response=framer.answer())
        )
        framer.received.close()
    writer.finish(exit_code=0, counts={})
    (path,) = collection.warcs.iterdir()
    return path


def main() -> None:
    """Measure each in turn, and print the rates."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--pages", type=int, default=2000)
    asked = words.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        collection = Collection(Path(scratch) / "archive")
        # Requisites: kept and checked like all others, but nobody reads a text out of them.
        path = write(collection, asked.pages, Role.REQUISITE)
        size = path.stat().st_size / 1e6
        gzip = shutil.which("gzip") or "gzip"
        base = _rate("gzip -t", size, lambda: subprocess.run([gzip, "-t", str(path)], check=True))
        _rate("read", size, lambda: sum(1 for _ in read_captures(path)), base)
        _rate("index, no text", size, lambda: index(collection), base)
        _rate("verify", size, lambda: _whole(collection), base)
        path.rename(path.with_name(path.name + OPEN))
        _rate("mend", size, lambda: mend(collection.warcs, Manifest(collection.manifest)), base)
        texts = Collection(Path(scratch) / "texts")
        few = write(texts, max(1, asked.pages // 10), Role.SOURCE)
        _rate("index, with text", few.stat().st_size / 1e6, lambda: index(texts), base)


def _whole(collection: Collection) -> None:
    problems = verify(collection).problems
    if problems:
        raise SystemExit(f"the file that was written is not whole: {problems[0]}")


def _rate(name: str, size: float, act: Callable[[], object], base: float | None = None) -> float:
    started = time.perf_counter()
    act()
    rate = size / (time.perf_counter() - started)
    ratio = f"{rate / base:5.2f} of gzip -t" if base is not None else ""
    print(f"{name:18}{rate:8.1f} MB/s  {ratio}")
    return rate


if __name__ == "__main__":
    main()
