"""The archive as files that open from a disk or any web host: the same pages, with search in the browser.

All files lie in one folder, so that a link is a name. What a stranger made is rewritten like for a server, and carries its own policy.
"""

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from textwrap import shorten
from urllib.parse import urlencode

from archiver.export.boxes import file_name
from archiver.export.registry import format_named
from archiver.models.blog import Month
from archiver.pages.rendering import Renderer
from archiver.replay.headers import Serving

_WORD = re.compile(r"\w+")
_ENDINGS = {
    "text/html": ".html",
    "text/css": ".css",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "image/jpeg": ".jpg",
    "image/svg+xml": ".svg",
    "image/x-icon": ".ico",
    "image/vnd.microsoft.icon": ".ico",
    "audio/mpeg": ".mp3",
}
_SHOWN = 240  # characters of a text under a result


@dataclass(frozen=True, slots=True)
class Files:
    """Pages beside each other in a folder. `parts` are the names of captures' contents that are there."""

    parts: dict[int, str]

    def home(self) -> str:
        """The first page."""
        return "index.html"

    def search(self, **wanted: str) -> str:
        """Search results."""
        return "search.html" + (f"?{urlencode(wanted)}" if wanted else "")

    def month(self, month: Month) -> str:
        """The posts of a month."""
        return f"month-{month}.html"

    def post(self, post_id: int) -> str:
        """A post."""
        return f"post-{post_id}.html"

    def source(self, source_id: int) -> str:
        """A source."""
        return f"source-{source_id}.html"

    def snapshot(self, snapshot_id: int) -> str:
        """A capture."""
        return f"snapshot-{snapshot_id}.html"

    def part(self, snapshot_id: int, part: str) -> str | None:
        """A part of a capture: its page in a frame, or what is in the frame."""
        name = self.parts.get(snapshot_id)
        if part == "page" and name is not None:
            return f"page-{snapshot_id}.html" if name.endswith(".html") else name
        return name if part == "content" else None

    def diff(self, old: int, new: int) -> str | None:  # noqa: ARG002
        """There is none: it would be made for each pair."""
        return None

    def bibliography(self, reference: str, name: str) -> str | None:
        """A post with all that it cites, in a citation format."""
        return file_name(f"{reference}-with-sources", format_named(name))

    def asset(self, name: str) -> str:
        """A style or a script of ours."""
        return name


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What search knows of a post or a source."""

    name: str  # of its file
    kind: str
    title: str
    author: str
    date: str
    outcome: str
    host: str
    language: str
    text: str


class Site:
    """A folder that is being written."""

    def __init__(self, folder: Path, title: str) -> None:
        """The folder is there, and empty."""
        self._folder = folder
        self.links = Files({})
        self.render = Renderer(self.links, site=title)
        self._written: set[str] = set()

    def write(self, name: str, page: str | bytes) -> None:
        """One file; one that was written before stays."""
        if name not in self._written:
            self._written.add(name)
            data = page.encode("utf-8", "replace") if isinstance(page, str) else page
            (self._folder / name).write_bytes(data)

    def name_part(self, snapshot_id: int, media_type: str) -> str:
        """Name the file for what was captured."""
        ending = (
            _ENDINGS.get(media_type)
            or f".{re.sub(r'[^a-z0-9]+', '', media_type.partition('/')[2])[:8] or 'bin'}"
        )
        return self.links.parts.setdefault(snapshot_id, f"content-{snapshot_id}{ending}")

    def finish(self, entries: Iterable[Entry]) -> None:
        """Search, and what pages look like."""
        told = [_entry(each) for each in entries]
        data = json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
        self.write("search-index.js", f"const ARCHIVE = {data};\n")
        self.write("search.html", self.render.static_search())
        for name in ("archive.css", "archive.js", "search.js"):
            self.write(name, files("archiver.pages").joinpath("static", name).read_bytes())


def may_be_given(kind: Serving) -> bool:
    """Whether a file of that kind can be opened from a disk without harm. What is only to be downloaded is left out."""
    return kind is not Serving.DOWNLOAD


def _entry(each: Entry) -> dict[str, str]:
    words = sorted(
        {word for word in _WORD.findall(_folded(each.text)) if len(word) > 1 or not word.isascii()}
    )
    return {
        "n": each.name,
        "k": each.kind,
        "t": each.title,
        "a": each.author,
        "d": each.date,
        "o": each.outcome,
        "h": each.host,
        "l": each.language,
        "s": shorten(each.text[: 4 * _SHOWN], _SHOWN, placeholder="…") or each.text[:_SHOWN],
        "w": " ".join(words),
    }


def _folded(text: str) -> str:
    """The same letters, whatever their case and accents: as `search.js` folds what is typed."""
    apart = unicodedata.normalize("NFKD", text.lower())
    return "".join(sign for sign in apart if not unicodedata.category(sign).startswith("M"))
