"""Repairs of hurt links, ready to paste: Markdown and HTML as a diff, Robust Links, `{{cite web}}`.

Robust Links: robustlinks.mementoweb.org/spec. `{{cite web}}`: en.wikipedia.org/wiki/Template:Cite_web.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from archiver.export.wording.linking import robust_link, template
from archiver.models.letter import Event, EventKind, Place
from archiver.web.harmless import address, is_web, line, markdown, markup
from archiver.web.mementos import public_address

_HURT = frozenset(EventKind) - {EventKind.IN_DOUBT, EventKind.BACK_AGAIN}
_DEVIATED = frozenset([EventKind.DRIFTED, EventKind.QUOTE_GONE, EventKind.QUOTE_ALTERED])
_LONGEST = 300  # characters of a line on each side of its link


class By(StrEnum):
    """With what a link is mended."""

    COPY = "archived copy"
    ADDRESS = "new address"
    ON_FILE = "on file"  # our own record; no public address


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """A mended link, in every form."""

    by: By
    url: str  # as the author wrote it
    target: str | None  # where the mended link leads; None: nowhere but to our own record
    version_date: str | None
    markdown: str
    html: str
    robust_link: str | None
    cite_web: str


def repair(event: Event, place: Place) -> Repair | None:
    """How the link in one place is mended; None where there is nothing to mend, or nothing to mend it with."""
    url = place.url or event.source.url
    if event.kind not in _HURT or url is None or not is_web(url):
        return None
    moved = event.moved_to if is_web(event.moved_to) else None
    memento = next((each for each in reversed(event.held) if is_web(each.archived_from)), None)
    held = memento or (event.held[0] if event.held else None)
    if moved is None and held is None:
        return None
    target = moved or (None if memento is None else public_address(str(memento.archived_from)))
    by = By.ADDRESS if moved else By.COPY if target else By.ON_FILE
    date = None if moved or held is None else held.date[:10]
    suffix = f"(on file, {date}, {held.record_id.strip('<>')})" if by is By.ON_FILE and held else ""
    robust = _robust(url, target if by is By.COPY else None, date, line(_anchor(place, event)))
    was_md, is_md = (
        _markdown(url, place, event),
        _markdown(target or url, place, event) + _spaced(markdown(suffix)),
    )
    was_html, is_html = (
        _html(url, place, event),
        robust or _html(target or url, place, event) + _spaced(markup(suffix)),
    )
    return Repair(
        by=by,
        url=line(url),
        target=None if target is None else address(target),
        version_date=date,
        markdown=_diff(place, *_lines(place, was_md, is_md, markdown, url)),
        html=_diff(place, *_lines(place, was_html, is_html, markup, url)),
        robust_link=robust,
        cite_web=_cite_web(event, url, target, by, date),
    )


def _spaced(suffix: str) -> str:
    return f" {suffix}" if suffix else ""


def _anchor(place: Place, event: Event) -> str:
    return place.anchor or event.source.title or place.url or "link"


def _markdown(url: str, place: Place, event: Event) -> str:
    return f"[{markdown(_anchor(place, event))}]({address(url)})"


def _html(url: str, place: Place, event: Event) -> str:
    return f'<a href="{markup(address(url))}">{markup(_anchor(place, event))}</a>'


def _robust(url: str, target: str | None, date: str | None, anchor: str) -> str | None:
    if target is None:
        return None
    at = address(target)
    return robust_link(markup(anchor), href=at, url=address(url), version_url=at, version_date=date)


def _lines(place: Place, was: str, mended: str, escape: Callable[[object], str], url: str) -> tuple[str, str]:
    """The author's line with the link as written, and with the mended one: of the note where it stands there, else of the sentence."""
    for text, mark in ((place.note, place.anchor), (place.note, url), (place.sentence, place.anchor)):
        if text and mark and mark in text:
            before, _, after = text.partition(mark)
            before, after = _cut_front(before), after if len(after) <= _LONGEST else f"{after[:_LONGEST]}…"
            parts = (_edge(escape(before), before, at_end=True), _edge(escape(after), after, at_end=False))
            return was.join(parts), mended.join(parts)
    return was, mended


def _edge(escaped: str, text: str, *, at_end: bool) -> str:
    """The text beside a link keeps the space between."""
    edge = text[-1:] if at_end else text[:1]
    if not edge.isspace() or not escaped:
        return escaped
    return f"{escaped} " if at_end else f" {escaped}"


def _cut_front(text: str) -> str:
    return text if len(text) <= _LONGEST else "…" + text[-_LONGEST:]


def _diff(place: Place, was: str, mended: str) -> str:
    where = f"{place.kind} {line(place.label or place.citation_id)}"
    name = address(place.post_url)
    return f"--- {name}\n+++ {name}\n@@ -1 +1 @@ {where}\n-{was}\n+{mended}\n"


def _cite_web(event: Event, url: str, target: str | None, by: By, date: str | None) -> str:
    is_copied = by is By.COPY and target is not None
    host = event.source.host
    return template(
        "cite web",
        [
            ("url", address(target or url) if by is By.ADDRESS else address(url)),
            ("title", line(event.source.title or host or url)),
            ("website", line(host) if host else None),
            ("archive-url", address(target) if is_copied and target is not None else None),
            ("archive-date", date if is_copied else None),
            ("url-status", _status(event) if is_copied else None),
            ("access-date", None if is_copied else date),
        ],
    )


def _status(event: Event) -> str:
    """As the template has it: dead; usurped by another owner; deviated, which is live and reads otherwise."""
    if event.outcome == "parked":
        return "usurped"
    return "deviated" if event.kind in _DEVIATED else "dead"
