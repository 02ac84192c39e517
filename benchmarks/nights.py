"""What a night costs on a blog that does not change: requests and bytes, least, middle and most.

python benchmarks/nights.py --posts 500 --sources 2000 --hosts 600 --nights 14 --known-by etag

Or two years of a blog that does, killed every tenth night, its balance reckoned after every other:

python benchmarks/nights.py --changing --nights 730
"""

import argparse
import statistics
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.whole.simulated.changing import Changing
from tests.whole.simulated.hosts import served
from tests.whole.simulated.reckoning import faults_of, records
from tests.whole.simulated.running import Night, nights
from tests.whole.simulated.unchanged import BLOG, TOML, Unchanged


def measured(words: argparse.Namespace, folder: Path) -> list[Night]:
    """Crawl night after night, and say what each cost."""
    way = None if words.known_by == "mixed" else words.known_by
    web = Unchanged(words.posts, words.sources, words.hosts, known_by=way)
    found = []
    with served([BLOG, *web.hosts], web.respond) as hosts:
        web.port = hosts.port
        with nights(folder / "archive", TOML.format(blog=web.blog), hosts) as kept:
            for number in range(words.nights + 2):
                before = len(hosts.asked)
                night = kept.crawl(number)
                found.append(night)
                kinds = Counter(
                    "blog" if each.host == BLOG else "robots" if each.path == "/robots.txt" else "source"
                    for each in hosts.asked[before:]
                )
                print(
                    f"night {number:4}: exit {night.exit_code}, {night.requests:5} requests {dict(kinds)}, "
                    f"{night.warc_bytes:9} bytes, {night.seconds:.1f} s, {night.processor:.1f} s of a processor",
                    flush=True,
                )
            print(kept.said[-500:])
    return found[2:]


def lived(count: int, folder: Path) -> list[Night]:
    """Two years, or however many nights: what each cost, and what was wrong after it."""
    web, found, faults = Changing(), [], 0
    before: set[str] = set()
    with served(web.addresses, web.respond) as hosts:
        web.port = hosts.port
        with nights(folder / "archive", TOML.format(blog=web.blog), hosts) as kept:
            for number in range(count):
                web.day = number
                is_killed = (number + 1) % 10 == 0
                night = kept.crawl(number, killed_after=3 + number % 17 if is_killed else None)
                print(
                    f"night {number:4}: exit {night.exit_code}, {night.requests:4} requests, "
                    f"{night.warc_bytes:7} bytes, {night.processor:.1f} s of a processor",
                    flush=True,
                )
                if is_killed:
                    continue
                found.append(night)
                wrong = faults_of(kept, web, night, before)
                if number % 50 == 1 and kept.run(number, "verify"):
                    wrong.append("verify finds fault")
                for each in wrong:
                    print(f"  WRONG {each}", flush=True)
                faults += len(wrong)
                before = records(kept)
            heaps = Counter(row["outcome"] for row in kept.rows("SELECT outcome FROM sources"))
    print(f"{count} nights, {faults} faults; sources: {dict(heaps)}")
    return found


def _figures(values: list[float]) -> str:
    return f"least {min(values):.0f}, middle {statistics.median(values):.0f}, most {max(values):.0f}"


def main() -> None:
    """Measure, and say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=500)
    parser.add_argument("--sources", type=int, default=2000)
    parser.add_argument("--hosts", type=int, default=600)
    parser.add_argument("--nights", type=int, default=14, help="after the first two")
    parser.add_argument("--known-by", choices=["etag", "date", "nothing", "mixed"], default="mixed")
    parser.add_argument("--changing", action="store_true", help="a little blog that goes on")
    words = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = lived(words.nights, Path(folder)) if words.changing else measured(words, Path(folder))
    print(f"requests: {_figures([each.requests for each in found])}")
    print(f"bytes:    {_figures([each.warc_bytes for each in found])}")
    print(f"seconds of a processor: {_figures([each.processor for each in found])}")


if __name__ == "__main__":
    main()
