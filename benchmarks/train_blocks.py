"""Makes `archiver/extract/content/weights.json`: what each term says of a block's being main text.

A logistic regression over the blocks of WCXB's articles, each weighing as many words as it has. A block is main text when most
of its runs of three words are in the text that people wrote down. Needs scikit-learn (in `.venv-extractors`); the seed is
fixed, and the same data give the same weights.

    .venv-extractors/bin/python benchmarks/train_blocks.py --data DIR [--all] [--write]

Without `--all`, pages that are held out stay out. Folds come first: what the weights do to pages that they have not seen.
"""

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

import numpy as np
from extraction_pages import Truth, pages, unpacked
from extraction_scores import words
from sklearn.linear_model import LogisticRegression

from archiver.extract.content.evidence import NAMES, evidence
from archiver.extract.content.outline import Outline, outline
from archiver.extract.content.weighing import weighed
from archiver.extract.markup import Markup

_WEIGHTS = Path(__file__).parents[1] / "archiver" / "extract" / "content" / "weights.json"
_FOLDS = 3
_RUN = 3  # words
_PART = 0.3  # of a line of a word or two that the text has, though not as a line
_COLUMN = {name: number for number, name in enumerate(NAMES)}


@dataclass(frozen=True, slots=True)
class Sample:
    """A page's blocks as numbers, and how much of each is main text."""

    page: Outline
    terms: np.ndarray  # a row a block
    known: np.ndarray  # False: no main text, whatever the weights
    labels: np.ndarray
    truth: str


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
        found = [page for page in pages(folder) if asked.all or not page.is_held_out]
        samples = [sample for page in found if (sample := _sample(page)) is not None]
    scores = []
    for fold in range(_FOLDS):
        weights = _train([each for number, each in enumerate(samples) if number % _FOLDS != fold])
        scores += [_score(each, weights) for each in samples[fold::_FOLDS]]
    print(f"{len(samples)} pages, {_FOLDS} folds: word F1 {mean(scores):.4f}")
    weights = _train(samples)
    if asked.write:
        _WEIGHTS.write_text(json.dumps(weights, indent=1) + "\n", "utf-8")
        print(f"{_WEIGHTS.name}: {len(weights)} weights")


def _sample(page: Truth) -> Sample | None:
    markup = Markup.parse(page.url, page.html)
    if markup is None:
        return None
    drawn = outline(markup.root)
    known = evidence(drawn)
    if not drawn.blocks:
        return None
    terms = np.zeros((len(drawn.blocks), len(NAMES)), dtype=np.float32)
    for row, (block, own) in enumerate(zip(drawn.blocks, known.blocks, strict=True)):
        for name, value in (*known.boxes[block.box], *own):
            terms[row, _COLUMN[name]] += value
    asked = np.array([bool(known.boxes[block.box]) for block in drawn.blocks])
    return Sample(drawn, terms, asked, _labels(drawn, page.text), page.text)


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


def _train(samples: list[Sample]) -> dict[str, float]:
    terms = np.concatenate([each.terms[each.known] for each in samples])
    labels = np.concatenate([each.labels[each.known] for each in samples]) > 0.5  # noqa: PLR2004 -- most of it
    sizes = [np.array([block.words + 1 for block in each.page.blocks], dtype=float) for each in samples]
    weight = np.concatenate(
        [size[each.known] / (size.sum() ** 0.5 + 1) for size, each in zip(sizes, samples, strict=True)]
    )
    model = LogisticRegression(max_iter=400, random_state=0).fit(terms, labels, sample_weight=weight)
    return {
        "": round(float(model.intercept_[0]), 3),
        **{name: round(float(value), 3) for name, value in zip(NAMES, model.coef_[0], strict=True)},
    }


def _score(sample: Sample, weights: dict[str, float]) -> float:
    row = np.array([weights[name] for name in NAMES])
    likely = 1 / (1 + np.exp(-(sample.terms @ row + weights[""])))
    likely[~sample.known] = 0.0
    kept = weighed(sample.page, [float(each) for each in likely])
    return words(sample.truth, "\n".join(sample.page.blocks[number].text for number in sorted(kept))).f1


if __name__ == "__main__":
    main()
