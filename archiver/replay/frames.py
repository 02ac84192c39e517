"""What stood in a frame: a link to it, since a frame would be a second page with its own power."""

import re
from collections.abc import Callable, Mapping
from html import escape

from archiver.replay.attributes import written
from archiver.replay.html_tokens import unreferenced

_UNSEEN = re.compile(r"\s*[01](?:px)?\s*", re.IGNORECASE)
_HIDDEN = re.compile(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.IGNORECASE)
_LONGEST = 120  # characters of its address that are read
_ADDRESS = re.compile(r"(?:https?:)?//[^\s]")


def frame(
    given: Mapping[str, str], link: Callable[[Mapping[str, str]], dict[str, str]], guarded: set[str]
) -> str:
    """A link that says what it leads to; nothing for frames that nobody saw, and those that were filled by a script."""
    address = unreferenced(next((given[name] for name in ("src", "data-src", "data") if given.get(name)), ""))
    is_seen = not (
        _UNSEEN.fullmatch(given.get("width", ""))
        or _UNSEEN.fullmatch(given.get("height", ""))
        or _HIDDEN.search(given.get("style", "")[:500])
        or "hidden" in given
    )
    title = unreferenced(given.get("title", "")).strip()
    attributes = link({"href": address, "title": title})
    if not is_seen or not attributes or address.startswith("#"):
        return ""
    guarded.add(attributes.get("href", ""))
    said = title or unreferenced(given.get("name", "")).strip()
    shown = said if said and not _ADDRESS.match(said) else address
    label = shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
    return f'<a data-frame=""{written(attributes)}>Frame: {escape(label)}</a>'
