"""By what words a piece is known again under other posts, and in how many it must be to be the blog's own.

What only its author can have written has none: long prose. What an author may well write under every post (a signature, a
dedication, a motto, a note on the sources) is known again, but only a feed can tell that it is not the author's.
"""

import math
import re
from collections.abc import Sequence
from enum import IntEnum

from archiver.extract.draft import Draft
from archiver.extract.wording import words_of
from archiver.models.piece import Spread

_LONGEST = 900  # characters
_POSTS = 3  # under fewer, nothing is the blog's own
_FEEDS = 2  # that lack it
_MANY = 4
_SHARES = {Spread.BOX: 0.2, Spread.FLOW: 0.5}
_LINKS, _TEASERS = "‹links›", "‹teasers›"
# Pages of a blog that win it readers or money.
_CUSTOM = re.compile(
    r"/(?:feed|rss|atom|subscribe|subscriptions?|newsletters?|support|donate|donations?|members?|membership|join|sign-?up|"
    r"abo|abonnement|spenden|mitglied)(?:[/.?#]|$)",
    re.IGNORECASE,
)
# Boxes whose names say that their words are the author's, though they may come again.
_AUTHORS = re.compile(
    r"epigraph|motto|dedicat|signature|poem|verse|lyric|quot|notes?(?![a-z])|abstract|caption|correct|errat|update|refer|biblio",
    re.IGNORECASE,
)
_QUOTED = frozenset(["blockquote", "pre", "figure", "table"])


def wording(drafts: Sequence[Draft], n: int, box: str, teasers: frozenset[int]) -> tuple[Spread, str]:
    """How far a piece must be spread, and its words; no words where it is not known again.

    `box` is the box that it lies in, if that is not the author's; `teasers` are the boxes that list other posts.
    """
    draft = drafts[n]
    own = Spread.BOX if box and not _AUTHORS.search(box) and draft.part.name not in _QUOTED else Spread.NONE
    if box and draft.part.outer[0] in teasers:
        return Spread.BOX, f"{draft.part.outer[1]} {_TEASERS}"
    if draft.is_links:
        before = drafts[n - 1] if n else None
        label = before.text if before is not None and before.is_label and not before.is_links else ""
        return own or Spread.FLOW, f"{label or box} {_LINKS}"
    if len(draft.text) > _LONGEST or not any(map(str.isalpha, draft.text)):
        return Spread.NONE, ""
    if own:
        return own, draft.text
    after = drafts[n + 1] if n + 1 < len(drafts) else None
    if draft.is_label and after is not None and after.is_links and not draft.links.count:
        return Spread.FLOW, f"{draft.text} {_LINKS}"
    if any(_CUSTOM.search(url) for url in draft.links.own) and draft.part.name not in _QUOTED:
        return Spread.FLOW, draft.text
    return Spread.NONE, draft.text if len(words_of(draft.text)) > 1 else ""


class Share(IntEnum):
    """How sure it is that what stands under several posts is the blog's own."""

    NOT = 0  # it is the author's, or nobody can tell
    SPREAD = 1  # it stands under many posts, in a place for such things
    FEED = 2  # feeds that have all of the posts lack it


def share_of(spread: Spread, *, posts: int, has: int, lacks: int, of: int) -> Share:
    """What the numbers say of a piece: under how many posts it stands, how many feeds have or lack it, and how many posts there are.

    A feed may be late, and a plug-in may once have written into it: one that has what several lack is not believed.
    """
    if has * _MANY > lacks:
        return Share.NOT
    if lacks >= _FEEDS and posts >= _POSTS:
        return Share.FEED
    return Share.SPREAD if posts >= threshold(spread, of) else Share.NOT


def threshold(spread: Spread, of: int) -> float:
    """Under how many posts a piece must stand where no feed tells. It grows in steps, so that one post more changes little.

    >>> [threshold(Spread.BOX, of) for of in (3, 15, 16, 31, 100)], threshold(Spread.FLOW, 100)
    ([3, 3, 4, 4, 13], 32)
    """
    if spread is Spread.NONE:
        return math.inf
    return max(_POSTS, math.ceil(_SHARES[spread] * step(of)))


def step(of: int) -> int:
    """The number of posts from which a share is taken: the last power of two."""
    return 1 << max(0, of.bit_length() - 1)
