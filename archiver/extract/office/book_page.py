"""A page of a book (XHTML) as clean HTML: marks of notes in brackets, ways within the book left out."""

import re
from html.entities import html5
from itertools import islice

from lxml import etree

from archiver.discover.xml import local
from archiver.extract.clean_html import clean_html
from archiver.extract.markup import Markup
from archiver.web.charset import decode

_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30};)")
_XML_OWN = frozenset(["amp;", "lt;", "gt;", "quot;", "apos;"])
_TYPE = "{http://www.idpf.org/2007/ops}type"
# Pages that are no text (EPUB Structural Semantics Vocabulary 1.1).
_NOT_TEXT = frozenset(["cover", "toc", "titlepage", "landmarks", "page-list"])
_NOTES = frozenset(["footnote", "endnote", "rearnote", "note"])
_FEW = 8  # pieces of text
_MARK = re.compile(r"\d{1,4}|[*†‡§‖¶]{1,4}|[A-Za-z]|[ivxlc]{1,6}", re.IGNORECASE)
_OF_A_NOTE = re.compile(r"note|\b_?(?:fn|ftn|en|edn)(?:ref)?[-_.:]?\d|footnote-?ref", re.IGNORECASE)


def page_html(xhtml: bytes) -> str:
    """The content of a page; empty where it is a cover, a list of contents, or nothing."""
    root = _parsed(decode(xhtml, "application/xhtml+xml").text)
    body = (
        next((element for element in root.iter() if local(element) == "body"), root)
        if root is not None
        else None
    )
    if body is None:
        return ""
    first = next((child for child in body if local(child)), None)
    if any(_NOT_TEXT & _types(each) for each in (body, first) if each is not None):
        return ""
    marks: dict[str, str] = {}  # by the places of their notes
    for link in [element for element in body.iter() if local(element) == "a"]:
        _mend(link, marks)
    for note in [element for element in body.iter() if element.get("id") in marks]:
        _number(note, marks[note.get("id") or ""])
    return clean_html(body, "")


def _parsed(text: str) -> etree._Element | None:
    """The page as XML, as which `<a id="x"/>` is empty; else as the HTML that it is."""
    text = _NAMED.sub(lambda found: found[0] if found[1] in _XML_OWN else html5.get(found[1], found[0]), text)
    parser = etree.XMLParser(
        encoding="utf-8", load_dtd=False, no_network=True, huge_tree=False, remove_comments=True
    )
    try:
        return etree.fromstring(text.lstrip().encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        page = Markup.parse("", text)
        return page.root if page is not None else None


def _types(element: etree._Element) -> set[str]:
    written = element.get(_TYPE) or element.get("epub:type") or element.get("role") or ""
    return {word.removeprefix("doc-") for word in written.lower().split()}


def _mend(link: etree._Element, marks: dict[str, str]) -> None:
    """Put the mark of a note in brackets; leave out the way back from it, where it is only an arrow."""
    types, words = _types(link), "".join(map(str, link.itertext())).strip(" []()")
    if types & {"backlink", "referrer"} or "#" not in (link.get("href") or ""):
        if not any(map(str.isalnum, words)) and words:
            _say(link, "")
        return
    parent = link.getparent()
    is_raised = (parent is not None and local(parent) == "sup") or any(
        local(child) == "sup" for child in link
    )
    place = (link.get("href") or "").rpartition("#")[2]
    told = f"{link.get('class') or ''} {place}"[:200]
    if "noteref" in types or is_raised or _OF_A_NOTE.search(told):
        if _MARK.fullmatch(words):
            _say(link, f"[{words}]")
            marks[place] = words
        elif not any(map(str.isalnum, words)) and words:
            _say(link, "")


def _number(note: etree._Element, mark: str) -> None:
    """Give a note the number that readers of books show with it, where it has none of its own."""
    if local(note) in {"aside", "div", "section"} and _types(note) & _NOTES:
        first = next((element for element in note.iter() if local(element) == "p"), note)
        if not "".join(map(str, islice(first.itertext(), _FEW))).strip(" []()").startswith(mark):
            first.text = f"[{mark}] {first.text or ''}"


def _say(element: etree._Element, words: str) -> None:
    for child in list(element):
        element.remove(child)
    element.text = words
