"""Where a browser took a picture of a page, the capture's page shows it."""

import pytest

from archiver.models.capture import Role
from archiver.search.reading_pages import snapshot_page
from archiver.store.store import Store
from tests.store.factories import WARC, Readings

URL = "https://s.example/mills"


@pytest.mark.parametrize(
    ("pictures", "expected"),
    [
        ([], None),
        (["urn:thumbnail:", "urn:view:"], "urn:view:"),
        (["urn:view:", "urn:fullPage:", "urn:thumbnail:"], "urn:fullPage:"),  # the whole page before a part
        (["urn:text:"], None),  # no picture
    ],
)
def test_the_largest_picture_is_shown(tmp_path, pictures, expected) -> None:
    """Under the names that Browsertrix gives them."""
    make, path = Readings(), tmp_path / "archive.db"
    with Store(path) as store:
        store.add(make.source(URL, text="The mill."))
        for prefix in pictures:
            store.add(make.any(f"{prefix}{URL}", Role.REQUISITE))
        store.commit(WARC, 1)
    page = snapshot_page(path, 1)
    assert page is not None
    shown = snapshot_page(path, page.screenshot_id) if page.screenshot_id is not None else None

    assert (None if expected is None else f"{expected}{URL}") == (shown and shown.snapshot.target_uri)
