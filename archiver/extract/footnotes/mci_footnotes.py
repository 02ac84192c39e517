"""The WordPress plug-in footnotes (MCI), which links by script and shows each note twice.

<span class="footnote_referrer"><a role="button"><sup id="footnote_plugin_tooltip_6_1_1">[1]</sup></a>
<span class="footnote_tooltip">The log.</span></span>
<tr class="footnotes_plugin_reference_row"><th><a id="footnote_plugin_reference_6_1_1">1</a></th>
<td class="footnote_plugin_text">The log.</td></tr>

Before 2.0 nothing was around mark and tooltip, and the row had neither a class nor a link:
<sup id="footnote_plugin_tooltip_1" class="footnote_plugin_tooltip_text">1)</sup>
<span class="footnote_tooltip" id="footnote_plugin_tooltip_text_1">The log.</span>
<tr><td class="footnote_plugin_index"><span id="footnote_plugin_reference_1">1.</span></td>
<td class="footnote_plugin_text">The log.</td></tr>
"""

import re
from collections.abc import Iterator

from bs4 import Tag

from archiver.extract.finding.body import Body
from archiver.extract.finding.footnote import Evidence, Footnote
from archiver.extract.finding.marks import label_at
from archiver.extract.spans import Span, Spans
from archiver.web.page import attribute, tokens

EVIDENCE = Evidence.NAMED

_ID = re.compile(r"footnote_plugin_(?:tooltip|reference)_(\w+)")


def find_footnotes(body: Body) -> Iterator[Footnote]:
    """Marks and rows that share a number. The tooltip belongs to the mark, and is the note where the row is missing."""
    notes = dict(_rows(body))
    seen: set[str] = set()
    for raised, mark, tooltip in _marks(body):
        key = _key(raised)
        if key is None:
            continue
        seen.add(key)
        label = label_at(body, body.place(raised))
        inside = (tooltip,) if tooltip else ()
        yield Footnote(label=label, marks=(mark,), notes=(notes[key],) if key in notes else inside)
    for number, (key, note) in enumerate(notes.items(), start=1):
        if key not in seen:
            yield Footnote(label=str(number), notes=(note,))


def _marks(body: Body) -> Iterator[tuple[Tag, Span, Span | None]]:
    """Raised numbers, all that belongs to the mark, and the tooltip."""
    referrers = body.with_class("footnote_referrer")
    around = Spans(map(body.place, referrers))
    for element in referrers:
        raised, tooltip = element.find("sup"), element.find(class_="footnote_tooltip")
        if isinstance(raised, Tag):
            yield raised, body.place(element), body.place(tooltip) if isinstance(tooltip, Tag) else None
    for raised in body.with_class("footnote_plugin_tooltip_text"):
        place, tooltip = body.place(raised), raised.find_next_sibling()
        if around.touches(place):
            continue
        if (
            isinstance(tooltip, Tag)
            and "footnote_tooltip" in tokens(tooltip, "class")
            and body.holds(tooltip)
        ):
            yield raised, Span(place.start, body.place(tooltip).end), body.place(tooltip)
        else:
            yield raised, place, None


def _rows(body: Body) -> Iterator[tuple[str, Span]]:
    known: set[int] = set()  # a row has one note, however often it says so
    for text in body.with_class("footnote_plugin_text"):
        row = text.find_parent("tr")
        if row is None or id(row) in known:
            continue
        known.add(id(row))
        for element in row.find_all(id=True):
            if key := _key(element):
                yield key, body.place(text)


def _key(element: Tag) -> str | None:
    found = _ID.fullmatch(attribute(element, "id"))
    return found[1] if found else None
