"""The page of a source as lxml reads it: for metadata and the main text, where speed counts.

Posts are read with `archiver.web.page.Page`; it costs ten times as much, and is worth it where footnotes are looked for.
"""

import re
from functools import cached_property
from itertools import islice

from lxml import etree, html

from archiver.extract.characters import seen
from archiver.extract.permalink import is_permalink
from archiver.extract.shallow import shallow_tree
from archiver.web.url import resolve

# Not allowed in XML, and nothing to a reader.
_NOT_IN_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

_LONGEST = 500  # characters of a title; what is longer is none
_MOST_HEADINGS = 20  # of the highest rank; a page has one, a careless one several
_MOST_ELEMENTS = 20_000  # of a page; what it says of itself has long been said
_HEADERS = frozenset(
    ["content-language", "last-modified"]
)  # of those that stand for a header, what tells of the work
# Of `lxml.html` only the plain element is used; its own parser asks Python for the class of each element that is met.
_ALIKE = etree.ElementDefaultClassLookup(element=html.HtmlElement)
_BREAKS = frozenset(["br", "hr"])
_TELLING = ("base", "h1", "link", "meta", "script", "title")


class Markup:
    """One HTML page: its address, its tree, its `<meta>` elements. Not to be changed: readers share it."""

    def __init__(self, url: str, root: html.HtmlElement, *, source: str = "", is_cut: bool = False) -> None:
        self.url = url
        self.root = root
        self._source = source
        self.is_cut = is_cut  # too deep for the usual tree

    @classmethod
    def parse(cls, url: str, text: str) -> "Markup | None":
        """Read a page; None where there is nothing to read."""
        parser = etree.HTMLParser(
            encoding="utf-8",  # overrules what the page declares: it is decoded already
            huge_tree=True,
            remove_comments=True,
            remove_pis=True,
            collect_ids=False,
        )
        parser.set_element_class_lookup(_ALIKE)
        clean = _NOT_IN_TEXT.sub(" ", text).encode("utf-8", "replace")
        try:
            root = html.document_fromstring(clean, parser=parser)
        except (etree.ParserError, etree.XMLSyntaxError):  # no element in it
            return None
        if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
            # libxml2 gave up: what lies deeper than some 2,000 elements, and all after it, is not here.
            return cls(url, shallow_tree(clean), source=text, is_cut=True)
        return cls(url, root, source=text)

    @cached_property
    def tags(self) -> dict[str, list[etree._Element]]:
        """The elements that speak to machines, and the highest headings, by their names: to go over a page is dear."""
        found: dict[str, list[etree._Element]] = {}
        for element in islice(self.root.iter(*_TELLING), _MOST_ELEMENTS):
            found.setdefault(str(element.tag), []).append(element)
        return found

    def mentions(self, *words: str) -> bool:
        """Whether one of the words stands anywhere in the page: to look for what it means is dear, and mostly in vain."""
        return any(word in self._source for word in words)

    def ending(self, most: int) -> str:
        """The last characters of the page as it was written."""
        return self._source[-most:]

    def select(self, path: etree.XPath) -> list[etree._Element]:
        """The elements that a path selects, as many as are worth reading."""
        found: list[etree._Element] = path(self.root)  # type: ignore[assignment]  # it selects elements
        return found[:_MOST_ELEMENTS]

    @cached_property
    def base(self) -> str:
        """The address that relative links start from (`<base href>`)."""
        written = (href for element in self.tags.get("base", ()) if (href := element.get("href")))
        return resolve(self.url, next(written, "")) or self.url

    def meta(self, *names: str) -> str | None:
        """The first content of a `<meta>` that has one of the names (name, property or itemprop), in their order."""
        found = self.metas(*names)
        return found[0] if found else None

    def metas(self, *names: str) -> tuple[str, ...]:
        """Every content of the first of the names that has any."""
        known = self._metas
        for name in names:  # no generator: some hundred names are asked for on a page
            if name in known:
                return tuple(known[name])
        return ()

    @cached_property
    def _metas(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for element in self.tags.get("meta", ()):
            # A common slip writes the value where forms have theirs.
            content = one_line(element.get("content") or element.get("value") or "")
            if not content:
                continue
            for key in ("name", "property", "itemprop"):
                if name := (element.get(key) or "").strip().lower():
                    found.setdefault(name, []).append(content)
            if (name := (element.get("http-equiv") or "").strip().lower()) in _HEADERS:
                found.setdefault(name, []).append(content)
        return found

    @cached_property
    def title(self) -> str | None:
        """The text of the first `<title>` that is not a drawing's."""
        for element in self.tags.get("title", ()):
            if (parent := element.getparent()) is None or parent.tag != "svg":
                return inner_text(element)[:_LONGEST] or None
        return None

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The texts of the `<h1>`s that have one."""
        return tuple(
            text
            for element in self.tags.get("h1", ())[:_MOST_HEADINGS]
            if (text := inner_text(element)[:_LONGEST])
        )

    def links(self, rel: str) -> tuple[str, ...]:
        """Addresses of the `<link>`s of a relation, absolute."""
        found = (
            resolve(self.base, element.get("href") or "")
            for element in self.tags.get("link", ())
            if rel in (element.get("rel") or "").lower().split()
        )
        return tuple(url for url in found if url is not None)


def inner_text(element: etree._Element) -> str:
    """The text of a small element, on one line. Where a line is broken, words end; a heading's link to itself is none."""
    if len(element) == 0:
        return one_line(element.text or "")
    texts: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, each in walk:
        if event == "start":
            if is_permalink(each):
                walk.skip_subtree()
            else:
                texts.append(" " if each.tag in _BREAKS else each.text or "")
        elif each is not element:
            texts.append(each.tail or "")
    return one_line("".join(texts))


def one_line(text: str) -> str:
    """White space folded, letters in NFC, and characters that nobody sees taken out: for titles and names."""
    return " ".join(seen(text).split())
