"""The entries of bibliographies that software makes, told by their names: citeproc, Pandoc, Zotpress, DPUB-ARIA."""

from bs4 import Tag

from archiver.extract.finding.body import Body
from archiver.extract.finding.marks import label_at
from archiver.extract.spans import Span
from archiver.web.page import tokens

_CLASSES = ("csl-entry", "zp-entry")
_ROLE = "doc-biblioentry"
_NUMBER, _WITHOUT_NUMBER = "csl-left-margin", "csl-right-inline"


def entry_elements(body: Body) -> list[Tag]:
    """The entries' elements, in the order of the page; of those within each other the outer one."""
    roles = [element for element in body.all("div", "li", "p", "section") if _ROLE in tokens(element, "role")]
    found: list[Tag] = []
    end = -1
    for element in sorted(
        (*body.with_class(*_CLASSES), *roles), key=lambda each: _outer_first(body.place(each))
    ):
        place = body.place(element)
        if place.start >= end and place.end > place.start:
            found.append(element)
            end = place.end
    return found


def entry_text(body: Body, element: Tag) -> Span:
    """The place of an entry, without the number that stands beside it."""
    place = body.place(element)
    return next((body.place(inner) for inner in body.inside(place, _WITHOUT_NUMBER)), place)


def entry_number(body: Body, element: Tag) -> str | None:
    """The number that stands beside an entry."""
    beside = next(body.inside(body.place(element), _NUMBER), None)
    return label_at(body, body.place(beside)) if beside is not None else None


def entries_named(body: Body) -> list[Span]:
    """The places of all entries."""
    return [entry_text(body, element) for element in entry_elements(body)]


def _outer_first(place: Span) -> tuple[int, int]:
    return place.start, -place.end
