"""What betrays the software that made a page, and what does not."""

import re

import pytest

from archiver.discover.signs import made_by
from archiver.web.page import Page

NAMED = re.compile(r"pelican\b", re.IGNORECASE)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<meta name="Generator" content="Pelican 4.8">', True),
        # a plug-in that names itself beside or alone
        ('<meta name="generator" content="Site Kit"><meta name="generator" content="Pelican">', True),
        ('<meta name="generator" content="Site Kit"><link rel="stylesheet" href="/theme/x.css">', True),
        # marks without a name
        ('<link rel="stylesheet" href="/theme/x.css">', True),
        # other software says that it made the page
        ('<meta name="generator" content="Hugo 0.1"><link rel="stylesheet" href="/theme/x.css">', False),
        # the foot's thanks, and what is none
        ('<body><footer>Powered by <a href="https://getpelican.com/">Pelican</a></footer>', True),
        ('<body><p>Read <a href="https://getpelican.com/">their pages</a>.</p>', False),
        ("<body>", False),
    ],
)
def test_marks(html, expected):
    """A name counts for more than other marks; other software's name rules them out."""
    page = Page("https://a.example/", f"<html><head>{html}</html>")

    assert expected == made_by(page, NAMED, head=("/theme/x",), makers=("getpelican.com",))
