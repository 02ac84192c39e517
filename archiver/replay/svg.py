"""A drawing in a file of its own: as an image it neither runs nor fetches, opened by itself it could do both."""

import re

from lxml import etree

from archiver.replay.data_urls import is_harmless
from archiver.replay.elements import SVG
from archiver.replay.finding import Finder, Use
from archiver.replay.style import rewritten

_MOST = 8 * 1024 * 1024  # bytes; a map of a country has a few
_SVG = "http://www.w3.org/2000/svg"
# What moves, but changes no address: `attributeName` of the others may be one.
_KEPT = SVG | frozenset(["style", "a", "animateTransform", "animateMotion", "mpath"])
_STYLED = re.compile(r"[\\(&<]")


def rewrite_svg(payload: bytes) -> bytes | None:
    """A drawing without script, links and anything that is not in it, as UTF-8; None where there is none.

    >>> rewrite_svg(b'<svg xmlns="http://www.w3.org/2000/svg" onload="x()"><script>y()</script><g/></svg>')
    b'<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>'
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(payload[:_MOST], parser)
    except etree.XMLSyntaxError:
        return None
    if root is None or root.tag != f"{{{_SVG}}}svg":
        return None
    find = Finder("", lambda _url, _use: None)
    foreign = []
    for element in root.iter():
        # Entities and instructions have no name.
        namespace, _, name = element.tag[1:].partition("}") if isinstance(element.tag, str) else ("", "", "")
        if namespace == _SVG and name in _KEPT:
            _clean(element, name, find)
        else:
            foreign.append(element)
    for element in foreign:
        _take_out(element)
    for style in list(root.iter(f"{{{_SVG}}}style")):
        text = rewritten("".join(map(str, style.itertext())), find)
        del style[:]
        style.text = text
    etree.cleanup_namespaces(root)
    return etree.tostring(
        root, encoding="utf-8", xml_declaration=False
    )  # the element alone, without a DOCTYPE


def _take_out(element: etree._Element) -> None:
    """Remove an element with all in it; the words after it stay."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    element.tail = None
    parent.remove(element)


def _clean(element: etree._Element, name: str, find: Finder) -> None:
    for key, value in element.attrib.items():
        attribute = str(key).rpartition("}")[2].lower()
        if attribute.startswith("on") or attribute in {"base", "src"}:
            del element.attrib[key]
        elif attribute == "href":
            is_seen = name in {"image", "feImage"} and is_harmless(str(value).strip(), Use.IMAGE)
            if name == "a" or not (str(value).startswith("#") or is_seen):
                del element.attrib[key]
        elif _STYLED.search(str(value)) and attribute not in {"transform", "points", "d"}:
            element.attrib[key] = rewritten(str(value), find)
