"""What an image shows: `src`, `srcset`, and the attributes from which a script would have taken them later."""

import re
from collections.abc import Mapping

from archiver.replay.data_urls import is_harmless
from archiver.replay.finding import Finder, Use
from archiver.replay.html_tokens import unreferenced
from archiver.web.late_images import LATE, LATE_BACKGROUNDS, LATE_SETS, ORIGINAL, bare

# HTML, 4.8.4.2.1: candidates are parted by commas, but an address may hold commas inside.
_CANDIDATE = re.compile(r"[\s,]*+(\S++)((?:\s++[^,(]*+(?:\([^)]*+\))?+[^,]*+)?+)", re.ASCII)
_MOST_CANDIDATES = 50
_DESCRIPTOR = re.compile(r"\s*(\d+(?:\.\d+)?[wxh](?:\s+\d+h)?)\s*", re.ASCII)
# Classes that hide an image until its script has come; what they become is what the script makes of them (lazysizes).
_WAITING = frozenset(["lazyload", "lazyloading", "lazy", "b-lazy", "lozad"])
_COME = "lazyloaded"


def image(attributes: Mapping[str, str], find: Finder) -> dict[str, str]:
    """The attributes with which an image shows what we have of it."""
    late = [attributes[name] for name in LATE if attributes.get(name)]
    plain = [attributes[name] for name in ("src", ORIGINAL) if attributes.get(name)]
    written: dict[str, str] = {}
    if found := candidates(attributes, find):
        written["srcset"] = found
    src = next(filter(None, (picture(link, find) for link in (*late, *plain))), None)
    if src is None and found:
        src = found.split(None, 1)[0].rstrip(",")
    if src is not None:
        written["src"] = src
    is_late = bool(late) or any(attributes.get(name) for name in LATE_SETS)
    if is_late and (classes := unreferenced(attributes.get("class", "")).split()):
        written["class"] = " ".join(_COME if name.lower() in _WAITING else name for name in classes)
    return written


def picture(link: str, find: Finder) -> str | None:
    """What an image's address becomes."""
    link = unreferenced(link).strip()
    if link[:5].lower() == "data:":
        return link if is_harmless(link, Use.IMAGE) else None
    return find(link, Use.IMAGE) if link and not link.startswith("#") else None


def background(attributes: Mapping[str, str], find: Finder) -> str | None:
    """The image that a script would have put behind an element."""
    written = next((attributes[name] for name in LATE_BACKGROUNDS if attributes.get(name)), "")
    link = bare(unreferenced(written))
    return picture(link, find) if link else None


def candidates(attributes: Mapping[str, str], find: Finder) -> str:
    """Those of several images that we have, with the widths or densities for which they are; empty where we have none."""
    written = next((attributes[name] for name in (*LATE_SETS, "srcset") if attributes.get(name)), "")
    found = []
    for link, descriptor in _split(unreferenced(written)):
        address = picture(link, find)
        # A comma or a space would part it.
        if address is not None and not re.search(r"\s|^,|,$", address):
            found.append(f"{address} {descriptor}".strip())
    return ", ".join(found)


def _split(srcset: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    position = 0
    while len(found) < _MOST_CANDIDATES and (match := _CANDIDATE.match(srcset, position)):
        link, said = match[1], _DESCRIPTOR.fullmatch(match[2])
        if link.endswith(","):
            position, link, said = match.end(1), link.rstrip(","), None
        else:
            position = match.end()
        if link:
            found.append((link, said[1] if said else ""))
    return found
