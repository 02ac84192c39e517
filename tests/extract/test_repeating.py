"""Whether what stands under several posts is the blog's own."""

import pytest

from archiver.extract.repeating import Share, share_of, step, threshold
from archiver.models.piece import Spread


@pytest.mark.parametrize(
    ("spread", "posts", "has", "lacks", "of", "expected"),
    [
        # under two posts nothing is the blog's, whatever feeds say
        (Spread.BOX, 2, 0, 2, 2, Share.NOT),
        # in a box: under several, under many
        (Spread.BOX, 3, 0, 0, 100, Share.SEVERAL),
        (Spread.BOX, 24, 0, 0, 100, Share.SPREAD),
        # in the author's flow: only under most; a line that may be a signature under none
        (Spread.FLOW, 24, 0, 0, 100, Share.NOT),
        (Spread.FLOW, 65, 0, 0, 100, Share.SPREAD),
        (Spread.NONE, 100, 0, 0, 100, Share.NOT),
        # two feeds that lack it are enough
        (Spread.NONE, 3, 0, 2, 100, Share.FEED),
        (Spread.NONE, 3, 0, 1, 100, Share.NOT),
        # a feed that has it says that it is the author's; one among many may have been late
        (Spread.BOX, 100, 1, 0, 100, Share.NOT),
        (Spread.BOX, 100, 1, 4, 100, Share.FEED),
        (Spread.BOX, 100, 2, 4, 100, Share.NOT),
    ],
)
def test_share(spread, posts, has, lacks, of, expected):
    """By where it stands, how often, and what feeds say."""
    assert expected is share_of(spread, posts=posts, has=has, lacks=lacks, of=of)


def test_threshold_grows_in_few_steps():
    """As a blog grows to a thousand posts, what it takes changes some twenty times, and never falls."""
    found = [threshold(Spread.FLOW, of) for of in range(1, 1001)]

    assert sorted(found) == found
    assert len(set(map(step, range(1, 1001)))) == 19
