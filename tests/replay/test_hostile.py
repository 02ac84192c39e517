"""Pages that mean harm come out harmless, whatever parser reads them."""

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.replay.links import Outside
from archiver.replay.page import rewrite_page
from tests.replay.hostile import FRAGMENTS, RUN, name_of
from tests.replay.reading import find, problems

HERE = "https://kept.example/a/page.html"
PIECES = st.sampled_from(
    [
        *FRAGMENTS,
        *"<svg> </svg> <math> </math> <mtext> <style> </style> <title> </title> <table> </table> <tr> <td> <p> </p> <select> <b> </b>".split(),
        *"<a href=x> </a> <textarea> </textarea> <noscript> </noscript> <template> </template> <desc> <mglyph> <form> </form> <!-- -->".split(),
        *"<![CDATA[ ]]> <body> <head> </head> <html> <frameset> <iframe> </iframe> <xmp> </xmp> <script> </script> &lt; &amp; ' \" < > = /".split(),
        *[
            "<img title='",
            '<p style="',
            "url(",
            "@import '",
            "onerror=x ",
            "words",
            "\\",
            "/*",
            "*/",
            "{",
            "}",
            "\x00",
            "\n",
        ],
    ]
)


def shown(html: str) -> str:
    """Rewrite a page that begins with words."""
    return rewrite_page(f"<!DOCTYPE html><p>Words</p>{html}".encode(), "text/html", HERE, find).html


def test_there_are_enough() -> None:
    """The table holds attacks of every family."""
    assert len(FRAGMENTS) >= 60
    assert len(set(FRAGMENTS)) == len(FRAGMENTS)


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=name_of)
def test_fragment_is_harmless(fragment) -> None:
    """Nothing of an attack is left that could run or fetch."""
    assert problems(shown(fragment)) == []


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=name_of)
def test_fragment_is_harmless_in_the_head(fragment) -> None:
    """Nor where it stands before everything else."""
    page = rewrite_page(f"<html><head>{fragment}<p>Words".encode(), "text/html", HERE, find)

    assert problems(page.html or "<p>") == []


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=name_of)
def test_fragment_is_harmless_when_read_again(fragment) -> None:
    """What html5ever makes of the result is as harmless as the result."""
    tags = {"p", "img", "style", "svg", "math", "script", "iframe", "a", "table", "td", "template", "form"}
    again = nh3.clean(
        shown(fragment).partition("<body")[2].partition(">")[2],
        tags=tags,
        clean_content_tags=set(),
        attributes={"*": {"src", "href", "onerror", "onload", "style", "title"}},
        link_rel=None,
    )

    assert problems(again) == []


def test_the_tables_are_attacks() -> None:
    """The reader of these tests finds harm in what was not rewritten."""
    harmless = {
        name_of(fragment)
        for fragment in FRAGMENTS
        if not problems(f"<!DOCTYPE html><p>Words</p>{fragment}") and RUN not in fragment
    }

    # A field for a password; a sheet whose letters are character references, which lxml does not read in a drawing.
    assert harmless == {
        "-input-type-password-autofocus-input-typ",
        "-svg-style-import-quot-https-evil-exampl",
    }


@given(st.lists(PIECES, max_size=12).map("".join))
def test_any_soup_is_harmless(soup) -> None:
    """Whatever tags are thrown together, nothing comes out that runs, and no address that we did not give."""
    assert problems(shown(soup)) == []


@given(st.lists(PIECES, max_size=6).map("".join))
def test_what_is_safe_stays_so(soup) -> None:
    """A page that is rewritten twice has lost no safety on the way."""
    assert problems(shown(shown(soup))) == []


@given(
    st.binary(max_size=200), st.sampled_from(["text/html", None, "text/html; charset=utf-16", "image/png"])
)
def test_any_bytes_give_a_page_or_a_reason(payload, content_type) -> None:
    """No payload raises: it can be shown, or its reader is told why not."""
    page = rewrite_page(b"<html>" + payload, content_type, HERE, find)

    assert bool(page.html) != bool(page.reason)
    assert problems(page.html or "<p>") == []


def test_links_to_the_live_web_run_nothing() -> None:
    """Where a caller wants links to the live web, those that are none lead nowhere all the same."""
    page = rewrite_page(
        b"<p><a href=javascript:x>1</a><a href=https://b.example/>2</a><a href=mailto:c@b.example>3</a>",
        "text/html",
        HERE,
        find,
        outside=Outside.LIVE,
    )

    assert "<a>1</a>" in page.html
    assert (
        '<a href="https://b.example/" rel="noopener noreferrer nofollow" target="_blank">2</a>' in page.html
    )
    assert (
        '<a href="mailto:c@b.example" rel="noopener noreferrer nofollow" target="_blank">3</a>' in page.html
    )
