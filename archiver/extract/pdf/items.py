"""How items of lists, numbered paragraphs and notes begin, and how sentences end."""

import re

from archiver.extract.pdf.line import RAISED

_BULLET = re.compile(r"[•◦▪▫■□●○‣⁃∙·\uf0b7\uf0a7\uf0d8➢➤✓✔❖]\s")
_DASH = re.compile(r"[*–—-]\s")
_LABEL = re.compile(
    r"(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxlIVXL]{1,6})[.)]|\(?\d{1,2}(?:\.\d{1,2}){1,3}\.?|\[\d{1,3}\]|§+\s?\d+|"
    r"(?:Article|Section|Chapter|Table|Figure|Annex|Appendix)\s+[\dIVXLA-Z]{1,5}[.:]?)\s"
)
_ENDS = re.compile(r"[.!?:;。！？؟۔…][\"'”’»)\]\d\x0e\x0f]*$")
_LISTED = re.compile(r"(?:[,–—]|\b(?:and|or|und|oder|et|ou|y|o))$")
_LEADER = re.compile(r"(?:\.\s?){4,20}\S{0,8}$")


def is_item(text: str) -> bool:
    """Whether a line begins an item behind a bullet."""
    return bool(_BULLET.match(text) or _DASH.match(text))


def is_labelled(text: str) -> bool:
    """Whether a line begins with a number, a letter or a bullet of its own."""
    return bool(_LABEL.match(text) or _BULLET.match(text) or _DASH.match(text))


def begins(text: str, before: str, *, full: bool) -> bool:
    """Whether a line begins an item or a note. `full`: the line before it has no room left, and may run on into it."""
    if _BULLET.match(text) or text.startswith(RAISED):
        return True
    if is_labelled(text) and is_labelled(before):
        return True
    if full and not ends(before) and not (_LISTED.search(before) and text.startswith("(")):
        return False  # `as shown in / Figure 3 and`
    return bool(_LABEL.match(text) or _DASH.match(text))


def ends(text: str) -> bool:
    """Whether a sentence, or a part of one, ends with the line."""
    return bool(_ENDS.search(text[-20:]))


def is_entry(text: str) -> bool:
    """Whether a line is one of a table of contents."""
    return bool(_LEADER.search(text[-40:]))
