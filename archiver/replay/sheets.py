"""The style sheets of a page: those in it, and those that it asks for. Of several sets the preferred one counts."""

import base64
import binascii
import re
from collections.abc import Mapping
from html import escape
from urllib.parse import unquote_to_bytes

from archiver.replay.finding import Finder, Use
from archiver.replay.html_tokens import unreferenced
from archiver.replay.style import rewritten

_MOST = 8 * 1024 * 1024  # characters of all sheets in a page
_MEDIA = re.compile(r"[\w\s(),:./<>=-]{1,300}", re.ASCII)
_DATA = re.compile(r"data:\s{0,8}text/css(?P<parameters>[^,]{0,100}),", re.IGNORECASE)
# Scripts load a sheet late by giving it its medium or its relation when it has come.
_LATE_MEDIA = re.compile(r"media\s{0,9}=\s{0,9}[\"'](\w{1,20})[\"']")
_LATE = re.compile(r"rel\s{0,9}=\s{0,9}[\"']stylesheet")


class Sheets:
    """Keeps what its style elements hold; in the page stands a mark for each until it has been sanitised.

    The mark's name is a digest of the page, so that no page can hold it.
    """

    def __init__(self, mark: str, find: Finder, *, is_plain: bool = False) -> None:
        self.mark = mark
        self._is_plain = is_plain  # none of them counts
        self._find = find
        self._sheets: list[str] = []
        self._size = 0
        self._preferred = ""

    def element(self, given: Mapping[str, str], text: str) -> str:
        """Keep a style element's sheet; gives the mark for it."""
        kind = given.get("type", "").strip().lower()
        if kind not in {"", "text/css"} or not self._counts(given) or self._size + len(text) > _MOST:
            return ""
        self._size += len(text)
        media = _media(given)
        shown = f' media="{escape(media)}"' if media else ""
        self._sheets.append(f"<style{shown}>{rewritten(text, self._find)}</style>")
        return f'<{self.mark} title="{len(self._sheets) - 1}"></{self.mark}>'

    def link(self, given: Mapping[str, str]) -> dict[str, str]:
        """The attributes of a link to a sheet that we have; empty for every other link."""
        if not self._is_sheet(given):
            return {}
        found = self._find(unreferenced(given.get("href", "")), Use.STYLE)
        if found is None:
            return {}
        media = _media(given)
        return {"rel": "stylesheet", "href": found} | ({"media": media} if media else {})

    def inlined(self, given: Mapping[str, str]) -> str:
        """Keep a sheet that its own address holds; gives the mark for it, nothing where there is none."""
        href = unreferenced(given.get("href", "")).strip()
        data = _DATA.match(href)
        if data is None or not self._is_sheet(given):
            return ""
        held = unquote_to_bytes(href[data.end() :])
        if data["parameters"].lower().endswith(";base64"):
            try:
                held = base64.b64decode(held)
            except binascii.Error:
                return ""
        return self.element({"media": given.get("media", "")}, held.decode("utf-8", "replace"))

    def put_back(self, html: str) -> str:
        """Put the sheets where their marks are."""
        pattern = re.compile(rf'<{self.mark} title="(\d{{1,9}})"></{self.mark}>')
        return pattern.sub(lambda match: self._sheets[int(match[1])], html)

    def _is_sheet(self, given: Mapping[str, str]) -> bool:
        relations = given.get("rel", "").lower().split()
        is_late = "preload" in relations and _LATE.search(unreferenced(given.get("onload", ""))[:300])
        is_sheet = "stylesheet" in relations and "alternate" not in relations
        return bool(is_sheet or is_late) and "disabled" not in given and self._counts(given)

    def _counts(self, given: Mapping[str, str]) -> bool:
        """Whether a sheet has no name, or that of the first that has one (CSSOM, 6.3.1)."""
        if self._is_plain:
            return False
        name = given.get("title", "").strip()
        self._preferred = self._preferred or name
        return name in {"", self._preferred}


def _media(given: Mapping[str, str]) -> str:
    late = _LATE_MEDIA.search(unreferenced(given.get("onload", ""))[:300])
    media = late[1] if late else unreferenced(given.get("media", "")).strip()
    return media if _MEDIA.fullmatch(media) else ""
