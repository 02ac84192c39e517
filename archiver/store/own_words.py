"""The author's own words: what of a post's page is in its text, by its feed, and by what stands under other posts too.

Told anew whenever the post's page or its feed was captured, or a piece of it turned out to be the blog's own under another post.
So it makes no difference what comes first, page or feed, old post or new.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from sqlite_utils import Database

from archiver.extract.own_words import Comparison, compare
from archiver.extract.repeating import Share
from archiver.extract.wording import key_of
from archiver.models.piece import Spread
from archiver.models.reading import Reading
from archiver.store import feed_words, pieces, quotes, repeats, sameness
from archiver.store.feed_words import State
from archiver.store.pieces import Kept
from archiver.store.rows import Row, every, one, update, value

_FIRST, _LAST = (
    3,
    4,
)  # pieces at the two ends of a text that are looked for under other posts, wherever they lie
_NEAR = timedelta(days=7)  # between page and feed: what an older feed has more may have been taken out since


def add_feed(db: Database, reading: Reading) -> None:
    """Fold what a feed has of its posts' words."""
    date = reading.capture.snapshot.date
    for words in reading.words:
        post_id = feed_words.add(db, words, date)
        if post_id is not None:
            settle(db, post_id)


def settle(db: Database, post_id: int) -> None:
    """Find anew what of a post's page is its author's; and of other posts' pages, where this one tells of them."""
    post = one(db, "SELECT seed, document_id, last_checked FROM posts WHERE id = ?", post_id)
    if post is None or post["document_id"] is None:
        return
    seed, document_id = str(post["seed"]), int(post["document_id"])
    before = pieces.load(db, document_id)
    if not before:
        return
    after, told = _held_against_feeds(db, post_id, post["last_checked"], before)
    old = _keys(before) if repeats.is_counted(db, seed, document_id) else None
    turned = repeats.count(db, seed, document_id, old, _keys(after))
    doubts = value(db, "SELECT doubts FROM post_pieces WHERE document_id = ?", document_id)
    update(
        db,
        "documents",
        document_id,
        told | {"doubts": "; ".join(filter(None, (doubts, told["doubts"]))) or None},
    )
    _write(db, seed, document_id, after)
    for other in repeats.having(db, seed, turned):
        if other != document_id:
            _write(db, seed, other, pieces.load(db, other))


def forget(db: Database, post_id: int, document_id: int) -> None:
    """Let a document no longer count that was this post's until now, unless it still is one's."""
    if value(db, "SELECT 1 FROM posts WHERE document_id = ?", document_id) is not None:
        return
    seed = str(value(db, "SELECT seed FROM posts WHERE id = ?", post_id))
    if repeats.is_counted(db, seed, document_id):
        turned = repeats.count(db, seed, document_id, _keys(pieces.load(db, document_id)), None)
        for other in repeats.having(db, seed, turned):
            _write(db, seed, other, pieces.load(db, other))


def _held_against_feeds(
    db: Database, post_id: int, date: str, kept: Sequence[Kept]
) -> tuple[list[Kept], Row]:
    """The pieces with what the best of the post's feeds tells of them, and what the document says of that."""
    bare = [replace(each, feed=None, is_out=False) for each in kept if not each.is_added]
    page = [each.piece for each in bare]
    compared = [(state, compare(page, state.lines)) for state in feed_words.states(db, post_id, date)]
    found = max(compared, key=_worth, default=None)
    if found is None or not any(_worth(found)):
        return bare, {"extractor": "post; container", "agreement": None, "doubts": None}
    state, told = found
    missing = told.missing if state.away <= _NEAR else ()
    marked = [
        replace(each, feed=has if told.is_whole else None, is_out=out)
        for each, has, out in zip(bare, told.has, told.out, strict=True)
    ]
    lacking = sum(len(line.split()) for _, line in missing)
    says = f"{lacking} words are not on its page, and were taken from its feed" if missing else None
    return _with_missing(marked, missing), {
        "extractor": f"post; {state.list}",
        "agreement": told.agreement,
        "doubts": says,
    }


def _worth(found: tuple[State, Comparison]) -> tuple[bool, bool]:
    state, told = found
    return told.is_whole, bool(told.missing) and state.away <= _NEAR


def _with_missing(kept: Sequence[Kept], missing: Sequence[tuple[int, str]]) -> list[Kept]:
    lines: dict[int, list[Kept]] = {}
    for after, line in missing:
        lines.setdefault(after, []).append(pieces.added(line))
    found = lines.get(-1, [])
    for n, each in enumerate(kept):
        found += [each, *lines.get(n, ())]
    return found


def _keys(kept: Iterable[Kept]) -> dict[int, tuple[Spread, bool | None]]:
    """What of a document may stand under other posts, too: pieces in places for such things, those at its ends, boxes."""
    free = [each for each in kept if not (each.piece.is_held or each.is_added)]
    flow = [each for each in free if not each.piece.box and each.piece.text]
    ends = {id(each) for each in (*flow[:_FIRST], *flow[-_LAST:])}
    found: dict[int, tuple[Spread, bool | None]] = {}
    for each in free:
        piece = each.piece
        if piece.key is not None and (piece.spread is not Spread.NONE or id(each) in ends):
            found[piece.key] = (piece.spread, _either(found.get(piece.key), each.feed))
        if piece.box:
            key = _box_key(piece.box)
            found[key] = (Spread.FLOW, _either(found.get(key), each.feed))
    return found


def _either(known: tuple[Spread, bool | None] | None, feed: bool | None) -> bool | None:
    return feed if known is None or known[1] is None else known[1] or bool(feed)


def _box_key(box: str) -> int:
    return key_of("‹box›", box)


def _write(db: Database, seed: str, document_id: int, kept: Sequence[Kept]) -> None:
    """Write what of the pieces is the author's."""
    asked = {key for each in kept if (key := each.piece.key) is not None}
    asked |= {_box_key(each.piece.box) for each in kept if each.piece.box}
    shares = repeats.shares(db, seed, asked)
    reasons = _reasons(kept, shares)
    if pieces.save(
        db, document_id, [replace(each, reason=reason) for each, reason in zip(kept, reasons, strict=True)]
    ):
        quotes.moved(db, document_id)
        for row in every(db, "SELECT id FROM sources WHERE document_id = ? ORDER BY id", document_id):
            sameness.refresh(db, row["id"])


def _reasons(kept: Sequence[Kept], shares: dict[int, Share]) -> list[str | None]:
    found = [_reason(each, shares) for each in kept]
    left = {each.piece.box for each, why in zip(kept, found, strict=True) if why is None and each.piece.text}
    if not left:
        return [None] * len(kept)  # nothing would be left: then it is the post, whatever it looks like
    gone = {each.piece.box: why for each, why in zip(kept, found, strict=True) if why is not None}
    return [
        gone.get(each.piece.box) if not each.piece.text and each.piece.box not in left else why
        for each, why in zip(kept, found, strict=True)
    ]


def _reason(each: Kept, shares: dict[int, Share]) -> str | None:
    piece = each.piece
    if piece.is_held or each.is_added or each.feed is True:
        return None
    if each.is_out:
        return "feed"
    share = shares.get(piece.key, Share.NOT) if piece.key is not None else Share.NOT
    box = shares.get(_box_key(piece.box), Share.NOT) if piece.box else Share.NOT
    is_spread = share is Share.SPREAD or (share is Share.SEVERAL and box is not Share.NOT)
    is_template = Share.FEED in {share, box} or (is_spread and not piece.is_cited)
    return "template" if is_template else None
