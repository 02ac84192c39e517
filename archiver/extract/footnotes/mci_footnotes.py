"""The WordPress plug-in footnotes (MCI), which links by script and shows each note twice.

<span class="footnote_referrer"><a role="button"><sup id="footnote_plugin_tooltip_6_1_1">[1]</sup></a>
<span class="footnote_tooltip">The log.</span></span>
<tr class="footnotes_plugin_reference_row"><th><a id="footnote_plugin_reference_6_1_1">1</a></th>
<td class="footnote_plugin_text">The log.</td></tr>

Older versions have neither the row's class nor the link: <tr><td class="footnote_plugin_index"><span
id="footnote_plugin_reference_1">1.</span></td> <td class="footnote_plugin_text">The log.</td></tr>
"""

import re
from collections.abc import Iterator

from bs4 import Tag

from archiver.extract.finding.body import Body
from archiver.extract.finding.footnote import Evidence, Footnote
from archiver.extract.finding.marks import label_at
from archiver.extract.spans import Span
from archiver.web.page import attribute

EVIDENCE = Evidence.NAMED

_ID = re.compile(r"footnote_plugin_(?:tooltip|reference)_(\w+)")


def find_footnotes(body: Body) -> Iterator[Footnote]:
    """Marks and rows that share a number. The tooltip belongs to the mark, and is the note where the row is missing."""
    notes = dict(_rows(body))
    seen: set[str] = set()
    for referrer in body.with_class("footnote_referrer"):
        raised = referrer.find("sup")
        key = _key(raised) if isinstance(raised, Tag) else None
        if not isinstance(raised, Tag) or key is None:
            continue
        tooltip = referrer.find(class_="footnote_tooltip")
        inside = (body.place(tooltip),) if isinstance(tooltip, Tag) else ()
        seen.add(key)
        label = label_at(body, body.place(raised))
        yield Footnote(
            label=label, marks=(body.place(referrer),), notes=(notes[key],) if key in notes else inside
        )
    for number, (key, note) in enumerate(notes.items(), start=1):
        if key not in seen:
            yield Footnote(label=str(number), notes=(note,))


def _rows(body: Body) -> Iterator[tuple[str, Span]]:
    for text in body.with_class("footnote_plugin_text"):
        row = text.find_parent("tr")
        for element in row.find_all(id=True) if row is not None else ():
            if key := _key(element):
                yield key, body.place(text)


def _key(element: Tag) -> str | None:
    found = _ID.fullmatch(attribute(element, "id"))
    return found[1] if found else None
