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

_MOST_LINES = 60  # of a menu
_TELLING = 40  # characters by which a line is known again
_BLOCKS = frozenset(
    "p li h1 h2 h3 h4 h5 blockquote pre dd dt td div section article figure ul ol table".split()
)


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
        return lxml_html.document_fromstring(
            self.html.encode(), parser=lxml_html.HTMLParser(encoding="utf-8")
        )

    @cached_property
    def furniture(self) -> str:
        """Lines of the page before the work, and after it: its menus and its foot."""
        body = self._parsed.find("body")
        work = paragraphs(self._parsed, self.document.text)
        if body is None or not work:
            return ""
        order = {element: number for number, element in enumerate(body.iter())}
        first, last = order[work[0]], order[work[-1]]
        leaves = [
            (order[e], " ".join(_text(e).split()))
            for e in body.iter("a", "p", "li", "h2", "h3", "h4")
            if not len(e)
        ]
        before = [line for at, line in leaves if at < first and line][:_MOST_LINES]
        after = [line for at, line in leaves if at > last and line][:_MOST_LINES]
        return "\n".join(before) + "\f" + "\n".join(after)

    def served(
        self, change: Callable[[HtmlElement, list[HtmlElement], Random], None], seed: int
    ) -> tuple[Document, str]:
        """The page after a change, as it is read, and all that it says. The change is given the paragraphs of the work."""
        page = copy.deepcopy(self._parsed)
        change(page, paragraphs(page, self.document.text), Random(seed))
        said = _squeezed(" ".join(_text(each) for each in page.iter("body")))
        return reading(self.url, etree.tostring(page, encoding="unicode", method="html")), said

    def changed(
        self, change: Callable[[HtmlElement, list[HtmlElement], Random], None], seed: int
    ) -> Document:
        """The reading of the page after a change."""
        return self.served(change, seed)[0]


def reading(url: str, page: str) -> Document:
    """What the archiver reads of a page."""
    return read(capture_of(url, page.encode("utf-8", "replace")), kind="source")


def paragraphs(page: HtmlElement, text: str) -> list[HtmlElement]:
    """The blocks that hold the work, none within another: from the first that has a line of it to the last."""
    known = set(paragraph_lines(text))
    body = page.find("body")
    if body is None:
        return []
    # An element that holds others is no paragraph, but for those of running text.
    blocks = [
        each
        for each in body.iter()
        if each.tag in _BLOCKS and not any(child.tag in _BLOCKS for child in each.iterdescendants())
    ]
    places = [
        number for number, each in enumerate(blocks) if _squeezed(_text(each)[:1_000])[:_TELLING] in known
    ]
    return blocks[places[0] : places[-1] + 1] if places else []


def paragraph_lines(text: str) -> list[str]:
    """The beginnings of the lines of a text by which it is known again, without all but their letters."""
    return [_squeezed(line)[:_TELLING] for line in text.split("\n") if len(line) >= _TELLING]


def _text(element: HtmlElement) -> str:
    return "".join(element.itertext()) if isinstance(element.tag, str) else ""


def _squeezed(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
