"""The months of a blog: those that it links to, those that other months link to, those that must be guessed."""

from archiver.discover.addresses import page_number, year_in
from archiver.discover.listing import read_listing
from archiver.discover.lists.months import years_of
from archiver.discover.lists.outline import outline
from archiver.discover.look import look
from archiver.discover.platform import Platform
from archiver.discover.way.asking import Asking
from archiver.discover.way.known_posts import KnownPosts, month_of_post
from archiver.discover.way.month_trials import MonthTrials, months_back
from archiver.models.blog import Listing, Month, MonthLink, PostLink
from archiver.models.capture import Role, Visit
from archiver.models.lead import Lead
from archiver.web.page import Page

_OLDEST = Month(year=1993, month=1)  # the web is not older
_ENOUGH = 2  # links; one alone is a calendar's arrow, no list of the archives
_EMPTY_IN_A_ROW = 3  # months that only other months link to: beyond, a calendar has no end
_LONGEST = 2_000  # pages of one month


class MonthLeads:
    """Asks for the pages of months, and for the posts that they list."""

    def __init__(self, asking: Asking, known: KnownPosts, today: Month, platform: Platform) -> None:
        self._asking = asking
        self._known = known
        self._all = months_back(today, _OLDEST)
        self._trials = MonthTrials(platform, asking.root)
        self._late = MonthTrials(platform, asking.root)
        self._guessed: set[Month] = set()
        self._linked: set[Month] = set()
        self._waiting: list[MonthLink] = []
        self._read: set[Month] = set()
        self._empty = 0
        self._years: dict[int, str] = {}

    @property
    def are_listed(self) -> bool:
        """Whether the blog links to its months."""
        return len(self._linked) >= _ENOUGH

    @property
    def work(self) -> bool:
        """Whether the blog has months at all."""
        return self.are_listed or self._trials.work

    def linked(self, links: tuple[MonthLink, ...]) -> list[Lead]:
        """Months that a page links to, the newest first. Where posts are limited, they come one by one."""
        self._linked |= {link.month for link in links}
        for link in links:
            self.learn(link.url)
        newest_first = sorted(links, key=lambda link: link.month, reverse=True)
        if self._asking.scope.limit is not None:
            self._waiting = sorted({*self._waiting, *newest_first}, key=lambda link: link.month, reverse=True)
            return []
        return [lead for link in newest_first for lead in self._asking.month_page(link.month, link.url, 1)]

    def learn(self, url: str) -> None:
        """A month's page: the addresses of others are formed as it is."""
        if self._asking.is_ours(url):
            self._trials.learn(url)
            self._late.learn(url)

    def read(self, visit: Visit, page: Page) -> list[Lead]:
        """A page of a month: its posts, its further pages."""
        month = Month.parse(visit.month or "")
        number = visit.page or 1
        listing = read_listing(page)
        if number == 1 and month in self._guessed:
            is_one = _is_of(month, listing) and not self._is_another_list(month, listing)
            self._tell(month, found=is_one)
            if not is_one:
                return []
        new = self._known.add(f"month {month}", listing.posts)
        leads = [
            lead
            for post in listing.posts
            for lead in self._asking.post(post, "L", month if _agrees(post, month) else None)
        ]
        if new and number < _LONGEST:
            for url, following in _numbered(page.url, number, listing.next_pages):
                leads += self._asking.month_page(month, url, following)
        if listing.posts:
            self._read.add(month)
        self._empty = 0 if listing.posts else self._empty + 1
        self._years |= {year: url for url in years_of(outline(page)) if (year := year_in(url)) is not None}
        if self._empty < _EMPTY_IN_A_ROW:
            leads += self.linked(self._neighbours(month, look(page).months))
        return leads

    def _neighbours(self, month: Month, links: tuple[MonthLink, ...]) -> tuple[MonthLink, ...]:
        """Months that a month's page links to. Where the blog lists its months, the list may be cut: those beyond it."""
        others = tuple(link for link in links if link.month != month)
        if not self.are_listed:
            return others
        first, last = min(self._linked), max(self._linked)
        return tuple(link for link in others if not first <= link.month <= last)

    def disowns(self, post: PostLink) -> bool:
        """Whether a post's month was read, and did not list it: then the date is off, or the month's page is not whole."""
        return month_of_post(post) in self._read

    def missed(self, visit: Visit) -> None:
        """A month's page that is not there."""
        month = Month.parse(visit.month or "")
        self._empty += 1
        if month in self._guessed and (visit.page or 1) == 1:
            self._tell(month, found=False)

    def waiting(self) -> list[Lead]:
        """The next month, where a limit lets them come one by one."""
        while self._waiting and not self._asking.is_full:
            link = self._waiting.pop(0)
            if leads := self._asking.month_page(link.month, link.url, 1):
                return leads
        return []

    def guessed(self, *, complete: bool) -> list[Lead]:
        """Months that nothing links to, from the addresses of known posts."""
        wanted = [month for month in self._all if self._asking.wants(month)]
        if self.are_listed:
            named = self._asking.scope.months
            wanted = [month for month in wanted if month in named and month not in self._linked]
        return self._ask(
            self._trials.next(self._known.by_month(), wanted, complete=complete or self.are_listed)
        )

    def overlooked(self, posts: list[PostLink]) -> list[Lead]:
        """Months of posts that the blog does not link to, where it has months: its list may show the latest alone."""
        months = {month: post for post in posts if (month := month_of_post(post)) is not None}
        new = {
            month: post
            for month, post in months.items()
            if month not in self._linked and month not in self._guessed
        }
        return self._ask(self._late.next(new, sorted(new, reverse=True), complete=True)) if self._read else []

    def _is_another_list(self, month: Month, listing: Listing) -> bool:
        """Some software shows its front page for any address. Of a blog of one month, both list the same."""
        same = self._known.is_whole("front", listing.posts)
        return same and any(month_of_post(post) not in {month, None} for post in listing.posts)

    def other_years(self) -> list[Lead]:
        """The lists of years that the pages of months link to, of which no month is linked to (Medium)."""
        years, self._years = self._years, {}
        known = {month.year for month in self._linked}
        return [
            lead
            for year, url in sorted(years.items(), reverse=True)
            if year not in known and self._asking.is_ours(url) and not self._asking.scope.is_bounded
            for lead in self._asking.page(url, Role.LISTING, "L")
        ]

    def _ask(self, trials: list[tuple[Month, str]]) -> list[Lead]:
        leads = []
        for month, url in trials:
            asked = self._asking.month_page(month, url, 1)
            self._guessed.add(month)
            if not asked:
                self._tell(month, found=False)
            leads += asked
        return leads

    def _tell(self, month: Month, *, found: bool) -> None:
        self._trials.tell(month, found=found)
        self._late.tell(month, found=found)


def _is_of(month: Month, listing: Listing) -> bool:
    """Some software answers any address. Of the posts on a page of a month, most are of that month."""
    months = [found for post in listing.posts if (found := month_of_post(post)) is not None]
    return 2 * months.count(month) > len(months) if months else bool(listing.posts)


def _numbered(here: str, number: int, urls: tuple[str, ...]) -> list[tuple[str, int]]:
    """Which page of a month each further address is. Some software counts from 0 (Drupal), some counts down (Nikola)."""
    numbers = {url: told for url in urls if (told := page_number(url)) is not None}
    own = page_number(here)
    if own is None:
        own = min(numbers.values(), default=0) - 1
    found: list[tuple[str, int]] = []
    for url in urls:
        following = number + numbers[url] - own if url in numbers and len(urls) > 1 else number + 1
        if following <= number and "/index-" in url:
            following = number + 1
        found.append((url, following))
    return found


def _agrees(post: PostLink, month: Month) -> bool:
    """Whether a post may belong to the month whose page names it: at most a day's offset lies between."""
    own = month_of_post(post)
    return own is None or abs((own.year - month.year) * 12 + own.month - month.month) <= 1
