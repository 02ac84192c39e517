"""The way through a blog: which addresses to ask for next, judged by what came back. No clock, no network."""

from urllib.parse import urljoin

from archiver.discover.addresses import first_page, month_in
from archiver.discover.lists.month_page import month_of_page
from archiver.discover.lists.outline import outline
from archiver.discover.look import look
from archiver.discover.platform import Platform
from archiver.discover.post import read_post
from archiver.discover.registry import FALLBACK, all_platforms, platform_of
from archiver.discover.way.asking import Asking
from archiver.discover.way.beginning import home_of, is_lone_post, root_of
from archiver.discover.way.feed_leads import FeedLeads
from archiver.discover.way.known_posts import KnownPosts
from archiver.discover.way.list_leads import ListLeads
from archiver.discover.way.month_leads import MonthLeads
from archiver.models.blog import Month, PostLink
from archiver.models.capture import Role, Visit
from archiver.models.lead import Lead, Scope
from archiver.web.page import Page

_PAGES = frozenset([Role.FRONT, Role.LISTING, Role.MONTH])


class Route:
    """Decides; the caller fetches. Ask `start`, give every answer to `follow` or `missed`, ask `exhausted` when none is out.

    Months come first: those that the blog links to, else those that its posts' addresses point to. Where there are no
    monthly archives, posts come from feed, lists with their further pages, and sitemaps. Feed and sitemap are
    always asked for once, and posts that only they name are asked for at the end.
    """

    def __init__(self, start: str, scope: Scope, today: Month) -> None:
        self._start = start
        self._today = today
        self._known = KnownPosts()
        self._is_one_month = False
        self._started_at: Page | None = None  # where the start was no front page
        fallback = all_platforms()[FALLBACK]
        self._begin(start, scope, fallback)
        if month := month_in(first_page(start)):
            self._begin_month(month, fallback)

    def start(self) -> list[Lead]:
        """The first address: the front page, or the first page of the one month."""
        if self._is_one_month:
            (month,) = self._asking.scope.months
            return self._asking.month_page(month, first_page(self._start), 1)
        return self._asking.page(self._start, Role.FRONT, "")

    def follow(self, visit: Visit, url: str, content: Page | str | bytes) -> list[Lead]:
        """What to ask for after an answer: why it was asked for, where it came from in the end, and the page, its text or its bytes."""
        self._asking.note(url)
        if visit.role in _PAGES:
            return self._follow_page(visit, _page(url, content))
        match visit.role:
            case Role.FEED:
                return self._feeds.read(url, _octets(content), has_months=self._months.are_listed)
            case Role.SITEMAP:
                leads = self._lists.sitemap(url, _octets(content))
                if self._lists.month is not None and not self._months.are_listed:
                    self._months.learn(self._lists.month)
                return leads
            case Role.ROBOTS:
                return self._lists.robots(_text(content), url)
            case Role.POST:
                self._note_date(url, content)
        return []

    def missed(self, visit: Visit) -> list[Lead]:
        """What to ask for after a refusal, an error or silence."""
        match visit.role:
            case Role.FRONT:
                return self._front(self._started_at) if self._started_at is not None else []
            case Role.MONTH:
                self._months.missed(visit)
            case Role.LISTING:
                self._lists.missed()
            case Role.FEED:
                return self._feeds.missed()
            case Role.ROBOTS:
                return self._lists.robots_missed()
        return []

    def exhausted(self) -> list[Lead]:
        """What to ask for when no answer is awaited: the next way to find posts; nothing when all ways were gone."""
        if self._is_one_month:
            return []
        return (
            self._months.waiting()
            or self._lists.settled()
            or self._more_lists()
            or self._lists.deeper(has_months=self._months.work)
            or self._rest()
        )

    def _more_lists(self) -> list[Lead]:
        """Where the blog links to no months: try them, and read its lists to the end. Months that were named are tried first."""
        if self._asking.scope.months or self._months.are_listed:
            leads = self._months.guessed(complete=True)
            if leads or self._months.work:
                return leads
        leads = self._lists.last_page() or self._lists.further_pages()
        if not leads and not self._asking.scope.is_bounded and not self._known.are_dated:
            leads = self._unread(even_undated=True)
        return leads or self._months.guessed(complete=self._lists.are_complete and self._known.are_dated)

    def _rest(self) -> list[Lead]:
        """What only feed or sitemap named; where no list is complete, years that the blog's months link to."""
        late = self._months.overlooked(list(self._known))
        if not late and not self._lists.are_sure:
            late = self._months.other_years()
        return late or self._unread(even_undated=not (self._months.work or self._lists.are_past))

    def _unread(self, *, even_undated: bool) -> list[Lead]:
        """Posts that nobody asked for yet. Within bounds, a month's page knows better than a feed what belongs to the month."""
        is_bounded = self._asking.scope.is_bounded
        posts = [post for post in self._lists.overlooked() if not (is_bounded and self._months.disowns(post))]
        return [lead for post in posts for lead in self._asking.post(post, "M", even_undated=even_undated)]

    def _follow_page(self, visit: Visit, page: Page) -> list[Lead]:
        if visit.role is Role.MONTH:
            return self._months.read(visit, page)
        return self._follow_front(page) if visit.role is Role.FRONT else self._follow_listing(page)

    def _follow_front(self, page: Page) -> list[Lead]:
        month = month_of_page(outline(page))
        if month is not None:
            self._begin_month(month, platform_of(page))
            self._asking.note(page.url)
            return self._months.read(Visit(role=Role.MONTH, seed=page.url, month=str(month), page=1), page)
        home = home_of(page) if self._started_at is None else None
        if home is None:
            return self._front(page)
        self._started_at = page
        return self._asking.page(home, Role.FRONT, "L")

    def _front(self, page: Page) -> list[Lead]:
        """The blog begins here, as far as is known."""
        self._begin(root_of(page), self._asking.scope, platform_of(page))
        if is_lone_post(page):
            return self._asking.post(PostLink(url=page.url), "", even_undated=True)
        self._asking.note(page.url)
        seen = look(page)
        leads = self._months.linked(seen.months)
        return leads + self._lists.front(page, seen, has_months=self._months.are_listed)

    def _follow_listing(self, page: Page) -> list[Lead]:
        leads = self._months.linked(look(page).months)
        return leads + self._lists.listing(page, has_months=self._months.are_listed)

    def _note_date(self, url: str, content: Page | str | bytes) -> None:
        """A sitemap names posts without their dates; the months to try are known from the posts themselves."""
        if not self._months.are_listed and self._known.lacks_date(url):
            facts = read_post(_page(url, content))
            if facts.published is not None:
                self._known.date(url, facts.published.value)

    def _begin(self, root: str, scope: Scope, platform: Platform) -> None:
        self._asking = Asking(root, scope, self._today)
        self._months = MonthLeads(self._asking, self._known, self._today, platform)
        self._feeds = FeedLeads(self._asking, self._known)
        self._lists = ListLeads(self._asking, self._known, self._feeds, platform)

    def _begin_month(self, month: Month, platform: Platform) -> None:
        """That month only; its posts may lie anywhere on the site."""
        self._is_one_month = True
        scope = Scope(months=frozenset([month]), limit=self._asking.scope.limit)
        self._begin(urljoin(self._start, "/"), scope, platform)


def _page(url: str, content: Page | str | bytes) -> Page:
    return content if isinstance(content, Page) else Page(url, _text(content))


def _text(content: Page | str | bytes) -> str:
    if isinstance(content, Page):
        return content.html
    return content if isinstance(content, str) else content.decode("utf-8", "replace")


def _octets(content: Page | str | bytes) -> bytes:
    if isinstance(content, Page):
        return content.html.encode("utf-8", "replace")
    return content if isinstance(content, bytes) else content.encode("utf-8", "replace")
