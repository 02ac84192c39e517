"""Posts that stand several on a page: each a row of its own, the page asked for once."""

from collections.abc import Callable

from archiver.models.capture import Role
from archiver.models.lead import Lead
from archiver.store.frontier import known
from archiver.store.store import Store
from tests.store.factories import BLOG, Readings, cite
from tests.store.test_frontier import TODAY

DAY = f"{BLOG}2019/09/12"
S = "https://s.example/"


def test_each_has_its_own_row_text_and_citations(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """Whether a list named it before or not; all rest on the one capture."""
    fold(
        make.month("2019-09", f"{DAY}#toll"),
        make.day(DAY, {"toll": (cite(f"{S}1"),), "sluice": (cite(f"{S}2"), cite(f"{S}3", label="2"))}),
    )
    posts = rows("posts", "url", "title", "outcome", "document_id", "snapshot_id")
    cited = rows("citations", "post_id", "note")

    assert [
        {"url": f"{DAY}#toll", "title": "Toll", "outcome": "archived", "document_id": 1, "snapshot_id": 2},
        {
            "url": f"{DAY}#sluice",
            "title": "Sluice",
            "outcome": "archived",
            "document_id": 2,
            "snapshot_id": 2,
        },
    ] == posts
    assert [(1, f"{S}1"), (2, f"{S}2"), (2, f"{S}3")] == [(row["post_id"], row["note"]) for row in cited]
    assert [(2, f"{DAY}#toll"), (2, f"{DAY}#sluice")] == [
        (row["snapshot_id"], row["url"]) for row in rows("documents")
    ]


def test_the_page_is_due_once_and_then_known(store: Store, fold: Callable[..., None], make: Readings) -> None:
    """As long as one of its posts was not read; its address is asked for, not the places on it."""
    fold(make.month("2019-09", f"{DAY}#toll", f"{DAY}#sluice"))
    before = known(store, TODAY)
    fold(make.day(DAY, {"toll": (), "sluice": ()}))
    after = known(store, TODAY)

    assert {(DAY, Role.POST)} == {(due.lead.url, due.lead.role) for due in before.due}
    assert isinstance(before.due[0].lead, Lead)
    assert ((), True) == (after.due, DAY in after.captured)


def test_what_was_read_again_keeps_its_row(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """And its citations' ids; an equal text is stored once."""
    fold(
        make.day(DAY, {"toll": (cite(f"{S}1"),)}, text="T"),
        make.day(DAY, {"toll": (cite(f"{S}1"),)}, text="T"),
    )

    assert [1] == [row["id"] for row in rows("posts")]
    assert [1] == [row["id"] for row in rows("citations")]
    assert [1] == [row["id"] for row in rows("documents")]


def test_a_place_that_its_page_does_not_hold(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """It says so, and is not asked for for ever; nor is one whose page is gone."""
    fold(
        make.month("2019-09", f"{DAY}#toll", f"{DAY}#lost", f"{BLOG}2019/09/13#gone"),
        make.day(DAY, {"toll": ()}),
        make.gone(f"{BLOG}2019/09/13", Role.POST),
    )

    assert [
        (f"{DAY}#toll", "archived", None),
        (f"{DAY}#lost", "archived", "listed as a post, but its page does not hold it"),
        (f"{BLOG}2019/09/13#gone", "gone", "the server says 404"),
    ] == [(row["url"], row["outcome"], row["reason"]) for row in rows("posts")]


def test_a_page_that_moved_takes_its_places_along(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """A listed place is one with the place of that name on the page that its own redirects to."""
    fold(
        make.month("2019-09", f"{DAY}#toll"),
        make.redirect(DAY, f"{DAY}/", Role.POST),
        make.day(f"{DAY}/", {"toll": (), "sluice": ()}),
    )

    assert [f"{DAY}/#toll", f"{DAY}/#sluice"] == [row["url"] for row in rows("posts")]
