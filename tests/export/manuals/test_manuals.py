"""Examples of the manuals, and works of ours in their forms: each comes out as its manual has it."""

import pytest

from archiver.export.registry import all_formats
from archiver.export.wording.runs import Markup
from tests.export.manuals.apa import APA
from tests.export.manuals.apa_alone import APA_ALONE
from tests.export.manuals.bluebook import BLUEBOOK
from tests.export.manuals.chicago import BIBLIOGRAPHY, NOTES, SHORT
from tests.export.manuals.mla import MLA
from tests.export.manuals.telling import marked

STYLES = {
    "chicago": NOTES,
    "chicago-short": SHORT,
    "chicago-bibliography": BIBLIOGRAPHY,
    "apa": APA + APA_ALONE,
    "mla": MLA,
    "bluebook": BLUEBOOK,
}
EVERY = [
    pytest.param(style, item, expected, id=f"{style}-{at}")
    for style, examples in STYLES.items()
    for at, (item, expected) in enumerate(examples)
]


@pytest.mark.parametrize(("style", "item", "expected"), EVERY)
def test_as_the_manual_prints_it(style, item, expected):
    """Word for word, with its italics and its small capitals."""
    assert expected == marked(all_formats()[style].one(item, Markup.HTML))
