"""The reading by weights: the sum of a block's terms tells how likely it is main text; first by itself, then in its context.

The weights (`weights.json`) are logistic regressions' over pages that people have read; `benchmarks/train_blocks.py` makes
them. They are few and have names, so that a verdict can be explained.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp

from archiver.extract.content.context import NAMES, Terms
from archiver.extract.content.evidence import Evidence, Term
from archiver.extract.content.outline import Outline

ALONE = "alone"  # a block by itself
ARTICLE = "article"  # in its context, on a page that has one text
ANY = "any"  # on any page: lists, threads, notices
_STEEPEST = 30.0

Weights = Mapping[str, float]


@cache
def weights() -> dict[str, dict[str, float]]:
    """The weight of each term, by what is weighed; that of "" is the sum's beginning."""
    found: dict[str, dict[str, float]] = json.loads(
        files("archiver.extract.content").joinpath("weights.json").read_text("utf-8")
    )
    return found


def weigh(page: Outline, known: Evidence) -> list[float]:
    """How likely each block is main text by itself, 0 to 1."""
    weight = weights()[ALONE]
    shared = {
        box: _sum(weight, terms) + weight[""] if terms else -_STEEPEST for box, terms in known.boxes.items()
    }
    return [
        _likelihood(shared[block.box] + _sum(weight, terms))
        for block, terms in zip(page.blocks, known.blocks, strict=True)
    ]


def weigh_again(page: Outline, known: Evidence, context: Iterable[Terms], kind: str) -> list[float]:
    """How likely each block is in its context, on pages of a kind."""
    weight = weights()[kind]
    factors = [weight[name] for name in NAMES]
    return [
        _likelihood(_product(factors, terms) + weight[""]) if known.boxes[block.box] else 0.0
        for block, terms in zip(page.blocks, context, strict=True)
    ]


def _sum(weight: Weights, terms: tuple[Term, ...]) -> float:
    total = 0.0
    for name, value in terms:
        total += weight[name] * value
    return total


def _product(factors: Sequence[float], terms: Terms) -> float:
    total = 0.0
    for factor, value in zip(factors, terms, strict=True):
        total += factor * value
    return total


def _likelihood(score: float) -> float:
    return 1 / (1 + exp(-max(min(score, _STEEPEST), -_STEEPEST)))
