"""A post's page held against what the blog's feed has of it: which pieces are the author's, and what the page lacks.

Pure: pieces and the feed's lines in, a comparison out. The page's reading of a piece stays, whoever else has it. Nothing is left
out because an excerpt ends before it, or because the post was edited since: what stands among the author's paragraphs and is
prose stays, feed or not.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from archiver.extract.wording import SHINGLE, Words, shingles, words_of
from archiver.models.piece import Piece

_SHORT = 5  # words; a shorter piece is the feed's if a line of it is
_HAS = 0.6  # of a piece's shingles
_LACKS = 0.3  # of a line's shingles that are the page's: the page does not have the line
_PROSE = 6  # words
_SLACK, _SLACK_SHARE = (
    40,
    0.2,
)  # words that a page may have more, before its feed is an excerpt or an older state
_LONG = 25  # words of a paragraph of a post, rather than of a line about it
_BOXED, _BOXED_SHARE = 100, 0.5  # words of such paragraphs in one box; more is rather the post's second part
_MISSING, _MISSING_SHARE = 50, 0.2  # words of the feed that the page lacks, before they are taken from it
_BELOW_SHARE = (
    0.35  # of its words, where all that the page lacks is the feed's end: feeds have their own requests there
)
_TAIL = 240  # characters of a last line
_ELSEWHERE = 0.3  # of the feed's words that the page has; with less, the page's words are not the post
# Boxes that many feeds lack though they are the author's: their plug-ins and themes write them on the page only.
_APPARATUS = re.compile(
    r"(?:foot|end|side|margin)-?notes?(?![a-z])|bibliogra|references(?![a-z])|works-cited|caption|errat|correction",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"(?:\[\s?(?:…|\.\.\.)\s?\]|…|\.\.\.|(?:continue reading|read (?:more|on|the (?:rest|full))|weiterlesen|mehr lesen|"
    r"lire la suite|leer más|sigue leyendo|leia mais|continua a leggere|lees verder|читать (?:далее|дальше))\b.{0,200})\W{0,9}$",
    re.IGNORECASE,
)
_TRAILER = re.compile(
    r"(?:the post|the article|this (?:post|article)|der beitrag|l.article)\b.{1,300}\b(?:appeared first on|erschien zuerst auf|est apparu en premier sur)\b.{1,200}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What a feed tells of a page's pieces."""

    is_whole: bool  # it has all of the post: what it lacks can be judged
    has: tuple[bool | None, ...]  # of each piece whether the feed has it; None: it cannot be told
    out: tuple[bool, ...]  # of each piece whether it is not the post's
    missing: tuple[
        tuple[int, str], ...
    ]  # lines of the feed that the page lacks, each with the piece that it follows; -1: first
    agreement: float  # 0 to 1: how far what stays of the page and the feed have the same words


def compare(pieces: Sequence[Piece], lines: Sequence[str]) -> Comparison:
    """Hold a page's pieces against the lines of its feed's content."""
    return _Comparing(pieces, lines).result()


