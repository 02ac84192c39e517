"""Labels the words of a note by weights that were learnt: a linear chain, read by Viterbi's algorithm."""

import gzip
import json
import sys
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import repeat

from archiver.extract.works.labels import Label

_FILE = "model.json.gz"
_FAR = 500  # fiftieths below the likeliest label: no step makes up for it
_BITS = 32  # of a score among many in one number; a word's is below a hundred thousand
_HALF = 1 << _BITS - 1


@dataclass(frozen=True, kw_only=True)
class Model:
    """The weights: of each feature for some states, and of each state after another.

    A state is a label; some labels have a second state, for the word that begins a part.
    """

    labels: tuple[Label, ...]
    states: tuple[
        Label, ...
    ]  # the label of each state: first those of `labels`, then those that begin a part
    weights: Mapping[str, tuple[tuple[int, int], ...]]  # feature → (state, weight)
    steps: tuple[tuple[int, ...], ...]  # [to][from]

    @cached_property
    def packed(self) -> dict[str, int]:
        """The weights of each feature for all states as one number, so that one addition adds them all."""
        return {
            name: sum(weight << _BITS * state for state, weight in pairs)
            for name, pairs in self.weights.items()
        }

    @cached_property
    def gains(self) -> tuple[tuple[int, ...], ...]:
        """[best][other]: the most that the next step can make up for a state that is behind the best one."""
        numbers = range(len(self.states))
        return tuple(
            tuple(max(row[other] - row[best] for row in self.steps) for other in numbers) for best in numbers
        )

    @cached_property
    def middle(self) -> int:
        """A score of half of the range for every state: added, it keeps each score from borrowing of the next."""
        return sum(_HALF << _BITS * state for state in range(len(self.states)))


@cache
def shipped() -> Model:
    """The model that comes with the package."""
    return read(gzip.decompress(files(__package__).joinpath(_FILE).read_bytes()))


def read(written: bytes) -> Model:
    """A model from its JSON: labels, those that have a beginning, the steps between states, the weights of features."""
    model = json.loads(written)
    labels = tuple(Label(name) for name in model["labels"])
    states = (*labels, *(Label(name) for name in model["begins"]))
    weights: dict[str, list[tuple[int, int]]] = {}
    for name, numbers in model["weights"].items():
        weights[name] = list(zip(numbers[::2], numbers[1::2], strict=True))
    return Model(
        labels=labels,
        states=states,
        weights={name: tuple(pairs) for name, pairs in weights.items()},
        steps=tuple(tuple(row) for row in model["steps"]),
    )


def tag(model: Model, observed: Sequence[Sequence[Sequence[str]]]) -> list[Label]:
    """The likeliest labels of the words with these features, each in lists; one that several words share is added up once."""
    sums: dict[int, int] = {}  # by identity of the list
    best: list[tuple[int, int]] = []  # (state, score) of the likely states of the word before
    back: list[dict[int, int]] = []
    for facts in observed:
        likely = _likely(model, facts, sums)
        if not best:
            best = likely
            continue
        chosen: dict[int, int] = {}
        scores = []
        for state, own in likely:
            row = model.steps[state]
            before, score = best[0]
            top = score + row[before]
            for earlier, score in best:  # in the order of their numbers: of equals the first
                if (both := score + row[earlier]) > top:
                    before, top = earlier, both
            chosen[state] = before
            scores.append((state, top + own))
        back.append(chosen)
        best = _worth(model, scores)
    if not best:
        return []
    at = max(best, key=lambda pair: pair[1])[0]
    path = [at]
    for chosen in reversed(back):
        at = chosen[at]
        path.append(at)
    return [model.states[at] for at in reversed(path)]


def _worth(model: Model, scores: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The states from which the likeliest way may go on: the others are so far behind that no step makes up for it."""
    state, top = max(scores, key=lambda pair: pair[1])
    gains = model.gains[state]
    return [pair for pair in scores if pair[1] + gains[pair[0]] >= top]


def _likely(model: Model, observed: Sequence[Sequence[str]], sums: dict[int, int]) -> list[tuple[int, int]]:
    """The states of a word that its own features do not rule out, and their scores."""
    total = model.middle
    for facts in observed:
        if (known := sums.get(id(facts))) is None:
            sums[id(facts)] = known = sum(map(model.packed.get, facts, repeat(0)))
        total += known
    own = array("I", total.to_bytes(_BITS // 8 * len(model.states), sys.byteorder))
    if sys.byteorder == "big":
        own.reverse()
    least = max(own) - _FAR
    return [(state, score - _HALF) for state, score in enumerate(own) if score >= least]
