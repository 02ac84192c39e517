"""XML files, or the heads of them, that are lists: properties, relations, contents. Each element with its attributes and words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from archiver.extract.office.events import read_events

_MOST = 50_000
_INNERMOST = 3  # elements to which words belong: a title, emphasis in it, and emphasis in that
_ASIDE = frozenset(["xref", "fn", "note", "footnote"])  # marks and notes, which are no part of a title
_LONGEST = 20_000  # characters of one


@dataclass(slots=True)
class Leaf:
    """An element: its attributes, its words and those of the elements in it."""

    name: str
    attributes: Mapping[str, str]
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words, white space folded."""
        return " ".join("".join(self.pieces)[:_LONGEST].split())


@dataclass(slots=True)
class _Leaves:
    found: list[Leaf] = field(default_factory=list)
    open: list[Leaf] = field(default_factory=list)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        leaf = Leaf(name, attributes)
        if len(self.found) < _MOST:
            self.found.append(leaf)
        self.open.append(leaf)

    def end(self, _: str) -> None:
        self.open.pop()

    def data(self, text: str) -> None:
        for leaf in reversed(self.open[-_INNERMOST:]):
            leaf.pieces.append(text)
            if leaf.name in _ASIDE:
                return


def leaves(xml: bytes | None) -> tuple[Leaf, ...]:
    """All elements of a file in their order, as far as they can be read."""
    reader = _Leaves()
    if xml is not None:
        read_events(xml, reader)
    return tuple(reader.found)


def texts(found: tuple[Leaf, ...], *names: str) -> Iterator[str]:
    """The words of the elements of the first of the names, then of the second."""
    for name in names:
        yield from (leaf.text for leaf in found if leaf.name == name and leaf.text)
