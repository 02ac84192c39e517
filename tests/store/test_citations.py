"""Citations and the sources that they name."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from archiver.models.citation import Citation, CitationKind, CitedUrl, Form
from tests.store.factories import BLOG, Readings, cite

S = "https://s.example/"


def test_a_citation_keeps_everything_that_was_read(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """The place, the note and the addresses as written, the sources under their canonical address."""
    citation = Citation(
        position=1,
        kind=CitationKind.FOOTNOTE,
        label="*",
        occurrence=2,
        sentence="So it was.",
        prefix="before",
        suffix="after",
        note="Reed, “Paper”; see also doi:10.1000/1.",
        anchor=None,
        style="bare-superscript",
        urls=(
            CitedUrl(url=f"{S}1?utm_source=x#top", is_link=True),
            CitedUrl(url="https://doi.org/10.1000/1", is_link=False, form=Form.DOI),
        ),
    )
    fold(make.post(f"{BLOG}a/", citation))

    assert [
        {
            "id": 1,
            "post_id": 1,
            "position": 1,
            "kind": "footnote",
            "label": "*",
            "occurrence": 2,
            "sentence": "So it was.",
            "prefix": "before",
            "suffix": "after",
            "note": "Reed, “Paper”; see also doi:10.1000/1.",
            "anchor": None,
            "style": "bare-superscript",
            "works": "[]",
            "repeats_id": None,
        }
    ] == rows("citations")
    assert [
        {
            "citation_id": 1,
            "source_id": 1,
            "position": 1,
            "url": f"{S}1?utm_source=x#top",
            "is_link": 1,
            "form": "link",
        },
        {
            "citation_id": 1,
            "source_id": 2,
            "position": 2,
            "url": "https://doi.org/10.1000/1",
            "is_link": 0,
            "form": "doi",
        },
    ] == rows("citation_sources")
    assert [(1, f"{S}1", "s.example"), (2, "https://doi.org/10.1000/1", "doi.org")] == [
        tuple(row.values()) for row in rows("sources", "id", "url", "host")
    ]


def test_one_work_cited_often_is_one_source(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """Spellings of one address meet; the date is that of the earliest post, in whatever order posts come."""
    fold(
        make.post(f"{BLOG}a/", cite(f"{S}1"), published="2019-09-12"),
        make.post(
            f"{BLOG}b/", cite(f"{S}1?fbclid=x"), cite("https://S.example:443/1#note"), published="2018-02-01"
        ),
        make.post(f"{BLOG}c/", cite(f"{S}1"), published="2020-01-01"),
    )

    assert [{"id": 1, "url": f"{S}1", "first_cited": "2018-02-01"}] == rows(
        "sources", "id", "url", "first_cited"
    )
    assert 4 == len(rows("citation_sources"))


def test_a_note_without_an_address_is_a_citation(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """Words alone are kept, and make no source."""
    fold(make.post(f"{BLOG}a/", cite(note="Ibid., 3.")))

    assert [{"note": "Ibid., 3."}] == rows("citations", "note")
    assert [] == rows("sources")


ONE, TWO, THREE = cite(f"{S}1", label="1"), cite(f"{S}2", label="2"), cite(f"{S}3", label="3")


@pytest.mark.parametrize(
    ("later", "citations", "sources"),
    [
        # nothing changed
        ((ONE, TWO), [(1, "1", 1), (2, "2", 2)], [1, 2]),
        # one more, in the middle
        ((ONE, THREE, TWO), [(1, "1", 1), (2, "2", 3), (3, "3", 2)], [1, 2, 3]),
        # the first one gone: its source was never asked for, and goes too
        ((TWO,), [(2, "2", 1)], [2]),
        # another order
        ((TWO, ONE), [(1, "1", 2), (2, "2", 1)], [1, 2]),
        # the same twice
        ((ONE, ONE, TWO), [(1, "1", 1), (2, "2", 3), (3, "1", 2)], [1, 2]),
        # none left
        ((), [], []),
    ],
)
def test_a_post_captured_again_keeps_the_ids_of_what_stayed(
    fold: Callable[..., None],
    rows: Callable[..., list],
    make: Readings,
    later: tuple,
    citations: list,
    sources: list,
) -> None:
    """Numbers that people noted stay; new numbers are never old ones."""
    fold(make.post(f"{BLOG}a/", ONE, TWO))
    fold(make.post(f"{BLOG}a/", *later))

    assert citations == [tuple(row.values()) for row in rows("citations", "id", "label", "position")]
    assert sources == [row["id"] for row in rows("sources", "id")]


def test_a_source_that_was_captured_stays_when_nobody_cites_it_any_more(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """What was learnt is not thrown away."""
    fold(make.post(f"{BLOG}a/", ONE), make.source(f"{S}1"), make.post(f"{BLOG}a/"))

    assert [{"id": 1, "outcome": "archived", "first_cited": None}] == rows(
        "sources", "id", "outcome", "first_cited"
    )


def test_first_cited_follows_the_posts(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """A date corrected or a citation dropped is seen in the source; without any date it is that of the capture."""
    seen = []
    for post in (
        make.post(f"{BLOG}a/", ONE, published="2018-01-01"),
        make.post(f"{BLOG}b/", ONE, published="2019-01-01T00:00:00+01:00"),
        make.post(f"{BLOG}a/", ONE, published="2019-06-01"),
        make.post(f"{BLOG}b/", TWO, published="2019-01-01T00:00:00+01:00"),
        make.post(f"{BLOG}c/", THREE, published=None),
    ):
        fold(post)
        seen.append([row["first_cited"] for row in rows("sources", "first_cited")])

    assert [
        ["2018-01-01"],
        ["2018-01-01"],
        ["2019-01-01T00:00:00+01:00"],
        ["2019-06-01", "2019-01-01T00:00:00+01:00"],
        ["2019-06-01", "2019-01-01T00:00:00+01:00", "2026-01-01T00:05:00Z"],
    ] == seen


def test_how_an_address_is_given(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """A DOI in words is told from a link, on the same address too; a change of it is a change of the citation."""
    doi = CitedUrl(url="https://doi.org/10.1000/1", is_link=False, form=Form.DOI)
    link = CitedUrl(url="https://doi.org/10.1000/1", is_link=True)
    fold(make.post(f"{BLOG}a/", replace(cite(note="Reed, doi:10.1000/1."), urls=(doi, link))))
    first = [(row["position"], row["is_link"], row["form"]) for row in rows("citation_sources")]
    fold(
        make.post(
            f"{BLOG}a/", replace(cite(note="Reed, doi:10.1000/1."), urls=(replace(doi, form=Form.ADDRESS),))
        )
    )

    assert [(1, 0, "doi"), (2, 1, "link")] == first
    assert [(1, 0, "address")] == [
        (row["position"], row["is_link"], row["form"]) for row in rows("citation_sources")
    ]
