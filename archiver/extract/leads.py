"""From an answer to what it leads to: what a post cites, its further pages, what a page needs to be looked at."""

from collections.abc import Iterator

from archiver.discover.facts.further import further_pages
from archiver.discover.requisites import requisites, requisites_of_style
from archiver.extract.post import PostReading, read_placed_posts, read_post_page
from archiver.models.blog import Month
from archiver.models.capture import Role, Visit
from archiver.models.lead import Lead
from archiver.web.charset import decode
from archiver.web.media_type import media_type
from archiver.web.page import Page

_LOOKED_AT = frozenset([Role.FRONT, Role.MONTH, Role.POST, Role.SOURCE])
_MAY_HOLD_POSTS = frozenset([Role.FRONT, Role.LISTING, Role.MONTH, Role.POST])
_EMBEDS = 3  # a page's style, what it imports, what that needs


def leads_of_answer(
    url: str, body: bytes, content_type: str | None, visit: Visit, page: Page | None
) -> Iterator[Lead]:
    """What a page cites, and what it needs to be looked at."""
    if page is not None:
        yield from _cited(page, visit)
        yield from _further(page, visit)
        if visit.role in _LOOKED_AT:
            yield from (Lead(url=each, role=Role.REQUISITE, hop="E") for each in requisites(page))
    is_style = visit.role is Role.REQUISITE and media_type(body, content_type) == "text/css"
    if is_style and visit.hops_from_seed.count("E") < _EMBEDS:
        css = decode(body, content_type).text
        for each in requisites_of_style(url, css):
            yield Lead(url=each, role=Role.REQUISITE, hop="E")


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


def _posts(page: Page, visit: Visit) -> tuple[PostReading, ...]:
    """The posts of which a page is the own one: those that stand on it whole, each at a place of its own; else the one."""
    placed = read_placed_posts(page, blog=visit.seed)
    if placed or visit.role is not Role.POST:
        return placed
    post = read_post_page(page, blog=visit.seed, listed=visit.month is not None)
    return () if post is None else (post,)


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
