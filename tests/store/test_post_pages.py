"""A post over several pages is one row, whose pages are fetched one by one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from archiver.models.frontier import Place
from archiver.models.reading import Reading
from archiver.store.frontier import known
from archiver.store.store import Store
from tests.store.factories import BLOG, WARC, Readings, cite

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
URL = f"{BLOG}tide/"
PAGES = ((2, f"{URL}2/"), (3, f"{URL}3/"))


def first(make: Readings) -> Reading:
    """The first page, which names two more."""
    return replace(make.post(URL, cite("https://s.example/1")), pages=PAGES)


def second(make: Readings, url: str = f"{URL}2/") -> Reading:
    """A further page, read together with what was there."""
    both = (cite("https://s.example/1"), cite("https://s.example/2", label="2"))
    reading = make.post(url, *both, own=URL, title=f"Post at {URL}", text="Words of both.")
    return replace(reading, pages=PAGES)


def test_further_pages_are_due_until_they_were_asked_for(
    store: Store, fold: Callable[..., None], make: Readings
) -> None:
    """The first names them; one that is gone is asked for no more."""
    fold(first(make))
    due = [(each.lead.url, each.lead.page, each.via) for each in known(store, NOW).due if each.lead.page]
    fold(second(make), make.gone(f"{URL}3/"))
    left = [each.lead.url for each in known(store, NOW).due if each.lead.page]

    assert [(f"{URL}2/", 2, URL), (f"{URL}3/", 3, URL)] == due
    assert [] == left
    assert f"{URL}2/" in known(store, NOW).captured


def test_all_pages_are_one_post(fold: Callable[..., None], rows: Callable[..., list], make: Readings) -> None:
    """Its row is the first page's, its citations and its text those of all."""
    fold(first(make), second(make))
    text = rows("documents", "text")[-1]["text"]

    assert [{"url": URL, "snapshot_id": 1, "document_id": 2}] == rows(
        "posts", "url", "snapshot_id", "document_id"
    )
    assert ["1", "2"] == [row["label"] for row in rows("citations", "label")]
    assert "Words of both." == text
    assert [2, None] == [row["snapshot_id"] for row in rows("post_pages", "snapshot_id")]


def test_each_capture_finds_the_pages_beside_it(
    store: Store, fold: Callable[..., None], make: Readings
) -> None:
    """In their order, itself among them; a post of one page has none."""
    one, two, other = first(make), second(make), make.post(f"{BLOG}a/")
    places = []
    for reading in (one, two, other):
        fold(reading)
        places.append(store.pages(reading.capture))
    lie = [Place(warc=WARC, offset=each.capture.snapshot.offset) for each in (one, two)]

    assert [(), (lie[0], None), ()] == places
    assert (None, lie[1]) == store.pages(one.capture)


def test_a_page_that_is_named_no_more_is_none(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """The author made one page of two."""
    fold(first(make), second(make), make.post(URL, cite("https://s.example/1")))

    assert [] == rows("post_pages", "page")
