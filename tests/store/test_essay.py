"""One essay on five kinds of blog: the same marks, sentences, notes and works, whatever its markup."""

import pytest

from archiver.extract.post import read_post_page
from archiver.extract.repeats import name_works
from archiver.models.citation import CitationKind
from archiver.store.store import Store
from archiver.web.page import Page
from tests.extract.essay import KINDS, NOTES, SENTENCES, TITLE
from tests.store.factories import BLOG, WARC, Readings


@pytest.mark.parametrize("kind", KINDS)
def test_ten_marks_nine_notes_eight_works(kind: str, store: Store, make: Readings) -> None:
    """Each mark with its sentence, each note as written; the last two notes are of one work."""
    url = f"{BLOG}2019/09/12/essay/"
    read = read_post_page(Page(url, KINDS[kind]()), blog=BLOG, listed=True)
    assert read is not None
    citations = name_works(read.citations)
    store.add(make.any(url, make.post(url).capture.visit.role, post=read.facts, citations=citations))
    store.commit(WARC, 1)
    marks = [(each.label, each.sentence) for each in citations if each.kind is CitationKind.FOOTNOTE]
    notes = dict.fromkeys(each.note for each in citations)
    (works,) = store.db.query("SELECT count(*) AS n FROM works")

    assert TITLE == (read.facts.title.value if read.facts.title else None)
    assert list(SENTENCES) == marks
    assert sorted(NOTES) == sorted(note or "" for note in notes)
    assert 8 == works["n"]
