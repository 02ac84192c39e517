"""Drift on pages that are changed on purpose: what is called another work, what gives a false alarm, what grows with the edit.

    .venv/bin/python benchmarks/drift.py --data DIR

`DIR` holds WCXB (`wcxb-dev.tar.xz`, or what is in it). Each page is served anew after a change of its markup, and read by the
archiver's own reader. Pages whose number three divides are held out: measure on them with `--held-out`, and look at no single one.
"""

import argparse
import logging
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

from drift_cosmetic import COSMETIC
from drift_pages import PageOf, paragraph_lines
from drift_replaced import (
    edited,
    grafted,
    index,
    not_found,
    placeholder,
    sentences_of,
    teaser,
    with_furniture,
)
from extraction_pages import pages, unpacked

from archiver.judge.drift.change import compare
from archiver.models.citation import Document
from archiver.models.drift import Change, Drift, Thresholds

_LEAST = 100  # words of a work
_LEFT = 0.1  # of the lines of the old work may still be on the page after it was put out
_PARTS = (0.0, 0.05, 0.2, 0.5, 0.8)
_BOTH = 2  # every second page has such a box already, with other things in it
_IN_BOTH = frozenset("read_also related comments advertisement most_read counters byline_date".split())


@dataclass(frozen=True)
class Case:
    """Two readings, and what became of the page between them."""

    kind: str
    page: str
    old: Document
    new: Document
    group: str  # cosmetic, replaced or cut


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--kinds", nargs="*", default=["article"], help="kinds of page; none: all")
    parser.add_argument("--held-out", action="store_true", help="only pages that nothing was made by")
    parser.add_argument("--limit", type=int, default=100, help="pages")
    parser.add_argument("--cosmetic", type=int, default=4, help="cosmetic changes of each page")
    parser.add_argument("--show", action="store_true", help="name every case that was judged otherwise")
    asked = parser.parse_args()
    logging.disable(logging.CRITICAL)
    with unpacked(asked.data) as folder:
        every = [
            page for page in pages(folder, kinds=frozenset(asked.kinds)) if page.is_held_out == asked.held_out
        ]
        served = [PageOf(page.name, page.url, page.html) for page in every]
    Random(7).shuffle(served)
    _report(list(_cases(served, asked.limit, asked.cosmetic)), show=asked.show)
    _report_edits([page for page in served[: asked.limit] if _is_work(page.document)])


def _judged(old: Document, new: Document) -> Drift:
    return compare(old, new, same_bytes=False, thresholds=Thresholds())


def _cases(served: Sequence[PageOf], limit: int, cosmetic: int) -> Iterator[Case]:
    names = list(COSMETIC)
    for number, page in enumerate(served[:limit]):
        if not _is_work(page.document):
            continue
        random = Random(number)
        for name in random.sample(names, cosmetic):
            change = COSMETIC[name]
            is_both = name in _IN_BOTH and number % _BOTH
            old = page.changed(change, number + 10_000) if is_both else page.document
            yield Case(name, page.name, old, page.changed(change, number), "cosmetic")
        yield from _replaced(page, served[-number - 1], number)
    yield from _neighbours(served)


def _replaced(page: PageOf, other: PageOf, number: int) -> Iterator[Case]:
    old, theirs = page.document, other.document
    if not _is_work(theirs) or other is page:
        return
    yield Case("another page", page.name, old, theirs, "replaced")
    ways = {
        "another work in the template": lambda at, work, _: grafted(at, work, theirs),
        "not found, in the template": not_found,
        "list in the template": lambda at, work, random: index(at, work, random, old),
        "placeholder": lambda at, _, random: placeholder(at, random),
    }
    for name, way in ways.items():
        new, markup = page.served(way, number)
        if _left(old, markup) <= _LEFT:
            yield Case(name, page.name, old, new, "replaced")
    cut, markup = page.served(lambda _, work, random: teaser(work, random), number)
    if _left(old, markup) <= 0.5:  # noqa: PLR2004 -- else it was not cut
        yield Case("teaser", page.name, old, cut, "cut")
    furniture = page.furniture
    if furniture:
        yield Case(
            "other text, same menu in both",
            page.name,
            with_furniture(old, furniture),
            with_furniture(theirs, furniture),
            "replaced",
        )


