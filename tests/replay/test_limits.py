"""Pages that were made to be dear cost what their size lets expect: a cut page, or none, but an answer.

Without a bound each of these would take minutes, or all memory; the test's own limit of time would end it.
"""

import pytest

from archiver.replay.page import rewrite_page
from archiver.replay.style import rewrite_css
from tests.replay.reading import find

HERE = "https://kept.example/"
MEGABYTE = 1024 * 1024

PAGES = {
    "one line of 50 MB": ("x" * 50 * MEGABYTE, True),
    "nested tags": ("<div>" * 100_000, False),
    "nested tags, each ended": ("<div>" * 30_000 + "x" + "</div>" * 30_000, False),
    "a million attributes": (f"<p {'x=y ' * MEGABYTE}>z", False),
    "a million of the page's own": (f"<p {' '.join(f'data-a{n}=y' for n in range(500_000))}>z", False),
    "formatting that is opened again": (
        "".join(f"<font color={n}>" for n in range(400)) + "<p>x" * 50_000,
        True,
    ),
    "no end of ends": ("<p>x" + "</b>" * 500_000, True),
    "brackets": ("<" * MEGABYTE, False),
    "comments": ("x" + "<!--" * MEGABYTE, False),
    "a tag that never ends": ('x<p a="' + "y" * MEGABYTE, False),
    "references": (f"<p title='{'&amp' * 200_000}'>x", False),
    "images": (f"<img srcset='{'a 1x,' * 100_000}'>x", False),
    "styles of elements": (f"<p style='{'(' * 150}'>" * 45_000, False),
    "style sheets": (f"<style>{'a{' * 100}</style>" * 30_000, False),
    "drawings": ("x" + "<svg>" * 100_000, False),
    "tables": ("x" + "<table><tr><td>" * 50_000, False),
}
SHEETS = {
    "brackets": "(" * MEGABYTE,
    "blocks": "a{" * MEGABYTE,
    "strings": '"\n' * MEGABYTE,
    "an escape": "\\" * MEGABYTE,
    "imports": "@import " * 200_000,
    "addresses": f"a{{b:{'url(x) ' * 200_000}}}",
    "unended addresses": "url(" * MEGABYTE,
    "comments": "/*" * MEGABYTE,
    "functions": "image-set(" * 200_000,
    "a name": "-" * MEGABYTE,
}


@pytest.mark.slow
@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", PAGES)
def test_page_has_an_end(name) -> None:
    """A page is shown as far as a browser could bear it."""
    html, is_cut = PAGES[name]
    page = rewrite_page(f"<!DOCTYPE html><p>Words{html}".encode(), "text/html", HERE, find)

    assert "Words" in page.html
    assert is_cut is page.is_cut


@pytest.mark.slow
@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", SHEETS)
def test_sheet_has_an_end(name) -> None:
    """A style sheet, too."""
    assert len(rewrite_css(SHEETS[name], HERE, find)) < 40 * MEGABYTE
