"""A changed sentence in a letter: as it was, and as it is now."""

from collections.abc import Iterator

from archiver.models.difference import Excerpt, Fate, Piece
from archiver.web.harmless import line, markup

_TAGS = {Fate.REMOVED: "del", Fate.ADDED: "ins"}


def as_lines(excerpt: Excerpt) -> Iterator[tuple[str, str]]:
    """What was, with `-`, and what is, with `+`, as diffs have them."""
    for sign, said in (("-", excerpt.before), ("+", excerpt.after)):
        if said is not None:
            yield sign, line(said)


def as_html(excerpt: Excerpt) -> Iterator[tuple[str, str]]:
    """The same as HTML; words that came or went are marked, where only some did."""
    sides = (("Before", excerpt.before, Fate.REMOVED), ("Now", excerpt.after, Fate.ADDED))
    for name, said, fate in sides:
        if said is not None and excerpt.pieces:
            yield name, "".join(_marked(piece) for piece in excerpt.pieces if piece.fate in {Fate.KEPT, fate})
        elif said is not None:
            yield name, f"<{_TAGS[fate]}>{markup(said)}</{_TAGS[fate]}>"


def _marked(piece: Piece) -> str:
    """A piece with the spaces around it, which stand outside its mark."""
    said, tag = markup(piece.text), _TAGS.get(piece.fate)
    before = " " * piece.text[:1].isspace()
    after = " " * (piece.text[-1:].isspace() and bool(said))
    return f"{before}{said if tag is None or not said else f'<{tag}>{said}</{tag}>'}{after}"
