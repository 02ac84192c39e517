"""Text in runs of one face each, and what becomes of it as plain text, HTML and Markdown."""

import html
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from archiver.web.harmless import address, is_web

_IN_MARKDOWN = re.compile(r"([\\`*_\[\]<>|&~#])")
_ESCAPED = r"\\\1"
_RIGHT_TO_LEFT = frozenset(["R", "AL"])


class Face(StrEnum):
    """How a run is set."""

    PLAIN = "plain"
    ITALIC = "italic"
    CAPS = "small-caps"


class Markup(StrEnum):
    """In what a reference is handed over."""

    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of one face. An address is a link where there are links."""

    text: str
    face: Face = Face.PLAIN
    is_address: bool = False


Runs = tuple[Run, ...]


def plain(text: str) -> Runs:
    """Words of no particular face."""
    return (Run(text),) if text else ()


def italic(text: str) -> Runs:
    """Words in italics."""
    return (Run(text, Face.ITALIC),) if text else ()


def caps(text: str) -> Runs:
    """Words in small capitals."""
    return (Run(text, Face.CAPS),) if text else ()


def link(url: str) -> Runs:
    """An address."""
    return (Run(url, is_address=True),) if url else ()


def text_of(runs: Iterable[Run]) -> str:
    """The words alone."""
    return "".join(run.text for run in runs)


def rendered(runs: Iterable[Run], markup: Markup) -> str:
    """Runs as text of one line."""
    render = {Markup.TEXT: _text, Markup.HTML: _html, Markup.MARKDOWN: _markdown}[markup]
    return "".join(map(render, runs))


def runs_left(text: str) -> bool:
    """Whether a text holds letters that run from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in text)


def _text(run: Run) -> str:
    return run.text


def _html(run: Run) -> str:
    said = html.escape(run.text, quote=True)
    if run.is_address:
        shown = run.text if is_web(run.text) else f"https://{run.text}"  # MLA leaves out the scheme
        return f'<a href="{html.escape(shown, quote=True)}">{said}</a>'
    if runs_left(run.text):  # else what follows, a date or a number, is drawn into it (Unicode Annex 9)
        said = f"<bdi>{said}</bdi>"
    if run.face is Face.ITALIC:
        return f"<i>{said}</i>"
    return f'<span style="font-variant: small-caps">{said}</span>' if run.face is Face.CAPS else said


def _markdown(run: Run) -> str:
    if run.is_address:
        if is_web(run.text):
            return f"<{run.text}>"
        return f"[{_IN_MARKDOWN.sub(_ESCAPED, run.text)}](https://{address(run.text)})"
    said = _IN_MARKDOWN.sub(_ESCAPED, run.text)
    inner = said.strip()
    if run.face is Face.ITALIC and inner:
        before, after = said[: len(said) - len(said.lstrip())], said[len(said.rstrip()) :]
        return f"{before}*{inner}*{after}"
    return said
