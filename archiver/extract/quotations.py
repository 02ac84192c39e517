"""The words that a post quotes beside a citation: in quotation marks in its sentence, or in a blockquote."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping

from archiver.extract.finding.body import Body
from archiver.extract.running import Running
from archiver.extract.spans import Span

# Pairs of quotation marks. Single ones only in their curly form, since the straight one is an apostrophe.
_PAIRS = (("“", "”"), ("„", "“”"), ("«", "»"), ("»", "«"), ("‘", "’"), ("「", "」"), ("『", "』"), ('"', '"'))
_QUOTED = re.compile(
    "|".join(f"{re.escape(first)}([^{first}{last}]+)[{last}](?!\\w)" for first, last in _PAIRS)
)
_FEWEST_WORDS = 3  # fewer are a name, a title's word, or irony
_FEWEST_LETTERS = 6  # of scripts that put no spaces between words
_LONGEST = 4000  # characters
_NEAR = 3  # characters between a blockquote and the mark after it
_SCRIPT_WITHOUT_SPACES = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_POINTS = " ,;:.!?…"


def quotations(body: Body, running: Running, places: Iterable[Span]) -> Mapping[Span, tuple[str, ...]]:
    """The quoted words of each citing place, in their order. A quotation belongs to the first mark after it."""
    found: defaultdict[Span, list[str]] = defaultdict(list)
    by_sentence: defaultdict[Span, list[Span]] = defaultdict(list)
    blocks = [body.place(element) for element in body.all("blockquote")]
    for place in sorted(set(places)):
        at = bisect_right(blocks, place.start, key=lambda span: span.start)
        block = next(
            (span for span in blocks[max(0, at - 1) : at + 1] if _is_beside(body, span, place)), None
        )
        if block is not None:
            words = running.words(Span(running.here(block.start), running.here(block.end)))
            found[place].append(words[:_LONGEST])
            continue
        sentence = running.sentence_span(place.start)
        if sentence is not None:
            by_sentence[sentence].append(place)
    for sentence, marks in by_sentence.items():
        for match in _QUOTED.finditer(running.text, sentence.start, sentence.end):
            words = next(group for group in match.groups() if group is not None).strip()
            if is_quotation(words):
                owner = next((mark for mark in marks if running.here(mark.start) >= match.start()), marks[-1])
                found[owner].append(" ".join(words.split()))
    return {place: tuple(dict.fromkeys(words for words in each if words)) for place, each in found.items()}


def is_quotation(words: str) -> bool:
    """Whether words in quotation marks are long enough to be somebody's, and to be looked for.

    >>> is_quotation("so-called friends"), is_quotation("not a yard of it was mine")
    (False, True)
    """
    if _SCRIPT_WITHOUT_SPACES.search(words):
        return len(words) >= _FEWEST_LETTERS
    return len(words.strip(_POINTS).split()) >= _FEWEST_WORDS


def _is_beside(body: Body, block: Span, place: Span) -> bool:
    """Whether a mark stands in a blockquote, right after it, or at the end of the words that announce it."""
    if block.start <= place.start <= block.end:
        return True
    if block.end < place.start:
        return place.start - block.end <= _NEAR and not body.text[block.end : place.start].strip()
    between = body.text[place.end : block.start]
    return len(between) <= _NEAR and (
        ":" in between or body.text[max(0, place.start - _NEAR) : place.start].rstrip().endswith(":")
    )
