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
OWN = 4000  # notes that are made
SEED = 5
ROUNDS = 4  # times that each string is learnt again with parts of others
_SETTINGS = {"c1": 0.1, "c2": 0.05, "max_iterations": 90, "feature.possible_transitions": True}
_SCALE = 50  # weights are whole numbers of fiftieths
_OFTEN = {  # how often blogs cite what, roughly
    "news": 22, "magazine": 9, "web": 14, "thinktank": 6, "report": 7, "un": 6, "book": 19, "chapter": 6, "journal": 16, "legal": 3,
    "dataset": 3, "broadcast": 2, "podcast": 2, "social": 2, "press": 3, "thesis": 3, "paper": 3, "archive": 2, "reference": 2, "edited": 3,
}  # fmt: skip
_NEVER = 0.0  # the weight of a step that was left out for being of no weight
_BEGUN = "+"  # before the label whose part a word begins
_BEGINS = (Label.AUTHOR, Label.EDITOR, Label.TITLE, Label.CONTAINER, Label.PERIODICAL, Label.PUBLISHER)
_COMMENTS = 0.07  # of the made notes cite nothing


def made_notes(works: list[Made], count: int, seed: int) -> list[Labelled]:
    """Notes of mixed works in all styles."""
    rng = random.Random(seed)
    kinds = sorted({work.kind for work in works})
    weights = [_OFTEN[kind] for kind in kinds]
    drawn = rng.choices(kinds, weights=weights, k=count)
    return [comment(rng) if may(rng, _COMMENTS) else note(rng, mixed(rng, works, kind)) for kind in drawn]


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
        trainer.append(facts, states(one.labels(tokens)))
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    return _written(info.state_features, info.transitions)


def states(labels: Sequence[Label]) -> list[str]:
    """The states of words with these labels: the first word of a part has one of its own, where the label begins."""
    return [
        _BEGUN + label if label in _BEGINS and (at == 0 or labels[at - 1] is not label) else str(label)
        for at, label in enumerate(labels)
    ]


def _written(facts: dict[tuple[str, str], float], steps: dict[tuple[str, str], float]) -> bytes:
    names = [*map(str, Label), *(_BEGUN + label for label in _BEGINS)]
    number = {name: at for at, name in enumerate(names)}
    weights: dict[str, list[int]] = defaultdict(list)
    for (fact, name), weight in sorted(facts.items()):
        rounded = round(weight * _SCALE)
        if rounded and name in number:
            weights[fact] += [number[name], rounded]
    rows = [[round(steps.get((before, after), _NEVER) * _SCALE) for before in names] for after in names]
    model = {
        "labels": [*map(str, Label)], "begins": [*map(str, _BEGINS)], "steps": rows, "weights": dict(sorted(weights.items())),
    }  # fmt: skip
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
