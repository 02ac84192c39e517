"""What a PDF says of itself in XMP (ISO 16684-1): found by its packet, as the standard means it to be found.

PDFium has no function for it. The packet is looked for in the bytes, since a PDF may keep it as it is for that very
purpose (PDF 1.7, 14.3.2); a whole parser in Python would have to walk a stranger's file a second time, and without
bounds. What is compressed is unpacked up to a limit. What is encrypted is not found.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

_MOST_PACKETS = 40  # each picture may have one
_LONGEST = 500_000  # bytes of a packet; most have 4,000
_FIRST = re.compile(rb"<x:xmpmeta\b|<rdf:RDF\b")
_ENDS = {b"<x:xmpmeta": b"</x:xmpmeta>", b"<rdf:RDF": b"</rdf:RDF>"}
_MOST_STREAMS = 200
_AROUND = 400  # bytes of a stream's dictionary
_STREAM = re.compile(rb"stream\r?\n")
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PRISM = re.compile(r"\{http://prismstandard\.org/namespaces/basic/[\d.]+/\}(\w+)")
_CROSSMARK = re.compile(r"\{http://crossref\.org/crossmark/[\d.]+/\}(\w+)")
_RIGHTS = "{http://ns.adobe.com/xap/1.0/rights/}WebStatement"
_LICENSE = "{http://creativecommons.org/ns#}license"
_LONGEST_VALUE = 1_000
_MOST_VALUES = 100
_MOST_ELEMENTS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Xmp:
    """The values that tell of the work."""

    title: str = ""
    creators: tuple[str, ...] = ()
    language: str = ""
    publisher: str = ""
    doi: str = ""
    isbn: str = ""
    container_title: str = ""
    issued: str = ""
    license: str = ""


def read_xmp(body: bytes) -> Xmp:
    """The last packet that is about the document, and not about a picture in it."""
    found = Xmp()
    for packet in _packets(body):
        values = _values(packet)
        if values is not None and not any(
            kind.startswith(("image/", "video/")) for kind in values.get("format", [])
        ):
            found = _known(values)
    return found


def _packets(body: bytes) -> Iterator[bytes]:
    at, count = 0, 0
    while count < _MOST_PACKETS and (start := _FIRST.search(body, at)):
        ending = _ENDS[start[0]]
        end = body.find(ending, start.start(), start.start() + _LONGEST)
        at = end + len(ending) if end >= 0 else start.end()
        count += 1
        if end >= 0:
            yield body[start.start() : at]
    yield from _unpacked(body)


def _unpacked(body: bytes) -> Iterator[bytes]:
    """The packets in compressed streams whose dictionary says /Subtype /XML."""
    at = -1
    for _ in range(_MOST_STREAMS):
        at = body.find(b"/XML", at + 1)
        if at < 0:
            return
        start = _STREAM.search(body, at, at + _AROUND)
        if start is None or b"/FlateDecode" not in body[max(0, at - _AROUND) : start.start()]:
            continue
        try:
            packet = zlib.decompressobj().decompress(body[start.end() : start.end() + _LONGEST], _LONGEST)
        except zlib.error:
            continue  # encrypted, or damaged
        if (first := _FIRST.search(packet)) and (end := packet.rfind(_ENDS[first[0]])) >= 0:
            yield packet[first.start() : end + len(_ENDS[first[0]])]


def _values(packet: bytes) -> dict[str, list[str]] | None:
    """The texts in a packet by the name of their property; None where it is no XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(packet, parser)
    except etree.XMLSyntaxError:
        return None
    values: dict[str, list[str]] = {}
    for description, _ in zip(root.iter(f"{_RDF}Description"), range(_MOST_VALUES), strict=False):
        for name, value in description.attrib.items():
            _add(values, str(name), str(value))
        for element in description[:_MOST_VALUES]:
            items = [item for item, _ in zip(element.iter(f"{_RDF}li"), range(_MOST_VALUES), strict=False)]
            # The title in the document's own language comes first (ISO 16684-1, 8.2.2.4).
            items.sort(key=lambda item: item.get(_XML_LANG) != "x-default")
            for item in items or [element]:
                _add(values, str(element.tag), item.text or item.get(f"{_RDF}resource") or "")
    return values


def _add(values: dict[str, list[str]], name: str, value: str) -> None:
    known = _name(name)
    text = " ".join(value[:_LONGEST_VALUE].split())
    if known and text:
        values.setdefault(known, []).append(text)


def _name(name: str) -> str | None:
    if name.startswith(_DC):
        return name.removeprefix(_DC)
    if name in {_RIGHTS, _LICENSE}:
        return "license"
    if found := _PRISM.fullmatch(name):
        return f"prism:{found[1]}"
    if found := _CROSSMARK.fullmatch(name):
        return f"crossmark:{found[1]}"
    return None


def _known(values: dict[str, list[str]]) -> Xmp:
    def one(*names: str) -> str:
        return next((values[name][0] for name in names if name in values), "")

    return Xmp(
        title=one("title"),
        creators=tuple(values.get("creator", ())),
        language=one("language"),
        publisher=one("publisher"),
        doi=one("prism:doi", "crossmark:DOI", "identifier"),
        isbn=one("prism:isbn"),
        container_title=one("prism:publicationName"),
        issued=one("prism:publicationDate", "prism:coverDate"),
        license=one("license"),
    )
