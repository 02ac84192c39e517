"""The reading of a few pages of our own, which may only become better."""

import json
import re

import pytest
from lxml import html as lxml_html

from tests.extract.gate import FOLDERS, PIN, fallen, measured, reading

SLACK = 0.0005
WORD = re.compile(r"\w+")
INLINE = frozenset(
    "a abbr b cite code del em i ins kbd mark q s samp small span strong sub sup u var".split()
)


def words_of(text):
    """The words of a text; list marks and separators are none."""
    return WORD.findall(text.lower())


def words_of_html(document):
    """The words of a document's clean HTML, less captions that the text lacks; a tag that is not inline parts words."""
    tree = lxml_html.fromstring(f"<div>{document.html}</div>")
    for caption in tree.findall(".//figcaption"):
        if caption.text_content() not in document.text:
            caption.drop_tree()
    for element in tree.iter():
        if element.tag not in INLINE:
            element.text = f" {element.text or ''} "
            element.tail = f" {element.tail or ''}"
    return words_of(tree.text_content())


def test_no_number_is_lower_than_its_pin():
    """A change that makes the reading of any page worse names the page and the measure."""
    pin = json.loads(PIN.read_text(encoding="utf-8"))

    assert [] == fallen(pin["numbers"], measured(), slack=SLACK)


def test_every_page_is_pinned():
    """A page that nobody pinned would be read for nothing."""
    pin = json.loads(PIN.read_text(encoding="utf-8"))

    assert set(measured()) == set(pin["numbers"])


def test_a_lower_or_lost_number_is_named():
    """The gate shuts for a fall beyond the slack and for a number that is gone, and for nothing else."""
    pin = {"a: words": 0.9, "b: words": 0.9, "c: words": 0.9, "d: words": 0.9}
    now = {"a: words": 0.8994, "b: words": 0.8996, "c: words": 0.95}

    assert [
        "a: words: 0.8994 is lower than 0.9",
        "d: words: None is lower than 0.9",
    ] == fallen(pin, now, slack=SLACK)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_html_says_what_the_text_says(folder):
    """Clean HTML and text hold the same words in the same order, list marks and the captions of pictures aside."""
    document = reading(folder).document

    assert document.html
    assert words_of(document.text) == words_of_html(document)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_html_holds_nothing_that_runs(folder):
    """No script, style, handler or javascript: address is left in clean HTML."""
    tree = lxml_html.fromstring(f"<div>{reading(folder).document.html}</div>")
    running = [element.tag for element in tree.iter("script", "style")] + [
        f"{name}={value}"
        for element in tree.iter()
        for name, value in element.attrib.items()
        if name.startswith("on") or "javascript:" in "".join(value.lower().split())
    ]

    assert [] == running
