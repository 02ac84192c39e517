"""The date that a part of a page shows: `<time datetime>`, `<abbr class=published title>`, or words."""

import re
from collections.abc import Iterable

from bs4 import Tag
from bs4.element import NavigableString

from archiver.discover.dates import find_date, own_day
from archiver.discover.lists.outline import Outline
from archiver.web.page import attribute, tokens, visible_text

_NAMED = re.compile(
    r"(?:.*[-_])?(?:published|dt-published|date|dates|posted|posted-on|postdate|pubdate|dateline|post-meta|entry-meta|"
    r"meta|post-info|timestamp|blosxomdate)(?:[-_].*)?"
)
_CHANGED = re.compile(r"updated|dt-updated|modified|lastmod|(?:.*-)?modified(?:-.*)?")
_PUBLISHED = frozenset(["published", "dt-published", "entry-date", "datepublished"])
_LABEL = re.compile(
    r"(?:.*\W)?(?:updated|modified|edited|changed|revised|mis à jour|aktualisiert|geändert)(?: on| at| le| am)?\s*:?\s*",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_LABEL = 40  # characters


def is_changed(tag: Tag) -> bool:
    """Whether an element says when a post was changed, and not when it was published."""
    names = (*tokens(tag, "class"), *tokens(tag, "itemprop"))
    if _PUBLISHED.isdisjoint(names) and any(
        _CHANGED.fullmatch(name) or name == "datemodified" for name in names
    ):
        return True
    return tag.name in {"time", "abbr", "relative-time"} and _is_labelled(tag)


def _is_labelled(tag: Tag) -> bool:
    """Whether the words right before a date say that it is that of a change; Minimal Mistakes names it otherwise."""
    before = tag.previous_sibling
    if isinstance(before, NavigableString) and not before.strip():
        before = before.previous_sibling
    text = visible_text(before) if isinstance(before, Tag) else str(before or "")
    return len(text) <= _LONGEST_LABEL and _LABEL.fullmatch(text.strip()) is not None


def date_of(plan: Outline, n: int) -> str | None:
    """The date that one element stands for, in its attributes or its words; None where it is no date element."""
    tag = plan.elements[n]
    if tag.name in {"time", "relative-time"}:
        stamp, words = find_date(attribute(tag, "datetime")), _in_words(plan, n)
        return (stamp and words and own_day(stamp, words)) or stamp or words
    if tag.name in {"abbr", "span"} and (title := attribute(tag, "title")):
        return find_date(title)
    return None


def first_date(plan: Outline, parts: Iterable[int]) -> str | None:
    """The publication date among some elements: of a date element, else of one whose class says that it holds a date."""
    named: list[int] = []
    for n in parts:
        tag = plan.elements[n]
        if not tag.attrs and tag.name != "time":
            continue
        if is_changed(tag):
            continue
        if found := date_of(plan, n):
            return found
        if any(_NAMED.fullmatch(name) for name in tokens(tag, "class")):
            named.append(n)
    return next((found for n in named if (found := _in_words(plan, n))), None)


def _in_words(plan: Outline, n: int) -> str | None:
    return find_date(visible_text(plan.elements[n])) if plan.is_small(n) else None
