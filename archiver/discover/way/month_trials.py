"""Months that nothing links to: where they would be, and how long to go on trying."""

from archiver.discover.addresses import at_month, month_in
from archiver.discover.platform import Platform
from archiver.models.blog import Month, PostLink

_HITS_AT_FIRST = 2  # months of known posts whose pages are theirs: one alone may be the front page, which shows the newest month
_MISSES_AT_FIRST = 2  # months of known posts without a page show that there are no such pages
_MISSES_IN_A_ROW = 4  # a blog may rest for a quarter of a year


class MonthTrials:
    """Guesses the addresses of monthly archives from those of known posts, and stops early.

    First months that must have posts, one after the other, in each form that the software may have. If two are found, all
    other months of known posts; then, if no complete list of posts is known, the months between and before them, backwards,
    until too many are missing.
    """

    def __init__(self, platform: Platform, root: str) -> None:
        self._platform = platform
        self._root = root
        self._outcomes: dict[Month, bool | None] = {}
        self._form: str | None = None  # the address of a month that the blog links to
        self._habit = 0  # which of the platform's forms is tried

    def learn(self, url: str) -> None:
        """The address of a month that the blog links to: the others are formed as it is. One of January tells whether `1` or `01`."""
        shorter = self._form is not None and len(url) < len(self._form)
        if month_in(url) is not None and (self._form is None or shorter):
            self._form = url

    @property
    def work(self) -> bool:
        """Whether some month was found."""
        return any(self._outcomes.values())

    def tell(self, month: Month, *, found: bool) -> None:
        """What became of a trial. The first that is found tells which form the others have: what was missed before is tried again."""
        if found and not self.work and self._habit:
            self._outcomes.clear()
        self._outcomes[month] = found

    def next(
        self, known: dict[Month, PostLink], wanted: list[Month], *, complete: bool
    ) -> list[tuple[Month, str]]:
        """The next months to try, with their addresses; none when it is enough."""
        if not known:
            return []
        sure = [month for month in wanted if month in known and month not in self._outcomes]
        hits = sum(1 for found in self._outcomes.values() if found)
        misses = len(self._outcomes) - hits
        if hits < _HITS_AT_FIRST and (sure or not hits):
            return self._first(known, wanted, sure, hits=hits, misses=misses)
        if sure:
            return self._tried(sure, known)
        return [] if complete else self._tried(self._further(max(known), wanted), known)

    def _first(
        self, known: dict[Month, PostLink], wanted: list[Month], sure: list[Month], *, hits: int, misses: int
    ) -> list[tuple[Month, str]]:
        forms = len(self._habits(next(iter(known.values())), wanted[0])) if wanted else 0
        if misses >= max(forms, _MISSES_AT_FIRST) or not forms:
            return []
        if not hits:
            self._habit = min(misses, forms - 1)
        first = sure or [month for month in wanted if month not in self._outcomes]
        return self._tried(first[:1], known)

    def _further(self, newest: Month, wanted: list[Month]) -> list[Month]:
        """Months without a known post, the newest first, as far as not too many before them were empty."""
        untried: list[Month] = []
        misses = 0
        for month in sorted((month for month in wanted if month <= newest), reverse=True):
            if self._outcomes.get(month):
                misses = 0
            elif month in self._outcomes:
                misses += 1
            elif misses + len(untried) < _MISSES_IN_A_ROW:
                untried.append(month)
        return untried

    def _habits(self, post: PostLink, month: Month) -> tuple[str, ...]:
        formed = at_month(self._form, month) if self._form is not None else None
        return (formed,) if formed else self._platform.month_urls(self._root, post.url, month)

    def _tried(self, months: list[Month], known: dict[Month, PostLink]) -> list[tuple[Month, str]]:
        found = []
        for month in months:
            forms = self._habits(known.get(month) or next(iter(known.values())), month)
            if forms:
                self._outcomes[month] = None
                found.append((month, forms[min(self._habit, len(forms) - 1)]))
        return found


def months_back(newest: Month, oldest: Month) -> list[Month]:
    """All months from one back to another."""
    first, last = newest.year * 12 + newest.month - 1, oldest.year * 12 + oldest.month - 1
    return [Month(year=n // 12, month=n % 12 + 1) for n in range(first, last - 1, -1)]
