"""Plain text as clean HTML: running text in paragraphs, all else as it is laid out.

Lines are joined where the evidence is that a program broke them: each is as full as the width allows. Verse, lists,
tables and code are not, and keep their lines.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from archiver.extract.hyphens import Words

_LEAST_WIDTH, _MOST_WIDTH = 40, 100  # columns of broken text; mail has 72, typescripts 60 to 80
_LEAST_OWN = 55  # columns of a block that is judged by itself; verse is narrower
_MOST_CAPITALS = 0.6  # of the lines after the first; in German two words of five have one
_PAIR = 2
_LONG = 120  # columns; a longer line is a paragraph that nobody broke
_MOST_MARGIN = 16  # columns
_FULL = 0.8  # of the lines of a block
_NINE_TENTHS = 0.9
_ITEM = re.compile(r"\s*(?:[-*+•–·]\s|\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]\s|[>|%#;:]|//|\.\.\s)")
_COLUMNS = re.compile(r"\S(?: {3,}|\t+)\S")
_RULE = re.compile(r"[\s\W_]*")
_HYPHENS = ("-", "\u2010", "\u00ad")
_WIDE = re.compile(
    "[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
)  # written without spaces between words


def plain_html(text: str) -> str:
    r"""A text (as `tidy` gives it) as clean HTML.

    >>> plain_html("Toll < 3 d.\n\n  herring   3\n  timber   12")
    '<p>Toll &lt; 3 d.</p>\n<pre>  herring   3\n  timber   12</pre>'
    """
    blocks = [block.split("\n") for block in text.split("\n\n")]
    width = _width(blocks)
    out: list[str] = []
    laid_out: list[str] = []
    for block in blocks:
        paragraphs = tuple(_paragraphs(block, width))
        if not paragraphs:
            laid_out.append("\n".join(block))
            continue
        out += _pre(laid_out)
        laid_out = []
        out += (f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in paragraphs)
    return "\n".join([*out, *_pre(laid_out)])


def _pre(blocks: Sequence[str]) -> Iterator[str]:
    text = "\n\n".join(blocks)
    if text.strip():
        yield f"<pre>{escape(text, quote=False)}</pre>"


def _paragraphs(block: Sequence[str], width: int) -> Iterator[str]:
    """The paragraphs of a block of lines; none where it is no running text."""
    is_list = sum(_ITEM.match(line) is not None for line in block) > 1
    if is_list or any(_COLUMNS.search(line) or _RULE.fullmatch(line) for line in block):
        return
    if len(block) == 1:
        yield " ".join(block[0].split())
    elif all(len(line) > _LONG for line in block):
        yield from (" ".join(line.split()) for line in block)
    elif _is_broken(block, width):
        yield _one(block)


def _is_broken(block: Sequence[str], width: int) -> bool:
    """Whether lines end where the next word would not have fitted: at the width of the text, or at their own."""
    margins = {len(line) - len(line.lstrip()) for line in block[1:]}
    if (
        len(margins) > 1 or max(margins) > _MOST_MARGIN
    ):  # only the first line may be set in; what is centred is none
        return False
    capitals = sum(line.lstrip()[0].isupper() for line in block[1:])
    if capitals > (len(block) - 1) * _MOST_CAPITALS:  # verse
        return len(block) == _PAIR and width > 0 and _is_full(block, width)
    own = max(map(len, block[:-1]))
    return _is_full(block, width) or (_LEAST_OWN <= own <= _MOST_WIDTH and _is_full(block, own))


def _is_full(block: Sequence[str], width: int) -> bool:
    full = sum(len(line) + 1 + len(after.split(maxsplit=1)[0]) > width for line, after in pairwise(block))
    return width > 0 and full >= (len(block) - 1) * _FULL


def _one(block: Sequence[str]) -> str:
    lines = [line.strip() for line in block]
    broken = [(line, after) for line, after in pairwise(lines) if line.endswith(_HYPHENS)]
    words = Words(_whole(lines), broken)
    # A paragraph's own parts are kept apart until the end: joined to what is whole, time would grow with the square.
    out: list[str] = []
    for line in lines:
        if not out:
            out.append(line)
        elif out[-1].endswith(_HYPHENS) and len(out[-1]) > 1 and line[:1].isalnum():
            out[-1] = words.joined(out[-1], line)
        else:
            is_wide = _WIDE.match(out[-1][-1:]) and _WIDE.match(line)
            out.append(line if is_wide else f" {line}")
    return " ".join("".join(out).split())


def _whole(lines: Sequence[str]) -> Iterator[str]:
    """The lines without the parts of broken words."""
    for before, line in pairwise(["", *lines]):
        text = line.rpartition(" ")[0] if line.endswith(_HYPHENS) else line
        yield text.partition(" ")[2] if before.endswith(_HYPHENS) else text


def _width(blocks: Sequence[Sequence[str]]) -> int:
    """The column at which the text is broken; 0 where it is not."""
    lengths = sorted(len(line) for block in blocks for line in block[:-1])
    if not lengths:
        return 0
    width = lengths[int(len(lengths) * _NINE_TENTHS)]
    return width if _LEAST_WIDTH <= width <= _MOST_WIDTH else 0
