"""The words of a heading, without what software and habit set beside them: permalinks, numbers, signs."""

import re
from collections.abc import Iterator
from itertools import islice

from bs4 import Tag

from archiver.extract.finding.body import Body
from archiver.extract.spans import Span, Spans
from archiver.web.page import tokens

# What links to a heading are called by Docusaurus, Hugo and Eleventy themes, Zola, Python-Markdown, GitHub, AnchorJS,
# VuePress and MediaWiki.
_PERMALINKS = frozenset(
    "hash-link anchor direct-link permalink headerlink header-link header-anchor heading-link heading-anchor "
    "headline-hash anchor-link anchorjs-link zola-anchor mw-editsection".split()
)
# What is written for screen readers alone: WordPress core, Bootstrap, HTML5 Boilerplate, Foundation.
_UNSEEN = frozenset(
    "sr-only screen-reader-text visually-hidden visuallyhidden show-for-sr screen-reader-only".split()
)
_MOST_PARTS = 40  # elements of a heading that are looked at
_LONGEST_TITLE = 50
_LONGEST_HEADING = 160  # characters, with what is hidden in it

_NO_WIDTH = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufe0e\ufe0f\ufeff]")
_SIGNS = " :.—–-*_#§¶🔗"
_NUMBER = re.compile(r"(?:(?:\d{1,2}\.)*\d{1,2}[.):]?|[IVX]{1,5}[.):]|[A-Z][.)])\s+(?=\S)")
_EDIT = re.compile(r"\[\s?(?:edit|[+−–-])\s?\]$", re.IGNORECASE)  # or a sign that folds up what follows
_COUNT = re.compile(r"\(\d{1,3}\)$")


class Heading:
    """A heading element, read without its asides."""

    def __init__(self, body: Body, element: Tag) -> None:
        self.place = body.place(element)
        self.level = int(element.name[1])
        self._body = body
        is_short = self.place.end - self.place.start <= _LONGEST_HEADING
        self._own = tuple(_own(body, element, self.place)) if is_short else (self.place,)

    @property
    def is_free(self) -> bool:
        """Whether nobody has claimed its own words; a claimed permalink says nothing of them."""
        return all(map(self._body.is_free, self._own))

    @property
    def title(self) -> str:
        """What it says; empty when that is long."""
        return short_title(
            _NUMBER.sub("", " ".join(self._body.words(part) for part in self._own).strip(_SIGNS), count=1)
        )


def short_title(words: str) -> str:
    """A title without the signs that people set around it; empty when it is long.

    >>> short_title("Further Reading (2):"), short_title("— Sources [edit]")
    ('Further Reading', 'Sources')
    """
    if len(words) > _LONGEST_HEADING:
        return ""
    title = _NO_WIDTH.sub("", words).strip(_SIGNS)
    title = _COUNT.sub("", _EDIT.sub("", title).rstrip(_SIGNS)).rstrip(_SIGNS)
    return title if len(title) <= _LONGEST_TITLE else ""


def _own(body: Body, heading: Tag, place: Span) -> Iterator[Span]:
    """The parts of a heading that are not asides; all of it when nothing else is left."""
    aside = Spans(_asides(body, heading, place))
    parts, at = [], place.start
    for span in aside:
        parts.append(Span(at, span.start))
        at = span.end
    parts.append(Span(at, place.end))
    own = [part for part in parts if _NO_WIDTH.sub("", body.words(part)).strip(_SIGNS)]
    yield from own or [place]


def _asides(body: Body, heading: Tag, place: Span) -> Iterator[Span]:
    for part in islice(heading.descendants, _MOST_PARTS):
        if isinstance(part, Tag) and body.holds(part):
            named = tokens(part, "class")
            if (
                part.has_attr("hidden")
                or not _UNSEEN.isdisjoint(named)
                or not _PERMALINKS.isdisjoint(named)
                or (part.name == "a" and _leads_here(body, part, place))
            ):
                yield body.place(part)


def _leads_here(body: Body, link: Tag, place: Span) -> bool:
    """Whether a link leads to its own heading, or to what stands around that."""
    name = body.fragment(link)
    return name is not None and any(
        named.start <= place.start <= named.end or place.start <= named.start <= place.end
        for named in map(body.place, body.with_id(name)[:_MOST_PARTS])
    )
