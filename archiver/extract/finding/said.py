"""Notes that stand in an attribute of their mark: what a tooltip shows, where no element of the page holds the note."""

import re

from bs4 import Tag

from archiver.web.page import attribute

# In the order of trust. `title`: Easy Footnotes, Footnotes Made Easy, Drupal; then bigfoot, Tippy, Bootstrap, and others.
_ATTRIBUTES = (
    "data-bigfoot-footnote",
    "data-footnote-content",
    "data-footnote",
    "data-tippy-content",
    "data-bs-content",
    "data-content",
    "data-bs-original-title",
    "data-original-title",
    "data-tooltip",
    "title",
)
# What tooltips say that hold no note: where the link leads.
_LEADS = re.compile(
    r"(?:(?:jump|go|see|back|return|read|show|view|open|click|skip|scroll|link)\b.{0,60}|(?:foot|end)?note\W*\w{0,6}|\W*\w{0,4}\W*|permalink.{0,40})",
    re.IGNORECASE,
)


def said_by(element: Tag) -> str | None:
    """The note that a mark says itself, as HTML; None where it only says where it leads."""
    found = (attribute(element, name).strip() for name in _ATTRIBUTES)
    return next((said for said in found if said and _LEADS.fullmatch(said) is None), None)
