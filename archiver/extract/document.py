"""The reading of one capture: its text and what it says of itself, by whatever reads such files.

The kinds of text are the files of `extract/text`: each says what it accepts, and is found by being there.
"""

import pkgutil
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from archiver.extract import text
from archiver.extract.metadata.titles import site_in
from archiver.extract.pieces import html_of, text_of
from archiver.models.blog import PostFacts
from archiver.models.capture import Capture
from archiver.models.citation import Document
from archiver.models.piece import Piece
from archiver.web.language import iso_639_1
from archiver.web.media_type import media_type
from archiver.web.page import Page


class TextKind(Protocol):
    """What a file of `extract/text` has."""

    def accepts(self, media_type: str) -> bool:
        """Whether this is how to read such a body."""

    def read(self, capture: Capture, *, kind: str) -> Document:
        """Read it. A broken body gives no text and says so in `extractor`; it raises nothing."""


@cache
def text_kinds() -> dict[str, TextKind]:
    """Every kind of text that we read, by the name of its file."""
    names = sorted(name for _, name, _ in pkgutil.iter_modules(text.__path__))
    return {name: cast("TextKind", import_module(f"{text.__name__}.{name}")) for name in names}


def read_document(capture: Capture, *, kind: str) -> Document | None:
    """Read a capture as what its bytes show it to be; None for images and all else that holds no text for us."""
    if not capture.payload:
        return None
    shown = media_type(capture.payload, capture.snapshot.content_type)
    reader = next((reader for reader in text_kinds().values() if reader.accepts(shown)), None)
    return reader.read(capture, kind=kind) if reader is not None else None


def read_post_document(capture: Capture, page: Page, pieces: Sequence[Piece], facts: PostFacts) -> Document:
    """The document of a blog's own post: the text of its content, notes included, under the facts that its page gives."""
    title = facts.title.value if facts.title else None
    # Where nothing names the blog, what follows the post's own title in `<title>` does.
    site = page.meta("og:site_name", "application-name") or (
        site_in(page.title, [title]) if page.title and title else None
    )
    return Document(
        kind="post",
        url=facts.url or capture.url,
        title=title,
        author="; ".join(author.value for author in facts.authors) or None,
        issued=facts.published.value if facts.published else None,
        site=site,
        language=iso_639_1(facts.language.value if facts.language else None) or iso_639_1(page.lang),
        text=text_of(pieces),
        html=html_of(pieces),
        extractor="post; container",
        type="post-weblog",
        container_title=site,
    )
