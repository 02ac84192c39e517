"""Where a click leads: to a capture of ours, or by the caller's choice to the live web or nowhere."""

from collections.abc import Mapping
from enum import StrEnum

from archiver.replay.finding import Finder, Use
from archiver.replay.html_tokens import unreferenced

_SHOWN = ("mailto:", "tel:")  # besides the web's, addresses that mean something to a reader
_LONGEST = 500  # characters of an address that is shown
# No element has this name, so a click does nothing; a link it remains, and looks like one where styles ask for `:link`.
_NOWHERE = "#-not-in-the-archive-"
_REL = "noopener noreferrer nofollow"


class Outside(StrEnum):
    """What becomes of a link to what the archive does not have."""

    NAMED = "named"  # it leads nowhere; its title is its address
    LIVE = "live"  # it leads to the live web


def link(
    attributes: Mapping[str, str], find: Finder, page: str, *, outside: Outside, target: str | None
) -> dict[str, str]:
    """The attributes with which a link leads where it should; empty for one that leads nowhere and says nothing."""
    written = unreferenced(attributes.get("href", "")).strip()
    if not written or written.startswith("#"):
        return {"href": written} if written else {}
    url = find.resolve(written)
    if url is None:
        return _named(written, attributes, outside) if written[:7].lower().startswith(_SHOWN) else {}
    bare, mark, place = url.partition("#")
    if mark and bare == page:
        return {"href": f"#{place}"}
    if (found := find(written, Use.LINK)) is not None:
        return {"href": found, "rel": _REL} | ({"target": target} if target else {})
    return _named(url, attributes, outside)


def _named(url: str, attributes: Mapping[str, str], outside: Outside) -> dict[str, str]:
    if outside is Outside.LIVE:
        return {"href": url, "rel": _REL, "target": "_blank"}
    said = unreferenced(attributes.get("title", "")).strip()
    shown = url if len(url) <= _LONGEST else f"{url[:_LONGEST]}…"
    title = f"{said} – {shown}" if said and said != shown else shown
    return {"href": _NOWHERE, "title": title, "aria-disabled": "true", "data-outside": ""}
