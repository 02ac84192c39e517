"""The lists of a blog besides its months and feeds: further pages, archive indexes, sitemaps."""

from urllib.parse import urljoin

from archiver.discover.addresses import key, list_base, page_number
from archiver.discover.listing import read_listing
from archiver.discover.lists.listed import posts_of
from archiver.discover.lists.outline import outline
from archiver.discover.lists.paging import next_pages
from archiver.discover.look import look
from archiver.discover.platform import Platform
from archiver.discover.sitemap import read_sitemap, sitemaps_in_robots
from archiver.discover.way.asking import Asking
from archiver.discover.way.beyond import page_beyond
from archiver.discover.way.feed_leads import FEED, LIST, FeedLeads
from archiver.discover.way.known_posts import KnownPosts, month_of_post
from archiver.discover.way.sitemap_choice import files_with_posts, may_be_post, month_among, posts_among
from archiver.models.blog import Look, PostLink
from archiver.models.capture import Role
from archiver.models.lead import Lead
from archiver.web.page import Page
from archiver.web.url import site

_LONGEST = 2_000  # pages of one list
_MOST_FILES = 200  # sitemaps of one blog
_FIRST_FILES = 5  # of an index; the others only where these name the blog: it may be a folder of a large host
_FRONT, _SITEMAP = "front", "sitemap"


