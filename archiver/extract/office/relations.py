"""How the parts of an office file hang together (ECMA-376, part 2, 6.5)."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from archiver.extract.office.leaves import leaves
from archiver.extract.office.package import Package
from archiver.web.url import resolve


@dataclass(frozen=True, slots=True)
class Relation:
    """From one part to another, or to the web."""

    id: str
    kind: str  # the last word of its type: styles, footnotes, hyperlink
    target: str  # the name of a member, or an address
    is_external: bool


def relations(package: Package, part: str = "") -> tuple[Relation, ...]:
    """The relations of a part; of the whole file where none is named."""
    folder, name = posixpath.split(part)
    return tuple(_read(package, folder, posixpath.join(folder, "_rels", f"{name}.rels")))


def links(found: tuple[Relation, ...]) -> dict[str, str]:
    """The web addresses among relations, by their ids."""
    return {
        each.id: url for each in found if each.is_external and (url := resolve("", each.target)) is not None
    }


def part_of(found: tuple[Relation, ...], kind: str) -> str:
    """The member to which the first relation of a kind leads; empty where there is none."""
    return next((each.target for each in found if each.kind == kind and not each.is_external), "")


def _read(package: Package, folder: str, name: str) -> Iterator[Relation]:
    for leaf in leaves(package.read(name)):
        if leaf.name == "Relationship":
            target = leaf.attributes.get("Target", "")
            is_external = leaf.attributes.get("TargetMode") == "External"
            inner = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
            yield Relation(
                id=leaf.attributes.get("Id", ""),
                kind=leaf.attributes.get("Type", "").rpartition("/")[2],
                target=target if is_external else inner,
                is_external=is_external,
            )
