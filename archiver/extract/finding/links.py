"""Links within a post that look like footnote marks."""

from collections import Counter
from dataclasses import dataclass

from bs4 import Tag

from archiver.extract.finding.body import Body
from archiver.extract.finding.marks import label_at, widen
from archiver.extract.spans import Span
from archiver.web.page import attribute, tokens

_DEEPEST_WRAP = 4  # elements around a link that hold nothing else
_WORDS_PER_MARK = 4  # characters besides marks that a paragraph has at least: `Pages: 1 2 3` has fewer
# What footnote software calls a mark: DPUB-ARIA, kramdown, remark, markdown-it and goldmark, docutils, Org, Substack,
# Drupal, MediaWiki, HTMLBook.
_NAMES = frozenset(
    "doc-noteref footnote footnote-ref footnote-reference footref footnote-anchor see-footnote footnote-link "
    "footnote-identifier-link noteref reference".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLink:
    """A link whose text is a short mark."""

    label: str
    span: Span  # with the brackets and the superscript around it
    link: Tag
    target: Tag | None  # what it points to, later in the post; None when that is missing


def note_links(body: Body) -> list[NoteLink]:
    """The links that may be marks. One without a target is kept when its software names it a mark."""
    found = [
        link
        for element in body.all("a")
        if (name := body.fragment(element)) and (link := _note_link(body, element, name)) is not None
    ]
    marks = Counter(id(body.block(link.link)) for link in found)
    return [
        link
        for link in found
        if is_named(link.link) or _has_words(body, link, marks[id(body.block(link.link))])
    ]


def is_named(link: Tag) -> bool:
    """Whether the markup itself says that a link is a footnote mark."""
    names = {
        *tokens(link, "class"),
        *tokens(link, "role"),
        *tokens(link, "rel"),
        attribute(link, "data-type"),
    }
    parent = link.parent
    if parent is not None and parent.name == "sup":
        names.update(tokens(parent, "class"), tokens(parent, "role"))
    return not names.isdisjoint(_NAMES) or link.has_attr("data-footnote-ref")


def _note_link(body: Body, element: Tag, name: str) -> NoteLink | None:
    place = body.place(element)
    label = label_at(body, place)
    if label is None:
        return None
    target = next((named for named in body.with_id(name) if body.place(named).start > place.start), None)
    if target is None and (body.with_id(name) or not is_named(element)):
        return None  # it leads back
    return NoteLink(label=label, span=whole_mark(body, element), link=element, target=target)


def whole_mark(body: Body, element: Tag) -> Span:
    """The place of a mark, with the elements and brackets that hold nothing else."""
    outer = element
    for _ in range(_DEEPEST_WRAP):
        parent = outer.parent
        if (
            parent is None
            or not body.holds(parent)
            or body.block(parent) is parent
            or label_at(body, body.place(parent)) is None
        ):
            break
        outer = parent
    return widen(body.text, body.place(outer))


def _has_words(body: Body, link: NoteLink, marks: int) -> bool:
    paragraph = body.paragraph(link.span.start)
    return (
        paragraph.end - paragraph.start - (link.span.end - link.span.start) * marks >= _WORDS_PER_MARK * marks
    )
