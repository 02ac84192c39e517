"""The page lists of a package: every page must have been captured when it says (WACZ 1.1.1, 5.2.2)."""

import json
import re
from collections.abc import Callable, Iterator

from archiver.capture.verifying.package.zipped import ZipFile

_LONGEST = 64 << 20  # bytes of a line: a page with its text
_DIGITS = re.compile(r"\D")
Held = Callable[[str, str | None], bool]  # whether an address was captured; at a moment, to the second


class PagesCheck:
    """Reads all page lists."""

    def __init__(self, zipped: ZipFile, held: Held) -> None:
        self.pages = 0
        self._zipped, self._held = zipped, held

    def check(self) -> Iterator[tuple[str, int, str, bool]]:
        """Member, line and words for everything that is wrong; and whether that is a fault in anybody's package."""
        for name in self._zipped.entries:
            if name.startswith("pages/") and name.endswith(".jsonl"):
                yield from self._list(name)

    def _list(self, name: str) -> Iterator[tuple[str, int, str, bool]]:
        held = b""
        number = 0
        for piece in self._zipped.pieces(name):
            *whole, held = (held + piece).split(b"\n")
            for line in whole:
                number += 1
                yield from self._line(name, number, line)
            if len(held) > _LONGEST:
                yield name, number + 1, "the line is too long", True
                return
        if held:
            yield from self._line(name, number + 1, held)

    def _line(self, name: str, number: int, raw: bytes) -> Iterator[tuple[str, int, str, bool]]:
        if not raw.strip():
            return
        try:
            page = json.loads(raw)
            if number == 1 and "format" in page:
                return
            url, ts = page["url"], page.get("ts")
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            yield name, number, "the line is no page", True
            return
        self.pages += 1
        if not isinstance(url, str) or not self._held(url, ts if isinstance(ts, str) else None):
            yield name, number, f"no capture of this page is there: {str(url)[:200]} {str(ts)[:30]}", False
