"""How texts are taken apart is a setting: by English stems, by words, or into any pieces."""

from pathlib import Path

import pytest

from archiver.models.pages import Wanted
from archiver.models.tokenizer import Tokenizer
from archiver.search.browsing import browse
from archiver.search.query import Query, asked
from archiver.store.full_text import tokenizer_of
from archiver.store.store import Store
from tests.store.factories import BLOG, WARC, Readings

TEXTS = {
    "english": "The mills were closing when he cited the Café owner.",
    "chinese": "印刷術是中國古代的發明。造紙的歷史。",  # "printing", "history of paper making"
    "thai": "กระดาษทำจากเศษผ้า",  # "paper is made of rags"
    "signs": "Rates of 100% were paid in C++ and a_b.",
}
P, U, T = Tokenizer
FOUND = (
    # stems
    (P, "mill closed", ["english"]),
    (U, "mill closed", []),
    (U, "mills closing", ["english"]),
    (T, "mill closed", []),
    (T, "ill clos", ["english"]),  # parts of words
    # accents: an index of trigrams keeps them (SQLite before 3.45 cannot leave them out)
    (P, "cafe", ["english"]),
    (U, "cafe", ["english"]),
    (T, "café", ["english"]),
    # words of two characters, within a run without spaces
    (U, "印刷", []),
    (T, "印刷", ["chinese"]),
    (T, "造紙的歷史", ["chinese"]),
    (T, "造紙的 歷史", ["chinese"]),  # a piece for the index, and one that is too short for it
    (T, "造紙的 印刷x", []),
    (T, "紙", ["chinese"]),
    (T, "เศษผ้า", ["thai"]),
    # signs are part of a piece, and stand for nothing else
    (T, "100%", ["signs"]),
    (T, "0%", ["signs"]),
    (T, "c+", ["signs"]),
    (T, "_b", ["signs"]),
    (T, "xb", []),
    (T, '"" *', []),
)


def made(path: Path, tokenizer: Tokenizer | None) -> Path:
    """An archive of these texts."""
    make = Readings()
    with Store(path, tokenizer) as store:
        for name, text in TEXTS.items():
            store.add(make.post(f"{BLOG}{name}/", title=name, text=text))
        store.commit(WARC, 1)
    return path


@pytest.fixture(scope="module")
def archives(tmp_path_factory):
    """One for each tokeniser."""
    folder = tmp_path_factory.mktemp("archives")
    return {each: made(folder / f"{each}.db", each) for each in Tokenizer}


@pytest.mark.parametrize(("tokenizer", "words", "expected"), FOUND)
def test_what_is_found(archives, tokenizer, words, expected) -> None:
    """As the setting promises."""
    assert expected == [hit.title for hit in browse(archives[tokenizer], Wanted(words=words)).hits]


def test_a_short_piece_is_marked_in_its_snippet(archives) -> None:
    """Although no index found it."""
    (hit,) = browse(archives[T], Wanted(words="中國"), marks=("[", "]")).hits

    assert "印刷術是[中國]古代的發明。造紙的歷史。" == hit.snippet


def test_a_title_that_holds_a_short_piece_comes_first(tmp_path) -> None:
    """Else the latest."""
    make, path = Readings(), tmp_path / "archive.db"
    with Store(path, T) as store:
        for number, title in enumerate(("x", "紙", "y")):
            store.add(make.post(f"{BLOG}{number}/", title=title, text="造紙"))
        store.commit(WARC, 1)

    assert ["紙", "y", "x"] == [hit.title for hit in browse(path, Wanted(words="紙")).hits]


def test_another_setting_makes_the_index_anew(tmp_path) -> None:
    """Without reading anything again; and without one it stays as it is."""
    path = made(tmp_path / "archive.db", None)
    found = []
    for tokenizer in (T, None, U):
        with Store(path, tokenizer) as store:
            found.append(tokenizer_of(store.db))
            store.db.execute("INSERT INTO documents_fts (documents_fts, rank) VALUES ('integrity-check', 1)")

    assert [T, T, U] == found
    assert ["english"] == [hit.title for hit in browse(path, Wanted(words="mills")).hits]


def test_pieces_for_trigrams() -> None:
    """Quotes hold a piece together; a star means nothing, since any piece is found."""
    assert Query('"long term" "vaccin"', ("ab",)) == asked('"long term" vaccin* ab', T)
