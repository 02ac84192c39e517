"""Markdown that is pasted is a line with links, whatever a title begins with."""

import pytest

from archiver.export.registry import all_formats
from archiver.models.item import CitedWork, Item


@pytest.mark.parametrize(
    ("title", "url", "expected"),
    [
        # lists, rules, headings, quotations
        ("1. One", None, r"1\. One"),
        ("12) Twelve", None, r"12\) Twelve"),
        ("- dash", None, r"\- dash"),
        ("+ plus", None, r"\+ plus"),
        ("=== x", None, r"\=== x"),
        ("# hash", None, r"\# hash"),
        ("> said", None, r"\> said"),
        # not at the beginning
        ("1984", None, "1984"),
        ("A - b 1. c", None, "A - b 1. c"),
        # within a link nothing begins a line; what ends one is escaped, or written by its number
        ("1. One", "https://a.example/", "[1. One](https://a.example/)"),
        ("a](b)", "https://a.example/(x", r"[a\](b)](https://a.example/%28x)"),
        # leads nowhere on the web
        ("Lamp", "javascript:alert(1)", "Lamp"),
    ],
)
def test_title_begins_nothing(title, url, expected):
    """A list, a heading or a rule is made by nobody's title; no link runs a script."""
    item = Item(id="s1", identity="x", work=CitedWork(title=title, URL=url))

    assert expected == all_formats()["markdown"].one(item)
