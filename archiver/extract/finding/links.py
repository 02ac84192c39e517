"""Links within a post that look like footnote marks."""

import re
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
# Drupal, HTMLBook, Easy Footnotes, and what people call it by hand.
_NAMES = frozenset(
    "doc-noteref footnote footnote-ref footnote-reference footref footnote-anchor see-footnote footnote-link "
    "footnote-identifier-link noteref easy-footnote footnote__citation fnref footnote-mark note-ref".split()
)
_WIKI = "reference"  # MediaWiki's; Sphinx calls every link within a page so
# What they call the place that a mark leads to: `fn:1`, `_ftn1`, `footnote-2`, `cite_note-Smith-4`.
_FRAGMENT = re.compile(
    r"(?:user-content-)?(?:(?:fn|_?ftnt?|_?edn|footnote|endnote|easy-footnote-bottom|cite_note|note)[-_:.]\S+|(?:fn|ftnt|footnote|endnote|note)\d+)"
)
# What is numbered like a note and is none.
_NO_NOTE = re.compile(
    r"(?:mjx-)?(?:eqn?|equation|thm|theorem|lem|lemma|prop|proposition|cor|corollary|fig|figure|tab|table|sec|section|step)\b[-_:.]?\w*|"
    r"(?:mjx-)?(?:eqn?|equation|thm|theorem|lemma|fig|figure|tab|table|sec|section|step)[-_:.]?\d\S*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLink:
    """A link whose text is a short mark."""

    label: str
    span: Span  # with the brackets and the superscript around it
    link: Tag
    target: Tag | None  # what it points to, later in the post; None when that is missing
    is_named: bool  # the markup itself says that it is a mark


def note_links(body: Body) -> list[NoteLink]:
    """The links that may be marks. One without a target is kept when its software names it a mark."""
    found = [
        link
        for element in body.all("a")
        if (name := body.fragment(element)) and (link := _note_link(body, element, name)) is not None
    ]
    marks = Counter(id(body.block(link.link)) for link in found)
    return [
        link for link in found if link.is_named or _has_words(body, link, marks[id(body.block(link.link))])
    ]


def is_named(link: Tag) -> bool:
    """Whether the markup itself says that a link is a footnote mark."""
    if link.has_attr("data-footnote-ref") or attribute(link, "data-type") == "noteref":
        return True
    parent = link.parent
    around = parent if parent is not None and parent.name in {"sup", "span"} else None
    names = {name for element in (link, around) if element is not None for name in _names(element)}
    is_wiki = around is not None and around.name == "sup" and _WIKI in names
    return is_wiki or not names.isdisjoint(_NAMES)


def _names(element: Tag) -> tuple[str, ...]:
    return (*tokens(element, "class"), *tokens(element, "role"), *tokens(element, "rel"))


def _note_link(body: Body, element: Tag, name: str) -> NoteLink | None:
    place = body.place(element)
    label = label_at(body, place)
    if label is None:
        return None
    named = is_named(element)
    target = body.named_after(name, place.start)
    if target is None and (body.with_id(name) or not (named or _FRAGMENT.fullmatch(name))):
        return None  # it leads back
    if not named and _NO_NOTE.fullmatch(name):
        return None
    return NoteLink(label=label, span=whole_mark(body, element), link=element, target=target, is_named=named)


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
