"""Raised numbers that nothing links, whose notes are only in their `title`.

<p>It rained.<sup class="footnote" title="The log.">1</sup></p>
<p>It froze.<abbr class="footnote" title="The log.">[2]</abbr></p>
"""

from collections.abc import Iterator

from archiver.extract.finding.body import Body
from archiver.extract.finding.footnote import Evidence, Footnote
from archiver.extract.finding.marks import label_at, raised, widen
from archiver.extract.finding.said import said_by
from archiver.extract.spans import Spans
from archiver.web.page import attribute

EVIDENCE = Evidence.ALONE

_NAMES = ("footnote", "fn", "note", "noteref", "footnote-ref", "inline-footnote", "reference", "tooltip")
_FEWEST_WORDS = 2  # of a title that says a note, where no class says that it does


def find_footnotes(body: Body) -> Iterator[Footnote]:
    """Marks that say their notes."""
    links = Spans(body.place(link) for link in body.all("a") if attribute(link, "href"))
    named = {id(element): element for element in body.with_class(*_NAMES)}
    marks = named | {id(element): element for element in raised(body)}
    for key, element in marks.items():
        place = body.place(element)
        label, said = label_at(body, place), said_by(element)
        if label is None or said is None or place.end == place.start or links.touches(place):
            continue
        if key in named or len(said.split()) >= _FEWEST_WORDS:
            yield Footnote(label=label, marks=(widen(body.text, place),), said=said)
