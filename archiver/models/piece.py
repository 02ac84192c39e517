"""A post's page in pieces: what its text is made of, and what of it may be the blog's rather than the author's."""

from dataclasses import dataclass
from enum import StrEnum


class Spread(StrEnum):
    """In how many posts a piece must stand again to be the blog's own, where no feed tells."""

    NONE = ""  # in none: only a feed can tell
    BOX = "box"  # in a box of its own
    FLOW = "flow"  # among the author's paragraphs, but nothing that one writes: a list of the blog's posts, "Subscribe"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A paragraph, a heading, a list, a table: what stands in the flow of a post, whatever is nested in it."""

    text: str  # empty: a rule, a picture
    html: str  # clean; empty: nothing but words that are no content
    box: str = ""  # the classes of the boxes around it, the inner two; empty: in the author's flow
    key: int | None = (
        None  # equal in all posts that say the same there; None: too long, or it can be only the author's
    )
    spread: Spread = Spread.NONE
    is_held: bool = False  # it holds a mark or a note: never left out
    is_cited: bool = False  # it holds a link that is a citation
    is_links: bool = False  # links to other pages of the blog, and what these say
