"""A time line tells how far each capture is from the one before it, not only from what was cited."""

from archiver.models.capture import RunRecord
from archiver.search.reading_pages import source_page
from archiver.store.store import Store
from tests.store.factories import BLOG, WARC, Readings, cite

URL = "https://s.example/mills"
FIRST = (
    "The mill on the river made paper from rags for two hundred years. Its wheel stands still today. "
    "Nobody knows who drew the plans of it, though a name is scratched into the beam above the door. "
    "The parish bought the house in spring and wants to open it to visitors who come by boat."
)
OTHER = (
    "Cheap flights to warm islands, every week anew. Book before noon and pay half. Our hotels are near the beach. "
    "Ask for the room with two balconies and for breakfast at any time of day. Children travel for nothing at all, "
    "and so do dogs, parrots and grandmothers. Read what other guests have written about us in the last year."
)


def test_each_capture_stands_against_the_one_before(tmp_path):
    """Replaced and back again: twice replaced from capture to capture, and at last as it was cited."""
    make, path = Readings(), tmp_path / "archive.db"
    with Store(path) as store:
        store.add_run(RunRecord(run_id="r1", warc=WARC, started="2026-01-01T00:00:00Z"))
        store.add(make.front("2019-09"))
        store.add(make.post(f"{BLOG}a/", cite(URL)))
        for text in (FIRST, FIRST, OTHER):
            store.add(make.source(URL, title="The mill", text=text))
        store.add(make.gone(URL))
        store.add(make.source(URL, title="The mill", text=f"{FIRST} It rains."))
        store.commit(WARC, 12)
    page = source_page(path, 1)
    assert page is not None
    steps = [(each.outcome, each.step) for each in page.readings]

    assert [
        ("archived", None),  # nothing is before it
        ("archived", "same-text"),
        ("archived", "replaced"),
        ("gone", None),  # no text
        ("archived", "replaced"),  # against the one before that was read
    ] == steps
    assert 1.0 == page.readings[1].step_similarity
    assert page.readings[2].step_similarity < 0.2
