"""The line that names the author beside the title, where no class says so: `<p>By <strong>Mara Vane</strong></p>`."""

import re

from archiver.discover.dates import without_days
from archiver.discover.facts.content import Place, around
from archiver.discover.facts.titles import heading_of
from archiver.discover.lists.outline import Outline
from archiver.web.page import visible_text

_BY = re.compile(r"\b(?:(?:posted|written|published)\s+)?(?:by|von|par|por)\b:?\s+", re.IGNORECASE)
_REST = re.compile(r"\s+(?:on|in|at|am|le|el|@)\s.*|\s*[|·•–—(@/].*")
_AND = re.compile(r"\s*(?:;|,|\band\b|\bund\b|\bet\b|&)\s*")
_TAGS = frozenset(["p", "div", "span", "address", "small", "em", "strong", "b", "i"])
_PARTICLES = frozenset(
    "de del della di da do dos das du des van von der den ter ten la le el al bin ibn y e".split()
)
_NEAR = 8  # elements after the title
_MOST = 5  # words; a longer name is a sentence


def name_line(plan: Outline, place: Place) -> tuple[str, ...]:
    """The names in a short line after the title; none where the line may be a sentence."""
    title = place.title if place.title is not None else heading_of(plan, place)
    if title is None:
        return ()
    last = min(plan.ends[title] + _NEAR, place.content if place.content is not None else len(plan.elements))
    for n, tag in around(plan, place):
        if n >= last:
            break
        if n < plan.ends[title] or tag.name not in _TAGS:
            continue
        if not plan.is_small(n):
            break  # the words have begun
        text = without_days(visible_text(tag)).lstrip(" ,")
        if names := names_after_by(text):
            return names
    return ()


def names_after_by(text: str) -> tuple[str, ...]:
    """The names in a line such as "Posted by Mara Vane at 9:30 AM in Canals"; none where it is another line."""
    match = _BY.match(text)
    return _names(text[match.end() :]) if match else ()


def names_in(text: str) -> tuple[str, ...]:
    """The names that stand after "by" anywhere in a line about a post, before the time or the next field.

    >>> names_in("Filed on September 2 by Mara Vane at 10:23 PM | link")
    ('Mara Vane',)
    """
    match = _BY.search(text)
    return _names(text[match.end() :]) if match else ()


def _names(text: str) -> tuple[str, ...]:
    names = tuple(_AND.split(_REST.sub("", text).strip()))
    return names if all(map(_is_name, names)) else ()


def _is_name(text: str) -> bool:
    """A few capitalised words; no digit, no full stop at the end of a sentence."""
    words = text.split()
    return (
        0 < len(words) <= _MOST
        and not any(letter.isdigit() for letter in text)
        and not (text.endswith((".", "?", "!", ":", ";", "…")) and len(words[-1]) > len("Jr."))
        and any(not word[0].islower() and word[0].isalpha() for word in words)
        and all(word.lower() in _PARTICLES or not word[0].islower() for word in words)
    )
