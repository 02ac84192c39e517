"""The WordPress plug-in Modern Footnotes, whose notes stand in the sentence and, if wanted, in a list at the end too.

<sup class="modern-footnotes-footnote"><a href="javascript:void(0)" aria-describedby="mfn-content-7-1">1</a></sup>
<span id="mfn-content-7-1" role="tooltip" class="modern-footnotes-footnote__note">The log.</span>
<h3 class="modern-footnotes-list-heading">Notes</h3>
<ul class="modern-footnotes-list"><li><span>1</span><div>The log.</div></li></ul>
"""

from collections import Counter
from collections.abc import Iterator

from bs4 import Tag

from archiver.extract.finding.body import Body
from archiver.extract.finding.footnote import Evidence, Footnote
from archiver.extract.finding.marks import label_at
from archiver.extract.spans import Span
from archiver.web.page import attribute, tokens

EVIDENCE = Evidence.NAMED

_MARK, _NOTE = "modern-footnotes-footnote", "modern-footnotes-footnote__note"
_LIST = "modern-footnotes-list"
_Key = tuple[str | None, int]  # a label, and which of those that show it


def find_footnotes(body: Body) -> Iterator[Footnote]:
    """Marks, each with its item of the list, else with the note in its sentence; and items without a mark.

    Where there is a list, the note in the sentence says the same again, and belongs to the mark. Numbers may begin
    anew within a post: its second note 1 is the list's second.
    """
    items = _items(body)
    marks: dict[_Key, list[Span]] = {key: [] for key in items}
    notes: Counter[str | None] = Counter()
    for mark, note in _marks(body):
        label = label_at(body, mark)
        notes[label] += note is not None
        key = label, max(1, notes[label])
        if key in items:
            marks[key].append(_with_note(body, mark, note))
        elif note is not None:
            yield Footnote(label=label, marks=(mark,), notes=(note,))
    for key, item in items.items():
        yield Footnote(label=key[0], marks=tuple(marks[key]), notes=(item,))


def _marks(body: Body) -> Iterator[tuple[Span, Span | None]]:
    """Marks, each with the note that describes it, else with the next one, if that comes before another mark."""
    waiting: Span | None = None
    described: set[Span] = set()
    for element in body.with_class(_MARK, _NOTE):
        place = body.place(element)
        if _NOTE in tokens(element, "class"):
            if waiting is not None and place not in described:
                yield waiting, place
                waiting = None
            continue
        if waiting is not None:
            yield waiting, None
        waiting = None
        if (note := _described(body, element)) is not None:
            described.add(body.place(note))
            yield place, body.place(note)
        else:
            waiting = place
    if waiting is not None:
        yield waiting, None


def _described(body: Body, mark: Tag) -> Tag | None:
    link = mark.find("a", attrs={"aria-describedby": True})
    notes = body.with_id(attribute(link, "aria-describedby")) if isinstance(link, Tag) else ()
    return notes[0] if notes else None


def _with_note(body: Body, mark: Span, note: Span | None) -> Span:
    is_beside = note is not None and note.start >= mark.end and not body.text[mark.end : note.start].strip()
    return Span(mark.start, note.end) if note is not None and is_beside else mark


def _items(body: Body) -> dict[_Key, Span]:
    """The notes of the list, by their labels."""
    items: dict[_Key, Span] = {}
    seen: Counter[str] = Counter()
    for listed in body.with_class(_LIST):
        for item in listed.find_all("li", recursive=False):
            number = item.find("span", recursive=False)
            if isinstance(number, Tag) and (label := label_at(body, body.place(number))):
                seen[label] += 1
                items[label, seen[label]] = _tight(body, Span(body.place(number).end, body.place(item).end))
    return items


def _tight(body: Body, span: Span) -> Span:
    words = body.text[span.start : span.end]
    return Span(span.start + len(words) - len(words.lstrip()), span.end)
