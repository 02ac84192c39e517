"""Trains the tagger: a conditional random field by python-crfsuite, pruned and rounded to a small file."""

import gzip
import json
import random
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import pycrfsuite
from core import Labelled, read_core
from rendering import comment, note
from swapping import swapped
from works import Made, mixed, read_works
from writing import may

from archiver.extract.works import rules
from archiver.extract.works.features import features
from archiver.extract.works.labels import Label
from archiver.extract.works.tokens import tokenize

WORKS = Path(__file__).with_name("works.txt")
OWN = 2000  # notes that are made
SEED = 5
ROUNDS = 4  # times that each string is learnt again with parts of others
_SETTINGS = {"c1": 0.1, "c2": 0.05, "max_iterations": 90, "feature.possible_transitions": True}
_SCALE = 50  # weights are whole numbers of fiftieths
_COMMENTS = 0.07  # of the made notes cite nothing


def made_notes(works: list[Made], count: int, seed: int) -> list[Labelled]:
    """Notes of mixed works in all styles."""
    rng = random.Random(seed)
    return [comment(rng) if may(rng, _COMMENTS) else note(rng, mixed(rng, works)) for _ in range(count)]


def training_notes(strings: Sequence[Labelled], own: Sequence[Labelled]) -> list[Labelled]:
    """What a model is trained on: strings, the same with parts swapped, and notes of our own."""
    return [*strings, *swapped(random.Random(SEED), strings, ROUNDS), *own]


def split_works(works: list[Made]) -> tuple[list[Made], list[Made]]:
    """Every fifth work of a kind is kept for evaluation."""
    kinds: dict[str, list[Made]] = defaultdict(list)
    for work in works:
        kinds[work.kind].append(work)
    train = [work for same in kinds.values() for at, work in enumerate(same) if at % 5]
    return train, [work for same in kinds.values() for work in same[::5]]


def learn(notes: Iterable[Labelled], *, ruled: bool = True) -> bytes:
    """A model as JSON."""
    trainer = pycrfsuite.Trainer("lbfgs", _SETTINGS, verbose=False)
    for one in notes:
        tokens = tokenize(one.text)
        facts = features(one.text, tokens, rules.label(one.text, tokens) if ruled else None)
        trainer.append(facts, [str(label) for label in one.labels(tokens)])
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    return _written(info.state_features, info.transitions)


def _written(states: dict[tuple[str, str], float], steps: dict[tuple[str, str], float]) -> bytes:
    labels = [str(label) for label in Label]
    number = {label: at for at, label in enumerate(labels)}
    weights: dict[str, list[int]] = defaultdict(list)
    for (fact, label), weight in sorted(states.items()):
        rounded = round(weight * _SCALE)
        if rounded and label in number:
            weights[fact] += [number[label], rounded]
    rows = [[round(steps.get((before, after), -2.0) * _SCALE) for before in labels] for after in labels]
    model = {"labels": labels, "steps": rows, "weights": dict(sorted(weights.items()))}
    return json.dumps(model, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def packed(model: bytes) -> bytes:
    """A model as it is shipped; the same bytes each time."""
    return gzip.compress(model, compresslevel=9, mtime=0)


def own_works() -> list[Made]:
    """The works that notes are made of."""
    return read_works(WORKS)


def core(path: Path) -> Sequence[Labelled]:
    """AnyStyle's strings."""
    return read_core(path)
