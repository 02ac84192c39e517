"""How a post's page was read, piece by piece: its document holds what is the author's, `left_out` the rest.

Text and HTML stand once: a piece is a stretch of its document's, as long as `post_pieces` says, or a row of `left_out`.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from sqlite_utils import Database

from archiver.extract.pieces import html_of, text_of
from archiver.models.piece import Piece, Spread
from archiver.store.rows import Row, clean, every, insert, one, run, update, value

_FLAGS = {"h": "is_held", "c": "is_cited", "l": "is_links"}
_SPREADS = {"b": Spread.BOX, "f": Spread.FLOW}
_HAS = {"1": True, "0": False}
_OUT, _ADDED = "o", "a"
_BOX, _KEY = 3, 4  # places in an entry that not every one has


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A piece as the tables have it."""

    piece: Piece
    feed: bool | None = (
        None  # whether a feed with all of the post has it; None: none has, or it cannot be told
    )
    is_out: bool = False  # the feed says that it is not the author's
    is_added: bool = False  # it is not on the page, the feed has it
    reason: str | None = None  # why it is left out


def digest_of(pieces: Sequence[Piece]) -> str:
    """A digest of a page's pieces: what two readings of one page have in common, whatever was left out of them."""
    said = json.dumps([[piece.text, piece.html] for piece in pieces], ensure_ascii=False)
    return "sha256:" + hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()


def add(db: Database, document_id: int, pieces: Sequence[Piece], doubts: str | None) -> None:
    """Fold the pieces of a new document, all of which are in it."""
    row = {
        "document_id": document_id,
        "digest": digest_of(pieces),
        "pieces": _written([Kept(piece=piece) for piece in pieces]),
        "doubts": doubts,
    }
    insert(db, "post_pieces", row)


def added(line: str) -> Kept:
    """A line that only the feed has."""
    return Kept(piece=Piece(text=line, html=f"<p>{escape(line, quote=False)}</p>"), is_added=True)


def load(db: Database, document_id: int) -> list[Kept]:
    """The pieces of a document; none where it was not read piece by piece."""
    said = value(db, "SELECT pieces FROM post_pieces WHERE document_id = ?", document_id)
    if said is None:
        return []
    ((text, html),) = run(db, "SELECT text, html FROM documents WHERE id = ?", document_id)
    out = {
        row["position"]: row for row in every(db, "SELECT * FROM left_out WHERE document_id = ?", document_id)
    }
    found: list[Kept] = []
    at = at_html = 0
    for position, entry in enumerate(json.loads(said), start=1):
        characters, characters_html = entry[0], entry[1]
        gone = out.get(position)
        if gone is not None:
            found.append(_read(entry, gone["text"], gone["html"], gone["reason"]))
            continue
        here = text[at : at + characters]
        here_html = html[at_html : at_html + characters_html]
        at += characters + bool(characters)
        at_html += characters_html + bool(characters_html)
        found.append(_read(entry, here, here_html, None))
    return found


def save(db: Database, document_id: int, pieces: Sequence[Kept]) -> bool:
    """Write what was found of the pieces; whether the document's text is another now."""
    run(db, "UPDATE post_pieces SET pieces = ? WHERE document_id = ?", _written(pieces), document_id)
    run(db, "DELETE FROM left_out WHERE document_id = ?", document_id)
    for position, kept in enumerate(pieces, start=1):
        if kept.reason is not None:
            row = {"document_id": document_id, "position": position, "reason": kept.reason}
            insert(db, "left_out", row | {"text": kept.piece.text, "html": kept.piece.html})
    stay = [kept.piece for kept in pieces if kept.reason is None]
    row = columns_of(text_of(stay)) | {"html": html_of(stay)}
    old = one(db, "SELECT text, html FROM documents WHERE id = ?", document_id)
    assert old is not None
    if old["text"] != row["text"]:
        update(db, "documents", document_id, row)
    elif old["html"] != row["html"]:
        update(db, "documents", document_id, {"html": row["html"]})  # without touching the full-text index
    return bool(old["text"] != row["text"])


def columns_of(text: str) -> Row:
    """A text as `documents` has it."""
    text = str(clean(text))
    digest = "sha256:" + hashlib.sha256(text.encode()).hexdigest()
    return {"text": text, "words": len(text.split()), "text_digest": digest}


def _written(pieces: Sequence[Kept]) -> str:
    return json.dumps([_entry(kept) for kept in pieces], ensure_ascii=False, separators=(",", ":"))


def _entry(kept: Kept) -> list[Any]:
    """Characters of text and of HTML, flags; box and key where there are any."""
    piece = kept.piece
    flags = [flag for flag, name in _FLAGS.items() if getattr(piece, name)]
    flags += [flag for flag, spread in _SPREADS.items() if piece.spread is spread]
    flags += [flag for flag, has in _HAS.items() if kept.feed is has]
    flags += [_OUT] * kept.is_out + [_ADDED] * kept.is_added
    entry: list[Any] = [len(piece.text), len(piece.html), "".join(flags)]
    if piece.box or piece.key is not None:
        entry.append(piece.box)
    return entry if piece.key is None else [*entry, piece.key]


def _read(entry: list[Any], text: str, html: str, reason: str | None) -> Kept:
    flags = entry[2]
    piece = Piece(
        text=text,
        html=html,
        box=entry[3] if len(entry) > _BOX else "",
        key=entry[4] if len(entry) > _KEY else None,
        spread=next((spread for flag, spread in _SPREADS.items() if flag in flags), Spread.NONE),
        is_held="h" in flags,
        is_cited="c" in flags,
        is_links="l" in flags,
    )
    return Kept(
        piece=piece,
        feed=next((has for flag, has in _HAS.items() if flag in flags), None),
        is_out=_OUT in flags,
        is_added=_ADDED in flags,
        reason=reason,
    )
