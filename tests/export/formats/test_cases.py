"""Each case: a work, and what every format makes of it."""

import json
from pathlib import Path

import pytest

from archiver.export.registry import all_formats
from archiver.export.wording.runs import Markup
from tests.export.items import item_of

CASES = sorted(
    path for path in (Path(__file__).parents[2] / "cases" / "references").iterdir() if path.is_dir()
)


def written(name, item):
    """A format's text as cases have it: prose as HTML, so that italics show; JSON as a value; several lines as a list."""
    style = all_formats()[name]
    said = style.one(item, Markup.HTML)
    if name == "csl-json":
        return json.loads(said)
    lines = said.split("\r\n" if name == "ris" else "\n")
    return lines if len(lines) > 1 else said


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
@pytest.mark.parametrize("name", sorted(all_formats()))
def test_format_writes_the_work(folder, name):
    """As its manual, or its standard, has it; what is not known is left out, and what backs the work is named."""
    item = item_of(json.loads((folder / "item.json").read_text(encoding="utf-8")))
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))

    assert expected[name] == written(name, item)


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_case_is_of_every_format(folder):
    """A format without an expectation would never be tried; one that is gone is expected of nobody."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))

    assert sorted(all_formats()) == sorted(expected)
