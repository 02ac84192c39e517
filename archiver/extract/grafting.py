"""A part of BeautifulSoup's tree as a tree of lxml's own, for whoever reads those."""

import re
from collections.abc import Iterable, Iterator

from bs4 import CData, Tag
from bs4.element import NavigableString, PageElement
from lxml import etree

from archiver.extract.anchors import Anchors
from archiver.web.page import attribute

_NAME = re.compile(r"[a-z][a-z0-9]{0,30}")
_UNFIT = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# Not what hides an element: in a post that is mostly a switch for readers, and its words are in the text.
_KEPT = "alt alttext colspan dir lang reversed rowspan scope start value".split()


def graft(name: str, nodes: Iterable[PageElement], anchors: Anchors) -> etree._Element:
    """An element of this name around copies of some nodes. No recursion."""
    root = etree.Element(name)
    stack: list[tuple[etree._Element, Iterator[PageElement]]] = [(root, iter(nodes))]
    while stack:
        around, children = stack[-1]
        node = next(children, None)
        if node is None:
            stack.pop()
        elif isinstance(node, Tag) and anchors.sees(node):
            stack.append((_element(around, node, anchors), iter(node.contents)))
        elif type(node) in {NavigableString, CData}:
            _write(around, _UNFIT.sub("", str(node)))
    return root


def only_words(nodes: Iterable[PageElement]) -> str | None:
    """What nodes say that are nothing but words; None where there is an element among them."""
    found: list[str] = []
    for node in nodes:
        if isinstance(node, Tag):
            return None
        if type(node) in {NavigableString, CData}:
            found.append(_UNFIT.sub("", str(node)))
    return "".join(found)


def _element(around: etree._Element, tag: Tag, anchors: Anchors) -> etree._Element:
    made = etree.SubElement(around, tag.name if _NAME.fullmatch(tag.name) else "span")
    if tag.attrs:
        for name in _KEPT:
            if name in tag.attrs:
                made.set(name, _UNFIT.sub("", attribute(tag, name)))
        if "href" in tag.attrs:
            made.set("href", _UNFIT.sub("", anchors.href(tag)))
    if own := anchors.name(tag):
        made.set("id", _UNFIT.sub("", own))
    return made


def _write(element: etree._Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
