"""Markdown (CommonMark, with tables, footnotes and struck-out words): what its head says, and its text as a reader sees it."""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from archiver.extract.clean_html import clean_html
from archiver.extract.front_matter import split_front_matter
from archiver.extract.markup import Markup, inner_text
from archiver.extract.plain_html import plain_html
from archiver.extract.stated import Stated, document_of
from archiver.extract.tidy import tidy
from archiver.models.capture import Capture
from archiver.models.citation import Document
from archiver.web.charset import decode

_TYPES = frozenset(
    ["text/markdown", "text/x-markdown", "text/x-web-markdown", "text/vnd.daringfireball.markdown"]
)
_MOST = 1_000_000  # characters that are rendered: two seconds
_MOST_BRACKETS = 50_000  # each may begin a link, and costs as much as a line
_PLAIN_MOST = 4_000_000
_LITTLE = 300  # characters
_ANCHOR = re.compile(r"\s{0,9}\{[#.:][^{}]{0,200}\}\s*$")


def accepts(media_type: str) -> bool:
    """Whether this is how to read such a body."""
    return media_type in _TYPES


def read(capture: Capture, *, kind: str) -> Document:
    """The reading of a Markdown file; one too long to be rendered is read as plain text, and says so."""
    decoded = decode(capture.payload, capture.snapshot.content_type)
    stated, body = split_front_matter(tidy(decoded.text))
    is_plain = len(body) > _MOST or body.count("[") > _MOST_BRACKETS
    page = None if is_plain else Markup.parse(capture.url, f"<body>{_renderer().render(body)}")
    text = body[:_PLAIN_MOST]
    return document_of(
        capture,
        kind=kind,
        extractor="plain (too long for markdown-it)" if is_plain else "markdown-it",
        stated=(stated,) if stated.title else (stated, *_heading(page)),
        html=clean_html(page.root, capture.url) if page is not None else plain_html(text),
        text=text if is_plain else None,
        decoded=decoded,
        doubts=(f"only the first {_PLAIN_MOST} characters were read",) if len(body) > len(text) else (),
    )


def _renderer() -> MarkdownIt:
    made = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).use(footnote_plugin)
    made.add_render_rule("footnote_ref", _mark)
    made.add_render_rule("footnote_anchor", lambda *_: "")  # the way back from a note
    return made


def _mark(_: object, tokens: Sequence[Token], at: int, *__: object) -> str:
    """The mark of a note; the file has no place to which it could lead."""
    return f"<sup>[{int(tokens[at].meta['id']) + 1}]</sup>"


def _heading(page: Markup | None) -> Iterator[Stated]:
    """The title that a text gives itself: a heading of the first rank, with no more than a word or a picture before it."""
    before = 0
    for element in page.root.iter() if page is not None else ():
        if element.tag == "h1":
            yield Stated(rule="heading", title=_ANCHOR.sub("", inner_text(element)))
            return
        before += len((element.text or "").strip()) + len((element.tail or "").strip())
        if before > _LITTLE:
            return
