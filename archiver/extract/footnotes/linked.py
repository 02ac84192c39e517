"""A link within the page whose text is a short mark, and whose target stands later and belongs to it.

    <sup id="fnref:1"><a href="#fn:1">1</a></sup>
    <li id="fn:1">The log. <a href="#fnref:1">↩</a></li>

The target links back, or begins with the same mark, or the software names the link a mark. A mark whose note is missing
may say it itself, in its `title`. Covers kramdown, goldmark, Python-Markdown, markdown-it, remark,
Pandoc, docutils, Org, MediaWiki, Easy Footnotes, Footnotes Made Easy, Google Docs, Substack, Drupal, and what people
write by hand.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator

from bs4 import Tag

from archiver.extract.finding.body import Body
from archiver.extract.finding.footnote import Evidence, Footnote
from archiver.extract.finding.items import Items
from archiver.extract.finding.links import NoteLink, note_links
from archiver.extract.finding.said import said_by
from archiver.extract.finding.targets import Note, Targets
from archiver.extract.spans import Span

EVIDENCE = Evidence.LINKED

# Of the marks that are only known by their note's label, so many must point into one run of notes: else they refer to
# equations or theorems (the guard of kepano/defuddle).
_IN_ONE_RUN = 0.75


def find_footnotes(body: Body) -> Iterator[Footnote]:
    """Notes that their marks link to, and those that stand among them without a mark."""
    links = note_links(body)
    reader = Targets(body, links)
    marks: dict[int, list[NoteLink]] = defaultdict(list)
    notes: dict[int, Note] = {}
    for link in links:
        if link.target is None:
            continue
        marks[id(link.target)].append(link)
        if len(marks[id(link.target)]) == 1 and (note := reader.note(link.target)) is not None:
            notes[id(link.target)] = note
    proven = {
        key for key, note in notes.items() if marks[key][0].is_named or reader.links_back(note, marks[key])
    }
    likely = [key for key, note in notes.items() if key not in proven and note.label == marks[key][0].label]
    accepted = proven.union(_in_one_run(likely, notes, marks, [link.span.start for link in links]))
    for key in sorted(accepted, key=lambda key: marks[key][0].span):
        spans = tuple(link.span for link in marks[key])
        yield Footnote(label=marks[key][0].label, marks=spans, notes=notes[key].spans)
    yield from _without_marks(body, [notes[key].block for key in accepted])
    yield from _lost(link for link in links if link.target is None)


def _lost(links: Iterable[NoteLink]) -> Iterator[Footnote]:
    """Marks whose notes are not in the post, but perhaps in the mark itself."""
    places: dict[tuple[str, str | None], list[Span]] = {}
    for link in links:
        places.setdefault((link.label, said_by(link.link)), []).append(link.span)
    for (label, said), spans in places.items():
        yield Footnote(label=label, marks=tuple(spans), said=said)


def _in_one_run(
    likely: list[int], notes: dict[int, Note], marks: dict[int, list[NoteLink]], starts: list[int]
) -> list[int]:
    """Those notes that follow each other without a mark between them, if they are most of all."""
    runs: dict[int, list[int]] = defaultdict(list)  # by how many marks stand before them
    for key in likely:
        runs[bisect_left(starts, notes[key].spans[0].start)].append(key)
    run = max(runs.values(), key=lambda run: sum(len(marks[key]) for key in run), default=[])
    wanted = _IN_ONE_RUN * sum(len(marks[key]) for key in likely)
    return run if sum(len(marks[key]) for key in run) >= wanted else []


def _without_marks(body: Body, blocks: list[Tag]) -> Iterator[Footnote]:
    """The other items of the lists that hold notes."""
    items = Items(body)
    taken = {id(block) for block in blocks}
    lists = {
        id(block.parent): block.parent for block in blocks if block.name == "li" and block.parent is not None
    }
    for parent in lists.values():
        for element in parent.contents:
            if isinstance(element, Tag) and element.name == "li" and id(element) not in taken:
                item = items.list_item(element)
                yield Footnote(label=item.label, notes=(item.text,))
