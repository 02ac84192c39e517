"""A part of a post on its way to a piece: its words, and where its links lead."""

from dataclasses import dataclass

from bs4 import Tag

from archiver.discover.dates import without_days
from archiver.extract.finding.furniture import is_share
from archiver.extract.flow import Part
from archiver.web.page import attribute, visible_text
from archiver.web.url import resolve, site, without_fragment

_LABEL = 60  # characters of a line that names what comes after it
_LONGEST_SHARING, _LONGEST_LIST, _LINE = 300, 3_000, 200
_MOSTLY, _PARTLY = 0.8, 0.4  # of a text that lies in links


@dataclass(frozen=True, slots=True)
class LinksOf:
    """Where the links of a part lead."""

    own: frozenset[str]  # to other pages of the site
    away: frozenset[str]  # to other sites
    sharing: int  # to what hands a page on
    count: int
    linked: int  # characters of the text of those that do not lead away


class Links:
    """Reads the links of the parts of one page."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._here = without_fragment(url)
        self._site = site(url)

    def of(self, part: Part) -> LinksOf:
        """Where the links of a part lead."""
        own, away = set(), set()
        sharing = count = linked = 0
        for link in _links(part):
            href = attribute(link, "href")
            url = resolve(self._url, href)
            count += 1
            if url is not None and is_share(url):
                sharing += 1
            elif url is not None and site(url) != self._site:
                away.add(url)
                continue
            elif url is not None and without_fragment(url) != self._here:
                own.add(url)
            linked += len(visible_text(link))
        return LinksOf(frozenset(own), frozenset(away), sharing, count, linked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A part of the flow with its words."""

    part: Part
    text: str
    html: str
    links: LinksOf
    is_links: bool  # to the blog's pages or to places of this one, and nothing else but the days of those

    @property
    def is_sharing(self) -> bool:
        """Links that hand the page on, and what they say."""
        links = self.links
        return (
            links.sharing > 0
            and not links.away
            and len(self.text) <= _LONGEST_SHARING
            and links.linked >= _PARTLY * len(self.text)
        )

    @property
    def is_label(self) -> bool:
        """A line that may name what comes after it."""
        return 0 < len(self.text) <= _LABEL and "\n" not in self.text


def draft_of(part: Part, text: str, html: str, links: LinksOf) -> Draft:
    """A part with its words."""
    size = len(text)
    if links.linked and not links.away and size <= _LONGEST_LIST:
        size = sum(len(without_days(line)) if len(line) <= _LINE else len(line) for line in text.split("\n"))
    is_links = not links.away and links.linked > 0 and links.linked >= _MOSTLY * size
    return Draft(part=part, text=text, html=html, links=links, is_links=is_links)


def _links(part: Part) -> list[Tag]:
    found: list[Tag] = []
    for node in part.nodes:
        if isinstance(node, Tag):
            found += [node] if node.name == "a" else []
            found += node.find_all("a")
    return [link for link in found if attribute(link, "href")]
