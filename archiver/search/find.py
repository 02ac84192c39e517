"""What a person means by `p12`, `s7`, `12` or an address."""

import re
from pathlib import Path

from sqlite_utils import Database

from archiver.models.views import Reference
from archiver.store.address import address
from archiver.store.database import opened
from archiver.store.rows import value

_NUMBER = re.compile(r"([ps]?)([0-9]{1,18})", re.IGNORECASE)


def find(path: Path, text: str) -> Reference | None:
    """The post or source that is meant; a bare number or an address that fits both means the post. None: neither."""
    with opened(path) as db:
        if number := _NUMBER.fullmatch(text.strip()):
            return _numbered(db, number[1].lower(), int(number[2]))
        return next((found for url in _spellings(text.strip()) if (found := _addressed(db, url))), None)


def _numbered(db: Database, letter: str, row_id: int) -> Reference | None:
    if letter in {"", "p"} and value(db, "SELECT id FROM posts WHERE id = ?", row_id) is not None:
        return Reference(kind="post", id=row_id)
    if letter in {"", "s"} and value(db, "SELECT id FROM sources WHERE id = ?", row_id) is not None:
        return Reference(kind="source", id=row_id)
    return None


def _addressed(db: Database, url: str) -> Reference | None:
    post_id = value(db, "SELECT post_id FROM post_urls WHERE url = ?", url)
    if post_id is not None:
        return Reference(kind="post", id=post_id)
    source_id = value(db, "SELECT id FROM sources WHERE url = ?", url) or value(db, _LED_THERE, url)
    return None if source_id is None else Reference(kind="source", id=source_id)


def _spellings(text: str) -> list[str]:
    """An address as it was typed, then with the other scheme, then with or without the slash at its end."""
    url = text if "://" in text else f"https://{text}"
    rest = url.partition("://")[2]
    other = f"http://{rest}" if url.startswith("https:") else f"https://{rest}"
    both = [address(url), address(other)]
    return [*both, *(each.removesuffix("/") if each.endswith("/") else f"{each}/" for each in both)]


_LED_THERE = """
SELECT min(sources.id) FROM sources JOIN snapshots ON snapshots.id = sources.snapshot_id WHERE snapshots.url = ?
"""
