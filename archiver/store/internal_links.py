"""Links from posts to other pages of their blog. A new capture replaces them."""

from collections.abc import Sequence

from sqlite_utils import Database

from archiver.models.citation import InternalLink
from archiver.store.address import post_address
from archiver.store.rows import insert, run


def replace(db: Database, post_id: int, links: Sequence[InternalLink]) -> None:
    """Fold where a post leads to within its blog."""
    run(db, "DELETE FROM internal_links WHERE post_id = ?", post_id)
    for link in links:
        row = {
            "post_id": post_id,
            "position": link.position,
            "url": link.url,
            "target": post_address(link.url),
            "anchor": link.anchor,
            "sentence": link.sentence,
        }
        insert(db, "internal_links", row)
