"""What the search of a site knows of a text: its words, without case and accents, each once."""

import pytest

from archiver.export.site import Entry, _entry


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Café, the cafés; a b", "cafe cafes the"),  # single letters of ours say nothing
        ("Straße", "straße"),
        ("印刷術是 紙", "印刷術是 紙"),  # a single character says much
        ("ÉTÉ été", "ete"),
        ("!?", ""),
    ],
)
def test_words(text, expected) -> None:
    """As the script beside the index folds what is typed."""
    entry = Entry(name="post-1.html", kind="post", title="", author="", date="", outcome="", host="", language="", text=text)  # fmt: skip

    assert expected == _entry(entry)["w"]
