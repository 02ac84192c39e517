"""Several readings of a page, how far they agree, and the choice among them.

Cheap readings come first. Where a page can be read by weights alone with hardly a doubt, and the box of its running text holds
the same, that is its text. Of all others resiliparse's reading is weighed in; where it differs, trafilatura is asked, too, and
the reading that all together agree with most is taken: the middle one, not the average. A page that is not likely to have one
text (a list, a thread, a notice) is read by weights that were made for pages of every kind.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archiver.extract.content.borrowed import by_resiliparse, by_trafilatura
from archiver.extract.content.context import in_context
from archiver.extract.content.evidence import Evidence, evidence
from archiver.extract.content.likely import likeliest, within
from archiver.extract.content.outline import Outline
from archiver.extract.content.weighing import ANY, ARTICLE, weigh, weigh_again
from archiver.extract.markup import Markup

_SURE = 0.97  # F1 to expect of a reading by itself: more, and no vote makes it better (measured on WCXB)
_AGREED = 0.7  # of two cheap readings: then the dear one changes nothing
_ONE_TEXT = 0.8  # F1 to expect of the reading of a text; less, and the page may be none
_UNSURE = 0.05  # likelihood of a block: less, and a borrowed reading must do without it
# What a reading's agreement counts, by how well it reads alone.
_VOTES = {"weights": 1.0, "trafilatura": 0.7, "resiliparse": 0.7, "container": 0.5}
_LEAST_LIKELY = 0.15
OF_ANY_PAGE = "weights of any page"

Blocks = frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The reading that was taken: which it is, its blocks, and how far the others agree with it, 0 to 1."""

    name: str
    blocks: Blocks
    agreement: float
    others: tuple[str, ...]  # the readings that it was held against


def choose(markup: Markup, html: str, page: Outline) -> Choice:
    """Read a page in several ways and choose."""
    known = evidence(page)
    alone = weigh(page, known)
    kept, expected = likeliest(page, alone)
    boxed = _boxed(known, alone)
    votes: dict[str, Blocks] = {"container": boxed}
    if kept and expected >= _SURE and similarity(page, kept, boxed) >= _AGREED:
        borrowed = kept
    else:
        # On what nests without end resiliparse's time grows with the square of the depth: there it finds nothing.
        borrowed = Blocks() if markup.is_cut else by_resiliparse(html, page)
        votes = {"resiliparse": borrowed}
    context = in_context(page, alone, borrowed) if page.blocks else []
    likely = weigh_again(page, known, context, ARTICLE)
    kept, expected = likeliest(page, likely)
    if expected < _ONE_TEXT:
        likely = weigh_again(page, known, context, ANY)
        kept, _ = likeliest(page, likely)
        if kept:
            return _chosen(page, OF_ANY_PAGE, kept, votes)
    votes, candidates = {"weights": kept, **votes}, {"weights": kept}
    if not kept or similarity(page, kept, borrowed) < _AGREED:
        asked = by_trafilatura(markup, page)
        if asked is not None:
            votes["trafilatura"] = asked
        votes["container"] = _boxed(known, likely)
        candidates["container"] = within(likely, known.text.start, known.text.end)
        for name in ("trafilatura", "resiliparse"):
            if name in votes:
                candidates[name] = frozenset(number for number in votes[name] if likely[number] > _UNSURE)
    name = max(candidates, key=lambda each: _support(page, candidates[each], votes))
    return _chosen(page, name, candidates[name], votes)


def _boxed(known: Evidence, likely: Sequence[float]) -> Blocks:
    """The reading by the box that holds most of the running text: of its blocks, those that are not unlikely."""
    return frozenset(
        number for number in range(known.text.start, known.text.end) if likely[number] > _LEAST_LIKELY
    )


def _chosen(page: Outline, name: str, blocks: Blocks, votes: Mapping[str, Blocks]) -> Choice:
    others = {other: kept for other, kept in votes.items() if other != name}
    weight = sum(_VOTES[other] for other in others)
    agreed = sum(_VOTES[other] * similarity(page, blocks, kept) for other, kept in others.items())
    return Choice(name=name, blocks=blocks, agreement=round(agreed / weight, 2), others=tuple(others))


def _support(page: Outline, blocks: Blocks, votes: Mapping[str, Blocks]) -> float:
    return sum(_VOTES[name] * similarity(page, blocks, kept) for name, kept in votes.items())


def similarity(page: Outline, one: Blocks, other: Blocks) -> float:
    """How alike two readings are: F1 of the words that they keep, 0 to 1. Two empty ones are alike."""
    both = _words(page, one) + _words(page, other)
    return 2 * _words(page, one & other) / both if both else 1.0


def _words(page: Outline, blocks: Blocks) -> int:
    return sum(page.blocks[number].words for number in blocks)
