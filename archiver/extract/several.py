"""A post over several pages, read as one."""

from collections.abc import Sequence
from dataclasses import replace

from bs4 import Tag

from archiver.discover.post import post_body
from archiver.extract.citations import read_citations, read_links
from archiver.models.citation import Citation, CitationKind, InternalLink
from archiver.web.page import Page, attribute
from archiver.web.url import canonical, resolve, without_fragment


def joined_body(pages: Sequence[Page]) -> Tag | None:
    """What holds the post's words, of all its pages; links are made absolute, those between the pages fragments."""
    addresses = {_bare(page.url) for page in pages}
    whole: Tag | None = None
    for page in pages:
        body = post_body(page)
        if body is None:
            continue
        _set_links(body, page, addresses)
        if whole is None:
            whole = body
        else:
            whole.append(body)
    return whole


def joined_links(
    pages: Sequence[Page], *, blog: str
) -> tuple[tuple[Citation, ...], tuple[InternalLink, ...]]:
    """The citations of all pages: each page by itself, or all as one where marks and notes stand on different pages.

    And the links to other pages of the blog; those between the pages are none.
    """
    apart: list[Citation] = []
    internal: list[InternalLink] = []
    own = {_bare(page.url) for page in pages}
    for page in pages:
        body = post_body(page)
        if body is not None:
            citations, links = read_links(body, url=page.url, blog=blog)
            apart += citations
            internal += (link for link in links if _bare(link.url) not in own)
    whole = joined_body(pages)
    together = read_citations(whole, url=pages[0].url, blog=blog) if whole is not None else ()
    chosen = together if _paired(together) > _paired(apart) else apart
    return (
        tuple(replace(citation, position=n) for n, citation in enumerate(chosen, start=1)),
        tuple(replace(link, position=n) for n, link in enumerate(internal, start=1)),
    )


def _paired(citations: Sequence[Citation]) -> int:
    """How many marks have their note."""
    return sum(
        each.kind is CitationKind.FOOTNOTE and each.sentence is not None and each.note is not None
        for each in citations
    )


def _set_links(body: Tag, page: Page, addresses: set[str]) -> None:
    for element in body.find_all(["a", "area"], href=True):
        href = attribute(element, "href")
        url = None if href.startswith("#") else resolve(page.base, href)
        if url is None:
            continue
        fragment = url.partition("#")[2]
        element["href"] = f"#{fragment}" if fragment and _bare(url) in addresses else url


def _bare(url: str) -> str:
    return canonical(without_fragment(url)).rstrip("/")