def _neighbours(served: Sequence[PageOf]) -> Iterator[Case]:
    """Pairs of different pages of one site."""
    sites = defaultdict(list)
    for page in served:
        host = (urlsplit(page.url).hostname or "").removeprefix("www.")
        if not host.endswith(".example"):
            sites[host].append(page)
    for group in sites.values():
        for one, two in ((one, two) for at, one in enumerate(group) for two in group[at + 1 :]):
            if (
                one.url != two.url
                and one.document.text != two.document.text
                and _is_work(one.document)
                and _is_work(two.document)
            ):
                yield Case(
                    "another page of the site",
                    f"{one.name} {two.name}",
                    one.document,
                    two.document,
                    "replaced",
                )


def _is_work(document: Document) -> bool:
    return len(document.text.split()) >= _LEAST


def _left(old: Document, markup: str) -> float:
    """The share of the old lines that are still on the page."""
    lines = paragraph_lines(old.text)
    return sum(line in markup for line in lines) / (len(lines) or 1)


def _report(cases: Sequence[Case], *, show: bool) -> None:
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    right = Counter[str]()
    for case in cases:
        drift = _judged(case.old, case.new)
        found[case.group, case.kind][str(drift.change)] += 1
        is_alarm = drift.change is None or drift.change.is_news
        is_wrong = {
            "cosmetic": is_alarm,
            "replaced": drift.change is not Change.REPLACED,
            "cut": drift.change is not Change.MAJOR,
        }[case.group]
        right[case.group, not is_wrong] += 1
        if case.group != "replaced" and drift.change is Change.REPLACED:
            right["false"] += 1
        if show and is_wrong:
            print(f"  {case.kind}, {case.page}: {drift.change}, {drift.reason}; {drift.measures}")
    for (group, kind), counts in sorted(found.items()):
        print(
            f"{group:9} {kind:32} {', '.join(f'{change} {count}' for change, count in counts.most_common())}"
        )
    hits, missed, false = right["replaced", True], right["replaced", False], right["false"]
    print(
        f"replaced: F1 {2 * hits / (2 * hits + missed + false):.4f} ({hits} found, {missed} missed, {false} false)"
    )
    print(
        f"cosmetic: {right['cosmetic', False]} alarms of {right['cosmetic', True] + right['cosmetic', False]}"
    )
    print(f"cut: {right['cut', True]} called major of {right['cut', True] + right['cut', False]}")


def _report_edits(served: Sequence[PageOf]) -> None:
    """Edits of a growing part of the sentences: the similarity must not grow, and the step must not go down."""
    foreign = [sentence for page in served for sentence in sentences_of(page.document)]
    order = list(Change)
    for kind in ("rewritten", "altered", "added", "deleted"):
        steps: dict[float, Counter[str]] = defaultdict(Counter)
        broken = 0
        for number, page in enumerate(served):
            judged = []
            for part in _PARTS:
                new = edited(page.document, part, foreign, Random(number), kind=kind)
                drift = _judged(page.document, new)
                steps[part][str(drift.change)] += 1
                judged.append((drift.similarity or 0.0, order.index(drift.change) if drift.change else -1))
            broken += any(
                after[0] > before[0] + 1e-9 or after[1] < before[1] for before, after in pairwise(judged)
            )
        print(f"{kind}: {broken} of {len(served)} pages are not monotone")
        for part, counts in steps.items():
            print(f"  {part:4.0%} {', '.join(f'{change} {count}' for change, count in counts.most_common())}")


if __name__ == "__main__":
    main()
