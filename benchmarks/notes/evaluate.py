"""How many fields of notes are read exactly: by rules, by the tagger alone, by both.

On AnyStyle's core in five folds (trained on four and on our own made notes, tested on the fifth), on made notes of works
that were not trained on, and on the notes that were labelled by hand. Run from the checkout, with python-crfsuite installed:
`PYTHONPATH=. python benchmarks/notes/evaluate.py --core PATH`. Two processes; about an hour.
"""

import argparse
import random
import re
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from core import Labelled
from learning import OWN, SEED, core, learn, made_notes, own_works, split_works, training_notes
from scoring import FIELDS, Score, raw

from archiver.extract.works import east, forms, rules, tagger
from archiver.extract.works.features import grouped
from archiver.extract.works.labels import Label
from archiver.extract.works.mending import mend
from archiver.extract.works.reading import read_note
from archiver.extract.works.tokens import Token, quotations, quoted, tokenize
from tests.extract.works import judging

_FOLDS = 5
_HELD = 500  # made notes of works that were not trained on
_FULL_DATE = re.compile(r"\b\d{1,2}\b.*\b(?:1[89]|20)\d\d|(?:1[89]|20)\d\d.*\b\d{1,2}\b")
Labeller = Callable[[str, Sequence[Token]], list[Label]]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--core", type=Path, help="AnyStyle's citations-core.xml; without it only the shipped model is judged"
    )
    options = parser.parse_args()
    by_hand()
    if options.core is None:
        return
    print(f"\n| | n | {' | '.join(FIELDS)} | micro | all right |\n|---|---|{'---|' * (len(FIELDS) + 2)}")
    jobs = [(options.core, fold, ruled) for ruled in (True, False) for fold in range(_FOLDS + 1)]
    totals: dict[str, Score] = {}
    with ProcessPoolExecutor(2) as pool:
        for scores in pool.map(one_fold, *zip(*jobs, strict=True)):
            for name, score in scores.items():
                totals.setdefault(name, Score()).join(score)
                print(f"  {name}: {score.f1():.4f} of {score.strings}", file=sys.stderr, flush=True)
    for name, score in sorted(totals.items()):
        print(f"| {name} | {score.strings} | {score.row(FIELDS)} |")


def one_fold(path: Path, fold: int, ruled: bool) -> dict[str, Score]:
    """Train without one fold of core and test on it; the fold after the last is our own works."""
    train_works, held_works = split_works(own_works())
    strings = list(core(path))
    order = list(range(len(strings)))
    random.Random(7).shuffle(order)
    if fold < _FOLDS:
        held = set(order[fold::_FOLDS])
        train = [note for at, note in enumerate(strings) if at not in held]
        test = [strings[at] for at in sorted(held)]
        where = "core, five folds"
    else:
        train, test, where = strings, made_notes(held_works, _HELD, SEED + 1), "made of unseen works"
    model = tagger.read(learn(training_notes(train, made_notes(train_works, OWN, SEED)), ruled=ruled))
    scores = _test(test, where, "both" if ruled else "tagger", _with(model, ruled=ruled))
    return scores | _test(test, where, "rules", rules.label) if ruled else scores


def _with(model: tagger.Model, *, ruled: bool) -> Labeller:
    def label(text: str, tokens: Sequence[Token]) -> list[Label]:
        formed = (forms.label(text, tokens) or east.label(text, tokens)) if ruled else None
        if formed is not None:
            return formed
        said = rules.label(text, tokens) if ruled else None
        tagged = tagger.tag(model, grouped(text, tokens, said))
        return mend(tokens, tagged, said, quoted(tokens, quotations(text))) if said is not None else tagged

    return label


def _test(notes: Sequence[Labelled], where: str, how: str, label: Labeller) -> dict[str, Score]:
    scores = {f"{where}; {how}": Score(), f"{where}, news-like; {how}": Score()}
    for note in notes:
        tokens = tokenize(note.text)
        true, read = raw(tokens, note.labels(tokens)), raw(tokens, label(note.text, tokens))
        for name, score in scores.items():
            if "news-like" not in name or _is_news_like(note):
                score.add(true, read)
    return scores


def _is_news_like(note: Labelled) -> bool:
    """A quoted title, and an address or a whole date."""
    labels = {label for label, _ in note.parts}
    dates = " ".join(words for label, words in note.parts if label is Label.DATE)
    quotes = any(label is Label.TITLE and quotations(words) for label, words in note.parts)
    return quotes and (
        Label.URL in labels
        or (_FULL_DATE.search(dates) is not None and re.search(r"[^\W\d_]{3}", dates) is not None)
    )


def by_hand() -> None:
    """The labelled notes, by the shipped model and everything around it."""
    print(f"| labelled by hand | n | {' | '.join(judging.EIGHT)} | micro | {' | '.join(judging.OTHERS)} |")
    print("|---|---|" + "---|" * (len(judging.EIGHT) + 1 + len(judging.OTHERS)))
    apart = (*judging.UNSEEN, *judging.HELD_BACK)
    everything = {case for case, _, _ in judging.cases()}
    groups = (
        ("tuned on", everything - {*apart}),
        ("once unseen", judging.UNSEEN),
        ("held back", judging.HELD_BACK),
    )
    for name, group in groups:
        for news in (False, True):
            cases = [
                c for c in judging.cases() if c[0] in group and (not news or judging.is_news_like(c[1], c[2]))
            ]
            score = judging.Score()
            for _, note, expected in cases:
                score.add(note, expected, read_note(note))
            each = [f"{score.f1(field):.3f}" for field in judging.EIGHT]
            others = [f"{score.f1(field):.3f}" for field in judging.OTHERS]
            print(
                f"| {name}{', news-like' if news else ''} | {len(cases)} | {' | '.join(each)} | {score.f1(*judging.EIGHT):.3f} | {' | '.join(others)} |"
            )


if __name__ == "__main__":
    main()
