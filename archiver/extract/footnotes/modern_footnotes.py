"""The WordPress plug-in Modern Footnotes, whose notes stand in the sentence.

<sup class="modern-footnotes-footnote"><a href="javascript:void(0)" aria-describedby="mfn-content-7-1">1</a></sup>
<span id="mfn-content-7-1" role="tooltip" class="modern-footnotes-footnote__note">The log.</span>
"""

from collections.abc import Iterator

from bs4 import Tag

from archiver.extract.finding.body import Body
from archiver.extract.finding.footnote import Evidence, Footnote
from archiver.extract.finding.marks import label_at
from archiver.web.page import attribute, tokens

EVIDENCE = Evidence.NAMED

_MARK, _NOTE = "modern-footnotes-footnote", "modern-footnotes-footnote__note"


def find_footnotes(body: Body) -> Iterator[Footnote]:
    """Marks, each with the note that describes it, else with the next one."""
    waiting: Tag | None = None
    for element in body.with_class(_MARK, _NOTE):
        if _NOTE in tokens(element, "class"):
            if waiting is not None:
                yield _footnote(body, waiting, element)
            waiting = None
        elif (note := _described(body, element)) is not None:
            yield _footnote(body, element, note)
        else:
            waiting = element


def _described(body: Body, mark: Tag) -> Tag | None:
    link = mark.find("a", attrs={"aria-describedby": True})
    notes = body.with_id(attribute(link, "aria-describedby")) if isinstance(link, Tag) else ()
    return notes[0] if notes else None


def _footnote(body: Body, mark: Tag, note: Tag) -> Footnote:
    place = body.place(mark)
    return Footnote(label=label_at(body, place), marks=(place,), notes=(body.place(note),))
