"""Works that notes name in words: one row each, whichever notes name them."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from archiver.extract.repeats import name_works
from archiver.models.citation import Citation
from archiver.store.store import Store
from tests.store.factories import BLOG, Readings, cite, numbered

LUKIN = (
    "Lukin, Artyom, “The Putin and Kim Rendezvous in Vladivostok: A Drive-By Summit,” 38 North, May 2, 2019."
)
LUKIN_AGAIN = (
    "Lukin, Artyom. 2019. “The Putin and Kim Rendezvous in Vladivostok: A Drive-By Summit,” 38 North, May 2."
)
ROBLIN = "Roblin, Sebastien, “Russia vs. America: How Jets Battled,” The National Interest, November 2, 2018."
URL = "https://s.example/1"


def notes(*texts: str | Citation) -> tuple[Citation, ...]:
    """Footnotes without addresses, or as given."""
    made = [
        text if isinstance(text, Citation) else cite(note=text, label=str(n))
        for n, text in enumerate(texts, start=1)
    ]
    return name_works(numbered(made))


@pytest.fixture
def post(fold: Callable[..., None], make: Readings) -> Callable[..., None]:
    """Folds a post with these citations."""

    def add(citations: tuple[Citation, ...], url: str = f"{BLOG}a/", **changes: Any) -> None:
        fold(replace(make.post(url, **changes), citations=citations))

    return add


def cited(store: Store) -> list[tuple[str, int, str | None]]:
    """Which note leads to which source, and under which address."""
    sql = """
        SELECT label, source_id, citation_sources.url FROM citations JOIN citation_sources ON citation_id = citations.id
        ORDER BY post_id, citations.position, citation_sources.position
    """
    return [tuple(row) for row in store.db.execute(sql)]


def test_a_note_without_an_address_is_a_source(
    post: Callable[..., None], rows: Callable[..., list], store: Store
) -> None:
    """With what the note says; a second note, in another style, is the same work."""
    post(notes(LUKIN, LUKIN_AGAIN))
    names = ("url", "outcome", "title", "author", "issued", "container_title", "first_cited")

    assert [
        {
            "url": None,
            "outcome": "not-web",
            "title": "The Putin and Kim Rendezvous in Vladivostok: A Drive-By Summit",
            "author": "Artyom Lukin",
            "issued": "2019-05-02",
            "container_title": "38 North",
            "first_cited": "2019-09-12T08:00:00+02:00",
        }
    ] == rows("sources", *names)
    assert [("1", 1, None), ("2", 1, None)] == cited(store)


def test_short_forms_lead_to_what_they_repeat(
    post: Callable[..., None], rows: Callable[..., list], store: Store
) -> None:
    """Ibid. and a shortened note: to its source, and to the citation itself."""
    post(notes(cite(URL, note=f"{ROBLIN} {URL}"), "Ibid., 4.", LUKIN, "Roblin, “Russia vs. America,” 3."))

    assert [("1", 1, URL), ("2", 1, None), ("3", 2, None), ("4", 1, None)] == cited(store)
    assert [None, 1, None, 1] == [row["repeats_id"] for row in rows("citations", "repeats_id")]


def test_a_work_that_another_note_gave_an_address_is_that_source(
    post: Callable[..., None], store: Store
) -> None:
    """In another post, too."""
    post(notes(cite(URL, note=f"{LUKIN} {URL}")))
    post(notes(LUKIN_AGAIN), url=f"{BLOG}b/")

    assert [("1", 1, URL), ("1", 1, None)] == cited(store)


def test_a_comment_names_no_work(post: Callable[..., None], rows: Callable[..., list]) -> None:
    """It is a citation, and leads nowhere."""
    post(notes("This is my own opinion, and nobody else’s."))

    assert [] == rows("sources", "id")
    assert ["[]"] == [row["works"] for row in rows("citations", "works")]


def test_what_a_note_says_is_kept_beside_its_words(
    post: Callable[..., None], rows: Callable[..., list]
) -> None:
    """As CSL, with the words that it was read from."""
    post(notes(ROBLIN))
    ((item,),) = (json.loads(row["works"]) for row in rows("citations", "works"))

    assert {
        "title": "Russia vs. America: How Jets Battled",
        "author": [{"family": "Roblin", "given": "Sebastien"}],
        "container-title": "The National Interest",
        "issued": {"date-parts": [[2018, 11, 2]]},
    } == {name: item[name] for name in ("title", "author", "container-title", "issued")}
    assert ("full", True) == (item["custom"]["kind"], ROBLIN.startswith(item["custom"]["exact"].rstrip(".")))


def test_folding_a_post_again_changes_nothing(
    post: Callable[..., None], store: Store, rows: Callable[..., list]
) -> None:
    """And a work that is named no more is forgotten."""
    post(notes(LUKIN, "Ibid., 4."))
    before = cited(store), rows("citations")
    post(notes(LUKIN, "Ibid., 4."))
    again = cited(store), rows("citations")
    post(notes(ROBLIN))

    assert before == again
    assert ["Sebastien Roblin"] == [row["author"] for row in rows("sources", "author")]


def test_a_source_without_a_title_is_called_what_its_note_calls_it(
    post: Callable[..., None], rows: Callable[..., list], fold: Callable[..., None], make: Readings
) -> None:
    """Whether the note or the text was read first; a title of its own takes the place of all that was told."""
    note = cite(URL, note=f"{LUKIN[:-1]}, {URL}.")
    post(notes(note))
    untitled = make.source(URL, text="Words.")
    assert untitled.document is not None
    fold(replace(untitled, document=replace(untitled.document, title=None)))
    early = [(row["title"], row["author"], row["document_id"] is not None) for row in rows("sources")]
    fold(make.source(URL, title="Vladivostok", text="Words."))

    assert [("The Putin and Kim Rendezvous in Vladivostok: A Drive-By Summit", "Artyom Lukin", True)] == early
    assert [("Vladivostok", None)] == [(row["title"], row["author"]) for row in rows("sources")]
