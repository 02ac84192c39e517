"""How fast captures are read into the database, by how many processes, and in how much memory.

CPU seconds say more than the clock where others use the machine, too: what two processors of one's own would do is
reckoned from them. Memory is looked at on the way: it must not grow with the archive.
"""

import argparse
import os
import resource
import tempfile
import time
from pathlib import Path

import trafilatura
from captures import page, write

from archiver.collection.folder import Collection
from archiver.index import rebuild
from archiver.workers import starting
from archiver.workers.readers import Readers

_MARKS = (1, 5, 10)  # tenths of all captures
_PAGES = 50


class Watch:
    """Looks at the memory of this process and of its workers now and then."""

    def __init__(self, count: int) -> None:
        self._marks = {count * tenths // 10 for tenths in _MARKS}

    def __call__(self, done: int) -> None:
        """So many captures were read."""
        if done in self._marks:
            workers = " ".join(
                f"{_own(pid):.0f}" for nursery in _children(os.getpid()) for pid in _children(nursery)
            )
            print(f"  after {done:6}: parent {_own(os.getpid()):.0f} MB, workers {workers or '-'} MB")


def _children(pid: int) -> list[int]:
    path = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(word) for word in path.read_text(encoding="ascii").split()] if path.exists() else []


def _own(pid: int) -> float:
    """Memory that is a process's own, in MB: what it shares with the one that it was forked from is that one's."""
    fields = dict(
        line.split(":", 1)
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]
    )
    return sum(int(fields[name].split()[0]) for name in ("Private_Dirty", "Private_Clean")) / 1024


def _spent(who: int) -> float:
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


def yardstick() -> float:
    """CPU seconds in which trafilatura alone, with its defaults, reads a page of these."""
    pages = [page(number).decode() for number in range(_PAGES)]
    trafilatura.extract(pages[0])  # loads what it needs
    began = time.process_time()
    for each in pages:
        trafilatura.extract(each)
    return (time.process_time() - began) / _PAGES


def measure(collection: Collection, count: int, processes: int) -> None:
    """Read everything, and print what it cost."""
    print(f"{processes} processes" if processes else "in this process")
    own, others = _spent(resource.RUSAGE_SELF), _spent(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    report = rebuild(collection, readers=Readers(processes=processes), watch=Watch(count))
    wall = time.perf_counter() - began
    starting.end_nursery()  # ended and waited for, it is counted
    own, others = _spent(resource.RUSAGE_SELF) - own, _spent(resource.RUSAGE_CHILDREN) - others
    if report.captures != count or report.unread or report.stopped:
        raise SystemExit(f"not all could be read: {report}")
    print(
        f"  {count / wall:.0f} documents a second by the clock; CPU a document: parent {1000 * own / count:.1f} ms, "
        f"workers {1000 * others / count:.1f} ms; {count / (own + others):.0f} documents a CPU second; "
        f"together {(own + others) / count / yardstick():.2f} times trafilatura alone"
    )
    slowest = max((own + others) / 2, own, others / max(processes, 1))
    print(f"  two processors of our own: {count / slowest:.0f} documents a second")


def main() -> None:
    """Write an archive, and read it in several ways."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--captures", type=int, default=1000)
    words.add_argument("--posts", type=float, default=0.1, help="the share of posts; the rest are sources")
    words.add_argument("--processes", type=int, nargs="*", default=[0, 1, 2])
    asked = words.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        collection = Collection(Path(scratch) / "archive")
        write(collection, asked.captures, posts=asked.posts)
        for processes in asked.processes:
            measure(collection, asked.captures, processes)


if __name__ == "__main__":
    main()
