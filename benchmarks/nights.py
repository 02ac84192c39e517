"""What a night costs on a blog that does not change: requests and bytes, least, middle and most.

python benchmarks/nights.py --posts 500 --sources 2000 --hosts 600 --nights 14 --known-by etag
"""

import argparse
import statistics
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.whole.simulated.hosts import served
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
    words = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measured(words, Path(folder))
    print(f"requests: {_figures([each.requests for each in found])}")
    print(f"bytes:    {_figures([each.warc_bytes for each in found])}")
    print(f"seconds of a processor: {_figures([each.processor for each in found])}")


if __name__ == "__main__":
    main()
