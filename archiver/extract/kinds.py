"""The kinds of files that we read: the files of `extract/text`, each found by being there."""

import pkgutil
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from archiver.extract import text
from archiver.models.capture import Capture
from archiver.models.citation import Document


class TextKind(Protocol):
    """What a file of `extract/text` has."""

    def accepts(self, media_type: str) -> bool:
        """Whether this is how to read such a body. No type is accepted by two kinds, and none by nobody."""

    def read(self, capture: Capture, *, kind: str) -> Document:
        """Read it. A broken body gives no text and says so in `extractor`; it raises nothing."""


@cache
def text_kinds() -> dict[str, TextKind]:
    """Every kind of text that we read, by the name of its file."""
    names = sorted(name for _, name, _ in pkgutil.iter_modules(text.__path__))
    return {name: cast("TextKind", import_module(f"{text.__name__}.{name}")) for name in names}
