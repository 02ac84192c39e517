"""XML as a row of events, without a tree: memory stays flat, whatever is nested in what.

Entities of the file's own are bounded by libxml2, those of other files are not loaded (lxml's default, `internal`), and
nothing is asked of the network.
Broken XML is read as far as it goes.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, ClassVar, Protocol

from lxml import etree

_STEP = 65_536  # bytes
_MOST = 1_000_000  # elements; a book of 500 pages has some 200,000


_NONE: Mapping[str, str] = MappingProxyType({})


class EventReader(Protocol):
    """Who reads the events. Names are without their namespaces, of elements and of attributes."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """A piece of text."""


class NamedReader:
    """Does with each element what its name asks for, and nothing within those that are not read."""

    _UNREAD: ClassVar[frozenset[str]]
    _BEGIN: ClassVar[Mapping[str, Callable[..., None]]]
    _END: ClassVar[Mapping[str, Callable[..., None]]]
    _dropped = 0  # elements open in something that is not read

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if self._dropped or name in self._UNREAD:
            self._dropped += 1
        elif (begin := self._BEGIN.get(name)) is not None:
            begin(self, name, attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._dropped:
            self._dropped -= 1
        elif (finish := self._END.get(name)) is not None:
            finish(self)


class _Target:
    """Between libxml2 and the reader."""

    def __init__(self, reader: EventReader) -> None:
        self.reader = reader
        self.count = 0

    def start(self, tag: str | bytes, attrib: Any) -> None:
        self.count += 1
        # Where `id` and `r:id` stand side by side, the second is meant: it leads to another part.
        attributes: Mapping[str, str] = _NONE
        if attrib:
            plain = {name: value for name, value in attrib.items() if name[0] != "{"}
            attributes = plain | {
                name.rpartition("}")[2]: value for name, value in attrib.items() if name[0] == "{"
            }
        self.reader.start(str(tag).rpartition("}")[2], attributes)

    def end(self, tag: str | bytes) -> None:
        self.reader.end(str(tag).rpartition("}")[2])

    def data(self, data: str | bytes) -> None:
        self.reader.data(str(data))

    def comment(self, text: str | bytes) -> None:
        """Say nothing of it."""

    def close(self) -> None:
        """End of the file; what the parser asks for."""


def read_events(xml: bytes, reader: EventReader) -> bool:
    """Have a file read; whether it was read to its end."""
    target = _Target(reader)
    parser = etree.XMLParser(target=target, recover=True, load_dtd=False, no_network=True, huge_tree=False)
    try:
        for at in range(0, len(xml), _STEP):
            parser.feed(xml[at : at + _STEP])
            if target.count > _MOST:
                return False
        parser.close()
    except etree.XMLSyntaxError:
        return False
    return not any(error.level >= etree.ErrorLevels.FATAL for error in parser.error_log)
