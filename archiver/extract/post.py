"""A post's page read for all that the archive keeps of it: what it says of itself, and what it cites."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bs4 import Tag

from archiver.discover.facts.placed import placed_posts
from archiver.discover.post import is_post, post_body, read_post
from archiver.extract.citations import read_links
from archiver.extract.replies import replies_beside
from archiver.extract.several import joined_body, joined_links
from archiver.models.blog import PostFacts
from archiver.models.citation import Citation, InternalLink
from archiver.web.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class PostReading:
    """A post, read. The crawl takes the citations' addresses from it, the index all of it."""

    facts: PostFacts
    body: Tag  # a copy of the content node
    citations: tuple[Citation, ...]
    internal: tuple[InternalLink, ...]  # links to other pages of the blog


def read_placed_posts(page: Page, *, blog: str) -> tuple[PostReading, ...]:
    """Read the posts that stand whole on the page of a day or a month, where their permalinks name places on it."""
    return tuple(_reading(placed.facts, placed.body, page, blog) for placed in placed_posts(page))


def read_post_page(
    page: Page, *, blog: str, listed: bool, further: Sequence[Page] = ()
) -> PostReading | None:
    """Read a page as a post; None where it is none.

    `listed` tells that a month's page named it as a post: then only a page without content is doubted. `further` are
    the pages after it, of a post over several: what the post says of itself is on the first.
    """
    if not listed and not is_post(page):
        return None
    body = post_body(page)
    if body is None:
        return None
    if further:
        pages = (page, *further)
        whole = joined_body(pages)
        assert whole is not None
        citations, internal = joined_links(pages, blog=blog)
        citations = _with_replies(page, citations)
        return PostReading(facts=read_post(page), body=whole, citations=citations, internal=internal)
    read = _reading(read_post(page), body, page, blog)
    return replace(read, citations=_with_replies(page, read.citations))


def _reading(facts: PostFacts, body: Tag, page: Page, blog: str) -> PostReading:
    citations, internal = read_links(body, url=page.url, blog=blog)
    return PostReading(facts=facts, body=body, citations=citations, internal=internal)


def _with_replies(page: Page, citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """What stands beside the content comes first; what the content cites itself is not told twice."""
    cited = {each.url for citation in citations for each in citation.urls}
    beside = [reply for reply in replies_beside(page) if reply.urls[0].url not in cited]
    return tuple(replace(citation, position=n) for n, citation in enumerate((*beside, *citations), start=1))
