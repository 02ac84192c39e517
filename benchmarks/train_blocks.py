"""Makes `archiver/extract/content/weights.json`: what each term says of a block's being main text.

Logistic regressions over the blocks of WCXB's pages, each weighing as many words as it has. A block is main text when most of
its runs of three words are in the text that people wrote down. First a block is weighed by itself, as articles have it; then
in its context, once as articles have it and once as pages of any kind do, by likelihoods of pages that were not trained on.
Needs scikit-learn (in `.venv-extractors`); the seed is fixed, and the same data give the same weights.

    .venv-extractors/bin/python benchmarks/train_blocks.py --data DIR [--all] [--write]

Without `--all`, pages that are held out stay out. Folds come first: what the weights do to pages that they have not seen.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean

import numpy as np
from extraction_pages import Truth, pages, unpacked
from extraction_scores import words
from sklearn.linear_model import LogisticRegression

from archiver.extract.content import context, evidence
from archiver.extract.content.borrowed import by_resiliparse
from archiver.extract.content.likely import likeliest
from archiver.extract.content.outline import Outline, outline
from archiver.extract.content.weighing import ALONE, ANY, ARTICLE
from archiver.extract.markup import Markup

_WEIGHTS = Path(__file__).parents[1] / "archiver" / "extract" / "content" / "weights.json"
_FOLDS = 5
_RUN = 3  # words
_PART = 0.3  # of a line of a word or two that the text has, though not as a line
_ARTICLE = "article"  # WCXB's word
_COLUMN = {name: number for number, name in enumerate(evidence.NAMES)}

Weights = dict[str, float]


@dataclass(slots=True)
class Sample:
    """A page's blocks as numbers, and how much of each is main text."""

    page: Outline
    kind: str
    terms: np.ndarray  # a row a block
    known: np.ndarray  # False: no main text, whatever the weights
    labels: np.ndarray
    sizes: np.ndarray  # what each block counts
    borrowed: frozenset[int]
    truth: str
    likely: np.ndarray = field(default_factory=lambda: np.zeros(0))  # by weights that have not seen the page
    context: np.ndarray = field(default_factory=lambda: np.zeros(0))


def main() -> None:
    """Train, tell how it does on pages that it has not seen, and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--all", action="store_true", help="train on held-out pages, too")
    parser.add_argument("--write", action="store_true", help="replace the weights that are shipped")
    asked = parser.parse_args()
    with unpacked(asked.data) as folder:
        found = [page for page in pages(folder, kinds=frozenset()) if asked.all or not page.is_held_out]
        samples = [sample for page in found if (sample := _sample(page)) is not None]
    weights = _trained(samples)
    if asked.write:
        _WEIGHTS.write_text(json.dumps(weights, indent=1) + "\n", "utf-8")
        print(f"{_WEIGHTS.name}: {sum(map(len, weights.values()))} weights")


def _trained(samples: Sequence[Sample]) -> dict[str, Weights]:
    articles = [each for each in samples if each.kind == _ARTICLE]
    for seen, unseen in _folds(samples):
        alone = _alone([each for each in seen if each.kind == _ARTICLE])
        for each in unseen:
            each.likely = _likely(each, each.terms, alone, evidence.NAMES)
            each.context = np.array(context.in_context(each.page, each.likely.tolist(), each.borrowed))
    for name, taught in ((ARTICLE, articles), (ANY, samples)):
        scores = []
        for seen, unseen in _folds(taught):
            weights = _in_context(seen)
            scores += [_score(each, weights) for each in unseen]
        print(f"{name}: {len(taught)} pages, {_FOLDS} folds: word F1 {mean(scores):.4f}")
    return {ALONE: _alone(articles), ARTICLE: _in_context(articles), ANY: _in_context(samples)}


def _folds(samples: Sequence[Sample]) -> list[tuple[list[Sample], list[Sample]]]:
    return [
        (
            [each for number, each in enumerate(samples) if number % _FOLDS != fold],
            list(samples[fold::_FOLDS]),
        )
        for fold in range(_FOLDS)
    ]


def _sample(page: Truth) -> Sample | None:
    markup = Markup.parse(page.url, page.html)
    if markup is None:
        return None
    drawn = outline(markup.root)
    known = evidence.evidence(drawn)
    if not drawn.blocks:
        return None
    terms = np.zeros((len(drawn.blocks), len(evidence.NAMES)), dtype=np.float32)
    for row, (block, own) in enumerate(zip(drawn.blocks, known.blocks, strict=True)):
        for name, value in (*known.boxes[block.box], *own):
            terms[row, _COLUMN[name]] += value
    asked = np.array([bool(known.boxes[block.box]) for block in drawn.blocks])
    counts = np.array([block.words + 1 for block in drawn.blocks], dtype=float)
    return Sample(
        page=drawn,
        kind=page.kind,
        terms=terms,
        known=asked,
        labels=_labels(drawn, page.text) > 0.5,  # noqa: PLR2004 -- most of it
        sizes=counts / (counts.sum() ** 0.5 + 1),
        borrowed=by_resiliparse(page.html, drawn),
        truth=page.text,
    )


def _labels(page: Outline, truth: str) -> np.ndarray:
    spoken = [word for line in truth.splitlines() for word in line.lower().split()]
    tokens = " ".join(spoken)
    lines = {" ".join(line.lower().split()) for line in truth.splitlines()}
    bare = "".join(char if char.isalnum() or char == "_" else " " for char in tokens).split()
    runs = set(zip(bare, bare[1:], bare[2:], strict=False))
    whole = f" {' '.join(bare)} "
    found = []
    for block in page.blocks:
        own = list(zip(block.tokens, block.tokens[1:], block.tokens[2:], strict=False))
        if len(block.tokens) >= _RUN:
            found.append(sum(run in runs for run in own) / len(own))
        elif " ".join(block.text.lower().split()) in lines:
            found.append(1.0)
        else:
            found.append(_PART if block.tokens and f" {' '.join(block.tokens)} " in whole else 0.0)
    return np.array(found)


def _alone(samples: Sequence[Sample]) -> Weights:
    return _weights(samples, [each.terms for each in samples], evidence.NAMES)


def _in_context(samples: Sequence[Sample]) -> Weights:
    return _weights(samples, [each.context for each in samples], context.NAMES)


def _weights(samples: Sequence[Sample], terms: Sequence[np.ndarray], names: Sequence[str]) -> Weights:
    rows = np.concatenate([each[sample.known] for each, sample in zip(terms, samples, strict=True)])
    labels = np.concatenate([each.labels[each.known] for each in samples])
    sizes = np.concatenate([each.sizes[each.known] for each in samples])
    model = LogisticRegression(max_iter=1000, random_state=0).fit(rows, labels, sample_weight=sizes)
    return {
        "": round(float(model.intercept_[0]), 3),
        **{name: round(float(value), 3) for name, value in zip(names, model.coef_[0], strict=True)},
    }


def _likely(sample: Sample, terms: np.ndarray, weights: Weights, names: Sequence[str]) -> np.ndarray:
    row = np.array([weights[name] for name in names])
    likely = 1 / (1 + np.exp(-(terms @ row + weights[""])))
    likely[~sample.known] = 0.0
    return likely


def _score(sample: Sample, weights: Weights) -> float:
    likely = _likely(sample, sample.context, weights, context.NAMES)
    kept, _ = likeliest(sample.page, likely.tolist())
    return words(sample.truth, "\n".join(sample.page.blocks[number].text for number in sorted(kept))).f1


if __name__ == "__main__":
    main()
