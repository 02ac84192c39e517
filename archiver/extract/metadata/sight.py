"""The page as a reader looks at it: its heading, what stands near that, and what stands elsewhere."""

from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from urllib.parse import urlsplit

from lxml import etree

from archiver.extract.markup import Markup, inner_text
from archiver.extract.metadata.dated_parts import Dated, dated_parts
from archiver.extract.metadata.lines import line_after, line_of
from archiver.extract.metadata.outline import Outline, Part, read_outline
from archiver.extract.metadata.schema_org import key

_MOST_HEADINGS = 60  # that are compared with the title
_LONGEST_HEADING = 400  # characters
_SEVERAL = 3  # headings that lead elsewhere, on a front page
_LEAST = 11  # letters of a heading that begins or ends the page's title
_LEAST_EAST = 5
_ABOVE = 40  # elements over the heading that may belong to it
_NEAR = 900  # characters of running text after the heading: a lead, a caption
_MOST_SIGNED = 60  # bylines, links and boxes that are looked at
_MOST_DATES = 400  # parts with a date that are looked at
_DAY = len("2019-05-02")
_ROOMS = frozenset(["body", "main", "article", "section", "td"])
_TOP = 500  # where there is no heading


@dataclass(frozen=True)
class Sight:
    """A page, and when it was captured."""

    page: Markup
    before: str | None = None

    @cached_property
    def outline(self) -> Outline:
        """Where something may stand."""
        return read_outline(self.page.root, self.page.tags.get("h1", ()))

    @cached_property
    def heading(self) -> Part | None:
        """The heading that says the page's title, else the first of the highest rank."""
        told = [self.page.meta("og:title", "twitter:title", "parsely-title"), self.page.title]
        titles = {key(title) for title in told if title} - {""}
        first: Part | None = None
        for part in self.outline.headings[:_MOST_HEADINGS]:
            said = key(inner_text(part.element)[:_LONGEST_HEADING])
            if not said:
                continue
            is_first = (
                first is None or first.element.tag != "h1"
            )  # a lower heading after the highest is that of a part
            if said in titles or (
                len(said) >= (_LEAST if said.isascii() else _LEAST_EAST)
                and (is_first or part.element.tag == "h1")
                and any(title.startswith(said) or title.endswith(said) for title in titles)
            ):
                return part
            if first is None or (part.element.tag == "h1" and first.element.tag != "h1"):
                first = part
        return first if first is not None and first.element.tag == "h1" else None

    @cached_property
    def is_front(self) -> bool:
        """Whether it is the front page of a site, which names several works: the bylines there are theirs."""
        own = urlsplit(self.page.url)
        said = (*self.page.links("canonical"), self.page.meta("og:url") or "")
        if (
            not own.hostname
            or any(urlsplit(url).path.strip("/") for url in (self.page.url, *said))
            or own.query
        ):
            return False
        linked = (
            part for part in self.outline.headings[:_MOST_HEADINGS] if part.element.find(".//a") is not None
        )
        return sum(1 for _ in islice(linked, _SEVERAL)) == _SEVERAL

    def is_near(self, part: Part) -> bool:
        """Whether a part belongs to the heading: right under it, or a little above."""
        return self.is_under(part) or self.is_above(part)

    def is_under(self, part: Part) -> bool:
        """Whether a part stands under the heading, before the text has well begun."""
        heading = self.heading
        if heading is None:
            return part.prose <= _TOP
        return part.n >= heading.n and part.prose - heading.prose <= _NEAR

    def is_above(self, part: Part) -> bool:
        """Whether a part stands right over the heading."""
        heading = self.heading
        return (
            heading is not None
            and heading.n - _ABOVE <= part.n < heading.n
            and heading.prose - part.prose < _TOP
        )

    def line(self, part: Part) -> str:
        """What a part says, where that is one line."""
        known = (part.element, part.tail)
        if known not in self._lines:
            self._lines[known] = line_after(part.element) if part.tail else line_of(part.element)
        return self._lines[known]

    def around(self, part: Part) -> str:
        """What the element says that holds a part, where that is one line; empty where it holds more than lines."""
        holder = part.element.getparent()
        if holder is None or holder.tag in _ROOMS:
            return ""
        known = (holder, False)
        if known not in self._lines:
            self._lines[known] = line_of(holder)
        return self._lines[known]

    @cached_property
    def _lines(self) -> dict[tuple[etree._Element, bool], str]:
        return {}

    @cached_property
    def dates(self) -> list[Dated]:
        """The dates that the page shows, those after its capture left out."""
        found = dated_parts(self.outline.dates[:_MOST_DATES], self.line, day_first=self.day_first)
        return [each for each in found if self.before is None or each.date[:_DAY] <= self.before[:_DAY]]

    def shows(self, name: str) -> bool:
        """Whether a name stands where readers look for the author's."""
        return name.casefold() in self._signed

    @cached_property
    def _signed(self) -> str:
        outline = self.outline
        parts = [
            *outline.bylines[:_MOST_SIGNED],
            *outline.boxes[:_MOST_SIGNED],
            *outline.addresses[:_MOST_SIGNED],
        ]
        return "\n".join(self.line(part) for part in parts if self.is_near(part)).casefold()

    @cached_property
    def day_first(self) -> bool | None:
        """Whether 5/2/2019 is the fifth of February here: by the page's language and the country of its host."""
        said = (
            (self.page.root.get("lang") or self.page.meta("og:locale", "content-language", "language") or "")
            .lower()
            .replace("_", "-")
        )
        host = self.page.url.partition("//")[2].partition("/")[0].lower().partition(":")[0]
        if said.startswith("en") or not said:
            if said in {"en-us", "en-ph"}:
                return False
            if said.startswith("en-") or host.endswith(_DAY_FIRST_HOSTS):
                return True
            return (
                False
                if said.startswith("en") and host.endswith((".com", ".org", ".gov", ".edu", ".us", ".net"))
                else None
            )
        return True


_DAY_FIRST_HOSTS = (
    ".uk",
    ".au",
    ".nz",
    ".ie",
    ".in",
    ".za",
    ".de",
    ".fr",
    ".it",
    ".es",
    ".at",
    ".ch",
    ".nl",
    ".be",
    ".br",
    ".eu",
)
