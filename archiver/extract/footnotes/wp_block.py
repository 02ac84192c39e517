"""The Footnotes block of WordPress 6.3 and later.

    <sup data-fn="UUID" class="fn"><a href="#UUID" id="UUID-link">1</a></sup>
    <ol class="wp-block-footnotes"><li id="UUID">The log. <a href="#UUID-link">↩︎</a></li></ol>

The notes are kept beside the post's content: where a page shows the content alone, the marks have no notes.
"""

from collections.abc import Iterator

from bs4 import Tag

from archiver.extract.finding.body import Body
from archiver.extract.finding.footnote import Evidence, Footnote
from archiver.extract.finding.marks import label_at
from archiver.extract.spans import Span
from archiver.web.page import attribute

EVIDENCE = Evidence.NAMED


def find_footnotes(body: Body) -> Iterator[Footnote]:
    """Marks and notes that share a UUID."""
    notes = {
        attribute(note, "id"): (str(number), body.place(note))
        for number, note in enumerate(_notes(body), start=1)
    }
    marks: dict[str, list[Tag]] = {key: [] for key in notes}
    for mark in body.all("sup"):
        if key := attribute(mark, "data-fn"):
            marks.setdefault(key, []).append(mark)
    for key, elements in marks.items():
        number, note = notes.get(key, (None, None))
        places: tuple[Span, ...] = tuple(map(body.place, elements))
        label = label_at(body, places[0]) if places else number
        yield Footnote(label=label, marks=places, notes=(note,) if note is not None else ())


def _notes(body: Body) -> Iterator[Tag]:
    for ordered in body.with_class("wp-block-footnotes"):
        yield from (note for note in ordered.contents if isinstance(note, Tag) and note.name == "li")
