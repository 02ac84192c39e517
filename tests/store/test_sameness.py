"""Sources that are one work under several addresses: together as long as something says so, each with its own row."""

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest

from archiver.models.citation import Document
from archiver.models.reading import Reading
from archiver.store.store import Store
from tests.store.factories import BLOG, WARC, Readings, cite, document

S = "https://s.example/"
DOI = "https://doi.org/10.1000/Tide.7"


def works(store: Store) -> list[set[str]]:
    """The addresses of each work, where it has more than one."""
    found: dict[int, set[str]] = {}
    for row in store.db.query("SELECT work_id, url FROM sources ORDER BY id"):
        found.setdefault(row["work_id"], set()).add(row["url"])
    return [urls for urls in found.values() if len(urls) > 1]


def with_doi(reading: Reading, doi: str) -> Reading:
    """The same reading of a page that gives this DOI."""
    assert isinstance(reading.document, Document)
    return replace(reading, document=replace(reading.document, doi=doi))


def test_addresses_that_lead_to_one_page(store: Store, fold: Callable[..., None], make: Readings) -> None:
    """A shortener, an old address, and the page itself; not what leads elsewhere."""
    fold(
        make.post(f"{BLOG}a/", cite("https://sh.example/x"), cite(f"{S}new"), cite(f"{S}other")),
        make.post(f"{BLOG}b/", cite(f"{S}old")),
        make.redirect("https://sh.example/x", f"{S}old"),
        make.redirect(f"{S}old", f"{S}new"),
        make.source(f"{S}new"),
        make.source(f"{S}other", text="Other words."),
    )

    assert [{"https://sh.example/x", f"{S}old", f"{S}new"}] == works(store)


@pytest.mark.parametrize(
    "other", ["http://s.example/tide", "https://www.s.example/tide/", f"{S}tide/index.html"]
)
@pytest.mark.parametrize("is_same", [True, False])
def test_spellings_are_one_when_the_captures_agree(
    store: Store, fold: Callable[..., None], make: Readings, other: str, *, is_same: bool
) -> None:
    """Http and https, with and without the last slash or `www.`: one work if the same text stands there, else two."""
    fold(
        make.post(f"{BLOG}a/", cite(f"{S}tide"), cite(other)),
        make.source(f"{S}tide", title="Tide", text="High water at nine."),
        make.source(other, title="Tide", text="High water at nine." if is_same else "No such page today."),
    )

    assert ([{f"{S}tide", other}] if is_same else []) == works(store)


def test_a_doi_and_its_landing_page(store: Store, fold: Callable[..., None], make: Readings) -> None:
    """Known by the redirect, or where that was refused, by the DOI that the page gives; in any case of its letters."""
    fold(
        make.post(f"{BLOG}a/", cite(DOI), cite("http://dx.doi.org/10.1000/tide.7"), cite(f"{S}landing")),
        make.failed(DOI),
        with_doi(make.source(f"{S}landing"), "10.1000/TIDE.7"),
    )

    assert [{DOI, "http://dx.doi.org/10.1000/tide.7", f"{S}landing"}] == works(store)


def test_what_is_gone_shares_nothing(store: Store, fold: Callable[..., None], make: Readings) -> None:
    """Dead addresses that lead to one error page, or to the front page, are no one work."""
    fold(
        make.post(f"{BLOG}a/", cite(f"{S}1"), cite(f"{S}2"), cite(f"{S}3"), cite(f"{S}4"), cite(S)),
        make.redirect(f"{S}1", f"{S}404"),
        make.redirect(f"{S}2", f"{S}404"),
        make.gone(f"{S}404"),
        make.redirect(f"{S}3", S),
        make.redirect(f"{S}4", S),
        make.source(S),
    )

    assert [] == works(store)


def test_a_redirect_that_changes_takes_the_work_apart(
    store: Store, fold: Callable[..., None], make: Readings
) -> None:
    """The first stays first; what still belongs together stays together."""
    fold(
        make.post(f"{BLOG}a/", cite(f"{S}1"), cite(f"{S}2"), cite(f"{S}3")),
        make.redirect(f"{S}1", f"{S}3"),
        make.redirect(f"{S}2", f"{S}3"),
        make.source(f"{S}3", text="Three."),
    )
    before = works(store)
    fold(make.source(f"{S}1", text="One of its own."))

    assert [{f"{S}1", f"{S}2", f"{S}3"}] == before
    assert [{f"{S}2", f"{S}3"}] == works(store)


def test_a_source_that_is_forgotten_leaves_its_work(
    store: Store, fold: Callable[..., None], make: Readings
) -> None:
    """The others are one without it, and none of them refers to it."""
    dois = (cite(DOI), cite("http://dx.doi.org/10.1000/tide.7"), cite("https://doi.org/10.1000/tide.7"))
    fold(make.post(f"{BLOG}a/", *dois), make.post(f"{BLOG}b/", *dois[1:]))
    before = works(store)
    fold(make.post(f"{BLOG}a/"))

    assert 3 == len(before[0])
    assert [{"http://dx.doi.org/10.1000/tide.7", "https://doi.org/10.1000/tide.7"}] == works(store)


def test_in_whatever_order_captures_come(tmp_path, make: Readings) -> None:
    """The works are the same."""
    post = make.post(f"{BLOG}a/", cite(DOI), cite(f"{S}old"), cite(f"{S}new"), cite("http://s.example/new"))
    captures = [
        make.redirect(f"{S}old", f"{S}new"),
        with_doi(make.source(f"{S}new", text="T"), "10.1000/tide.7"),
        make.source("http://s.example/new", text="T"),
    ]
    found = []
    for n, order in enumerate(permutations(captures)):
        with Store(tmp_path / f"{n}.db") as store:
            for reading in (post, *order):
                store.add(reading)
            store.commit(WARC, n + 1)
            found.append(works(store))

    assert [[{DOI, f"{S}old", f"{S}new", "http://s.example/new"}]] * len(found) == found


def test_the_view_of_works(store: Store, fold: Callable[..., None], make: Readings) -> None:
    """A row a work: told by the source that was read, with all its citations."""
    fold(
        make.post(f"{BLOG}a/", cite(DOI), cite(f"{S}landing")),
        make.post(f"{BLOG}b/", cite(DOI)),
        make.failed(DOI),
        with_doi(
            make.any(
                f"{S}landing",
                make.source(f"{S}x").capture.visit.role,
                document=document(f"{S}landing", title="Tide"),
            ),
            "10.1000/tide.7",
        ),
    )
    (row,) = store.db.query("SELECT work_id, title, outcome, sources, citations, posts FROM works")

    assert {
        "work_id": 1,
        "title": "Tide",
        "outcome": "archived",
        "sources": 2,
        "citations": 3,
        "posts": 2,
    } == row
