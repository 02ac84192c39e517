"""Where the archive is public: an address that others can reach, or none."""

import pytest
from pydantic import ValidationError

from archiver.collection.publish_settings import PublishSettings


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("", None),
        ("https://archive.example", "https://archive.example/snapshot-12.html"),
        ("https://archive.example/ledger/", "https://archive.example/ledger/snapshot-12.html"),
        ("https://data.example/archive/-/snapshot/{snapshot}", "https://data.example/archive/-/snapshot/12"),
        ("https://data.example/?id={snapshot}", "https://data.example/?id=12"),
    ],
)
def test_a_capture_has_its_place(base, expected):
    """On the site's pages, or where the setting says."""
    assert expected == PublishSettings(public_base_url=base).snapshot(12)


@pytest.mark.parametrize(
    "base",
    [
        "archive.example",
        "ftp://archive.example/",
        "javascript:alert(1)",
        # this machine is nobody else's
        "http://127.0.0.1:8001/",
        "http://localhost/",
        "http://[::1]/",
        "https://me:secret@archive.example/",
        "https://archive.example/?a=b",
        "https://archive.example/{id}",
    ],
)
def test_what_is_no_public_address_is_refused(base):
    """Before it stands in somebody's footnote."""
    with pytest.raises(ValidationError):
        PublishSettings(public_base_url=base)
