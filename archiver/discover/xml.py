"""Feeds and sitemaps as trees: whatever bytes come, within bounds, without entities, external files or exceptions."""

from collections.abc import Iterator

from lxml import etree

LARGEST = 50 * 1024 * 1024  # sitemaps.org: a file, uncompressed
_BOM = b"\xef\xbb\xbf"


def parse(body: bytes) -> etree._Element | None:
    """The root element; None where there is none. Broken XML is read as far as it goes.

    libxml2 keeps nesting under 256 and refuses huge text; entities stay unexpanded (no "billion laughs"), nothing is loaded.
    """
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(body[:LARGEST].removeprefix(_BOM).lstrip(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def local(element: etree._Element) -> str:
    """An element's name without its namespace, lower-case; empty for what is no element."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def elements(root: etree._Element, *names: str) -> Iterator[etree._Element]:
    """All elements of some names below (and at) an element, whatever their namespaces, in order."""
    return (element for element in root.iter() if local(element) in names)


def children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """An element's own children of some names, in order."""
    return (child for child in element if local(child) in names)


def text(element: etree._Element | None) -> str:
    """All words of an element, white space folded."""
    return " ".join("".join(map(str, element.itertext())).split()) if element is not None else ""