class ListLeads:
    """Asks for lists of posts and for the posts that they name, and knows when one of them named all."""

    def __init__(self, asking: Asking, known: KnownPosts, feeds: FeedLeads, platform: Platform) -> None:
        self._asking = asking
        self._feeds = feeds
        self._known = known
        self._habits = [urljoin(asking.root, path) for path in platform.SITEMAPS]
        self.month: str | None = None  # a month's page that a sitemap named
        self._further: list[str] = []  # pages of the front page
        self._held: list[PostLink] = []
        self._sources: dict[str, str] = {}
        self._lengths: dict[str, int] = {}
        self._in_sitemap: dict[str, None] = {}
        self._files: list[str] = []  # sitemaps that an index names, and that were not asked for
        self._named_files = 0
        self._archives: list[
            str
        ] = []  # pages that list months or posts, where the front page has months already
        self._is_long = False  # the front page has further pages
        self._at_once = 0  # posts on it
        self._probe: str | None = None  # the page that all known posts would not fill
        self._is_deep = False  # it told of others
        self._is_proven = False
        self.are_past = (
            False  # the front page's list was read to posts that are too old: others without a date are older
        )

    def front(self, page: Page, seen: Look, *, has_months: bool) -> list[Lead]:
        """The front page: its posts, its feed, robots.txt for the sitemaps, and where it has no months its archive pages."""
        plan = outline(page)
        posts = posts_of(plan)
        dated = [post for post in posts if month_of_post(post) is not None]
        self._known.add(_FRONT, dated)
        self._held = [post for post in posts if month_of_post(post) is None]
        self._further = list(next_pages(plan))
        self._is_long = bool(self._further)
        self._at_once = len(posts)
        self._sources[list_base(page.url)] = _FRONT
        leads = [lead for post in dated for lead in self._asking.post(post, "L")]
        leads += self._feeds.front(seen)
        leads += self._asking.page(urljoin(page.url, "/robots.txt"), Role.ROBOTS, "P")
        self._archives = [url for url in seen.listings if url not in self._further]
        return leads if has_months else leads + self._lists(self._archives)

    def listing(self, page: Page, *, has_months: bool) -> list[Lead]:
        """A page of a list: its posts, its further pages, and where it has no posts the lists that it links to."""
        listing = read_listing(page)
        source = self._sources.setdefault(list_base(page.url), list_base(page.url))
        is_known = all(post.url in self._known for post in listing.posts)
        self._is_proven = self._is_proven or (bool(listing.posts) and is_known and page.url == self._last())
        new = self._known.add(source, listing.posts)
        leads = [lead for post in listing.posts for lead in self._asking.post(post, "L")]
        if listing.posts:
            leads += self._feeds.lists(look(page).lists)
        number = self._lengths[source] = self._lengths.get(source, 0) + 1
        self._is_deep = self._is_deep or (
            not is_known and self._probe is not None and key(page.url) == key(self._probe)
        )
        if (has_months and not self._is_deep) or self._asking.is_full:
            return leads
        is_wanted = self._asking.may_go_on(listing.posts)
        self.are_past = self.are_past or not is_wanted
        if new and number < _LONGEST and is_wanted:
            leads += [
                lead for url in listing.next_pages for lead in self._asking.page(url, Role.LISTING, "L")
            ]
        elif not listing.posts:
            leads += self._lists(list(look(page).listings))
        return leads

    def missed(self) -> None:
        """A page of a list that is not there: if it was to tell of further posts, there are none."""
        self._is_proven = self._is_proven or (bool(self._probe) and not self._is_deep)

    def robots(self, text: str, url: str) -> list[Lead]:
        """robots.txt: the sitemaps that it names."""
        named = [found for found in sitemaps_in_robots(text) if site(found) == site(url)]
        leads = [lead for found in named for lead in self._asking.page(found, Role.SITEMAP, "M")]
        return leads or self.robots_missed()

    def robots_missed(self) -> list[Lead]:
        """The place where the software usually keeps its sitemap."""
        return (
            self._asking.page(self._habits.pop(0), Role.SITEMAP, "M")
            if self._habits and not self._in_sitemap
            else []
        )

    def sitemap(self, url: str, body: bytes) -> list[Lead]:
        """A sitemap: its addresses are kept until known posts tell which are posts."""
        found = read_sitemap(url, body)
        self.month = self.month or month_among(address for address, _ in found.urls)
        self._in_sitemap.update(dict.fromkeys(address for address, _ in found.urls if may_be_post(address)))
        files = [file for file in files_with_posts(found.sitemaps) if site(file) == site(url)]
        self._files += files[: max(0, _MOST_FILES - self._named_files)]
        self._named_files += len(files)
        return self._sitemaps(_FIRST_FILES) if files else []

    def settled(self) -> list[Lead]:
        """Once feed and sitemaps are read: undated posts of the front page, if they look like the others."""
        if self._files and any(self._asking.is_ours(url) for url in self._in_sitemap):
            return self._sitemaps(_MOST_FILES)
        shapes = self._known.shapes()
        held = [post for post in self._held if not shapes or shapes.fits(post.url)]
        self._held = []
        self._known.add(_FRONT, held)
        named = posts_among(self._in_sitemap, self._known.shapes())
        self._known.add(_SITEMAP, [PostLink(url=url) for url in named])
        return [lead for post in held for lead in self._asking.post(post, "L")]

    def last_page(self) -> list[Lead]:
        """The last page of the front page's list: if feed or sitemap named its posts already, they named all."""
        last = self._last()
        if (
            last is None
            or self.are_complete
            or self._asking.is_full
            or self._needs_dates
            or len(self._known) <= self._known.named_by(_FRONT)
        ):
            return []
        self._sources[list_base(last)] = _FRONT
        return self._asking.page(last, Role.LISTING, "L")

    def further_pages(self) -> list[Lead]:
        """The pages of the front page's list, one leading to the next; where bounds need dates, though all posts are known."""
        if self._asking.is_full or (self.are_complete and not self._needs_dates):
            return []
        pages, self._further = self._further, []
        return [lead for url in pages for lead in self._asking.page(url, Role.LISTING, "L")]

    @property
    def are_complete(self) -> bool:
        """Whether some list is known to name every post: it names all that the others do, and is no feed, which may be cut."""
        is_longer = self._known.named_by(_FRONT) > self._known.named_by(FEED) > 0
        front_may_be = not self._further and (self._is_long or is_longer)
        lists = (source for source in (_SITEMAP, *self._sources.values()) if source != _FRONT or front_may_be)
        return self.are_sure or any(self._known.covers(source) for source in lists)

    @property
    def are_sure(self) -> bool:
        """Whether the software itself served all posts, or the end of a list was seen. A sitemap may be cut."""
        is_whole = self._feeds.are_whole and self._known.covers(LIST)
        return self._is_proven or self._feeds.are_spent or is_whole

    def deeper(self, *, has_months: bool) -> list[Lead]:
        """Where no list is known to be complete, and no sitemap told of posts: archive pages; whether list or feed go back further."""
        scope = self._asking.scope
        is_bounded = scope.limit is not None or (scope.is_bounded and has_months)
        if is_bounded or self.are_complete or self._known.named_by(_SITEMAP):
            return []
        archives, self._archives = self._archives, []
        return self._lists(archives) or self._beyond() or self._feeds.deeper()

    def overlooked(self) -> list[PostLink]:
        """Posts that some list named and nobody asked for yet."""
        return [post for post in self._known if not self._asking.has_asked(post.url)]

    def _beyond(self) -> list[Lead]:
        """One page, then all where it told of posts that are not known: the months that the blog links to may be the latest alone."""
        if self._probe is None:
            self._probe = page_beyond(self._further, self._at_once, len(self._known)) or ""
            return self._asking.page(self._probe, Role.LISTING, "L") if self._probe else []
        return self.further_pages() if self._is_deep else []

    def _sitemaps(self, most: int) -> list[Lead]:
        files, self._files = self._files[:most], self._files[most:]
        return [lead for file in files for lead in self._asking.page(file, Role.SITEMAP, "M")]

    def _lists(self, urls: list[str]) -> list[Lead]:
        return [
            lead
            for url in urls
            if self._asking.is_ours(url)
            for lead in self._asking.page(url, Role.LISTING, "L")
        ]

    @property
    def _needs_dates(self) -> bool:
        """Whether only dates tell which posts are wanted, and some are missing: a sitemap has none of publication (Ghost)."""
        return self._asking.scope.is_bounded and not self._known.are_dated

    def _last(self) -> str | None:
        numbered = [url for url in self._further if page_number(url) is not None]
        return max(numbered, key=lambda url: page_number(url) or 0, default=None)
