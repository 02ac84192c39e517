"""The crawl once more, over captures that are there already: which of them is what for the blog. No network, no clock.

It asks as the spider asks, by the same functions, and gets its answers from what is held. Posts that nothing leads to,
since the page that did was not captured, are found by looking at what is left.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from heapq import heappop, heappush
from typing import Protocol

from archiver.discover.addresses import is_other_list, is_trap
from archiver.discover.feed import read_feed
from archiver.discover.lists.month_page import month_of_page
from archiver.discover.lists.outline import outline
from archiver.discover.post import is_post
from archiver.discover.route import Route
from archiver.extract.leads import leads_of_answer, visit_of
from archiver.models.blog import Month
from archiver.models.capture import Capture, Role, Visit
from archiver.models.lead import Lead, Scope
from archiver.web.media_type import is_html
from archiver.web.page import Page
from archiver.web.reading import page_in
from archiver.web.redirect import redirect_target
from archiver.web.url import canonical, site

_OF_THE_BLOG = frozenset([Role.FRONT, Role.LISTING, Role.MONTH, Role.FEED, Role.SITEMAP, Role.POST])
_ASKED_BY_ROUTE = _OF_THE_BLOG | {Role.ROBOTS}
# The blog first: what it calls its own is no source of it. Then in the order in which it was named.
_ORDER = {Role.SOURCE: 1, Role.REQUISITE: 2}
_MAX_REDIRECTS = 10
_OK = 200


class Held(Protocol):
    """The captures that are there. Addresses are canonical."""

    def __contains__(self, url: str) -> bool:
        """Whether there is one of an address."""

    def best(self, url: str) -> Capture | None:
        """The one of an address that is read: the youngest that is well."""

    def of_site(self, name: str) -> Iterable[str]:
        """The addresses on a site of which there is a page or a feed."""


class Walk:
    """Call `run`; then `visits` tells of each address that was reached how."""

    def __init__(self, seeds: Iterable[str], held: Held, today: Month) -> None:
        self.visits: dict[str, Visit] = {}
        self.fronts: set[str] = set()  # seeds whose front page is held
        self._held = held
        self._routes = {seed: Route(seed, Scope(), today) for seed in seeds}
        self._line: list[tuple[int, int, str, Visit, tuple[str, ...]]] = []
        self._count = 0
        self._asked_as_front: set[str] = set()

    def run(self, cited: Iterable[str] = ()) -> None:
        """Go all ways. `cited` are further addresses that posts of the collection cite."""
        for seed, route in self._routes.items():
            self._follow(route.start(), Visit(role=Role.FRONT, seed=seed), None)
        self._settle()
        for seed in self._routes:
            self._look_around(seed)
        for url in cited:
            self._ask(url, Visit(role=Role.SOURCE, seed=next(iter(self._routes), ""), hops_from_seed="L"))
        self._settle()

    def _settle(self) -> None:
        """Go on until nothing more is to be had."""
        while True:
            while self._line:
                _, _, url, visit, chain = heappop(self._line)
                self._visit(url, visit, chain)
            for seed, route in self._routes.items():
                while not self._line and (leads := route.exhausted()):
                    self._follow(leads, Visit(role=Role.FRONT, seed=seed), seed)
            if not self._line:
                return

    def _visit(self, url: str, visit: Visit, chain: tuple[str, ...]) -> None:
        capture = self._held.best(url)
        if capture is None:
            self._missed(visit)
            return
        content_type = capture.snapshot.content_type
        page = None
        if visit.role is not Role.REQUISITE:
            page = page_in(capture.url, capture.payload, content_type)
        target = redirect_target(capture.url, capture.status, capture.headers, page)
        if target is not None:
            self._redirect(capture, visit, target, chain)
            return
        is_well = capture.status == _OK
        if visit.role in _ASKED_BY_ROUTE and visit.seed in self._routes:
            if not is_well:
                self._missed(visit)
                return
            if visit.role is Role.FRONT:
                self.fronts.add(visit.seed)
            content = page if page is not None else capture.payload
            found = self._routes[visit.seed].follow(visit, capture.url, content)
            self._follow(found, visit, capture.url)
        if is_well:
            leads = leads_of_answer(capture.url, capture.payload, content_type, visit, page)
            self._follow(leads, visit, capture.url)

    def _missed(self, visit: Visit) -> None:
        if visit.role in _ASKED_BY_ROUTE and visit.seed in self._routes:
            self._follow(self._routes[visit.seed].missed(visit), visit, visit.seed)

    def _redirect(self, capture: Capture, visit: Visit, target: str, chain: tuple[str, ...]) -> None:
        if canonical(target) in chain or len(chain) > _MAX_REDIRECTS or canonical(target) not in self._held:
            self._missed(visit)
            return
        onward = replace(visit, via=capture.url, hops_from_seed=visit.hops_from_seed + "R")
        self._ask(target, onward, chain)

    def _follow(self, leads: Iterable[Lead], visit: Visit, via: str | None) -> None:
        for lead in leads:
            hops = visit.hops_from_seed + lead.hop if via is not None else ""
            self._ask(lead.url, visit_of(lead, visit.seed, via, hops))

    def _ask(self, url: str, visit: Visit, chain: tuple[str, ...] = ()) -> None:
        """Queue what is held and was not asked for yet; what is missing is told to the route that asks."""
        key = canonical(url)
        if visit.role is Role.POST and key in self._asked_as_front:
            self._asked_as_front.remove(key)  # a seed that is a post: looked at, and now read as one
        elif key in self.visits:
            return
        if key not in self._held:
            if visit.role not in _ASKED_BY_ROUTE:
                return
        else:
            self.visits[key] = visit
        if visit.role is Role.FRONT:
            self._asked_as_front.add(key)
        self._count += 1
        entry = (_ORDER.get(visit.role, 0), self._count, key, visit, (*chain, key))
        heappush(self._line, entry)

    def _look_around(self, seed: str) -> None:
        """What of the blog is held, and nothing led to: posts and months; feeds, where the front page is missing."""
        for url in self._held.of_site(site(seed)):
            if url in self.visits or is_trap(url) or is_other_list(url):
                continue
            capture = self._held.best(url)
            if capture is None or capture.status != _OK:
                continue
            self._follow(self._leads_to(capture, seed), Visit(role=Role.FRONT, seed=seed), seed)
            self._settle()

    def _leads_to(self, capture: Capture, seed: str) -> Iterator[Lead]:
        page = page_in(capture.url, capture.payload, capture.snapshot.content_type)
        if page is None:
            if seed not in self.fronts and read_feed(capture.url, capture.payload).posts:
                yield Lead(url=capture.url, role=Role.FEED, hop="I")
            return
        month = _month_of(page)
        if month is not None:
            yield Lead(url=capture.url, role=Role.MONTH, hop="I", month=month)
        elif is_post(page):
            yield Lead(url=capture.url, role=Role.POST, hop="I")


def _month_of(page: Page) -> Month | None:
    return month_of_page(outline(page))


def may_be_read(content_type: str | None) -> bool:
    """Whether an answer of such a type may be a page or a feed."""
    kind = (content_type or "").partition(";")[0].strip().lower()
    is_xml = kind.endswith("xml") and not kind.startswith("image/")
    return is_html(kind) or is_xml or kind in {"", "application/json", "application/feed+json"}
