"""Sources whose page turns out to be what their host shows for nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from archiver.models.capture import Role
from archiver.models.citation import Outcome
from archiver.models.drift import Thresholds
from archiver.models.reading import Reading
from archiver.models.stand_in import Shown
from archiver.store.stand_ins import probed
from archiver.store.store import Store
from tests.store.factories import BLOG, Readings, cite, document

S = "https://s.example/2019/ferry"
MADE_UP = "https://s.example/2019/zrbkmgdsgbmzft"
EMPTY = Shown(
    title="bare", main="our shelves are bare today", whole="home boats bare our shelves are bare today"
)
FULL = Shown(title="ferry", main="it left at nine", whole="home boats ferry it left at nine")


def on(day: int, reading: Reading) -> Reading:
    """The same, on that day of February."""
    snapshot = replace(reading.capture.snapshot, date=f"2026-02-{day:02d}T03:00:00Z")
    return replace(reading, capture=replace(reading.capture, snapshot=snapshot))


def source(make: Readings, shown: Shown | None, *, title: str = "Bare") -> Reading:
    """An answer of the source, with status 200."""
    return make.any(S, Role.SOURCE, document=document(S, title=title, text=f"{title} of words"), shown=shown)


def probe(make: Readings, shown: Shown | None = EMPTY, outcome: Outcome = Outcome.ARCHIVED) -> Reading:
    """An answer for the made-up address beside it."""
    return make.any(MADE_UP, Role.PROBE, outcome=outcome, shown=shown, original=S)


def told(rows: Callable[..., list]) -> tuple:
    """What the one source counts as, and what is held of it."""
    (row,) = rows("sources", "outcome", "strikes", "title", "document_id")
    return tuple(row.values())


def test_what_was_taken_for_a_source_is_let_go(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """Its outcome, its text, its title, and where quoted words stood in it; there is one look, not two."""
    quoting = replace(cite(S), quotes=("Bare of words",))
    fold(make.post(f"{BLOG}a/", quoting), source(make, EMPTY))
    before = told(rows)
    fold(probe(make))

    assert (("archived", 0, "Bare", 2), ("soft-404", 1, None, None)) == (before, told(rows))
    assert ["soft-404"] == [row["outcome"] for row in rows("checks", "outcome")]
    assert [(None, None)] == [tuple(row.values()) for row in rows("quotes", "document_id", "found")]


def test_a_probe_may_come_first(fold: Callable[..., None], rows: Callable[..., list], make: Readings) -> None:
    """That of a neighbour tells of a source that is cited later."""
    fold(probe(make), make.post(f"{BLOG}a/", cite(S)), source(make, EMPTY))

    assert ("soft-404", 1, None, None) == told(rows)


def test_one_bad_day_does_not_take_away_what_was_held(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """The text of the last good day stays, and is what it was; after three such days the source is lost, and the text is still there."""
    fold(make.post(f"{BLOG}a/", cite(S)), on(1, source(make, FULL, title="Ferry")))
    good = told(rows)
    fold(on(2, source(make, EMPTY)), on(2, probe(make)))
    doubted = told(rows)
    fold(on(3, source(make, EMPTY)), on(4, source(make, EMPTY)))

    assert [("archived", 0, "Ferry", 2), ("archived", 1, "Ferry", 2), ("soft-404", 3, "Ferry", 2)] == [
        good,
        doubted,
        told(rows),
    ]


def test_an_honest_host_clears_its_pages(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """A later probe tells more than an earlier one."""
    fold(make.post(f"{BLOG}a/", cite(S)), source(make, EMPTY), probe(make))
    before = told(rows)
    fold(probe(make, shown=FULL, outcome=Outcome.GONE), source(make, EMPTY))

    assert ("soft-404", "archived") == (before[0], told(rows)[0])


def test_a_page_that_shows_what_a_dead_one_does_is_dead(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """Whichever of the two was captured first."""
    other = "https://s.example/2011/boat"
    dead = make.any(other, Role.SOURCE, outcome=Outcome.GONE, status=404, shown=EMPTY)
    third = make.any("https://s.example/2012/lamp", Role.SOURCE, document=document("x"), shown=EMPTY)
    fold(
        make.post(f"{BLOG}a/", cite(S, other, "https://s.example/2012/lamp")),
        source(make, EMPTY),
        dead,
        third,
    )

    assert ["soft-404", "gone", "soft-404"] == [row["outcome"] for row in rows("sources", "outcome")]


def test_a_probe_is_good_for_ninety_days(fold: Callable[..., None], store: Store, make: Readings) -> None:
    """Then the host is asked again, if there is a doubt."""
    fold(on(1, probe(make)))
    folder = frozenset(["s.example/2019/*"])

    assert [folder, frozenset()] == [
        probed(store.db, datetime(2026, 5, 2, 2, tzinfo=UTC)),
        probed(store.db, datetime(2026, 5, 2, 4, tzinfo=UTC)),
    ]


def test_what_stands_in_is_not_held_against_what_was_cited(
    fold: Callable[..., None], store: Store, rows: Callable[..., list], make: Readings
) -> None:
    """It is no change of the source: it is another page."""
    fold(
        make.post(f"{BLOG}a/", cite(S)),
        on(1, source(make, FULL, title="Ferry")),
        on(2, source(make, EMPTY)),
        on(2, probe(make)),
    )
    list(store.compare(Thresholds()))

    assert [("archived", "same-bytes"), ("soft-404", None)] == [
        tuple(row.values()) for row in rows("checks", "outcome", "change")
    ]
    assert [2] == [row["cited_document_id"] for row in rows("sources", "cited_document_id")]
    assert [] == list(store.compare(Thresholds()))
