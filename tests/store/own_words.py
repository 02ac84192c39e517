"""Posts with words of their own and boxes of their blog's, and what becomes of them in a database."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from archiver.models.piece import Piece
from archiver.models.reading import Reading
from archiver.store.rows import every
from archiver.store.store import Store
from tests.store.conftest import assert_sound
from tests.store.factories import BLOG, WARC, piece

WORDS = "weir toll lock quay mill barge salt rope coin boat flood ice bench spine child parish".split()
BOX = piece("Ada Moss walks the towpath every morning.", "who")


def own(n: int, paragraphs: int = 3) -> list[Piece]:
    """Paragraphs that only one post has."""
    return [
        piece(" ".join(f"{word}{chr(97 + n)}{chr(97 + at)}" for word in WORDS) + ".")
        for at in range(paragraphs)
    ]


def url(n: int) -> str:
    """The address of a post."""
    return f"{BLOG}{n}/"


def lines(pieces: Sequence[Piece]) -> list[str]:
    """The pieces as a feed has them."""
    return [each.text for each in pieces]


def found(readings: Sequence[Reading], cuts: Sequence[int] = ()) -> list[dict[str, Any]]:
    """Fold readings into a new database, in several goes; gives what became of the posts' texts."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "archive.db"
        starts = [0, *sorted(cuts)]
        for start, end in zip(starts, [*starts[1:], len(readings)], strict=True):
            with Store(path) as store:
                for reading in readings[start:end]:
                    store.add(reading)
                store.commit(WARC, end)
        with Store(path) as store:
            assert_sound(store.db)
            return every(store.db, _TEXTS)


_TEXTS = """
SELECT posts.url, text, html, words, text_digest, extractor, agreement, doubts,
    (SELECT group_concat(position || reason || left_out.text) FROM left_out WHERE left_out.document_id = documents.id) AS out
FROM posts LEFT JOIN documents ON documents.id = document_id ORDER BY posts.url
"""
