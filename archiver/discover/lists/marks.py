"""The simple CSS selectors of the platform files, matched with a few look-ups an element.

`article`, `.hentry`, `#notes`, `[itemprop='blogPost']`, `[itemprop~='author']`, `[itemtype$='/Article']`; no combinators.
A general engine tries every selector on every element, which took two thirds of the time on large pages.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from bs4 import Tag

from archiver.web.page import attribute, tokens

_ATTRIBUTE = re.compile(r"\[([a-z-]+)([~$]?)='([^']+)'\]")


class Marks:
    """A set of simple selectors, asked of one element at a time."""

    def __init__(self, selectors: Iterable[str]) -> None:
        self._names: set[str] = set()
        self._classes: set[str] = set()
        self._ids: set[str] = set()
        self._attributes: list[tuple[str, str, str]] = []
        for selector in selectors:
            if match := _ATTRIBUTE.fullmatch(selector):
                self._attributes.append((match[1], match[2], match[3].lower()))
            elif re.fullmatch(r"[.#]?[A-Za-z_][\w-]*", selector):
                kept = {".": self._classes, "#": self._ids}.get(selector[0], self._names)
                kept.add(selector.lstrip(".#").lower())
            else:
                raise ValueError(f"{selector!r} is no simple selector; see the docstring of {__name__}")

    def match(self, tag: Tag) -> bool:
        """Whether one of the selectors fits an element."""
        if tag.name in self._names:
            return True
        if not tag.attrs:
            return False
        attrs = tag.attrs
        if self._classes and "class" in attrs and not self._classes.isdisjoint(tokens(tag, "class")):
            return True
        if self._ids and "id" in attrs and attribute(tag, "id").lower() in self._ids:
            return True
        for name, how, wanted in self._attributes:
            if name in attrs and _fits(attribute(tag, name).lower(), how, wanted):
                return True
        return False


def _fits(value: str, how: str, wanted: str) -> bool:
    if how == "~":
        return wanted in value.split()
    return value.endswith(wanted) if how == "$" else value == wanted


@lru_cache(maxsize=512)
def marks_of(selectors: tuple[str, ...]) -> Marks:
    """The set of some selectors, made once."""
    return Marks(selectors)
