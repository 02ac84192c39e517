"""Finds the footnote markups that there are by looking into their folder, and asks them in the order of their evidence.

Styles of equal evidence never claim the same page: `tests/test_footnote_cases.py` holds them to that.
"""

import pkgutil
from functools import cache
from importlib import import_module

from archiver.extract import footnotes
from archiver.extract.finding.body import Body
from archiver.extract.finding.footnote import Evidence, Footnote, Style


@cache
def styles() -> tuple[Style, ...]:
    """Every markup in `extract/footnotes`, strongest evidence first."""
    found = [_style(name) for _, name, _ in pkgutil.iter_modules(footnotes.__path__)]
    return tuple(sorted(found, key=lambda style: (style.evidence, style.name)))


def find_footnotes(body: Body) -> tuple[tuple[str, Footnote], ...]:
    """All footnotes of a post, each with its style. What one style claims is hidden from those after it."""
    found: list[tuple[str, Footnote]] = []
    for style in styles():
        for footnote in tuple(style.find(body)):
            places = (*footnote.marks, *footnote.notes)
            if all(map(body.is_free, places)):
                found.append((style.name, footnote))
        body = body.without(span for _, footnote in found for span in (*footnote.marks, *footnote.notes))
    return tuple(found)


def _style(name: str) -> Style:
    module = import_module(f"{footnotes.__name__}.{name}")
    try:
        return Style(name=name, evidence=Evidence(module.EVIDENCE), find=module.find_footnotes)
    except AttributeError as error:
        raise TypeError(
            f"{module.__file__} is no footnote style: {error}. See any file beside it."
        ) from error
