"""From an answer to what it leads to: redirects, sources, requisites. A thin bridge between Scrapy and the pure stages."""

from collections.abc import Iterator

from scrapy.http import Response

from archiver.discover.facts.further import further_pages
from archiver.discover.requisites import requisites, requisites_of_style
from archiver.extract.post import PostReading, read_placed_posts, read_post_page
from archiver.models.blog import Month
from archiver.models.capture import Role, Visit
from archiver.models.lead import Lead
from archiver.web.charset import decode
from archiver.web.media_type import media_type
from archiver.web.page import Page
from archiver.web.reading import page_in
from archiver.web.redirect import redirect_target
from spiders.headers import content_type, header_pairs

_LOOKED_AT = frozenset([Role.FRONT, Role.MONTH, Role.POST, Role.SOURCE])
_MAY_HOLD_POSTS = frozenset([Role.FRONT, Role.LISTING, Role.MONTH, Role.POST])
_EMBEDS = 3  # a page's style, what it imports, what that needs


def page_of(response: Response, visit: Visit) -> Page | None:
    """The HTML page that a response holds, where there is a reason to read it."""
    if visit.role is Role.REQUISITE:
        return None
    return page_in(response.url, response.body, content_type(response))


def redirection(response: Response, page: Page | None) -> str | None:
    """The address that a response redirects to, by header or by `<meta>`."""
    return redirect_target(response.url, response.status, header_pairs(response), page)


def _posts(page: Page, visit: Visit) -> tuple[PostReading, ...]:
    """The posts of which a page is the own one: those that stand on it whole, each at a place of its own; else the one."""
    placed = read_placed_posts(page, blog=visit.seed)
    if placed or visit.role is not Role.POST:
        return placed
    post = read_post_page(page, blog=visit.seed, listed=visit.month is not None)
    return () if post is None else (post,)


def leads_of_page(response: Response, visit: Visit, page: Page | None) -> Iterator[Lead]:
    """What a page cites, and what it needs to be looked at."""
    if page is not None:
        yield from _cited(page, visit)
        yield from _further(page, visit)
        is_frame = visit.role is Role.REQUISITE and visit.hops_from_seed.count("E") == 1
        if visit.role in _LOOKED_AT or is_frame:
            yield from (Lead(url=url, role=Role.REQUISITE, hop="E") for url in requisites(page))
    is_style = (
        visit.role is Role.REQUISITE and media_type(response.body, content_type(response)) == "text/css"
    )
    if is_style and visit.hops_from_seed.count("E") < _EMBEDS:
        css = decode(response.body, content_type(response)).text
        for url in requisites_of_style(response.url, css):
            yield Lead(url=url, role=Role.REQUISITE, hop="E")


def _cited(page: Page, visit: Visit) -> Iterator[Lead]:
    if visit.role in _MAY_HOLD_POSTS:
        for post in _posts(page, visit):
            for citation in post.citations:
                for cited in citation.urls:
                    yield Lead(url=cited.url, role=Role.SOURCE, hop="L")


def _further(page: Page, visit: Visit) -> Iterator[Lead]:
    """The further pages of a post over several."""
    if visit.role is Role.POST and (visit.page or 1) == 1:
        month = Month.parse(visit.month) if visit.month is not None else None
        for number, url in further_pages(page):
            yield Lead(url=url, role=Role.POST, hop="L", month=month, page=number)


def visit_of(lead: Lead, seed: str, via: str | None, hops: str) -> Visit:
    """How a lead is followed, as its WARC will tell."""
    return Visit(
        role=lead.role,
        seed=seed,
        via=via,
        hops_from_seed=hops,
        month=str(lead.month) if lead.month is not None else None,
        page=lead.page,
    )
