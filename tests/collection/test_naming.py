"""What an archive is called."""

import pytest

from archiver.collection.naming import title_in


@pytest.mark.parametrize(
    ("toml", "expected"),
    [
        ('[blog]\nseeds = ["https://blog.example/"]\ntitle = "Tide"', "Tide"),
        ('[blog]\nseeds = ["https://blog.example/"]', "https://blog.example/"),
        ('[blog]\nseeds = ["https://blog.example/"]\ntitle = "  "', "https://blog.example/"),  # no title
        ("[blog]\nseeds = 7\ntitle = 8", ""),  # not what they are to be
        ("blog = 7", ""),
        ("[blog", ""),  # no TOML
    ],
)
def test_title(tmp_path, toml, expected) -> None:
    """An archive is called as the user calls it, else by its blog's address; settings that are wrong elsewhere do no harm."""
    path = tmp_path / "collection.toml"
    path.write_text(toml, encoding="utf-8")
    assert expected == title_in(path)


def test_without_file(tmp_path) -> None:
    """Where there is no file there is no title."""
    assert not title_in(tmp_path / "collection.toml")
