"""The date that a part of a page shows: `<time datetime>`, `<abbr class=published title>`, or words."""

import re
from collections.abc import Iterable

from bs4 import Tag

from archiver.discover.dates import find_date
from archiver.web.page import attribute, tokens, visible_text

_NAMED = re.compile(
    r"(?:.*[-_])?(?:published|dt-published|date|dates|posted|posted-on|postdate|pubdate|dateline|post-meta|entry-meta|meta|post-info|timestamp)(?:[-_].*)?"
)
_CHANGED = re.compile(r"updated|dt-updated|modified|lastmod|(?:.*-)?modified(?:-.*)?")
_LONGEST = 200  # characters: what is longer is prose


def is_changed(tag: Tag) -> bool:
    """Whether an element says when a post was changed, and not when it was published."""
    names = (*tokens(tag, "class"), *tokens(tag, "itemprop"))
    published = any(name in {"published", "dt-published", "entry-date", "datepublished"} for name in names)
    return not published and any(_CHANGED.fullmatch(name) or name == "datemodified" for name in names)


def date_of(tag: Tag) -> str | None:
    """The date that one element stands for, in its attributes or its words; None where it is no date element."""
    if tag.name == "time":
        return find_date(attribute(tag, "datetime")) or find_date(visible_text(tag))
    if tag.name == "relative-time":
        return find_date(attribute(tag, "datetime"))
    if tag.name in {"abbr", "span"} and (title := attribute(tag, "title")):
        return find_date(title)
    return None


def first_date(parts: Iterable[Tag]) -> str | None:
    """The publication date among the elements of a part: of a date element, else of one whose class says that it holds a date."""
    named: list[Tag] = []
    for tag in parts:
        if is_changed(tag):
            continue
        if found := date_of(tag):
            return found
        if any(_NAMED.fullmatch(name) for name in tokens(tag, "class")):
            named.append(tag)
    for tag in named:
        text = visible_text(tag)
        if len(text) <= _LONGEST and (found := find_date(text)):
            return found
    return None