class _Comparing:
    def __init__(self, pieces: Sequence[Piece], lines: Sequence[str]) -> None:
        self._pieces = pieces
        self._is_cut, self._lines = _without_ends(lines)
        self._theirs = [words_of(line) for line in self._lines]
        self._ours = [words_of(piece.text) for piece in pieces]
        flat = [word for words in self._theirs for word in words]
        self._size = len(flat)
        self._shingles = frozenset(shingles(flat))
        self._whole_lines = frozenset(self._theirs)
        self._has = [self._has_piece(piece, words) for piece, words in zip(pieces, self._ours, strict=True)]

    def result(self) -> Comparison:
        missing = self._missing()
        is_elsewhere = bool(missing) and self._shared() < _ELSEWHERE * self._size
        is_whole = self._is_whole()
        if is_elsewhere:
            out = tuple(
                has is False and not piece.is_held for has, piece in zip(self._has, self._pieces, strict=True)
            )
        elif is_whole:
            out = self._out()
        else:
            out = (False,) * len(self._pieces)
        return Comparison(
            is_whole=is_whole,
            has=tuple(self._has),
            out=out,
            missing=missing,
            agreement=self._agreement(out, missing),
        )

    def _has_piece(self, piece: Piece, words: Words) -> bool | None:
        """A list of links may say what headings say: the feed has it only if it has all of its lines one after the other."""
        if not words:
            return None
        own = shingles(words)
        if piece.is_links and "\n" in piece.text and len(words) >= _SHORT and self._shingles.issuperset(own):
            return True
        if len(words) < _SHORT:
            has = words in self._whole_lines or (
                len(words) >= SHINGLE and all(each in self._shingles for each in own)
            )
        else:
            has = sum(each in self._shingles for each in own) >= _HAS * len(own)
        return None if has and piece.is_links else has

    def _shared(self) -> int:
        return sum(len(words) for words, has in zip(self._ours, self._has, strict=True) if has)

    def _is_whole(self) -> bool:
        """Not an excerpt, and no state of the post that is much older: nearly all prose of the page is the feed's, too."""
        more = sum(
            len(words)
            for piece, words, has in zip(self._pieces, self._ours, self._has, strict=True)
            if has is False and len(words) >= _PROSE and not (piece.box or piece.is_held or piece.is_links)
        )
        if (self._is_cut and more) or self._box_of_prose() > max(_BOXED, _BOXED_SHARE * self._size):
            return False
        return self._shared() > 0 and more <= max(_SLACK, _SLACK_SHARE * self._size)

    def _box_of_prose(self) -> int:
        """The words of long paragraphs in that box which has the most of them, and not in the feed: the rest of the post may lie there."""
        sizes: Counter[str] = Counter()
        for piece, words, has in zip(self._pieces, self._ours, self._has, strict=True):
            if piece.box and has is False and len(words) >= _LONG and not (piece.is_held or piece.is_links):
                sizes[piece.box] += len(words)
        return max(sizes.values(), default=0)

    def _out(self) -> tuple[bool, ...]:
        """Boxes of which the feed has nothing, and lists of the blog's own pages, each with the line that names it."""
        boxes = self._boxes()
        out: list[bool] = []
        following = False
        for piece, words, has in reversed(list(zip(self._pieces, self._ours, self._has, strict=True))):
            may_be = has is not True and not (piece.is_held or piece.is_cited)
            is_box = bool(piece.box) and piece.box not in boxes and not _APPARATUS.search(piece.box)
            names_it = following and 0 < len(words) <= _PROSE + 2 and "\n" not in piece.text and not piece.box
            following = may_be and (
                is_box or (piece.is_links and has is False) or (names_it and has is False)
            )
            out.append(following)
        return tuple(reversed(out))

    def _boxes(self) -> frozenset[str]:
        """The boxes whose words the feed has, at least half of them."""
        sizes: Counter[str] = Counter()
        for piece, words, has in zip(self._pieces, self._ours, self._has, strict=True):
            sizes[piece.box] += len(words) if has else -len(words)
        return frozenset(box for box, size in sizes.items() if box and size > 0)

    def _missing(self) -> tuple[tuple[int, str], ...]:
        """Lines of the feed that the page lacks, if they are a substantial part of it."""
        place: dict[Words, int] = {}
        for n, words in enumerate(self._ours):
            for each in shingles(words):
                place.setdefault(each, n)
        found: list[tuple[int, str]] = []
        lacking, last, is_within = 0, -1, False
        for line, words in zip(self._lines, self._theirs, strict=True):
            own = shingles(words)
            at = [place[each] for each in own if each in place]
            if len(words) >= _PROSE and len(at) < _LACKS * len(own):
                found.append((last, line))
                lacking += len(words)
            elif at and 2 * len(at) >= len(own):
                last = max(last, Counter(at).most_common(1)[0][0])
                is_within = bool(found)
        share = _MISSING_SHARE if is_within else _BELOW_SHARE
        is_much = lacking >= max(_MISSING, share * self._size)
        return tuple(found) if is_much else ()

    def _agreement(self, out: Sequence[bool], missing: Sequence[tuple[int, str]]) -> float:
        ours = Counter(
            word for words, gone in zip(self._ours, out, strict=True) if not gone for word in words
        )
        ours.update(word for _, line in missing for word in words_of(line))
        theirs = Counter(word for words in self._theirs for word in words)
        both = ours.total() + theirs.total()
        return round(2 * (ours & theirs).total() / both, 4) if both else 0.0


def _without_ends(lines: Sequence[str]) -> tuple[bool, list[str]]:
    """The lines without what a feed adds at its end; and whether that, or its last words, say that there is more."""
    kept = list(lines)
    is_cut = False
    while kept and (_TRAILER.fullmatch(kept[-1]) or _MORE.fullmatch(kept[-1])):
        is_cut = is_cut or _TRAILER.fullmatch(kept[-1]) is None
        kept.pop()
    is_cut = is_cut or (bool(kept) and _MORE.search(kept[-1][-_TAIL:]) is not None)
    return is_cut, kept
