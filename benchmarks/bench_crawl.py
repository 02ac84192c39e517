"""What a crawl costs: Scrapy alone, Scrapy with our handler and its WARC, wget with its own.

All read every page for its title and links. CPU seconds of the crawling process, in turns; the ratio is what counts.
"""

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from site_of_pages import Site

HERE = Path(__file__).parent
KINDS = ("stock", "tuned", "ours", "wget")


def crawled(kind: str, url: str, folder: Path) -> dict[str, float]:
    """One crawl by one contender."""
    if kind == "wget":
        return wget(url, folder)
    done = subprocess.run(
        [sys.executable, str(HERE / "crawler.py"), kind, url, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(HERE.parent)},
    )
    return dict(json.loads(done.stdout))


def wget(url: str, folder: Path) -> dict[str, float]:
    """`wget -r --warc-file`, whose pages are thrown away."""
    folder.mkdir(parents=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    subprocess.run(
        ["wget", "-q", "-r", "-l", "inf", "--delete-after", "--warc-file", "bench", url],
        cwd=folder,
        check=False,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"cpu": cpu, "wall": time.perf_counter() - started, "rss": after.ru_maxrss / 1024}


def flat(counts: tuple[int, ...]) -> None:
    """Print how much memory our crawl takes, of a site and of one ten times as large."""
    for count in counts:
        with Site(count) as site, tempfile.TemporaryDirectory() as scratch:
            cost = crawled("ours", site.url, Path(scratch) / "ours")
        print(f"{count:6} pages: {cost['rss']:4.0f} MB at most, {count / cost['wall']:.0f} pages/s")


def main() -> None:
    """Let them crawl in turns."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--pages", type=int, default=2000)
    words.add_argument("--rounds", type=int, default=3)
    words.add_argument("--kinds", nargs="*", default=list(KINDS))
    words.add_argument("--flat", type=int, nargs="*", default=[2000, 20000], help="pages, to compare memory")
    asked = words.parse_args()
    kinds = [kind for kind in asked.kinds if kind != "wget" or shutil.which("wget")]
    costs: dict[str, list[dict[str, float]]] = {kind: [] for kind in kinds}
    with Site(asked.pages) as site, tempfile.TemporaryDirectory() as scratch:
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
        for turn in range(asked.rounds):
            for kind in kinds:
                costs[kind].append(crawled(kind, site.url, Path(scratch) / f"{kind}-{turn}"))
    print(f"{asked.pages} pages, {asked.rounds} rounds; CPU seconds of the crawling process")
    base = statistics.median(cost["cpu"] for cost in costs[kinds[0]])
    for kind, all_of_it in costs.items():
        cpu = sorted(cost["cpu"] for cost in all_of_it)
        pages = max(asked.pages / cost["wall"] for cost in all_of_it)
        rss = max(cost["rss"] for cost in all_of_it)
        print(
            f"{kind:6} CPU {cpu[0]:6.2f} min {statistics.median(cpu):6.2f} median  "
            f"ratio {statistics.median(cpu) / base:4.2f}  {pages:6.0f} pages/s  {rss:4.0f} MB"
        )
    flat(tuple(asked.flat))


if __name__ == "__main__":
    main()
