"""What a page needs, and where we have it: the caller says, and is asked once for each address."""

from collections.abc import Callable
from enum import StrEnum

from archiver.web.url import resolve

# What a style sheet gets in place of an address that is not ours: by definition nothing (CSS Values 4, 4.5.4).
NOWHERE = "about:invalid"
_MOST = 20_000  # addresses that are asked for; what a page names beyond them is taken as missing
_MOST_TOKENS = (
    500_000  # of all style sheets in a page, or of one by itself; the largest frameworks have 60,000
)
_LONGEST = 8192  # characters of an address; no browser's server takes more


class Use(StrEnum):
    """What an address is needed for."""

    IMAGE = "image"
    STYLE = "style"
    FONT = "font"
    MEDIA = "media"  # audio and video
    LINK = "link"  # where a click leads


# The address that is to be written in the page's place for it, as it is; None where the archive has nothing.
Find = Callable[[str, Use], str | None]


class Finder:
    """Asks the caller, remembers what it said, and keeps what was missing."""

    def __init__(self, base: str, find: Find) -> None:
        self.base = base
        self.tokens = _MOST_TOKENS  # of style sheets that will still be read
        self._find = find
        self._links: dict[tuple[str, Use], str | None] = {}
        self._known: dict[tuple[str, Use], str | None] = {}
        self._resolved: dict[str, str | None] = {}

    def __call__(self, link: str, use: Use) -> str | None:
        """Give our address for a link as the page writes it; None where there is none."""
        written = (link, use)
        if written not in self._links:
            self._links[written] = self._ask(link, use)
        return self._links[written]

    def resolve(self, link: str) -> str | None:
        """A link as the page writes it as an absolute address."""
        if link not in self._resolved:
            self._resolved[link] = resolve(self.base, link)
        return self._resolved[link]

    def _ask(self, link: str, use: Use) -> str | None:
        url = self.resolve(link) if len(link) <= _LONGEST else None
        if url is None:
            return None
        bare, mark, place = url.partition("#")
        asked = (bare, use)
        if asked not in self._known:
            self._known[asked] = self._find(bare, use) if len(self._known) < _MOST else None
        found = self._known[asked]
        return f"{found}{mark}{place}" if found is not None and place and "#" not in found else found

    @property
    def missing(self) -> tuple[tuple[str, Use], ...]:
        """What the page needs to be seen whole, and the archive does not have."""
        return tuple(
            asked for asked, found in self._known.items() if found is None and asked[1] is not Use.LINK
        )
