"""What Word exports: `_ftn` for footnotes, `_edn` for endnotes.

    <a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>
    <hr width="33%"><p class="MsoFootnoteText"><a href="#_ftnref1" name="_ftn1">[1]</a> The log.</p>

Pasted copies lose the names, or point to `//GUID#_ftnref1`: only the fragments of the links are trusted.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from bs4 import Tag

from archiver.extract.finding.body import Body
from archiver.extract.finding.footnote import Evidence, Footnote
from archiver.extract.finding.links import whole_mark
from archiver.extract.finding.marks import without_brackets
from archiver.extract.spans import Span
from archiver.web.page import attribute

EVIDENCE = Evidence.NAMED

_FRAGMENT = re.compile(r"#_(?P<kind>ftn|edn)(?P<back>ref)?(?P<number>[0-9ivxlc]+)$")
_NOTE_CLASSES = frozenset(["msofootnotetext", "msoendnotetext"])


def find_footnotes(body: Body) -> Iterator[Footnote]:
    """Marks and notes that name the same footnote or endnote of Word."""
    marks: dict[str, list[Tag]] = {}
    notes: dict[str, Tag] = {}
    for link in body.all("a"):
        if found := _FRAGMENT.search(attribute(link, "href").strip()):
            key = found["kind"] + found["number"]
            if found["back"]:
                notes.setdefault(key, link)
            else:
                marks.setdefault(key, []).append(link)
    ends = _ends(body, list(notes.values()))
    for key in marks.keys() | notes.keys():
        links, note = marks.get(key, []), notes.get(key)
        label = without_brackets(body.words(body.place(links[0] if links else notes[key])))
        spans = (
            (Span(body.paragraph(body.place(note).start).start, ends[id(note)]),) if note is not None else ()
        )
        yield Footnote(
            label=label or key[3:], marks=tuple(whole_mark(body, link) for link in links), notes=spans
        )


def _ends(body: Body, notes: list[Tag]) -> dict[int, int]:
    """Where each note ends: before the next one, when no rule or heading stands between; the last with its class."""
    starts = {id(note): body.paragraph(body.place(note).start).start for note in notes}
    borders = sorted(
        body.place(border).start for border in body.all("hr", "h1", "h2", "h3", "h4", "h5", "h6")
    )
    noted = {body.place(element).start for element in body.with_class(*_NOTE_CLASSES)}
    ends: dict[int, int] = {}
    following = sorted(starts.values())
    for key, start in starts.items():
        at = bisect_right(following, start)
        border = bisect_right(borders, start)
        until = following[at] if at < len(following) else start
        if border < len(borders) and borders[border] <= until:
            until = start
        end = body.paragraph(start).end
        index = bisect_right(body.paragraphs, Span(start, end))
        while index < len(body.paragraphs) and (
            body.paragraphs[index].start < until
            or (at == len(following) and body.paragraphs[index].start in noted)
        ):
            end = body.paragraphs[index].end
            index += 1
        ends[key] = end
    return ends
