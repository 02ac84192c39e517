"""The places of a post that its own links lead to: marks and notes. Clean HTML has fewer elements, so some names move."""

from collections.abc import Iterator

from bs4 import Tag

from archiver.extract.layout import Place
from archiver.web.page import attribute
from archiver.web.url import resolve, without_fragment

# What clean HTML keeps, and can give a name.
_KEPT = frozenset(
    "blockquote cite code dd del dl dt em figcaption figure h1 h2 h3 h4 h5 h6 ins li ol p pre q strong sub sup table td th ul b i".split()
)
_HOLDERS = frozenset("blockquote dd dt figcaption h1 h2 h3 h4 h5 h6 li p td th".split())
_NEAR = 8  # elements before or around a place, among which one takes its name


class Anchors:
    """Which elements get which name, and where each link within the post leads."""

    def __init__(self, places: tuple[Place, ...], url: str) -> None:
        self._url = without_fragment(url)
        self._seen = {id(place.element) for place in places}
        self._names: dict[int, str] = {}  # by identity of the element
        self._moved: dict[str, str] = {}
        wanted = set(self._wanted(places))
        by_name: dict[str, int] = {}
        for n, place in enumerate(places):
            for name in (attribute(place.element, "id"), attribute(place.element, "name")):
                if name in wanted:
                    by_name.setdefault(name, n)
        for name, n in by_name.items():
            self._settle(name, n, places)

    def sees(self, element: Tag) -> bool:
        """Whether a reader sees an element of the post."""
        return id(element) in self._seen

    def name(self, element: Tag) -> str | None:
        """The name that an element keeps or gets."""
        return self._names.get(id(element))

    def href(self, element: Tag) -> str:
        """Where a link leads: within the post `#name`, elsewhere on its page the page's address, too."""
        name = self._fragment(element)
        if not name:
            return attribute(element, "href")
        return f"#{self._moved[name]}" if name in self._moved else f"{self._url}#{name}"

    def _wanted(self, places: tuple[Place, ...]) -> Iterator[str]:
        for place in places:
            if place.element.name == "a" and (name := self._fragment(place.element)):
                yield name

    def _fragment(self, element: Tag) -> str:
        href = attribute(element, "href").strip()
        page, mark, name = href.partition("#")
        if not mark or (page and resolve(self._url, page) != self._url):
            return ""
        return name

    def _settle(self, name: str, n: int, places: tuple[Place, ...]) -> None:
        """Give a name to the element that has it, else to the first kept one in it, else to the next one around it."""
        element, end = places[n].element, places[n].end
        if self._take(name, element):
            return
        for inner in places[n + 1 : n + 1 + _NEAR]:
            if inner.start >= end:
                break
            if inner.element.name in _KEPT and self._take(name, inner.element):
                return
        for _, around in zip(range(_NEAR), element.parents, strict=False):
            if around.name in _HOLDERS:
                if not self._take(name, around):
                    self._moved[name] = self._names[id(around)]
                return

    def _take(self, name: str, element: Tag) -> bool:
        is_link = element.name == "a" and bool(attribute(element, "href"))
        if not (is_link or element.name in _KEPT) or id(element) in self._names:
            return False
        self._names[id(element)] = name
        self._moved[name] = name
        return True
