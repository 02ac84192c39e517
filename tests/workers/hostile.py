"""Pages that are made to cost more than they are worth. Each is so many bytes long, or a few more."""

import itertools
import zlib
from collections.abc import Callable

PROSE = "<p>The ferry was late that morning, and nobody on the quay could say why it was. The clerk wrote it down.</p>"


def _around(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head><title>A page</title>{head}</head><body>{PROSE * 5}{body}</body></html>".encode()


def _filled(piece: str, size: int, end: str = "") -> bytes:
    return _around(piece * (size // len(piece)) + end)


def _attributes(size: int) -> bytes:
    return _around("<div " + " ".join(f"data-{n}='{n}'" for n in range(size // 18)) + ">x</div>")


def _bomb_of_entities(size: int) -> bytes:
    """The billion laughs: each entity is ten of the one before (CAPEC-197)."""
    names = "abcdefghij"
    lines = [f'<!ENTITY {names[0]} "{"laugh" * (size // 100)}">']
    lines += [f'<!ENTITY {now} "{f"&{before};" * 10}">' for before, now in itertools.pairwise(names)]
    return f'<?xml version="1.0"?><!DOCTYPE rss [{"".join(lines)}]><rss><channel><title>&j;</title></channel></rss>'.encode()


def _pdf(page: bytes, *, pages: int = 1, more: bytes = b"") -> bytes:
    """A PDF whose pages all draw one compressed stream."""
    kids = b" ".join(b"%d 0 R" % (10 + n) for n in range(pages))
    parts = [
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n",
        b"2 0 obj<</Type/Pages/Count %d/Kids[%s]>>endobj\n" % (pages, kids),
        b"3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n",
        b"4 0 obj<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream endobj\n"
        % (len(zlib.compress(page, 9)), zlib.compress(page, 9)),
        more,
    ]
    parts += [
        b"%d 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F 3 0 R>>/XObject<</X 5 0 R>>>>>>endobj\n" % (10 + n)
        for n in range(pages)
    ]
    return b"".join(parts) + b"trailer<</Root 1 0 R>>\n%%EOF"


def _pdf_of_words(size: int) -> bytes:
    """One page of so many words that a few kilobytes unpack to megabytes."""
    return _pdf(b"BT /F 9 Tf 1 0 0 1 9 9 Tm " + b"(word) Tj 0 -1 Td " * (size // 18) + b"ET")


def _pdf_of_forms(size: int) -> bytes:
    """Forms that draw forms that draw forms, ten times each."""
    depth = min(9, 2 + size // 1_000_000)
    forms = b""
    for n in range(depth):
        draws = b"/X Do " * 10 if n < depth - 1 else b"BT /F 9 Tf (word) Tj ET"
        forms += (
            b"%d 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>"
            b"/XObject<</X %d 0 R>>>>/Length %d>>stream\n%s\nendstream endobj\n"
            % (5 if n == 0 else 10_000 + n, 10_001 + n, len(draws), draws)
        )
    return _pdf(b"/X Do", more=forms)


def _pdf_of_pages(size: int) -> bytes:
    """Pages without end, all with the same words."""
    return _pdf(b"BT /F 9 Tf 9 9 Td " + b"(word) Tj " * 2000 + b"ET", pages=size // 130)


PAGES: dict[str, Callable[[int], bytes]] = {
    "nested div": lambda size: _filled("<div>", size),
    "nested b": lambda size: _filled("<b>", size),
    "nested a": lambda size: _filled("<a href=x>", size),
    "nested li": lambda size: _filled("<ul><li>", size),
    "nested table": lambda size: _filled("<table><tr><td>", size),
    "nested font": lambda size: _filled("<p><font size=1>x", size),
    "nested blockquote": lambda size: _filled("<blockquote>x", size),
    "closed inline": lambda size: _filled("<i>x</i>", size),
    "closed blocks": lambda size: _filled("<p>x</p>", size),
    "short links": lambda size: _filled("<a href=/1>x</a>", size),
    "many br": lambda size: _filled("<br>", size),
    "many sup": lambda size: _filled("x<sup>1</sup>", size),
    "many notes": lambda size: _filled(
        "x<sup><a href='#fn1' id='r1'>1</a></sup><li id='fn1'>Smith, A Book (London: X, 1990), 12.</li>", size
    ),
    "many headings": lambda size: _filled("<h2>x</h2>", size),
    "many metas": lambda size: _around("", "<meta name=author content=x>" * (size // 28)),
    "many json": lambda size: _around(
        "", '<script type=\'application/ld+json\'>{"@type":"Article"}</script>' * (size // 60)
    ),
    "deep json": lambda size: _around("", "<script type='application/ld+json'>" + "[" * size + "</script>"),
    "one line": lambda size: _filled("word ", size),
    "no space": lambda size: _filled("x", size),
    "one word in p": lambda size: _around("<p>" + "x" * size + "</p>"),
    "entities": lambda size: _filled("&amp;", size),
    "broken entities": lambda size: _filled("&#", size),
    "unknown entities": lambda size: _filled("&x", size),
    "spaces": lambda size: _around("<p>a" + " " * size + "b</p>"),
    "line breaks": lambda size: _around("<p>a" + "\n" * size + "b</p>"),
    "space and dots": lambda size: _around("<p>" + " ." * (size // 2) + "</p>"),
    "dots": lambda size: _around("<p>" + "." * size + "</p>"),
    "slashes": lambda size: _around("<p>http:" + "/" * size + "</p>"),
    "digits": lambda size: _around("<p>" + "1" * size + "</p>"),
    "brackets": lambda size: _around("<p>" + "[" * size + "</p>"),
    "parentheses": lambda size: _around("<p>" + "(" * size + "</p>"),
    "quotes": lambda size: _around("<p>" + "“" * (size // 3) + "</p>"),
    "marks": lambda size: _around("<p>" + "[1] " * (size // 4) + "</p>"),
    "addresses": lambda size: _around("<p>" + "http://a.example/1 " * (size // 19) + "</p>"),
    "sentences": lambda size: _around("<p>" + "A b. " * (size // 5) + "</p>"),
    "unclosed tags": lambda size: _filled("<a ", size),
    "lone brackets": lambda size: _filled("<", size),
    "unclosed comments": lambda size: _filled("<!--", size),
    "comments": lambda size: _filled("<!-- x -->", size),
    "unclosed script": lambda size: _around("<script>" + "x" * size),
    "attributes": _attributes,
    "long attribute": lambda size: _around("<div class='" + "x " * (size // 2) + "'>y</div>"),
    "long title": lambda size: _around("", "<title>" + "x " * (size // 2) + "</title>"),
    "long address": lambda size: _around("<a href='http://a.example/" + "x/" * (size // 2) + "'>y</a>"),
    "long data address": lambda size: _around("<img src='data:image/png;base64," + "x" * size + "'>"),
    "select": lambda size: _filled("<option>x", size),
    "svg": lambda size: _filled("<svg><g>", size),
    "pdf of words": _pdf_of_words,
    "pdf of forms": _pdf_of_forms,
    "pdf of pages": _pdf_of_pages,
    "billion laughs": _bomb_of_entities,
    "plain spaces": lambda size: b"a" + b" " * size + b"b",
    "plain lines": lambda size: b"a\n" * (size // 2),
    "plain word": lambda size: b"a" * size,
    "utf-16": lambda size: b"\xff\xfe" + "word ".encode("utf-16le") * (size // 10),
    "torn utf-8": lambda size: b"<html><body>" + b"\xc3" * size,
}
KINDS = {"pdf": "application/pdf", "plain": "text/plain", "billion": "application/rss+xml"}


def kind_of(name: str) -> str:
    """What its server says it is."""
    return KINDS.get(name.split(maxsplit=1)[0], "text/html")
