"""How far each capture of a source is from what was cited, and whether quoted words still stand."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from archiver.models.drift import Thresholds
from archiver.store.store import Store
from tests.store.factories import BLOG, Readings, cite

Fold = Callable[..., None]
Rows = Callable[..., list]

URL = "https://s.example/ferry"
QUOTED = "the ferry left at seven and came back at nine"
OLD = (
    f"The keeper wrote that {QUOTED} on every day of the year. He kept a ledger of the tides, and of the rope that was sold. "
    "Nobody in the parish knew why the harbour was closed that winter. The council met twice, and the clerk took notes. "
    "In spring a new crane was raised on the quay, and the barges came again from the north."
)
ANOTHER = (
    "Our shop sells garden chairs in eleven colours, with free delivery on Tuesdays. Each comes with a cushion of wool. "
    "Customers praise how light they are, and how well they stand in the rain. Order two and the third costs half. "
    "We answer every letter within a day, and take back what you do not like within a month."
)


@pytest.fixture
def compared(store: Store, fold: Fold) -> Fold:
    """Adds readings, commits and compares them, as an index run does."""

    def add(*readings: object) -> None:
        fold(*readings)
        for _ in store.compare(Thresholds()):
            pass

    return add


def looks(rows: Rows) -> list[tuple[str | None, float | None]]:
    """What the checks say of change, as stored."""
    return [(row["change"], row["similarity"]) for row in rows("checks", "change", "similarity")]


def test_each_capture_is_held_against_the_cited_one(compared: Fold, rows: Rows, make: Readings) -> None:
    """The first is the same as itself; an equal text is the same; another page on its address is one that replaced it."""
    compared(make.post(f"{BLOG}a/", cite(URL)), make.source(URL, title="The Ferry", text=OLD))
    compared(make.source(URL, title="The Ferry", text=OLD), make.gone(URL))
    compared(make.source(URL, title="Garden Chairs", text=ANOTHER))

    assert [("same-bytes", 1.0), ("same-text", 1.0), (None, None)] == looks(rows)[:3]
    assert "replaced" == looks(rows)[3][0]
    assert [2] == [row["cited_document_id"] for row in rows("sources", "cited_document_id")]


def test_quoted_words_are_looked_for_in_every_reading(compared: Fold, rows: Rows, make: Readings) -> None:
    """They stand in what was cited, and no longer in what is there now."""
    compared(make.post(f"{BLOG}a/", replace(cite(URL), quotes=(QUOTED,))), make.source(URL, text=OLD))
    compared(make.source(URL, text=ANOTHER))

    assert ["verbatim", "gone"] == [row["found"] for row in rows("quote_checks", "found")]
    assert ["gone"] == [row["found"] for row in rows("quotes", "found")]


def test_of_words_that_were_changed_a_little_it_is_known_how_many_stand(
    compared: Fold, rows: Rows, make: Readings
) -> None:
    """Nine of ten: near, and not the same as in other typography."""
    changed = OLD.replace("came back at nine", "came back at ten")
    compared(make.post(f"{BLOG}a/", replace(cite(URL), quotes=(QUOTED,))), make.source(URL, text=OLD))
    compared(make.source(URL, text=OLD.replace("the ferry", "The  ferry")), make.source(URL, text=changed))

    assert [("verbatim", 1.0), ("near", 1.0), ("near", 0.9)] == [
        (row["found"], row["agreement"]) for row in rows("quote_checks", "found", "agreement")
    ]


def test_quotes_of_a_post_that_is_read_anew_are_looked_for_in_old_readings_too(
    compared: Fold, rows: Rows, make: Readings
) -> None:
    """What a later citation quotes may have stood only in an earlier reading."""
    compared(make.post(f"{BLOG}a/", cite(URL)), make.source(URL, text=OLD), make.source(URL, text=ANOTHER))
    compared(make.post(f"{BLOG}a/", replace(cite(URL), sentence="He wrote it.", quotes=(QUOTED,))))

    assert ["verbatim", "gone"] == [row["found"] for row in rows("quote_checks", "found")]


def test_what_was_cited_is_the_capture_nearest_to_the_first_post(
    compared: Fold, rows: Rows, make: Readings
) -> None:
    """When an older post turns up, what is compared is held against another capture."""
    compared(make.post(f"{BLOG}late/", cite(URL), published="2026-03-01T08:00:00Z"))
    compared(make.source(URL, title="The Ferry", text=OLD))
    make.count += 20 * 24 * 60
    compared(make.source(URL, title="Garden Chairs", text=ANOTHER))
    late = [row["change"] for row in rows("checks", "change")]
    compared(make.post(f"{BLOG}early/", cite(URL), published="2019-03-01T08:00:00Z"))
    early = [row["change"] for row in rows("checks", "change")]

    assert (["replaced", "same-bytes"], ["same-bytes", "replaced"]) == (late, early)


def test_news_bring_the_next_look_nearer(compared: Fold, make: Readings, store: Store) -> None:
    """A source that drifted is looked at sooner than one that did not."""
    other = "https://s.example/quay"
    compared(make.post(f"{BLOG}a/", cite(URL), cite(other)))
    for night in range(5):
        text = ANOTHER if night == 4 else OLD
        compared(make.source(URL, text=text), make.source(other, text=OLD))
        make.count += 24 * 60
    due = dict(store.db.execute("SELECT url, next_check FROM sources").fetchall())

    assert ("2026-01-07", "2026-01-21") == (due[URL][:10], due[other][:10])


def test_nothing_is_compared_twice(compared: Fold, store: Store, make: Readings) -> None:
    """What was done is done; an index run without news writes nothing."""
    compared(make.post(f"{BLOG}a/", replace(cite(URL), quotes=(QUOTED,))), make.source(URL, text=OLD))

    assert [] == list(store.compare(Thresholds()))


def test_what_has_nothing_to_compare_is_asked_once(compared: Fold, store: Store, make: Readings) -> None:
    """A page without words gives no answer; the question is not put again until another capture was cited."""
    compared(make.post(f"{BLOG}late/", cite(URL), published="2026-03-01T08:00:00Z"))
    compared(make.source(URL, text=OLD), make.source(URL, text="Loading."))
    assert [] == list(store.compare(Thresholds()))

    make.count += 20 * 24 * 60
    compared(make.source(URL, text=ANOTHER))
    told = store.db.execute("SELECT change, compared_document_id FROM checks ORDER BY id").fetchall()
    cited = store.db.execute("SELECT cited_document_id FROM sources").fetchone()

    assert [] == list(store.compare(Thresholds()))
    assert [None] == [change for change, _ in told if change is None]
    assert {cited[0]} == {compared for _, compared in told}
