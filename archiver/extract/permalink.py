"""The sign in a heading that leads to the heading itself: `Salt roads ¶`, `Salt roads #`. It is no word of it."""

from lxml import etree

_SIGNS = frozenset("#¶§🔗⚓∞")
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "dt"])


def is_permalink(element: etree._Element) -> bool:
    """Whether an element is such a link. The same signs elsewhere may mark a note."""
    if element.tag != "a" or "#" not in (element.get("href") or ""):
        return False
    parent = element.getparent()
    around = parent.getparent() if parent is not None else None
    is_in_heading = any(holder is not None and holder.tag in _HEADINGS for holder in (parent, around))
    # A sign may be drawn by a letter of two code points.
    return (
        is_in_heading and len(element) <= 1 and _said(element).strip(" \t\n\xa0\ufe0e\ufe0f\u200b") in _SIGNS
    )


def _said(element: etree._Element) -> str:
    child = element[0] if len(element) else None
    within = (child.text or "", child.tail or "") if child is not None and not len(child) else ()
    return "".join((element.text or "", *within))[:8]
