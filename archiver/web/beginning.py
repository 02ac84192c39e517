"""The beginning of a page that has no end, or was made to be dear: whatever is built of it costs what its size lets expect."""

import re

# What a tree costs is counted in elements, and some take three bytes. Of 847 pages of all kinds the largest has 16,000.
MOST_ELEMENTS = 50_000
# libxml2 compares each attribute of an element with all others. Of the same pages no element has a hundred.
_MOST_ATTRIBUTES = 300
_SHORTEST = 2 * _MOST_ATTRIBUTES  # characters of a tag with more
# HTML, 13.2.5, without going back: each character of a page is looked at once. In scripts, styles and comments no tag begins.
_ATTRIBUTE = r"""[\s/]++[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
_TAG = rf"<[A-Za-z][^\s/>]*+(?:{_ATTRIBUTE})"
_UNREAD = r"<!--(?:-?>|(?:[^-]++|-(?!->))*+)|<(?P<name>script|style)(?=[\s/>])(?:[^<]++|<(?!/(?P=name)))*+"
_START = re.compile(rf"{_UNREAD}|{_TAG}{{0,{_MOST_ATTRIBUTES}}}+", re.IGNORECASE)
_CROWDED = re.compile(rf"{_TAG}{{{_MOST_ATTRIBUTES}}}+")


def beginning(html: str, most: int = MOST_ELEMENTS) -> str:
    """A page as far as it has no more elements than that, and none with a crowd of attributes; nearly always all of it.

    >>> beginning("<p>One<p>Two<p>Three", 2)
    '<p>One<p>Two'
    """
    for number, tag in enumerate(_START.finditer(html)):
        start, end = tag.span()
        is_long = end - start >= _SHORTEST and not tag["name"] and not html.startswith("<!--", start)
        if number >= most or (is_long and _CROWDED.match(html, start)):
            return html[:start]
    return html
