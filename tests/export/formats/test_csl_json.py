"""CSL-JSON as Zotero takes it: it refuses a whole file for one type that it does not know."""

import json

import pytest

from archiver.export.registry import all_formats
from archiver.models.item import CitedWork, Item


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        ({"type": "post-weblog", "URL": "https://a.example/"}, "post-weblog"),
        # of the schema, and not of Zotero's translator
        ({"type": "software", "URL": "https://a.example/"}, "webpage"),
        # of neither
        ({"type": "software"}, "document"),
        ({"type": "Lamp", "URL": "https://a.example/"}, "webpage"),
        # an address that is none makes no page
        ({"type": "Lamp", "URL": "javascript:alert(1)"}, "document"),
    ],
)
def test_type_is_one_that_zotero_knows(work, expected):
    """A type of the schema stays; any other becomes the one that says least."""
    (item,) = json.loads(
        all_formats()["csl-json"].text([Item(id="s1", identity="x", work=CitedWork(**work))])
    )

    assert expected == item["type"]
