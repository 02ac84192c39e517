"""The package's own files: posts, sources, templates, theme, pictures."""

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from string import Template
from typing import Any

_PACKAGE = files("archiver.demo")
_FENCE = "+++\n"


def text(name: str) -> str:
    """A file of the package, as text."""
    return _PACKAGE.joinpath(name).read_text(encoding="utf-8")


def data(name: str) -> bytes:
    """A file of the package, as bytes."""
    return _PACKAGE.joinpath(name).read_bytes()


def table(name: str) -> dict[str, Any]:
    """A TOML file of the package."""
    return tomllib.loads(text(name))


def tree(folder: str) -> Iterator[str]:
    """The names of all files below a folder, relative to the package, sorted."""
    waiting: list[tuple[str, Traversable]] = [(folder, _PACKAGE.joinpath(folder))]
    found = []
    while waiting:
        name, node = waiting.pop()
        if node.is_dir():
            waiting += [(f"{name}/{child.name}", child) for child in node.iterdir()]
        else:
            found.append(name)
    yield from sorted(found)


def front_matter(name: str) -> tuple[dict[str, Any], str]:
    """The TOML between two lines of `+++` that a file begins with, and what follows it."""
    _, head, body = text(name).split(_FENCE, 2)
    return tomllib.loads(head), body


def filled(template: str, values: Mapping[str, str]) -> str:
    """A text with every `${name}` replaced; a name without a value is an error."""
    return Template(template).substitute(values)
