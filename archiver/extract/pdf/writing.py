"""Pages of blocks written out: as text, a form feed between pages, and as HTML, a section each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from archiver.extract.hyphens import Words
from archiver.extract.pdf.block import Block, BlockKind, breaks, is_broken
from archiver.extract.pdf.line import LOWERED, RAISED, Page
from archiver.extract.tidy import tidy

_PAGE_BREAK = "\f"  # as pdftotext has it
_RAISED = re.compile(f"(?P<space> ?){RAISED}(?P<mark>[^{LOWERED}]{{0,9}}){LOWERED}")
# PDFium makes up a space before a mark that is set a little off its word.
_LOOSE = re.compile(rf" ({RAISED}[^{LOWERED}]{{0,9}}{LOWERED})(?!\w)")
# A raised number after a unit, a ten or a single letter is a power: 40 km², 10³, x².
_POWER = re.compile(r"(?<![^\W_])(?:[^\W\d_]|[cdkm]m|ft|in|10)$")
_SAME_SIZE = 0.05
_LONGEST_WORD = 150  # characters, addresses included
_UNSPACED = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_ADDRESS = re.compile(r"(?:^|\s|\()(?:https?:|www\.)\S*(?<=[/:?=&_])$")  # that goes on in the next line
_LONGEST_ADDRESS = 300
_BULLET = re.compile(r"^[^\w\s]\s+")


@dataclass(frozen=True, slots=True)
class Written:
    """A block and its words, marks still between RAISED and LOWERED."""

    block: Block
    words: str


def written(pages: Sequence[Sequence[Block]]) -> list[list[Written]]:
    """The words of all blocks, those broken at the ends of lines and pages made whole."""
    words = Words(
        _whole_words(pages), ((one.text, other.text) for blocks in pages for one, other in breaks(blocks))
    )
    out = [[Written(block, _joined(block, words)) for block in blocks] for blocks in pages]
    for page, following in pairwise(out):
        _carry_over(page, following, words)
    return out


def as_text(pages: Sequence[Sequence[Written]]) -> str:
    """The text, a line for each block. It has as many form feeds as there are pages, less one; none where nothing is said."""
    written = [tidy("\n".join(_plain(item) for item in page)) for page in pages]
    return _PAGE_BREAK.join(written) if any(written) else ""


def as_html(pages: Sequence[Sequence[Written]], known: Sequence[Page]) -> str:
    """The text as HTML: a section for each page that has any."""
    sections = (
        f'<section data-page="{page.number}"{_label(page)}>{"".join(_marked_up(items))}</section>'
        for page, items in zip(known, pages, strict=True)
        if items
    )
    return "\n".join(map(tidy, sections))


def _label(page: Page) -> str:
    return f' data-label="{escape(page.label)}"' if page.label else ""


def _whole_words(pages: Sequence[Sequence[Block]]) -> Iterator[str]:
    """The lines of all pages without the words that are broken at their ends."""
    for blocks in pages:
        for block in blocks:
            was_broken = False
            for line in block.lines:
                text = line.text
                if was_broken:
                    text = text.partition(" ")[2]
                was_broken = is_broken(line)
                yield text.rpartition(" ")[0] if was_broken else text


def _joined(block: Block, words: Words) -> str:
    if block.lines[0].cells:
        return "\t".join(block.lines[0].cells)
    text = block.lines[0].text
    for before, line in pairwise(block.lines):
        if is_broken(before):
            text = _made_whole(text, line.text, words, taken_off=before.hyphen)
        elif _ADDRESS.search(text[-_LONGEST_ADDRESS:]) or (
            _UNSPACED.match(text[-1:]) and _UNSPACED.match(line.text)
        ):
            text += line.text
        else:
            text = f"{text} {line.text}"
    return _LOOSE.sub(r"\1", text) + "-" * block.lines[-1].hyphen


def _made_whole(left: str, right: str, words: Words, *, taken_off: bool) -> str:
    """Two lines as one word, looked for at the end only: a paragraph may have thousands of lines."""
    cut = max(0, len(left) - 2 * _LONGEST_WORD)
    return left[:cut] + words.joined(left[cut:] + "-" * taken_off, right)


def _carry_over(page: list[Written], following: list[Written], words: Words) -> None:
    """A word that goes on over the page stands whole on the page where it begins."""
    first = next((at for at, item in enumerate(following) if _is_running(item)), None)
    if first is None:
        return
    size = following[first].block.size
    # Notes stand between, in smaller letters.
    alike = [
        at
        for at, item in enumerate(page)
        if _is_running(item) and abs(item.block.size - size) < _SAME_SIZE * size
    ]
    rest, _, after = following[first].words.partition(" ")
    if not alike or not rest[:1].isalpha() or not is_broken(page[alike[-1]].block.lines[-1]):
        return
    last = page[alike[-1]]
    page[alike[-1]] = Written(last.block, _made_whole(last.words, rest, words, taken_off=False))
    following[first] = Written(following[first].block, after)


def _is_running(item: Written) -> bool:
    return item.block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM} and not item.words.startswith(RAISED)


def _plain(item: Written) -> str:
    return _RAISED.sub(_mark, item.words)


def _mark(found: re.Match[str]) -> str:
    """A mark as the texts of posts have it, behind its word; a power as part of it; that of a note before its words."""
    text, mark = found.string, found["mark"]
    begins_word = text[found.end() : found.end() + 1].isalnum()
    if not found.start() or (found["space"] and begins_word):
        return f"{found['space']}{mark}{' ' * begins_word}"
    is_power = _POWER.search(text[max(0, found.start() - 4) : found.start()])
    return mark if is_power else f"[{mark}]{' ' * begins_word}"


def _marked_up(items: Sequence[Written]) -> Iterator[str]:
    around = ""
    for item in items:
        needed = {BlockKind.ITEM: "ul", BlockKind.ROW: "table"}.get(item.block.kind, "")
        if around != needed:
            yield f"</{around}>" if around else ""
            yield f"<{needed}>" if needed else ""
            around = needed
        yield _element(item)
    yield f"</{around}>" if around else ""


def _element(item: Written) -> str:
    kind = item.block.kind
    if kind is BlockKind.ROW:
        return "<tr>" + "".join(f"<td>{_inline(cell)}</td>" for cell in item.words.split("\t")) + "</tr>"
    if kind is BlockKind.ITEM:
        return f"<li>{_inline(_BULLET.sub('', item.words))}</li>"
    if kind is BlockKind.HEADING:
        return f"<h{item.block.level}>{_inline(item.words)}</h{item.block.level}>"
    return f"<p>{_inline(item.words)}</p>"


def _inline(words: str) -> str:
    return escape(words, quote=False).replace(RAISED, "<sup>").replace(LOWERED, "</sup>")
