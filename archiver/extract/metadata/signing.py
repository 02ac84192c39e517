"""The names in a small part of a page: in its words, in its links, beside its label."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from archiver.extract.markup import inner_text
from archiver.extract.metadata.labels import SIGNED
from archiver.extract.metadata.lines import lead_of, line_of
from archiver.extract.metadata.names import (
    has_post,
    is_led,
    is_login,
    is_of_a_helper,
    leads_to_a_helper,
    looks_like_name,
    names,
)
from archiver.extract.metadata.outline import Part
from archiver.extract.metadata.sight import Sight

_FEW = 3  # elements after a label that may be a picture or a gap
_MOST_LINKS = 30  # of one byline
_BUTTON = 2  # letters: `AA` sets the size of the type
_LABEL = 24  # characters of a label: "Written by", "Author(s)"
_LED = (
    "by",
    "article",
    "von",
    "par",
    "por",
    "author",
    "written",
    "posted",
    "text",
    "verfasst",
    "geschrieben",
    "écrit",
    "autor",
    "auteur",
)
_AND = frozenset("and & und et y e with con mit avec och og en i и".split())
_JOINING = _AND | {"", "/"}
PIECES = re.compile(r"\s*\|\s*|\s+[·•–—-]\s+")


def names_in(sight: Sight, part: Part, *, linked: bool) -> tuple[str, ...]:
    """The names in a part; none where its words are not names alone."""
    line = _line(sight, part)
    if not line or is_of_a_helper(line) or (not part.tail and leads_to_a_helper(lead_of(part.element))):
        return ()
    told = told_in(line, is_marked=bool(part.label & SIGNED) or part.element.tag == "address", linked=linked)
    if part.label & SIGNED and not part.tail:
        links = list(_linked(part))
        found = _without_posts(names(links))
        if found and not set(found) <= set(told) and (linked or len(found) > 1 or not told):
            return found
        if found and told[:1] == found[:1]:
            # Up to the last that is a link or stands after "and": what then follows is what that one is.
            last = max(n for n, name in enumerate(told) if name in found or _is_another(name, line))
            return told[: last + 1]
    return told


def _linked(part: Part) -> Iterator[str]:
    """The names that are links; what joins one to that of a helper makes it that of another: `Tested by A and B`."""
    is_helped = False
    for link in islice(part.element.iter("a"), _MOST_LINKS):
        lead = lead_of(link)
        if lead.strip(" ,").casefold() not in _JOINING:
            is_helped = leads_to_a_helper(lead)
        if not is_helped and (text := inner_text(link)) and looks_like_name(text):
            yield text


def _is_another(name: str, line: str) -> bool:
    """Whether a name beside one that is a link is that of another person, rather than what the first one is."""
    before = line.partition(name)[0].split()[-1:]
    return " " in name and before != [] and before[0].casefold() in _AND


def told_in(line: str, *, is_marked: bool, linked: bool) -> tuple[str, ...]:
    """The names in the line as a whole, else in the first of its parts that has some."""
    for piece in (line, *PIECES.split(line)):
        if not is_marked and not is_led(piece):
            continue
        found = _without_posts(names([piece]))
        if found and all(_is_name(name, linked=linked) for name in found):
            return found
    return ()


def _without_posts(found: tuple[str, ...]) -> tuple[str, ...]:
    """The names, without what says of the first who that is: `Mara Vane`, `Review Contributor`."""
    return (*found[:1], *(name for name in found[1:] if not has_post(name)))


def _line(sight: Sight, part: Part) -> str:
    line = sight.line(part)
    if not line or len(line) > _LABEL:
        return line
    if not is_label(line):
        return line
    label = line.replace("(s)", "s:")  # Author(s) leads to a name as `Authors:` does
    return f"{label} {_next(part)}"


def is_label(line: str) -> bool:
    """Whether a line is a label alone, and the name stands beside it: Written by, Author(s)."""
    words = line.casefold().strip(" :|.·").removesuffix("(s)").split()
    return (
        len(line) <= _LABEL
        and bool(words)
        and words[0].rstrip("s") in _LED
        and (len(words) == 1 or words[-1] in {"by", "von", "par", "por", "the", "author"})
    )


def _next(part: Part) -> str:
    """The line after a label, or after what holds nothing but it."""
    holders = (part.element,) if part.tail else (part.element, part.element.getparent())
    for holder in holders:
        if holder is None:
            return ""
        if not part.tail and holder.tail and holder.tail.strip():
            return holder.tail.strip()
        for following in islice(holder.itersiblings(etree.Element), _FEW):
            if line := _listed(following) or line_of(following) or _first_link(following):
                return line
    return ""


def _listed(element: etree._Element) -> str:
    """The items of a list, or of what holds nothing but one."""
    held = element[0] if len(element) == 1 else element
    items = (line_of(item).partition(" | ")[0] for item in islice(held.iterchildren("li"), _MOST_LINKS))
    return ", ".join(filter(None, items))


def _first_link(element: etree._Element) -> str:
    """The name in the first link of a box, where more is said of whom it names."""
    link = next(element.iter("a"), None)
    text = inner_text(link) if link is not None else ""
    return text if looks_like_name(text) and " " in text else ""


def _is_name(name: str, *, linked: bool) -> bool:
    if name.isascii() and name.isupper() and len(name) <= _BUTTON:
        return False
    return looks_like_name(name) or (linked and is_login(name))
