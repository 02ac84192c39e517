"""What stands in a text and is not of the work: links to other works, and the beginnings of these works under them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from archiver.extract.content.outline import Block, outline
from archiver.extract.markup import Markup
from archiver.judge.drift.folding import words
from archiver.judge.drift.sentences import sentences

_LINKED = 0.5  # of the words of a line, where it is a link
_CARDS = 3  # links, one below the other, are a list
_BETWEEN = 2  # lines under each: its date, its first sentence
_TEASER = 40  # words; a paragraph that is longer is the work's
_LONGEST = 4_000_000  # characters of HTML that are looked through


def beside(html: str) -> frozenset[int]:
    """The keys of the sentences that are links, or that stand in a list of such."""
    markup = Markup.parse("", html[:_LONGEST]) if "<a " in html else None
    if markup is None:
        return frozenset()
    blocks = outline(markup.root).blocks
    return frozenset(key for number in sorted(_numbers(blocks)) for key in _keys(blocks[number].text))


def key_of(words_of_it: Sequence[str]) -> int:
    """A number that two sentences share that have the same words, as long as the program runs."""
    return hash(tuple(words_of_it))


def _keys(text: str) -> Iterator[int]:
    for start, end in sentences(text):
        yield key_of(words(text[start:end]))


def _numbers(blocks: Sequence[Block]) -> set[int]:
    links = [number for number, block in enumerate(blocks) if block.linked >= _LINKED * max(1, block.words)]
    found = set(links)
    for run in _runs(links):
        if len(run) >= _CARDS:
            gap = max(after - before for before, after in pairwise(run))
            among = range(run[0], min(run[-1] + gap, len(blocks)))
            found.update(number for number in among if blocks[number].words <= _TEASER)
    return found


def _runs(links: Sequence[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for number in links:
        if run and number - run[-1] > _BETWEEN + 1:
            yield run
            run = []
        run.append(number)
    if run:
        yield run
