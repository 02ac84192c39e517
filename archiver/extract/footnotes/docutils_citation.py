"""Citations of docutils and Sphinx, whose label is a word.

<p>It rained. <a class="citation-reference" href="#ek2019" id="id1">[Ek2019]</a></p>
<div class="citation" id="ek2019"><span class="label">[<a href="#id1">Ek2019</a>]</span><p>The log.</p></div>
"""

from collections.abc import Iterator

from bs4 import Tag

from archiver.extract.finding.body import Body
from archiver.extract.finding.footnote import Evidence, Footnote
from archiver.extract.finding.marks import without_brackets
from archiver.extract.spans import Span

EVIDENCE = Evidence.NAMED


def find_footnotes(body: Body) -> Iterator[Footnote]:
    """Citations that their references link to."""
    marks: dict[str, list[Tag]] = {}
    for mark in body.with_class("citation-reference"):
        marks.setdefault(body.fragment(mark) or "", []).append(mark)
    for name, elements in marks.items():
        places = tuple(map(body.place, elements))
        notes = tuple(span for target in body.with_id(name)[:1] for span in _text(body, target))
        yield Footnote(label=without_brackets(body.words(places[0])), marks=places, notes=notes)


def _text(body: Body, target: Tag) -> Iterator[Span]:
    """A citation without its label: before 0.18 a definition or a table row, since then a division."""
    if target.name == "dt":
        definition = target.find_next_sibling("dd")
        if isinstance(definition, Tag) and body.holds(definition):
            yield body.place(definition)
        return
    label = target.find(class_="label")
    place = body.place(target)
    yield Span(
        body.place(label).end if isinstance(label, Tag) and body.holds(label) else place.start, place.end
    )
