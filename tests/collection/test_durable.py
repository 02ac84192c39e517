"""A file that is replaced is the old one or the new one, never half of it."""

import os
import stat
from pathlib import Path

import pytest

from archiver.collection.durable import replacing


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with words in it."""
    made = tmp_path / "letter.txt"
    made.write_text("old", encoding="utf-8")
    return made


def test_the_new_file_takes_the_place_of_the_old(path: Path) -> None:
    """Not before it is whole; with the permissions that were asked for, and nothing left beside it."""
    with replacing(path, mode=0o640) as file:
        file.write("new\n")
        file.flush()
        assert "old" == path.read_text(encoding="utf-8")

    assert (b"new\n", 0o640) == (path.read_bytes(), stat.S_IMODE(path.stat().st_mode))
    assert [path] == list(path.parent.iterdir())


def test_where_writing_fails_the_old_file_stays(path: Path) -> None:
    """What was begun is taken away."""

    def interrupted() -> None:
        with replacing(path) as file:
            file.write("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()

    assert ["old"] == [each.read_text(encoding="utf-8") for each in path.parent.iterdir()]


def test_what_tells_of_a_failure_is_left(path: Path) -> None:
    """Unless it was renamed; and one that a killed program left is in nobody's way."""
    mark = path.with_name("letter.txt.building")
    mark.write_text("of a killed program, and much longer", encoding="utf-8")
    with pytest.raises(ZeroDivisionError), replacing(path, through=mark) as file:
        file.write(str(1 // 0))
    was = (mark.exists(), path.read_text(encoding="utf-8"))
    with replacing(path, through=mark) as file:
        file.write("new")

    assert ((True, "old"), (False, "new")) == (was, (mark.exists(), path.read_text(encoding="utf-8")))


def test_words_are_on_the_disk_before_the_old_ones_are_gone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where they are to last; figures that are written anew each night need not."""
    told: list[str] = []
    monkeypatch.setattr(os, "fsync", lambda _: told.append("fsync"))
    monkeypatch.setattr(Path, "replace", lambda *_: told.append("replace"))
    for is_lasting in (True, False):
        with replacing(path, is_lasting=is_lasting) as file:
            file.write("new")

    assert ["fsync", "replace", "replace"] == told
