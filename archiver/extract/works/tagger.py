"""Labels the words of a note by weights that were learnt: a linear chain, read by Viterbi's algorithm."""

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from archiver.extract.works.labels import Label

_FILE = "model.json.gz"
_FAR = 500  # fiftieths below the likeliest label: no step makes up for it


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
    best: list[tuple[int, int]] = []  # (label, score) of the likely labels of the word before
    back: list[dict[int, int]] = []
    for facts in observed:
        likely = _likely(model, facts)
        if not best:
            best = likely
            continue
        chosen: dict[int, int] = {}
        scores = []
        for label, own in likely:
            row = model.steps[label]
            top, before = max((score + row[earlier], -earlier) for earlier, score in best)
            chosen[label] = -before
            scores.append((label, top + own))
        back.append(chosen)
        best = scores
    if not best:
        return []
    at = max(best, key=lambda pair: pair[1])[0]
    path = [at]
    for chosen in reversed(back):
        at = chosen[at]
        path.append(at)
    return [model.labels[at] for at in reversed(path)]


def _likely(model: Model, facts: Sequence[str]) -> list[tuple[int, int]]:
    """The labels of a word that its own features do not rule out, and their scores."""
    own = [0] * len(model.labels)
    weights = model.weights
    for fact in facts:
        pairs = weights.get(fact)
        if pairs is not None:
            for label, weight in pairs:
                own[label] += weight
    least = max(own) - _FAR
    return [(label, score) for label, score in enumerate(own) if score >= least]
