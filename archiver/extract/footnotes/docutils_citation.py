"""Citations of docutils and Sphinx, whose label is a word.

<p>It rained. <a class="citation-reference" href="#ek2019" id="id1">[Ek2019]</a></p>
<div class="citation" id="ek2019"><span class="label">[<a href="#id1">Ek2019</a>]</span><p>The log.</p></div>

Sphinx names only the citation: `<span id="id1">[<a class="reference internal" href="#ek2019">Ek2019</a>]</span>`.
"""

from collections.abc import Iterator

from bs4 import Tag

from archiver.extract.finding.body import Body
from archiver.extract.finding.footnote import Evidence, Footnote
from archiver.extract.finding.marks import label_of, widen, without_brackets
from archiver.extract.spans import Span
from archiver.web.page import tokens

EVIDENCE = Evidence.NAMED


def find_footnotes(body: Body) -> Iterator[Footnote]:
    """Citations that their references link to."""
    marks: dict[str, list[Tag]] = {}
    for link in body.all("a"):
        name = body.fragment(link)
        if "citation-reference" in tokens(link, "class"):
            marks.setdefault(name or "", []).append(link)
        elif name and _is_label(body, link) and any(map(_is_citation, body.with_id(name)[:1])):
            marks.setdefault(name, []).append(link)
    for name, elements in marks.items():
        places = [body.place(element) for element in elements]
        notes = tuple(span for target in body.with_id(name)[:1] for span in _text(body, target))
        yield Footnote(
            label=without_brackets(body.words(places[0])),
            marks=tuple(widen(body.text, place) for place in places),
            notes=notes,
        )


def _is_label(body: Body, link: Tag) -> bool:
    """Whether a link's words are one word; a number is left to those who look for marks."""
    words = without_brackets(body.words(body.place(link)))
    return bool(words) and " " not in words and label_of(words) is None


def _is_citation(element: Tag) -> bool:
    return element.name in {"div", "dt", "table"} and "citation" in tokens(element, "class")


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
