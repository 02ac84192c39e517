"""A post with its citations, a source with its history."""

from pathlib import Path

from archiver.models.blog import Month
from archiver.models.views import (
    CheckView,
    CitationView,
    CitedSource,
    Citing,
    PostView,
    SnapshotView,
    SourceView,
)
from archiver.search.posts import show_post
from archiver.search.sources import show_source
from tests.store.factories import BLOG, WARC

S = "https://s.example/"


def _snapshot(n: int, url: str, **changes: object) -> SnapshotView:
    values = {
        "id": n,
        "target_uri": url,
        "date": f"2026-01-01T00:{n:02d}:00Z",
        "status": 200,
        "content_type": "text/html",
        "outcome": "archived",
        "reason": None,
        "location": None,
        "failure": None,
        "warc": WARC,
        "offset": n * 1000,
    }
    return SnapshotView(**values | changes)


def _citation(n: int, note: str, *sources: CitedSource) -> CitationView:
    return CitationView(
        id=n,
        position=n,
        kind="footnote",
        label=str(n),
        occurrence=1,
        sentence=f"Sentence {n}.",
        note=note,
        anchor=None,
        style="endnotes",
        sources=sources,
    )


def _cited(n: int, name: str, **changes: object) -> CitedSource:
    values = {
        "source_id": n,
        "url": f"{S}{name}",
        "is_link": True,
        "canonical": f"{S}{name}",
        "title": None,
        "outcome": "archived",
        "reason": None,
        "final_url": f"{S}{name}",
        "document_id": None,
    }
    return CitedSource(**values | changes)


def test_a_post_shows_where_each_citation_led(path: Path) -> None:
    """Every mark with its note, every address with what became of it; a note of words alone has none."""
    expected = PostView(
        id=1,
        url=f"{BLOG}a/",
        title="On paper mills",
        author="Ada Moss",
        published="2019-09-12T08:00:00+02:00",
        modified=None,
        month=Month(year=2019, month=9),
        outcome="archived",
        reason=None,
        words=11,
        text="The mills made paper. The covid-19 years closed some of them.",
        snapshot=_snapshot(3, f"{BLOG}a/"),
        citations=(
            _citation(1, f"{S}paper", _cited(1, "paper", title="A history of paper", document_id=3)),
            _citation(
                2,
                "Two works.",
                _cited(2, "dead", outcome="gone", reason="the server says 404"),
                _cited(3, "old", title="Rags", final_url=f"{S}new", document_id=5),
            ),
            _citation(3, "Ibid."),
        ),
    )

    assert expected == show_post(path, 1)


def test_a_pending_post_shows_that_it_is_pending(path: Path) -> None:
    """A post that was listed and not captured has no text, no snapshot and no citations."""
    shown = show_post(path, 3)

    assert shown is not None
    assert ("pending", None, None, ()) == (shown.outcome, shown.text, shown.snapshot, shown.citations)


def test_a_source_shows_its_history(path: Path) -> None:
    """Every check, every capture of the addresses on its way, everyone who cites it."""
    expected = SourceView(
        id=3,
        url=f"{S}old",
        type=None,
        title="Rags",
        author=None,
        issued=None,
        container_title=None,
        publisher=None,
        language=None,
        doi=None,
        outcome="archived",
        reason=None,
        first_cited="2019-09-12T08:00:00+02:00",
        last_checked="2026-01-01T00:10:00Z",
        next_check="2026-01-02T00:10:00Z",
        words=4,
        text="New words, second: papers.",
        checks=(
            CheckView(date="2026-01-01T00:08:00Z", outcome="archived", reason=None, snapshot_id=8),
            CheckView(date="2026-01-01T00:10:00Z", outcome="archived", reason=None, snapshot_id=10),
        ),
        cited_by=(
            Citing(
                post_id=1,
                url=f"{BLOG}a/",
                title="On paper mills",
                published="2019-09-12T08:00:00+02:00",
                label="2",
                sentence="Sentence 2.",
                note="Two works.",
            ),
        ),
        snapshots=(
            _snapshot(7, f"{S}old", status=301, location=f"{S}new"),
            _snapshot(8, f"{S}new"),
            _snapshot(9, f"{S}old", status=301, location=f"{S}new"),
            _snapshot(10, f"{S}new"),
        ),
    )

    assert expected == show_source(path, 3)


def test_what_is_not_there_is_not_shown(path: Path) -> None:
    """An unknown number is a value, not an error."""
    assert (None, None) == (show_post(path, 99), show_source(path, 99))
