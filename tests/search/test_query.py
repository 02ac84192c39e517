"""Whatever a person types is a query."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.search.query import match_expression

TYPED = [
    # words; a hyphen is a gap, as in the index
    ("paper mills", '"paper" "mills"'),
    ("covid-19", '"covid 19"'),
    ("don't", '"don t"'),
    ("U.S.", '"U S"'),
    ("C++", '"C"'),
    ("a/b\\c", '"a b c"'),
    ("99.5%", '"99 5"'),
    ("user@host.example", '"user host example"'),
    ("https://s.example/?q=1&r=2", '"https s example q 1 r 2"'),
    # words side by side, in any quotes
    ('"paper mills" rags', '"paper mills" "rags"'),
    ("“paper mills”", '"paper mills"'),
    ("„Papier Mühlen“ alt", '"Papier Mühlen" "alt"'),
    ("«moulin à papier»", '"moulin à papier"'),
    # beginnings
    ("vaccin*", '"vaccin"*'),
    ('"paper mil"*', '"paper mil"*'),
    ("*", ""),
    ("* paper", '"paper"'),
    ("C++*", '"C"'),
    # FTS5's own words and signs are words and gaps
    ("AND", '"AND"'),
    ("OR NOT", '"OR" "NOT"'),
    ("paper AND rags", '"paper" "AND" "rags"'),
    ("NEAR(", '"NEAR"'),
    ("NEAR(a b, 2)", '"NEAR a" "b" "2"'),
    ("title:paper", '"title paper"'),
    ("-paper", '"paper"'),
    ("^paper", '"paper"'),
    ("{title} : paper", '"title" "paper"'),
    ("(paper", '"paper"'),
    ("paper + rags", '"paper" "rags"'),
    # quotes that do not close, or hold nothing
    ('"', ""),
    ('""', ""),
    ('"""', ""),
    ('paper "rags', '"paper" "rags"'),
    ('pa"per', '"pa" "per"'),
    ("'; DROP TABLE posts; --", '"DROP" "TABLE" "posts"'),
    # nothing to look for
    ("", ""),
    (" \t\n", ""),
    ("!?.,;:—…", ""),
    ("🙂", ""),
    ("🙂 paper", '"paper"'),
    ("\0", ""),
    ("pa\0per", '"pa per"'),
    ("\ud800", ""),
    # other scripts
    ("Größe", '"Größe"'),
    ("製紙 工場", '"製紙" "工場"'),
    ("ورق", '"ورق"'),
    ("कागज़", '"कागज़"'),
    ("e\u0301cole", '"e\u0301cole"'),
]


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    """An index like that of `documents`, with one document."""
    with closing(sqlite3.connect(":memory:")) as made:
        made.execute("CREATE VIRTUAL TABLE f USING fts5 (t, tokenize='porter unicode61 remove_diacritics 2')")
        made.execute(
            "INSERT INTO f VALUES ('The covid-19 paper mills of the U.S., école, Größe, and near the title')"
        )
        yield made


@pytest.mark.parametrize(("typed", "expression"), TYPED)
def test_typed_text_becomes_words_to_find(index: sqlite3.Connection, typed: str, expression: str) -> None:
    """The expression is what was meant, and SQLite accepts it."""
    assert expression == match_expression(typed)
    if expression:
        index.execute("SELECT count(*) FROM f WHERE f MATCH ?", [expression]).fetchone()


@pytest.mark.parametrize(
    "typed", ["covid-19", "U.S.", '"paper mills"', "pap*", "ÉCOLE", "grosse", "mill", "AND title", "near("]
)
def test_typed_text_finds_its_document(index: sqlite3.Connection, typed: str) -> None:
    """Case, accents, word forms and signs do not matter."""
    found = index.execute("SELECT count(*) FROM f WHERE f MATCH ?", [match_expression(typed)]).fetchone()

    assert (0 if typed == "grosse" else 1,) == found


@given(st.text(st.one_of(st.characters(), st.sampled_from('"*()^-:{}+ ANDORT“”\0')), max_size=60))
def test_no_text_breaks_a_search(typed: str) -> None:
    """Any text at all is empty, or an expression that SQLite accepts."""
    expression = match_expression(typed)
    with closing(sqlite3.connect(":memory:")) as made:
        made.execute("CREATE VIRTUAL TABLE f USING fts5 (t, tokenize='porter unicode61 remove_diacritics 2')")
        assert [] == made.execute("SELECT * FROM f WHERE f MATCH ?", [expression or '""']).fetchall()


def test_a_pasted_book_is_its_beginning(index: sqlite3.Connection) -> None:
    """A very long query costs little, and works."""
    expression = match_expression("paper mills " * 100_000)

    assert 64 == expression.count('"') // 2
    assert (1,) == index.execute("SELECT count(*) FROM f WHERE f MATCH ?", [expression]).fetchone()
