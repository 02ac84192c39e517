"""By what words a piece is known again under other posts, and in how many it must be to be the blog's own.

What only its author can have written has none: long prose. What an author may well write under every post is known again, but
only a feed can tell that it is not the author's: a signature, a dedication, a motto, a quotation, a line of a few words.
"""

import math
import re
from collections.abc import Iterator, Sequence
from enum import IntEnum

from archiver.extract.draft import Draft
from archiver.extract.wording import words_of
from archiver.models.piece import Spread

_LONGEST = 900  # characters
_FIRST, _LAST = 2, 3  # pieces in the author's flow that are its two ends
_AT_TOP, _AT_END = 12, 8  # words of a paragraph there that is no signature, dedication, motto
_NUMBERS = re.compile(r"\d+")
_YEAR = 4  # digits
_AMID = 40  # words of a paragraph; what pleads among the author's paragraphs is short
_POSTS = 3  # under fewer, nothing is the blog's own
_FEEDS = 2  # that lack it
_MANY = 4
_SHARES = {Spread.BOX: 0.25, Spread.FLOW: 0.67}
_LINKS, _TEASERS, _ALONE, _EDGE, _NUMBER = "‹links›", "‹teasers›", "‹alone›", "‹end›", "‹number›"
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
# Pages of a blog that win it readers or money.
_CUSTOM = re.compile(
    r"/(?:feed|rss|atom|subscribe|subscriptions?|newsletters?|support|donate|donations?|members?|membership|join|sign-?up|"
    r"abo|abonnement|spenden|mitglied)(?:[/.?#]|$)",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright\b)", re.IGNORECASE)
# Boxes whose names say that their words are the author's, though they may come again.
_AUTHORS = re.compile(
    r"epigraph|motto|dedicat|signature|poem|verse|lyric|quot|notes?(?![a-z])|abstract|caption|correct|errat|update|refer|biblio",
    re.IGNORECASE,
)
_ENDS = (".", "!", "?", "…", "]", ")")
_QUOTED = frozenset(["blockquote", "pre", "figure", "table"])


class Wordings:
    """The words by which the pieces of one post are known again."""

    def __init__(
        self, drafts: Sequence[Draft], *, boxes: Sequence[str], held: Sequence[bool], teasers: frozenset[int]
    ) -> None:
        """`boxes` are those that are not the author's, `held` tells what holds marks or notes, `teasers` what lists other posts."""
        self._drafts = drafts
        self._boxes = boxes
        self._teasers = teasers
        flow = [n for n, draft in enumerate(drafts) if draft.text and not boxes[n] and not held[n]]
        self._first, self._last = frozenset(flow[:_FIRST]), frozenset(flow[-_LAST:])

    def of(self, n: int) -> tuple[Spread, str]:
        """How far a piece must be spread, and its words; no words where it is not known again."""
        draft, box = self._drafts[n], self._boxes[n]
        if box and draft.part.outer[0] in self._teasers:
            return Spread.BOX, f"{draft.part.outer[1]} {_TEASERS}"
        if box and not is_authors(box) and _is_small_number(draft.text):
            return Spread.BOX, f"{box} {_NUMBER}"
        is_long = len(draft.text) > _LONGEST or not any(map(str.isalpha, draft.text))
        if is_long and not draft.is_links:
            return Spread.NONE, ""
        if box and not is_authors(box) and draft.part.name not in _QUOTED:
            said = f"{self._label(n) or box} {_LINKS}" if draft.is_links else draft.text
            return Spread.BOX, said
        return next(
            self._in_flow(n, draft), (Spread.NONE, draft.text if len(words_of(draft.text)) > 1 else "")
        )

    def _in_flow(self, n: int, draft: Draft) -> Iterator[tuple[Spread, str]]:
        after = self._drafts[n + 1] if n + 1 < len(self._drafts) else None
        if draft.is_links:
            yield Spread.FLOW, f"{self._label(n)} {_LINKS}"
        if draft.is_label and after is not None and after.is_links and not draft.links.count:
            yield Spread.FLOW, f"{draft.text} {_LINKS}"
        if draft.part.name in HEADINGS and self._names_nothing(n):
            yield Spread.FLOW, f"{draft.text} {_ALONE}"
        if draft.part.name in _QUOTED:
            return
        words = len(draft.text.split())
        if _RIGHTS.match(draft.text) or any(_CUSTOM.search(url) for url in draft.links.own):
            yield Spread.FLOW, draft.text
        is_end = (n in self._last and words >= _AT_END) or (n in self._first and words >= _AT_TOP)
        if is_end or (draft.part.name == "p" and _AT_TOP <= words <= _AMID):
            yield Spread.FLOW, f"{draft.text} {_EDGE}"

    def _label(self, n: int) -> str:
        """The line before a piece, where it may name it: a heading, or no sentence."""
        before = self._drafts[n - 1] if n else None
        if before is None or not before.is_label or before.is_links:
            return ""
        return before.text if before.part.name in HEADINGS or not before.text.endswith(_ENDS) else ""

    def _names_nothing(self, n: int) -> bool:
        """Whether a heading stands over a box, or over nothing: it names something that is no part of the post."""
        if n + 1 == len(self._drafts):
            return True
        return self._boxes[n + 1] != self._boxes[n] and not is_authors(self._drafts[n + 1].part.box)


def _is_small_number(text: str) -> bool:
    """Whether a text is a count, a length, an hour ("7:51"): no letters, and no number that may be a year."""
    numbers = _NUMBERS.findall(text)
    return bool(numbers) and max(map(len, numbers)) < _YEAR and not any(map(str.isalpha, text))


def is_authors(box: str) -> bool:
    """Whether the name of a box says that what is in it is the author's."""
    return _AUTHORS.search(box) is not None


class Share(IntEnum):
    """How sure it is that what stands under several posts is the blog's own."""

    NOT = 0  # it is the author's, or nobody can tell
    SEVERAL = 1  # it stands under several posts, in a box: enough where most posts have such a box
    SPREAD = 2  # it stands under many posts, in a place for such things
    FEED = 3  # feeds that have all of the posts lack it


def share_of(spread: Spread, *, posts: int, has: int, lacks: int, of: int) -> Share:
    """What the numbers say of a piece: under how many posts it stands, how many feeds have or lack it, and how many posts there are.

    A feed may be late, and a plug-in may once have written into it: one that has what several lack is not believed.
    """
    if has * _MANY > lacks:
        return Share.NOT
    if lacks >= _FEEDS and posts >= _POSTS:
        return Share.FEED
    if posts >= threshold(spread, of):
        return Share.SPREAD
    return Share.SEVERAL if spread is Spread.BOX and posts >= _POSTS else Share.NOT


def threshold(spread: Spread, of: int) -> float:
    """Under how many posts a piece must stand where no feed tells. It grows in steps, so that one post more changes little.

    >>> [threshold(Spread.BOX, of) for of in (3, 15, 16, 23, 24, 100)], [threshold(Spread.FLOW, of) for of in (3, 24, 31, 100)]
    ([3, 3, 4, 4, 6, 24], [3, 17, 17, 65])
    """
    if spread is Spread.NONE:
        return math.inf
    return max(_POSTS, math.ceil(_SHARES[spread] * step(of)))


def step(of: int) -> int:
    """The number of posts from which a share is taken: the last power of two, or that and a half."""
    power = 1 << max(0, of.bit_length() - 1)
    return power + power // 2 if of >= power + power // 2 and power > 1 else power
