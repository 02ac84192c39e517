"""A blog's feeds, and the complete lists that its software serves in the place of one."""

from archiver.discover.addresses import key, list_base
from archiver.discover.feed import read_feed
from archiver.discover.json_list import is_json_list
from archiver.discover.way.asking import Asking
from archiver.discover.way.known_posts import KnownPosts
from archiver.models.blog import Feed, Look, PostLink
from archiver.models.capture import Role
from archiver.models.lead import Lead
from archiver.web.url import with_parameter

FEED, LIST = "feed", "list"  # the names under which known posts remember who named them


class FeedLeads:
    """Asks for feeds and complete lists, page after page while they tell something new, and for their posts."""

    def __init__(self, asking: Asking, known: KnownPosts) -> None:
        self._asking = asking
        self._known = known
        self._feeds: list[str] = []
        self._bases: set[str] = set()  # of complete lists
        self._open: set[str] = set()  # pages of complete lists that did not answer yet
        self._words: str | None = None  # the list of the latest posts with their words: it finds nothing
        self._unnamed: str | None = None  # the second part of a feed that names none
        self._at_once = 0  # posts of its first part
        self._probe: str | None = None
        self._is_deep = False  # it goes further back than what is known
        self.are_spent = False  # it was read to its end, or ends before what all known posts would fill

    def front(self, seen: Look) -> list[Lead]:
        """The complete lists that the front page tells of, and the first feed, unless it is the same."""
        leads = self.lists(seen.lists)
        is_same = any(list_base(url) in self._bases for url in seen.feeds)
        self._feeds = [] if is_same else list(seen.feeds)
        self._words = seen.words
        return leads + self.missed()

    def lists(self, urls: tuple[str, ...]) -> list[Lead]:
        """Complete lists that a page tells of; some software keeps one for each list of posts (Squarespace)."""
        self._bases |= {list_base(url) for url in urls}
        return self._list_pages(urls)

    def missed(self) -> list[Lead]:
        """The next feed, if there is one. One with posts is enough."""
        self.are_spent = self._probe is not None
        return self._asking.page(self._feeds.pop(0), Role.FEED, "L") if self._feeds else []

    def read(self, url: str, body: bytes, *, has_months: bool) -> list[Lead]:
        """A feed: its posts, its older parts. Its dates are often in UTC: where months matter, their pages are heard first."""
        if self._words is not None and key(url) == key(self._words):
            return []
        feed = read_feed(url, body)
        is_list = is_json_list(body) or list_base(url) in self._bases
        self._open.discard(key(url))
        if not feed.posts:
            return [] if is_list else self.missed()
        new = self._known.add(LIST if is_list else FEED, feed.posts)
        is_sure = not (has_months or self._asking.scope.is_bounded)
        leads = [lead for post in feed.posts for lead in self._asking.post(post, "M")] if is_sure else []
        is_wanted = self._is_wanted(feed.posts, LIST if is_list else FEED)
        if is_list:
            # Where the list is open, so are the posts' words.
            leads += self._asking.page(self._words, Role.FEED, "M") if self._words is not None else []
            return leads + (self._list_pages(feed.next_pages) if new and is_wanted else [])
        return leads + (self._older(url, feed, is_wanted=is_wanted) if new else [])

    @property
    def are_whole(self) -> bool:
        """Whether a complete list was read to its end."""
        return self._known.named_by(LIST) > 0 and not self._open

    def deeper(self) -> list[Lead]:
        """One part of a feed that all known posts would not fill: if it is there, the feed knows more of them (WordPress)."""
        if self._unnamed is None or self._probe is not None or self._asking.is_full:
            return []
        self._probe = with_parameter(self._unnamed, "paged", len(self._known) // self._at_once + 2)
        return self._asking.page(self._probe, Role.FEED, "M")

    def _older(self, url: str, feed: Feed, *, is_wanted: bool) -> list[Lead]:
        pages = feed.next_pages if is_wanted else ()
        if feed.unnamed_page is not None and not feed.next_pages:
            following = (feed.unnamed_page,) if is_wanted else ()
            if self._unnamed is None:
                self._unnamed, self._at_once = feed.unnamed_page, len(feed.posts)
            elif self._probe is not None and key(url) == key(self._probe):
                self._is_deep = True
                pages = (self._unnamed, *following)
            elif self._is_deep:
                pages = following
        return [lead for older in pages for lead in self._asking.page(older, Role.FEED, "M")]

    def _list_pages(self, urls: tuple[str, ...]) -> list[Lead]:
        leads = [lead for url in urls for lead in self._asking.page(url, Role.FEED, "M")]
        self._open |= {key(lead.url) for lead in leads}
        return leads

    def _is_wanted(self, posts: tuple[PostLink, ...], source: str) -> bool:
        """Whether older parts may be of use."""
        limit = self._asking.scope.limit
        is_enough = limit is not None and self._known.named_by(source) >= limit
        return not (self._asking.is_full or is_enough) and self._asking.may_go_on(posts)
