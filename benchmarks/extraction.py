"""Text, title, author and date as extractors read them, beside what people wrote down; and the time that each takes.

All extractors read each page one after the other in one process, so that their times compare; in a different order on each
page, since the first one warms the caches. Those of others come into an environment of their own:

    make .venv-extractors/ready
    .venv-extractors/bin/python benchmarks/extraction.py --data DIR

`DIR` holds `wcxb-dev.tar.xz`, or what is in it.
"""

import argparse
import time
from collections import Counter, defaultdict
from pathlib import Path
from statistics import mean, median

from extraction_pages import Truth, pages, unpacked
from extraction_readers import Read, extractors
from extraction_scores import names, pooled_shingles, same_title, sets, shingles, words


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--kinds", nargs="*", default=["article"], help="kinds of page; none: all")
    parser.add_argument("--held-out", action="store_true", help="only pages that nothing was made by")
    parser.add_argument("--limit", type=int, default=None)
    parser.add_argument("--only", nargs="*", default=None, help="names of extractors")
    asked = parser.parse_args()
    readers = {name: read for name, read in extractors().items() if not asked.only or name in asked.only}
    with unpacked(asked.data) as folder:
        found = [
            page
            for page in pages(folder, kinds=frozenset(asked.kinds))
            if page.is_held_out or not asked.held_out
        ][: asked.limit]
        readings: dict[str, list[Read]] = defaultdict(list)
        times: dict[str, list[float]] = defaultdict(list)
        failures: Counter[tuple[str, str]] = Counter()
        for number, page in enumerate(found):
            order = list(readers)
            shift = number % len(order)
            for name in order[shift:] + order[:shift]:
                started = time.process_time()
                try:
                    reading = readers[name](page.url, page.html)
                except Exception as error:  # noqa: BLE001 -- what fails has read nothing, and is counted
                    failures[name, type(error).__name__] += 1
                    reading = Read("")
                times[name].append((time.process_time() - started) * 1000)
                readings[name].append(reading)
    print(
        f"{len(found)} pages: {', '.join(asked.kinds) or 'all kinds'}{', held out' if asked.held_out else ''}"
    )
    for (name, error), count in failures.items():
        print(f"{name} fails on {count}: {error}")
    print(
        "extractor         word F1 (P, R)         shingle F1, pooled  title  author F1 (false)  date (false)   ms median, mean"
    )
    for name in readers:
        print(f"{name:17} {_row(found, readings[name])}  {median(times[name]):6.1f} {mean(times[name]):6.1f}")


def _row(found: list[Truth], read: list[Read]) -> str:
    pairs = list(zip(found, read, strict=True))
    by_words = [words(page.text, reading.text) for page, reading in pairs]
    texts = (
        f"{mean(each.f1 for each in by_words):.4f} ({mean(each.precision for each in by_words):.3f}, "
        f"{mean(each.recall for each in by_words):.3f})  {mean(shingles(page.text, reading.text).f1 for page, reading in pairs):.4f}, "
        f"{pooled_shingles((page.text, reading.text) for page, reading in pairs).f1:.4f}"
    )
    if not all(reading.has_facts for reading in read):
        return f"{texts}{'':51}"
    titled = [same_title(page.title, reading.title) for page, reading in pairs if page.title]
    authors = sets((names(page.author), names(reading.authors)) for page, reading in pairs if page.author)
    dated = [(reading.date or "")[:10] == page.date[:10] for page, reading in pairs if page.date]
    false_names = [bool(reading.authors) for page, reading in pairs if not page.author]
    false_dates = [bool(reading.date) for page, reading in pairs if not page.date]
    return (
        f"{texts}      {mean(titled):.3f}  {authors.f1:.3f} ({mean(false_names or [0]):.2f})       "
        f"{mean(dated):.3f} ({mean(false_dates or [0]):.2f})  "
    )


if __name__ == "__main__":
    main()
