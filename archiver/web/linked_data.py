"""JSON-LD as pages embed it: `<script type="application/ld+json">`, with the slips that people make in it."""

import html
import json
import re
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from typing import Any

Node = dict[str, Any]

MEDIA_TYPE = "application/ld+json"

_LARGEST = 1_000_000  # characters of one script
_MOST = 20_000  # objects; a page has some dozens
# Left-overs of hiding scripts from old browsers and from XHTML, and a last semicolon.
_WRAPPING = re.compile(r"^\s*(?://\s*)?(?:<!--|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*$|;\s*$")
_VOCABULARY = re.compile(r"^(?:https?://(?:www\.)?schema\.org/|schema:)")


def roots(scripts: Iterable[str]) -> tuple[Any, ...]:
    """What each script of a page holds, in document order; a broken one is left out."""
    return tuple(value for script in scripts for value in _parsed(script))


def below(values: Iterable[Any], ways: Collection[str] | None = None) -> Iterator[Node]:
    """The objects in values, outer ones first; those below other properties than `ways` only where it is None."""
    todo = deque(values)
    count = 0
    while todo and count < _MOST:
        value = todo.popleft()
        count += 1
        if isinstance(value, dict):
            yield value
            todo.extend(inner for key, inner in value.items() if ways is None or key in ways)
        elif isinstance(value, list):
            todo.extend(value)


def types(node: Node) -> tuple[str, ...]:
    """The names of an object's types, without their vocabulary."""
    said = node.get("@type")
    return tuple(
        _VOCABULARY.sub("", name)
        for name in (said if isinstance(said, list) else [said])
        if isinstance(name, str)
    )


def _parsed(script: str) -> Iterator[Any]:
    if len(script) > _LARGEST:
        return
    bare = _WRAPPING.sub("", script)
    # Some templates escape the script as if it were text.
    for text in (bare, html.unescape(bare)):
        try:
            # Not strict: line breaks inside strings are the commonest slip.
            yield json.loads(text, strict=False)
        except (ValueError, RecursionError):  # RecursionError: nested some thousand deep, on purpose
            continue
        return
