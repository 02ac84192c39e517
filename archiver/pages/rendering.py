"""Templates to pages. Everything that is written into them is escaped, unless it was made as markup here."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from archiver.models.cite_box import CiteBox
from archiver.models.difference import Difference, Fate
from archiver.models.pages import Found, Home, MonthPage, PostPage, Quoted, SnapshotPage, SourcePage, Wanted
from archiver.models.views import Hit
from archiver.pages.charts import by_age, by_host, over_time
from archiver.pages.citing import data_url
from archiver.pages.links import Links
from archiver.pages.marking import marked, state
from archiver.pages.places import place_of
from archiver.pages.words import MONTHS, OUTCOMES, heap, meaning, month_name, short
from archiver.web.harmless import is_web

_MOST = 400  # changed sentences of a diff
_MARK_START, _MARK_END = "\x01", "\x02"  # around words that were found


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("archiver.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {
        "heap": heap,
        "meaning": meaning,
        "short": short,
        "month_name": month_name,
        "month_names": MONTHS,
        "outcomes": tuple(OUTCOMES),
        "state": state,
        "away": _away,
        "data_url": data_url,
        "paragraphs": _paragraphs,
        "snippet": _snippet,
        "charts": "",
        "coins": "",
        "json_ld": "",
        "words": "",
    }
    return made


class Renderer:
    """Pages of one archive, with one kind of links."""

    def __init__(self, links: Links, *, site: str) -> None:
        self._links, self._site = links, site

    def home(self, home: Home) -> str:
        """The first page."""
        charts = over_time(home.over_time) + by_age(home.by_age) + by_host(home.by_host)
        return self._page("home.html", home=home, charts=Markup(charts))  # noqa: S704

    def month(self, page: MonthPage) -> str:
        """The posts of a month."""
        return self._page("month.html", page=page)

    def search(self, found: Found, *, page_size: int) -> str:
        """A page of results."""
        wanted = found.wanted
        return self._page(
            "search.html",
            found=found,
            wanted=wanted,
            words=wanted.words,
            page_size=page_size,
            wanted_of=lambda name: getattr(wanted, name),
            is_filtered=bool({*_query(wanted, {})} - {"q", "page"}),
            again=lambda **changes: self._links.search(**_query(wanted, changes)),
            hit_link=self._hit,
        )

    def static_search(self) -> str:
        """A page on which a script searches in an index beside it."""
        return self._page("static_search.html")

    def post(
        self,
        page: PostPage,
        *,
        leads: Mapping[str, int],
        head: str = "",
        coins: str = "",
        box: CiteBox | None = None,
    ) -> str:
        """A post. `leads` are the numbers of posts by the addresses that its links have."""

        def lead(url: str) -> str | None:
            return self._links.post(leads[url]) if url in leads else None

        text = marked(page.html, page.post.citations, lead)
        return self._page(
            "post.html",
            page=page,
            post=page.post,
            box=box,
            many=self._many(f"p{page.post.id}", box),
            text=Markup(text),  # noqa: S704
            json_ld=Markup(head),  # noqa: S704
            coins=Markup(coins),  # noqa: S704
        )

    def source(self, page: SourcePage, *, head: str = "", coins: str = "", box: CiteBox | None = None) -> str:
        """A source."""
        read = [each for each in page.readings if each.document_id is not None]
        comparable = {each.document_id: each for each in reversed(read)}

        return self._page(
            "source.html",
            page=page,
            source=page.source,
            box=box,
            last_change=next((each.change for each in reversed(page.readings) if each.change), None),
            comparable=tuple(reversed(comparable.values())),
            quoted_text=quoted(page.source.text or "", page.quotes),
            json_ld=Markup(head),  # noqa: S704
            coins=Markup(coins),  # noqa: S704
        )

    def snapshot(
        self,
        page: SnapshotPage,
        *,
        provenance: Sequence[tuple[str, str | None]],
        missing: str = "",
        head: str = "",
        coins: str = "",
    ) -> str:
        """A capture. `missing` says why its record cannot be read."""
        views = [] if missing else list(self._views(page))
        return self._page(
            "snapshot.html",
            page=page,
            snapshot=page.snapshot,
            provenance=provenance,
            missing=missing,
            views=views,
            json_ld=Markup(head),  # noqa: S704
            coins=Markup(coins),  # noqa: S704
        )

    def frame(
        self,
        page: SnapshotPage,
        content: str,
        *,
        allow: str = "",
        is_plain: bool | None = None,
        frames: Sequence[tuple[str, str | None]] = (),
    ) -> str:
        """The page view of a capture. `content` is where the page made safe is, `frames` are those of which it consists.

        With and without its own styles it can be had where `is_plain` says which of the two this is.

        From a disk a frame without an origin may not even load its own style sheets: there `allow` is `allow-same-origin`.
        Scripts are never allowed.
        """
        return self._page(
            "frame.html",
            page=page,
            snapshot=page.snapshot,
            content=content,
            allow=allow,
            is_plain=is_plain,
            frames=frames,
            at=self._links.part(page.snapshot.id, "page"),
        )

    def diff(self, differences: Sequence[Difference], *, title: str | None, url: str) -> str:
        """What changed between two readings."""
        rows, more = _rows(differences)
        return self._page("diff.html", rows=rows, more=more, title=title, url=url)

    def message(self, heading: str, said: str, *, capture: str = "") -> str:
        """A page that says one thing. `capture` is where the capture is that it is about."""
        return self._page("message.html", heading=heading, said=said, capture=capture)

    def _page(self, template: str, **context: Any) -> str:
        return _environment().get_template(template).render(links=self._links, site=self._site, **context)

    def _many(self, reference: str, box: CiteBox | None) -> list[tuple[str, str, str]]:
        """Where a post can be had together with all that it cites."""
        files = box.files if box is not None else ()
        linked = ((each.name, each.label, self._links.bibliography(reference, each.name)) for each in files)
        return [(name, label, link) for name, label, link in linked if link is not None]

    def _hit(self, hit: Hit) -> str:
        number = hit.reference.id
        page = self._links.post(number) if hit.reference.kind == "post" else self._links.source(number)
        return page + place_of(hit.snippet)

    def _views(self, page: SnapshotPage) -> list[tuple[str, str, str]]:
        labels: tuple[tuple[str, str], ...] = (
            ("page", "Page"),
            ("raw", "Raw bytes"),
            ("headers", "Headers"),
            ("record", "WARC record"),
        )
        if page.snapshot.failure is not None:
            labels = (("record", "WARC record"),)
        found = ((name, label, self._links.part(page.snapshot.id, name)) for name, label in labels)
        return [(name, label, link) for name, label, link in found if link is not None]


def script_data(value: object) -> str:
    """JSON as markup for `<script type="application/ld+json">`: nothing in it can end the element."""
    text = json.dumps(value, ensure_ascii=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f'<script type="application/ld+json">{text}</script>'


def _query(wanted: Wanted, changes: Mapping[str, object]) -> dict[str, str]:
    values = {name: getattr(wanted, name) for name in wanted.__slots__} | dict(changes)
    values["q"] = values.pop("words")
    return {name: str(value) for name, value in values.items() if value and (name, value) != ("page", 1)}


def _away(url: str) -> Markup:
    """An address of the live web: a link where it is one, else its words."""
    if not is_web(url):
        return escape(url)
    return Markup('<a class="away" rel="noopener noreferrer nofollow external" href="{0}">{0}</a>').format(
        url
    )


def _paragraphs(text: str) -> Markup:
    lines = (line.strip() for line in text.split("\n"))
    return Markup("\n").join(Markup("<p>{}</p>").format(line) for line in lines if line)


def _snippet(text: str) -> Markup:
    """Where it was found is marked."""
    said = str(escape(text)).replace(_MARK_START, "<mark>").replace(_MARK_END, "</mark>")
    return Markup(said)  # noqa: S704  # escaped above


def quoted(text: str, quotes: Sequence[Quoted]) -> Markup:
    """A text in paragraphs, with the words marked that posts quote; each has an anchor `at<start>`."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted(
        {(each.start, each.end) for each in quotes if each.start is not None and each.end}
    ):
        if not spans or start >= spans[-1][1]:
            spans.append((start, end))
    made, last = [], 0
    for start, end in spans:
        made.append(escape(text[last:start]))
        inner = Markup("</mark>\n<mark>").join(escape(part) for part in text[start:end].split("\n"))
        made.append(Markup('<mark id="at{}">').format(start) + inner + Markup("</mark>"))
        last = end
    made.append(escape(text[last:]))
    whole = Markup("").join(made)
    return Markup("<p>") + Markup(str(whole).replace("\n", "</p>\n<p>")) + Markup("</p>")  # noqa: S704


def _rows(differences: Sequence[Difference]) -> tuple[list[dict[str, object]], int]:
    """Changed sentences, with one that was kept on either side; and how many more there are."""
    changed = [number for number, each in enumerate(differences) if each.fate is not Fate.KEPT]
    near = {at for number in changed[:_MOST] for at in (number - 1, number, number + 1)}
    near -= set(changed[_MOST:])
    rows: list[dict[str, object]] = []
    passed = 0
    for number, each in enumerate(differences):
        if number in near:
            if passed:
                rows.append({"passed": passed})
            passed = 0
            rows.append({"passed": 0, "fate": str(each.fate), "said": _said(each)})
        elif each.fate is Fate.KEPT:
            passed += 1
    if passed and changed:
        rows.append({"passed": passed})
    return rows, max(0, len(changed) - _MOST)


def _said(each: Difference) -> Markup:
    if each.fate is not Fate.ALTERED:
        return escape((each.old if each.new is None else each.new) or "")
    tags = {Fate.REMOVED: "del", Fate.ADDED: "ins"}
    return Markup("").join(
        Markup("<{0}>{1}</{0}>").format(tags[piece.fate], piece.text)
        if piece.fate in tags
        else escape(piece.text)
        for piece in each.pieces
    )
