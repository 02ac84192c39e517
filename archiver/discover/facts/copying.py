"""A copy of a part of a page, in one walk: bs4's own takes time that grows with the square of the depth."""

from collections.abc import Callable, Iterator
from itertools import takewhile

from bs4 import Tag
from bs4.element import CData, NavigableString, PageElement

_WORDS = (NavigableString, CData)  # and none of their kin: comments, scripts, styles


def copy_without(source: Tag, is_unwanted: Callable[[Tag], bool]) -> Tag:
    """A copy of an element, free of the page, without the elements that are not wanted and what they hold."""
    copied = source.copy_self()
    last: PageElement = copied
    stack: list[tuple[Tag, Iterator[PageElement]]] = [(copied, iter(source.contents))]
    while stack:
        parent, children = stack[-1]
        node = next(children, None)
        if node is None:
            stack.pop()
            continue
        twin = _twin(node, is_unwanted)
        if twin is None:
            continue
        twin.setup(parent=parent, previous_element=last)
        parent.contents.append(twin)
        last = twin
        if isinstance(node, Tag) and isinstance(twin, Tag):
            stack.append((twin, iter(node.contents)))
    return copied


def _twin(node: PageElement, is_unwanted: Callable[[Tag], bool]) -> PageElement | None:
    if isinstance(node, Tag):
        return None if is_unwanted(node) else node.copy_self()
    return type(node)(node) if isinstance(node, NavigableString) and type(node) in _WORDS else None


def copy_between(start: Tag, stop: Tag | None, within: Tag, is_unwanted: Callable[[Tag], bool]) -> Tag:
    """A copy of what stands after one element and before another, in a `div` of its own (DOM: Range.cloneContents).

    `stop` may stand deeper than `start`: of what begins before it and ends after it, only the part before is copied.
    Without `stop` the copy ends where `within` ends.
    """
    # What holds both is not met on the way; pages nest deep, and most of it holds both.
    shared = start.parent
    above = takewhile(lambda parent: parent is not shared, stop.parents) if stop is not None else ()
    around = {id(parent) for parent in above}
    made = within.copy_self()
    made.name, made.attrs = "div", {}
    stack: list[tuple[Tag, Iterator[PageElement]]] = [(made, _following(start, within))]
    while stack:
        parent, nodes = stack[-1]
        node = next(nodes, None)
        if node is None:
            stack.pop()
        elif node is stop:
            break
        elif isinstance(node, Tag) and id(node) in around:
            twin = node.copy_self()
            parent.append(twin)
            stack.append((twin, iter(node.contents)))
        elif isinstance(node, Tag):
            if not is_unwanted(node):
                parent.append(copy_without(node, is_unwanted))
        elif isinstance(node, NavigableString) and type(node) in _WORDS:
            parent.append(type(node)(node))
    return made


def _following(start: Tag, within: Tag) -> Iterator[PageElement]:
    """The nodes after an element, those inside others left out, as far as the element around them goes."""
    node: PageElement | None = start
    while node is not None and node is not within:
        sibling = node.next_sibling
        while sibling is not None:
            yield sibling
            sibling = sibling.next_sibling
        node = node.parent
