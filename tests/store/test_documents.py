"""Readings and the words in them."""

from collections.abc import Callable

import pytest

from archiver.store.store import Store
from tests.store.factories import Readings

S = "https://s.example/"


def test_a_document_is_its_reading(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """Text, metadata and what follows from the text."""
    fold(make.source(S, title="Café", text="Two  words"))

    assert [
        {
            "id": 1,
            "snapshot_id": 1,
            "kind": "source",
            "url": S,
            "title": "Café",
            "author": None,
            "issued": None,
            "site": None,
            "language": None,
            "text": "Two  words",
            "words": 2,
            "text_digest": "sha256:336337ca990c6634d19c48f0fba843a2295f3e6af73d441b9f488eeb9e3bb74f",
            "extractor": "test",
            "type": None,
            "container_title": None,
            "publisher": None,
            "doi": None,
            "authors": "[]",
            "modified": None,
            "section": None,
            "isbn": None,
            "license": None,
            "paywall": None,
            "language_confidence": None,
            "encoding": None,
            "media_type": None,
            "size": None,
            "pages": None,
            "html": "",
            "agreement": None,
            "found_by": "{}",
            "disagreements": "[]",
            "doubts": None,
        }
    ] == rows("documents")


@pytest.mark.parametrize(
    ("word", "found"),
    [
        # the title, without its accent
        ("cafe", 1),
        # another form of a word of the text
        ("paper", 1),
        # not there
        ("iron", 0),
    ],
)
def test_documents_are_searchable_at_once(
    store: Store, fold: Callable[..., None], make: Readings, word: str, found: int
) -> None:
    """Title and text are in the index, stemmed and without accents."""
    fold(make.source(S, title="Café", text="Many papers"))

    assert (found,) == store.db.execute(
        "SELECT count(*) FROM documents_fts WHERE documents_fts MATCH ?", [word]
    ).fetchone()


def test_the_index_follows_its_table(store: Store, fold: Callable[..., None], make: Readings) -> None:
    """Whoever changes or deletes a document by hand still finds what is there (and the fixture checks the index)."""
    fold(make.source(S, text="Paper"), make.source(f"{S}2", text="Iron"))
    store.db.execute("UPDATE documents SET text = 'Wood' WHERE id = 1")
    store.db.execute("UPDATE snapshots SET document_id = NULL")
    store.db.execute("DELETE FROM documents WHERE id = 2")
    found = {
        word: store.db.execute(
            "SELECT count(*) FROM documents_fts WHERE documents_fts MATCH ?", [word]
        ).fetchone()[0]
        for word in ("paper", "wood", "iron")
    }

    assert {"paper": 0, "wood": 1, "iron": 0} == found
