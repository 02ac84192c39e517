"""A post's content in pieces, each with its text, its clean HTML, and what tells whether it may be the blog's own."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from bs4 import Tag

from archiver.extract.about import Masking, is_about
from archiver.extract.anchors import Anchors
from archiver.extract.clean_html import clean_html, clean_words
from archiver.extract.draft import Draft, Links, draft_of
from archiver.extract.flow import Flow, Part
from archiver.extract.grafting import graft, only_words
from archiver.extract.held import Held
from archiver.extract.layout import lay_out
from archiver.extract.post_text import PostText
from archiver.extract.repeating import HEADINGS, Wordings, is_authors
from archiver.extract.wording import key_of
from archiver.models.blog import PostFacts
from archiver.models.citation import Citation, CitationKind
from archiver.models.piece import Piece, Spread
from archiver.web.page import Page
from archiver.web.url import site

_MAIN = 0.25  # of a post's text; where so much stands in no box, no box is the author's
_HALF = 0.5
_LONGEST_LINE = 160  # characters; prose is longer
_IN_TEXT = frozenset([CitationKind.INLINE, CitationKind.EMBED])


def read_pieces(body: Tag, page: Page, citations: Sequence[Citation], facts: PostFacts) -> tuple[Piece, ...]:
    """The pieces of a post's content in their order, after those that only repeat what is known of it.

    What only hands the page on to others is none.
    """
    layout = lay_out(body, as_read=True)
    words, anchors, links = PostText(layout), Anchors(layout.places, page.url), Links(page.url)
    drafts = [
        draft_of(part, words.part(part.start, part.end), _html(part, anchors, page.base), links.of(part))
        for part in Flow(body, layout).parts()
    ]
    drafts = list(_without_sharing([draft for draft in drafts if draft.text or draft.html]))
    cited = frozenset(
        each.url for citation in citations if citation.kind in _IN_TEXT for each in citation.urls
    )
    held = Held(citations, site=site(page.url))
    return _below(tuple(_pieces(drafts, held, cited, Masking(facts))), facts)


def text_of(pieces: Iterable[Piece]) -> str:
    """The text of pieces, a line or more each."""
    return "\n".join(piece.text for piece in pieces if piece.text)


def html_of(pieces: Iterable[Piece]) -> str:
    """The clean HTML of pieces."""
    return "\n".join(piece.html for piece in pieces if piece.html)


def _below(pieces: tuple[Piece, ...], facts: PostFacts) -> tuple[Piece, ...]:
    """The pieces without those over the first prose that only say what is known. Where there are no others, all."""
    top = list(takewhile(lambda piece: len(piece.text) <= _LONGEST_LINE, pieces))
    kept = [piece for piece in top if not is_about(piece.text, facts)]
    rest = (*kept, *pieces[len(top) :])
    return rest if any(piece.text for piece in rest) else pieces


def _pieces(drafts: Sequence[Draft], held: Held, cited: frozenset[str], masking: Masking) -> Iterator[Piece]:
    teasers = _teasers(drafts)
    main = _main(draft for draft in drafts if not (draft.is_links or draft.part.outer[0] in teasers))
    boxes = ["" if draft.part.box in main else draft.part.box for draft in drafts]
    # Of other posts, a line or two may be there with a mark in it.
    are_held = [draft.part.outer[0] not in teasers and held.in_text(draft.text) for draft in drafts]
    wordings = Wordings(drafts, boxes=boxes, held=are_held, teasers=teasers)
    for n, (draft, box, is_held) in enumerate(zip(drafts, boxes, are_held, strict=True)):
        is_kept = is_held or _heads_notes(drafts, are_held, n)
        spread, said = (Spread.NONE, "") if is_kept else wordings.of(n)
        yield Piece(
            text=draft.text,
            html=draft.html,
            box=box,
            key=key_of(spread, masking.masked(said)) if said else None,
            spread=spread if said else Spread.NONE,
            is_held=is_held,
            is_cited=not cited.isdisjoint(draft.links.away),
            is_links=draft.is_links or (bool(box) and draft.part.outer[0] in teasers),
        )


def _heads_notes(drafts: Sequence[Draft], held: Sequence[bool], n: int) -> bool:
    """Whether a line names what holds marks or notes: "Notes", "Sources"."""
    if not drafts[n].is_label or n + 1 == len(drafts) or not held[n + 1]:
        return False
    return drafts[n].part.name in HEADINGS or drafts[n].part.box == drafts[n + 1].part.box


def _html(part: Part, anchors: Anchors, base: str) -> str:
    name = anchors.name(part.holder) if part.holder is not None else None
    if not name and (words := only_words(part.nodes)) is not None:
        return clean_words(words, is_paragraph=part.name == "p")
    element = graft("p" if part.name == "p" else "div", part.nodes, anchors)
    if name:
        element.set("id", name)
    return clean_html(element, base, anchors=True)


def _without_sharing(drafts: Sequence[Draft]) -> Iterator[Draft]:
    for n, draft in enumerate(drafts):
        following = drafts[n + 1] if n + 1 < len(drafts) else None
        names_it = draft.is_label and following is not None and following.is_sharing and not draft.links.count
        if not (draft.is_sharing or names_it):
            yield draft


def _main(drafts: Iterable[Draft]) -> frozenset[str]:
    """The boxes that the author's text lies in, where it does not lie outside of boxes. Lists of other posts are no one's text."""
    sizes: dict[str, int] = defaultdict(int)
    for draft in drafts:
        sizes[draft.part.box] += len(draft.text)
    whole, found, covered = sum(sizes.values()), set(), sizes.get("", 0)
    if covered >= _MAIN * whole:
        return frozenset()
    for box in sorted(sizes, key=lambda box: (-sizes[box], box)):
        if covered >= _HALF * whole:
            break
        found.add(box)
        covered += sizes[box] if box else 0
    return frozenset(found)


def _teasers(drafts: Sequence[Draft]) -> frozenset[int]:
    """The outermost boxes that list other posts of the blog, each with a line or two of it."""
    boxes: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.part.outer[0] >= 0:
            boxes[draft.part.outer[0]].append(draft)
    return frozenset(box for box, within in boxes.items() if _are_teasers(within))


def _are_teasers(drafts: Sequence[Draft]) -> bool:
    if is_authors(drafts[0].part.outer[1]) or any(' id="' in draft.html for draft in drafts):
        return False  # notes that lead to the blog's own pages
    own = {url for draft in drafts for url in draft.links.own}
    prose = sum(not (draft.is_links or draft.is_label) for draft in drafts)
    return len(own) > 1 and not any(draft.links.away for draft in drafts) and prose <= 2 * len(own)
