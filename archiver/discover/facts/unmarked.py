"""The words of a post whose element has no name of its own that tells: known by what stands before them."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from archiver.discover.lists.outline import CHROME, Outline
from archiver.web.page import attribute, tokens

_HEADINGS = frozenset(["h2", "h3", "h4"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A post's words and the title beside them, as positions in the outline."""

    title: int
    content: int


def unmarked_words(plan: Outline, root: int, others: AbstractSet[int]) -> Words | None:
    """The one place that looks like a title with its words; a list has several, a box in the words has more around it."""
    found: Words | None = None
    for words in _pairs(plan, root):
        if found is not None:
            return None
        if not any(plan.contains(other, words.content) for other in others):
            found = words
    return found if found and _holds_most(plan, root, found.content) else None


def _pairs(plan: Outline, root: int) -> Iterator[Words]:
    """`.title` and `.body` in one element (Chronicle); `h3 > a[name]` and what follows it (Blosxom's story.html)."""
    titles: dict[int, int] = {}
    hidden = CHROME & ~plan.region(root)
    for n, tag in plan.within(root):
        if plan.region(n) & hidden:
            continue
        parent = plan.parent(n)
        title = titles.get(parent)
        if title is not None and tag.name in {"div", "section"}:
            is_named = "title" in tokens(plan.elements[title], "class")
            if "body" in tokens(tag, "class") if is_named else plan.ends[title] == n:
                yield Words(title=title, content=n)
        if "title" in tokens(tag, "class") or (tag.name in _HEADINGS and _is_anchor(plan, n)):
            titles[parent] = n


def _is_anchor(plan: Outline, n: int) -> bool:
    """A heading that is wholly an anchor, and no link."""
    if plan.ends[n] == n + 1:
        return False
    inner = plan.elements[n + 1]
    is_anchor = inner.name == "a" and attribute(inner, "name") and not attribute(inner, "href")
    return bool(is_anchor) and plan.characters(n) == plan.characters(n + 1)


def _holds_most(plan: Outline, root: int, content: int) -> bool:
    """More of the page's paragraphs than stand around it; lines about the post are too short to count."""
    inside = around = 0
    for n, tag in plan.within(root):
        if tag.name == "p" and not plan.is_small(n) and not plan.region(n) & CHROME & ~plan.region(root):
            if plan.contains(content, n):
                inside += plan.characters(n)
            else:
                around += plan.characters(n)
    return plan.characters(content) > 0 and inside >= around
