"""Pages that can be changed: where on a page its work stands, and pages made of it."""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from random import Random

from extraction_readers import capture_of
from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from archiver.extract.text.html import read
from archiver.models.citation import Document

_MOST = 0.7  # of the lines of the text stand in the element that holds the work
_TELLING = 40  # characters by which a line is known again
_BLOCKS = frozenset("p li h2 h3 h4 blockquote pre dd td div section".split())


@dataclass(frozen=True)
class PageOf:
    """A page as it is served."""

    name: str
    url: str
    html: str

    @cached_property
    def document(self) -> Document:
        """Its reading."""
        return reading(self.url, self.html)

    @cached_property
    def _parsed(self) -> HtmlElement:
        return lxml_html.document_fromstring(self.html.encode(), parser=lxml_html.HTMLParser(encoding="utf-8"))

    def changed(self, change: Callable[[HtmlElement, list[HtmlElement], Random], None], seed: int) -> Document:
        """The reading of the page after a change. It is given the page, and the paragraphs of its work."""
        page = copy.deepcopy(self._parsed)
        change(page, paragraphs(page, self.document.text), Random(seed))
        return reading(self.url, etree.tostring(page, encoding="unicode", method="html"))


def reading(url: str, page: str) -> Document:
    """What the archiver reads of a page."""
    return read(capture_of(url, page.encode("utf-8", "replace")), kind="source")


def paragraphs(page: HtmlElement, text: str) -> list[HtmlElement]:
    """The children of the element that holds the work, from the first that has words of it to the last."""
    known = {_squeezed(line)[:_TELLING] for line in text.split("\n") if len(line) >= _TELLING}
    at = page.find("body")
    if at is None or not known:
        return []
    blocks = [e for e in at.iter() if e.tag in _BLOCKS and _squeezed(_text(e)[:1_000])[:_TELLING] in known]
    while True:
        inside = {child: sum(1 for block in blocks if _is_in(block, child)) for child in at}
        best = max(inside, key=lambda child: inside[child], default=None)
        if best is None or inside[best] < _MOST * len(blocks) or best in blocks:
            break
        at = best
    own = [child for child, count in inside.items() if count]
    children = list(at)
    return children[children.index(own[0]) : children.index(own[-1]) + 1] if own else []


def _is_in(element: HtmlElement, outer: HtmlElement) -> bool:
    return element is outer or any(ancestor is outer for ancestor in element.iterancestors())


def _text(element: HtmlElement) -> str:
    return "".join(element.itertext()) if isinstance(element.tag, str) else ""


def _squeezed(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
