"""What becomes of a source: verdicts, redirects, checks."""

from collections.abc import Callable

import pytest

from archiver.models.capture import Role
from archiver.models.citation import Document, Outcome
from archiver.models.reading import Reading
from tests.store.factories import BLOG, Readings, cite

S = "https://s.example/1"
T = "https://t.example/2"
U = "https://u.example/3"
PENDING = {
    "id": 1,
    "url": S,
    "work_key": None,
    "work_id": 1,
    "host": "s.example",
    "type": None,
    "title": None,
    "author": None,
    "issued": None,
    "container_title": None,
    "publisher": None,
    "language": None,
    "doi": None,
    "outcome": "pending",
    "reason": None,
    "first_cited": "2019-09-12T08:00:00+02:00",
    "strikes": 0,
    "last_checked": None,
    "next_check": None,
    "snapshot_id": None,
    "document_id": None,
    "cited_document_id": None,
}


def test_a_source_is_pending_until_it_was_asked_for(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """A cited address that nobody captured is no outcome yet."""
    fold(make.post(f"{BLOG}a/", cite(S)))

    assert [PENDING] == rows("sources")


def test_a_captured_source_says_what_it_says_of_itself(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """Its metadata is that of its document, nothing is guessed, and the verdict is a check."""
    document = Document(
        kind="source",
        url=S,
        title="On Paper",
        author="Reed, Bo",
        issued="2011-05",
        site="The Review",
        language="en",
        text="Paper is old.",
        extractor="test",
        type="article-journal",
        container_title="Review of Paper",
        publisher="Mill Press",
        doi="10.1000/1",
    )
    fold(make.post(f"{BLOG}a/", cite(S)), make.any(S, Role.SOURCE, document=document))

    assert [
        PENDING
        | {
            "type": "article-journal",
            "title": "On Paper",
            "author": "Reed, Bo",
            "issued": "2011-05",
            "container_title": "Review of Paper",
            "publisher": "Mill Press",
            "language": "en",
            "doi": "10.1000/1",
            "outcome": "archived",
            "last_checked": "2026-01-01T00:02:00Z",
            "next_check": "2026-01-02T00:02:00Z",
            "snapshot_id": 2,
            "document_id": 2,
        }
    ] == rows("sources")
    assert [
        {
            "id": 1,
            "source_id": 1,
            "snapshot_id": 2,
            "date": "2026-01-01T00:02:00Z",
            "outcome": "archived",
            "reason": None,
            "similarity": None,
            "change": None,
            "compared_document_id": None,
        }
    ] == rows("checks")


def test_a_dead_source_keeps_its_evidence(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """The outcome, why, when and by which capture; never a text that is not the work's."""
    fold(make.post(f"{BLOG}a/", cite(S)), make.gone(S))

    assert [
        PENDING
        | {
            "outcome": "gone",
            "reason": "the server says 404",
            "strikes": 1,
            "last_checked": "2026-01-01T00:02:00Z",
            "next_check": "2026-01-02T00:02:00Z",
            "snapshot_id": 2,
        }
    ] == rows("sources")


def _outcome(rows: Callable[..., list]) -> list[tuple]:
    return [tuple(row.values()) for row in rows("sources", "url", "outcome", "snapshot_id", "document_id")]


def _orders(make: Readings) -> dict[str, list[Reading]]:
    """A source that redirects twice, its captures in every order in which they can come."""
    post, first, second, last = (
        make.post(f"{BLOG}a/", cite(S)),
        make.redirect(S, T),
        make.redirect(T, U),
        make.source(U),
    )
    return {
        "as crawled": [post, first, second, last],
        "captured before it was cited": [first, second, last, post],
        "end captured before": [last, post, first, second],
        "backwards": [last, second, first, post],
        "post in the middle": [second, first, post, last],
    }


@pytest.mark.parametrize(
    "order",
    ["as crawled", "captured before it was cited", "end captured before", "backwards", "post in the middle"],
)
def test_redirects_are_followed_in_any_order(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings, order: str
) -> None:
    """The source is what its address leads to in the end, whichever capture came first."""
    fold(*_orders(make)[order])
    last = next(row["id"] for row in rows("snapshots", "id", "url") if row["url"] == U)
    document = next(row["id"] for row in rows("documents", "id", "url") if row["url"] == U)

    assert [(S, "archived", last, document)] == _outcome(rows)
    assert [(1, last, "archived")] == [
        tuple(row.values()) for row in rows("checks", "source_id", "snapshot_id", "outcome")
    ]


def test_a_redirect_without_end_leaves_a_source_pending(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """A killed crawl saw the redirect and not its target; a circle ends with the failure that the crawl writes."""
    fold(make.post(f"{BLOG}a/", cite(S), cite(U)), make.redirect(S, T), make.redirect(U, S))
    half = _outcome(rows)
    fold(make.redirect(T, S))
    circle = _outcome(rows)
    fold(make.failed(T, reason="redirect-loop"))

    assert [(S, "pending", None, None), (U, "pending", None, None)] == half == circle
    assert [(S, "unreachable", 5, None), (U, "unreachable", 5, None)] == _outcome(rows)


def test_a_redirect_to_the_front_page_is_not_the_work(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """The front page was captured and read, and is not what was cited."""
    fold(
        make.post(f"{BLOG}a/", cite(S)),
        make.redirect(S, "https://s.example/"),
        make.source("https://s.example/"),
    )

    assert [(S, "soft-404", 3, None)] == _outcome(rows)


def test_a_page_to_which_many_redirect_is_each_ones_evidence(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """A login page captured once stands for all who were sent there; captured for one again, it is checked for that one."""
    login = "https://s.example/login"
    wall = {"outcome": Outcome.LOGIN_WALL, "reason": "asks for a login"}
    fold(
        make.post(f"{BLOG}a/", cite(S), cite("https://s.example/2")),
        make.redirect(S, login),
        make.any(login, Role.SOURCE, **wall),
        make.redirect("https://s.example/2", login),
    )
    once = _outcome(rows)
    fold(make.redirect(S, login), make.any(login, Role.SOURCE, **wall))

    assert [(S, "login-wall", 3, None), ("https://s.example/2", "login-wall", 3, None)] == once
    # The second source had asked after the page's first capture, and takes the next one as its own; then both are done.
    fold(make.any(login, Role.SOURCE, **wall))
    assert [(1, 3), (2, 3), (1, 6), (2, 6)] == [
        tuple(row.values()) for row in rows("checks", "source_id", "snapshot_id")
    ]


def test_a_source_that_died_later_keeps_what_was_saved(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """After three days its outcome is the newest, its copy the last good one; each look is a check."""
    fold(make.post(f"{BLOG}a/", cite(S)), make.source(S, title="Saved"))
    outcomes = []
    for _ in range(3):
        make.count += 24 * 60
        fold(make.gone(S))
        outcomes += [(row["outcome"], row["strikes"]) for row in rows("sources", "outcome", "strikes")]

    assert [("archived", 1), ("archived", 2), ("gone", 3)] == outcomes
    assert [{"title": "Saved", "snapshot_id": 2, "document_id": 2}] == rows(
        "sources", "title", "snapshot_id", "document_id"
    )
    assert ["archived", "gone", "gone", "gone"] == [row["outcome"] for row in rows("checks", "outcome")]


def test_an_unchanged_source_is_checked_without_a_new_text(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """An equal reading is stored once; a revisit without a text of its own keeps the old one."""
    fold(
        make.post(f"{BLOG}a/", cite(S)),
        make.source(S),
        make.source(S),
        make.any(S, Role.SOURCE, kind="revisit", status=304),
    )

    assert [(S, "archived", 4, 2)] == _outcome(rows)
    assert [2, 3, 4] == [row["snapshot_id"] for row in rows("checks", "snapshot_id")]
    assert [(1, 1), (2, 2)] == [tuple(row.values()) for row in rows("documents", "id", "snapshot_id")]
    assert [1, 2, 2, None] == [row["document_id"] for row in rows("snapshots", "document_id")]


def test_a_changed_source_has_a_new_text(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """Each different reading is kept; the source shows the newest."""
    fold(make.post(f"{BLOG}a/", cite(S)), make.source(S, text="Old."), make.source(S, text="New."))

    assert [(S, "archived", 3, 3)] == _outcome(rows)
    assert ["Old.", "New."] == [row["text"] for row in rows("documents", "text")][1:]


def test_what_blocked_us_is_no_document(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """The words of a challenge page are not to be found under the work's name."""
    challenge = Document(kind="source", url=S, title="Just a moment", text="Are you human?", extractor="test")
    fold(
        make.post(f"{BLOG}a/", cite(S)),
        make.any(S, Role.SOURCE, outcome=Outcome.BOT_WALL, document=challenge),
    )

    assert [(S, "bot-wall", 2, None)] == _outcome(rows)
    assert ["post"] == [row["kind"] for row in rows("documents", "kind")]


def test_a_cited_post_is_a_source_that_is_there(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """A post of this blog that another cites need not be captured a second time."""
    fold(make.post(f"{BLOG}a/"), make.post(f"{BLOG}b/", cite(f"{BLOG}a/")))

    assert [(f"{BLOG}a/", "archived", 1, 1)] == _outcome(rows)
