"""Pages that stand in for others: known by what the host shows for addresses that it has nothing for.

Phrases tell an apology only in languages that we know, and only where it is short. What a host shows for a made-up address
beside a page (`sibling.py`), or for one that is known to be dead, tells it in any. Only a page in doubt is held against it
(`doubt.py`).
"""

from collections.abc import Iterable, Sequence

from archiver.judge.drift.measures import covered
from archiver.judge.drift.reading import read
from archiver.judge.front import is_front
from archiver.judge.shown import TELLS
from archiver.judge.sibling import folder_of
from archiver.models.citation import Outcome, Verdict
from archiver.models.stand_in import Dead, Probe, Shown
from archiver.web.url import without_fragment

_ALIKE = (
    0.85  # of the words of two main texts that both have in the same company: advice of the day may differ
)
_SAME = 0.9  # the same of all that two pages show
_FEWEST = 3  # words; of fewer nothing can be told
_LONGEST = 100  # characters of a title in a reason


def judge_stand_in(
    url: str, end: str, page: Shown | None, probe: Probe | None, dead: Iterable[Dead] = ()
) -> Verdict | None:
    """The verdict on a page that looked whole, held against what its host shows for nothing; None where it is not the same.

    `url` is the address that is judged, and `end` where it leads. A front page is exempt: it is what it is for every address.
    """
    if folder_of(url) is None:
        return None
    if probe is not None and probe.outcome in TELLS:
        if probe.end == end and end != url and not is_front(url):
            return Verdict(
                outcome=Outcome.SOFT_404,
                reason=f"redirected to {end}, as a made-up address beside it is ({probe.url})",
            )
        if page is not None and probe.shown is not None and is_stand_in(page, probe.shown, (url, end)):
            return Verdict(
                outcome=Outcome.SOFT_404,
                reason=f"shows what a made-up address beside it shows{_named(page)} ({probe.url})",
            )
    if page is not None:
        for each in dead:
            if is_stand_in(page, each.shown, (url, end)):
                return Verdict(
                    outcome=Outcome.SOFT_404,
                    reason=f"shows what a dead page shows{_named(page)} ({each.url})",
                )
    return None


def is_stand_in(page: Shown, other: Shown, own: Sequence[str]) -> bool:
    """Whether a page shows what another shows for nothing. `own` are the addresses of the first."""
    if other.canonical is not None and without_fragment(other.canonical) in own:
        return False  # the host looks at a part of the address only, and gave the page itself
    if bool(page.title) != bool(other.title) or likeness(page.title, other.title) < _ALIKE:
        return False
    if page.main and other.main and likeness(page.main, other.main) < _ALIKE:
        return False
    return read(page.whole).size >= _FEWEST and likeness(page.whole, other.whole) >= _SAME


def likeness(one: str, other: str) -> float:
    """The share of the words of two texts that both have in the same company, 0 to 1 (Dice)."""
    if one == other:
        return 1.0
    first, second = read(one), read(other)
    both = sum(covered(first, second)) + sum(covered(second, first))
    return both / ((len(first.words) + len(second.words)) or 1)


def _named(page: Shown) -> str:
    return f", “{page.title[:_LONGEST]}”" if page.title else ""
