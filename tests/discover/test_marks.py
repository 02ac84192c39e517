"""The simple selectors of the platform files."""

import pytest
from bs4 import BeautifulSoup

from archiver.discover.lists.marks import Marks

HTML = '<article class="Post h-entry" id="notes" itemprop="blogPost extra" itemtype="http://schema.org/BlogPosting"></article>'
TAG = BeautifulSoup(HTML, "lxml").article
BARE = BeautifulSoup("<article></article>", "lxml").article


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ("article", True),
        ("div", False),
        (".h-entry", True),
        (".post", True),
        (".h-ent", False),
        ("#notes", True),
        ("[itemprop~='blogPost']", True),
        ("[itemprop='blogPost']", False),
        ("[itemtype$='/BlogPosting']", True),
        ("[itemtype$='/Article']", False),
    ],
)
def test_a_selector(selector, expected):
    """By name, class, id and attribute; class names whole, whatever their case."""
    assert expected == Marks([selector]).match(TAG)
    assert (selector == "article") == Marks([selector]).match(BARE)


@pytest.mark.parametrize("selector", ["article .title", "a > b", "a:first-child", "", "[href]"])
def test_what_is_no_simple_selector_is_refused(selector):
    """A platform file that needs more says so when it is loaded, not by finding nothing."""
    with pytest.raises(ValueError, match="no simple selector"):
        Marks([selector])
