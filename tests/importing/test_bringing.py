"""What an import needs on the way is thrown away, whatever became of it."""

from archiver.importing.bringing import beside, clear_beside


def test_what_a_killed_import_left_beside_an_archive_is_thrown_away(tmp_path):
    """The next one into the same archive does it; what another is at work in, or belongs to another, stays."""
    left, other = tmp_path / "import.tides.1", tmp_path / "import.bells.1"
    for folder in (left, other):
        folder.mkdir()
        (folder / "held").touch()
    with beside(tmp_path / "tides") as working:
        clear_beside(tmp_path / "tides")

        assert {other, working} == set(tmp_path.iterdir())

    assert [other] == list(tmp_path.iterdir())
