"""Labels the words of a note by weights that were learnt: a linear chain, read by Viterbi's algorithm."""

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from archiver.extract.works.labels import Label

_FILE = "model.json.gz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """The weights: of each feature for some labels, and of each label after another."""

    labels: tuple[Label, ...]
    weights: Mapping[str, tuple[tuple[int, int], ...]]  # feature → (label, weight)
    steps: tuple[tuple[int, ...], ...]  # [to][from]


@cache
def shipped() -> Model:
    """The model that comes with the package."""
    return read(gzip.decompress(files(__package__).joinpath(_FILE).read_bytes()))


def read(written: bytes) -> Model:
    """A model from its JSON: labels, the steps between them, and for each label its features and weights."""
    model = json.loads(written)
    labels = tuple(Label(name) for name in model["labels"])
    weights: dict[str, list[tuple[int, int]]] = {}
    for name, numbers in model["weights"].items():
        weights[name] = list(zip(numbers[::2], numbers[1::2], strict=True))
    return Model(
        labels=labels,
        weights={name: tuple(pairs) for name, pairs in weights.items()},
        steps=tuple(tuple(row) for row in model["steps"]),
    )


def tag(model: Model, observed: Sequence[Sequence[str]]) -> list[Label]:
    """The likeliest labels of the words with these features."""
    count = range(len(model.labels))
    best: list[int] = []
    back: list[list[int]] = []
    for facts in observed:
        own = [0] * len(model.labels)
        for fact in facts:
            for label, weight in model.weights.get(fact, ()):
                own[label] += weight
        if not best:
            best = own
            continue
        chosen, scores = [], []
        for label in count:
            row = model.steps[label]
            sums = [score + step for score, step in zip(best, row, strict=True)]
            top = max(sums)
            chosen.append(sums.index(top))
            scores.append(top + own[label])
        back.append(chosen)
        best = scores
    if not best:
        return []
    at = best.index(max(best))
    path = [at]
    for chosen in reversed(back):
        at = chosen[at]
        path.append(at)
    return [model.labels[at] for at in reversed(path)]
