"""What stood in a frame: the image that it showed, else a link to it, since a frame would be a second page with its own power."""

import re
from collections.abc import Mapping
from html import escape
from itertools import islice
from typing import NamedTuple
from urllib.parse import urlsplit

from archiver.replay.attributes import Rules
from archiver.replay.html_tokens import Tokens, unreferenced
from archiver.web.charset import decode
from archiver.web.url import resolve

_UNSEEN = re.compile(r"\s*[01](?:px)?\s*", re.IGNORECASE)
_HIDDEN = re.compile(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.IGNORECASE)
_LONGEST = 120  # characters of its address that are read
_ADDRESS = re.compile(r"(?:https?:)?//[^\s]")
_IMAGE = re.compile(r"\.(?:png|gif|jpe?g|webp|avif|svg)(?:[?#]|$)", re.IGNORECASE)
_SIZED = ("id", "class", "width", "height", "align", "style", "title", "name", "alt")
_VIDEO = re.compile(
    r"(?:^|\.)(?:youtube|youtube-nocookie|youtu|vimeo|dailymotion|wistia|brightcove|ted|twitch|peertube|bilibili|rutube|loom)\."
)
_SOUND = re.compile(
    r"(?:^|\.)(?:soundcloud|spotify|bandcamp|mixcloud|buzzsprout|libsyn|podbean|simplecast|anchor)\."
)
# How the address of a film's frame names the film's own page.
_YOUTUBE = re.compile(r"/(?:embed|v|shorts)/([\w-]{6,20})", re.ASCII)
_VIMEO = re.compile(r"/video/(\d{4,15})", re.ASCII)
_NUMBER = re.compile(r"[\w-]{6,20}", re.ASCII)
_FILMS = {"amp-youtube": "https://www.youtube.com/watch?v=", "lite-youtube": "https://www.youtube.com/watch?v=",
          "amp-vimeo": "https://vimeo.com/", "lite-vimeo": "https://vimeo.com/"}  # fmt: skip
ELEMENTS = frozenset(["frame", "iframe", "embed", "object", "amp-iframe", *_FILMS])
_MOST = 12  # frames of a set
_SETS = re.compile(rb"<frameset[\s>]", re.IGNORECASE)
_BEGINNING = 64 * 1024  # bytes in which a set of frames begins
_TOKENS = 2000  # in which it ends


class Framed(NamedTuple):
    """One frame of a page that consists of frames."""

    name: str
    url: str


def image_of(name: str, given: Mapping[str, str], rules: Rules) -> str:
    """The image that an object or its like shows, as an image; empty where it shows something else, or we do not have it."""
    address = given.get("data" if name == "object" else "src", "")
    kind = given.get("type", "").strip().lower()
    if name not in {"object", "embed"} or not (
        kind.startswith("image/") or (not kind and _IMAGE.search(address))
    ):
        return ""
    shown = {key: given[key] for key in _SIZED if key in given} | {"src": address}
    attributes = rules.of("img", shown, is_foreign=False) or {}
    return f"<img{rules.guard(attributes)}>" if attributes.get("src") else ""


def frame(name: str, given: Mapping[str, str], rules: Rules) -> str:
    """A link that says what it leads to; nothing for frames that nobody saw, and those that were filled by a script."""
    address = _film(_address(name, given))
    is_seen = not (
        _UNSEEN.fullmatch(given.get("width", ""))
        or _UNSEEN.fullmatch(given.get("height", ""))
        or _HIDDEN.search(given.get("style", "")[:500])
        or "hidden" in given
    )
    title = unreferenced(given.get("title") or given.get("playlabel") or "").strip()
    attributes = rules.link({"href": escape(address), "title": escape(title)})
    if not is_seen or not attributes or address.startswith("#"):
        return ""
    said = title or unreferenced(given.get("name", "")).strip()
    is_kept = "data-outside" not in attributes
    label = " – ".join(
        filter(None, ["" if _ADDRESS.match(said) else said, "" if is_kept and said else address])
    )
    kind = _kind(address)
    kept = "" if is_kept else ", not in the archive"
    return f'<a data-frame=""{rules.guard(attributes)}>{kind}{kept}: {escape(_shortened(label))}</a>'


def frames_of(payload: bytes, content_type: str | None, url: str) -> tuple[Framed, ...]:
    """The frames of which a page consists, in its order; none for nearly all pages."""
    if not _SETS.search(payload[:_BEGINNING]):
        return ()
    found, base, is_set = [], url, False
    for token in islice(Tokens(decode(payload[: 2 * _BEGINNING], content_type).text), _TOKENS):
        if token.kind != "start" or (token.name == "body" and not is_set):
            continue
        is_set = is_set or token.name == "frameset"
        if token.name == "base" and "href" in token.attributes:
            base = resolve(url, unreferenced(token.attributes["href"])) or url
        elif (
            token.name == "frame"
            and is_set
            and (at := resolve(base, unreferenced(token.attributes.get("src", ""))))
        ):
            found.append(Framed(unreferenced(token.attributes.get("name", "")), at))
    return tuple(found[:_MOST])


def _address(name: str, given: Mapping[str, str]) -> str:
    if film := _FILMS.get(name):
        number = given.get("data-videoid") or given.get("videoid") or ""
        return film + number if _NUMBER.fullmatch(number) else ""
    return unreferenced(
        next((given[key] for key in ("src", "data-src", "data") if given.get(key)), "")
    ).strip()


def _film(address: str) -> str:
    """The page on which a film can be watched, where a frame's address names it."""
    host = _host(address)
    if "youtu" in host and (found := _YOUTUBE.search(address)):
        return f"https://www.youtube.com/watch?v={found[1]}"
    if "vimeo" in host and (found := _VIMEO.search(address)):
        return f"https://vimeo.com/{found[1]}"
    return address


def _kind(address: str) -> str:
    host = _host(address)
    return "Video" if _VIDEO.search(host) else "Sound" if _SOUND.search(host) else "Frame"


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def _shortened(label: str) -> str:
    return label if len(label) <= _LONGEST else f"{label[:_LONGEST]}…"
