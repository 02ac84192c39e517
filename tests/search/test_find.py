"""What a person means by a number or an address."""

from pathlib import Path

import pytest

from archiver.search.find import find
from tests.store.factories import BLOG

S = "https://s.example/"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # numbers
        ("p1", "p1"),
        ("P2", "p2"),
        (" s3 ", "s3"),
        ("2", "p2"),
        ("p99", "None"),
        ("99", "None"),
        ("s99999999999999999999999", "None"),
        # addresses: a post, a source, one with tracking, one that a source redirects to
        (f"{BLOG}a/", "p1"),
        (f"{S}dead", "s2"),
        (f"{S}paper?utm_source=mail#top", "s1"),
        (f"{S}new", "s3"),
        # not quite as it is known
        ("blog.example/a/", "p1"),
        ("http://blog.example/a", "p1"),
        ("S.example/paper/", "s1"),
        # neither
        ("https://unknown.example/", "None"),
        ("paper", "None"),
        ("", "None"),
        ("'; --", "None"),
    ],
)
def test_what_is_typed_is_found(path: Path, typed: str, meant: str) -> None:
    """Numbers as they are printed, addresses as people copy them."""
    assert meant == str(find(path, typed))
