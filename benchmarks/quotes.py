"""Quotations with a few words changed: how many are found in their own source, and how many where they never stood.

    .venv/bin/python benchmarks/quotes.py --data DIR

`DIR` holds WCXB (`wcxb-dev.tar.xz`, or what is in it). Runs of words of its pages are looked for in 50,000 words of other sites, at
every place: what share of their words stands there at best. And changed on purpose, they are looked for in their own page.
Pages whose number three divides are held out: measure on them with `--held-out`, and look at no single one.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

from extraction_pages import Truth, pages, unpacked

from archiver.extract.locating import Found, Searchable
from archiver.extract.rewording import best_end
from archiver.extract.scripts import WHOLE_WORD

_LENGTHS = (4, 5, 6, 7, 8, 10, 12, 15, 20, 30)
_SHARES = (1.0, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6)
_HAYSTACK = 50_000  # words


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--held-out", action="store_true", help="only pages that nothing was made by")
    parser.add_argument("--quotes", type=int, default=200, help="quotations of each length")
    asked = parser.parse_args()
    with unpacked(asked.data) as folder:
        every = [page for page in pages(folder) if page.is_held_out == asked.held_out]
    Random(7).shuffle(every)
    _false(every, asked.quotes)
    _found(every, asked.quotes)


def _false(every: Sequence[Truth], count: int) -> None:
    print("found in other sites, of a hundred, where so many words agree:")
    print("words", *(f"{share:6.2f}" for share in _SHARES))
    for length in _LENGTHS:
        best = []
        for number, (page, quote) in enumerate(_quotes(every, length, count)):
            haystack = list(_words_of_others(every, page, number))
            _, changes = best_end(_words(" ".join(quote)), haystack)
            best.append(1 - changes / length)
        print(
            f"{length:5}",
            *(f"{100 * sum(each >= share - 1e-9 for each in best) / len(best):6.1f}" for share in _SHARES),
        )


def _found(every: Sequence[Truth], count: int) -> None:
    print("found in their own page, of a hundred, with one word in ten (and one at least) changed:")
    for length in (8, 10, 15, 20, 30):
        for name in ("changed", "put in", "left out"):
            hits = total = 0
            for number, (page, quote) in enumerate(_quotes(every, length, count)):
                altered = _altered(quote, name, Random(number))
                total += 1
                hits += Searchable(page.text).locate(" ".join(altered)).found is not Found.GONE
            print(f"{length:5} words, {name:9} {100 * hits / total:6.1f}")


def _altered(quote: Sequence[str], how: str, random: Random) -> list[str]:
    words = list(quote)
    for at in sorted(random.sample(range(1, len(words) - 1), max(1, len(words) // 10)), reverse=True):
        words[at : at + (how != "put in")] = [] if how == "left out" else ["altogether"]
    return words


def _quotes(every: Sequence[Truth], length: int, count: int) -> Iterator[tuple[Truth, list[str]]]:
    """One run of words of each page."""
    left = count
    for number, page in enumerate(every):
        words = page.text.split()
        if len(words) > length and left:
            left -= 1
            at = Random(number).randrange(len(words) - length)
            yield page, words[at : at + length]


def _words(text: str) -> list[str]:
    return WHOLE_WORD.findall(text.replace("’", "'").casefold())


def _words_of_others(every: Sequence[Truth], page: Truth, start: int) -> Iterator[str]:
    """The words of pages of other hosts, from another one on each time."""
    left = _HAYSTACK
    for other in (*every[start + 1 :], *every[:start]):
        if urlsplit(other.url).hostname != urlsplit(page.url).hostname:
            words = _words(other.text)[:left]
            left -= len(words)
            yield from words
        if not left:
            return


if __name__ == "__main__":
    main()
