"""An HTML page, parsed once and asked many times."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.builder._lxml import LXMLTreeBuilder
from bs4.element import CData, NavigableString, PageElement

from archiver.web.url import resolve

_HIDDEN = frozenset(["head", "noscript", "script", "style", "template"])
# Phrasing content (HTML, 3.2.5.2.5): these do not break a line. All other elements do.
_PHRASING = frozenset(
    "a abbr acronym b bdi bdo big button cite code data del dfn em font i ins kbd label mark nobr output q ruby rb "
    "s samp small span strike strong sub sup time tt u var wbr".split()
)


_KEPT = 200  # characters of an attribute whose words are remembered
_DEEPEST = 512  # elements; Blink builds no deeper tree (kMaximumHTMLParserDOMTreeDepth)


class _AsDeepAsBrowsers(LXMLTreeBuilder):
    """What nests deeper than in any browser stands side by side at the deepest place: time would grow with the square of depth."""

    def __init__(self) -> None:
        super().__init__()
        self._beyond: list[
            str | bytes | None
        ] = []  # the elements that began there; None: ended before its time

    def start(self, tag: str | bytes, attrib: Any = None, nsmap: Any = None) -> None:
        """An element begins."""
        assert self.soup is not None
        if len(self.soup.tagStack) > _DEEPEST and self._beyond and self._beyond[-1] is not None:
            super().end(self._beyond[-1])
            self._beyond[-1] = None
        if nsmap or "{" in f"{tag!s}{''.join(attrib or ())}":
            super().start(tag, attrib or {}, nsmap or {})
        else:  # no names of namespaces, as in nearly all of HTML: there is nothing to translate
            self.soup.handle_starttag(
                str(tag),
                None,
                None,
                self.attribute_dict_class(attrib or ()),
                namespaces=self.active_namespace_prefixes[-1],
            )
        if len(self.soup.tagStack) > _DEEPEST:
            self._beyond.append(tag)

    def end(self, tag: str | bytes) -> None:
        """An element ends."""
        if not self._beyond:
            super().end(tag)
        elif (still_open := self._beyond.pop()) is not None:
            super().end(still_open)


@dataclass(frozen=True, kw_only=True)
class Link:
    """An `a[href]` whose target is a web address."""

    url: str  # absolute
    text: str  # visible, white space folded
    element: Tag


class Page:
    """One HTML page: its address, its parsed tree, its links. BeautifulSoup on lxml.

    The tree is shared by all who read the page: whoever must change it works on a copy.
    """

    def __init__(self, url: str, html: str, *, is_cut: bool = False) -> None:
        self.url = url
        self.html = html
        self.is_cut = is_cut  # it is only the beginning
        self.soup = BeautifulSoup(html, builder=_AsDeepAsBrowsers())

    @cached_property
    def base(self) -> str:
        """The address that relative links start from (`<base href>`)."""
        tag = self.soup.find("base", href=True)
        return (resolve(self.url, attribute(tag, "href")) if isinstance(tag, Tag) else None) or self.url

    @cached_property
    def title(self) -> str:
        """The words of `<title>`."""
        return visible_text(self.soup.title) if self.soup.title is not None else ""

    @cached_property
    def lang(self) -> str:
        """The language tag of the document's element."""
        return attribute(self.soup.html, "lang")

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every link to a web address, in document order."""
        return tuple(self.links_in(self.soup))

    def links_in(self, part: Tag) -> Iterator[Link]:
        """The links of a part of the page, in document order."""
        for element in self.named("a") if part is self.soup else part.find_all("a"):
            href = element.get("href")
            url = resolve(self.base, attribute(element, "href")) if href is not None else None
            if url is not None:
                yield Link(url=url, text=visible_text(element), element=element)

    def named(self, name: str) -> Sequence[Tag]:
        """All elements with a name, in document order."""
        return self._named.get(name, ())

    @cached_property
    def _named(self) -> dict[str, list[Tag]]:
        found: dict[str, list[Tag]] = {}
        for node in self.soup.descendants:
            if isinstance(node, Tag):
                found.setdefault(node.name, []).append(node)
        return found

    def rel(self, name: str) -> Iterator[tuple[str, Tag]]:
        """Addresses of `<link rel=name>` and `<a rel=name>`, with their elements."""
        for element in (*self.named("link"), *self.named("a")):
            if "href" in element.attrs and name in tokens(element, "rel"):
                url = resolve(self.base, attribute(element, "href"))
                if url is not None:
                    yield url, element

    def meta(self, *names: str) -> str | None:
        """The content of the first `<meta>` that has one of the names (name, property or itemprop), in their order."""
        for name in names:
            for element in self._metas.get(name.lower(), ()):
                if content := attribute(element, "content").strip():
                    return content
        return None

    @cached_property
    def _metas(self) -> dict[str, list[Tag]]:
        found: dict[str, list[Tag]] = {}
        for element in self.named("meta"):
            for key in ("name", "property", "itemprop"):
                if name := attribute(element, key).lower():
                    found.setdefault(name, []).append(element)
        return found


def attribute(element: Tag | None, name: str) -> str:
    """An attribute as one string; empty where it is missing."""
    value = element.attrs.get(name) if element is not None else None
    if isinstance(value, str):
        return value
    return " ".join(value) if value is not None else ""


def tokens(element: Tag, name: str) -> tuple[str, ...]:
    """The lower-case words of an attribute such as `class` or `rel`."""
    said = attribute(element, name)
    return _words(said) if len(said) <= _KEPT else tuple(said.lower().split())


@lru_cache(maxsize=4096)
def _words(said: str) -> tuple[str, ...]:
    return tuple(said.lower().split())


def is_phrasing(element: Tag) -> bool:
    """Whether an element stands within a line; all others begin a new one."""
    return element.name in _PHRASING


def visible_text(element: Tag) -> str:
    """What a reader sees of an element, on one line: scripts and styles out, blocks apart, white space folded."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: Tag) -> Iterator[str]:
    """Strings in document order, a space at the border of every block. No recursion: pages nest thousands deep."""
    stack: list[Iterator[PageElement]] = [iter(element.contents)]
    closers = [""]
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
            yield closers.pop()
        elif isinstance(node, Tag):
            if node.name not in _HIDDEN:
                space = "" if node.name in _PHRASING else " "
                yield space
                stack.append(iter(node.contents))
                closers.append(space)
        elif type(node) in {NavigableString, CData}:
            yield str(node)
