"""`archiver report` as it is called."""

import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archiver.cli import main
from archiver.collection.folder import create_collection
from tests.export.keeping import Keeping, a_bad_week

TOML = 'seeds = ["https://blog.example/"]\n'


def report(archive: Path, *options: str) -> Result:
    """Call it."""
    return CliRunner().invoke(main, ["report", "--archive", str(archive), *options])


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A collection after a bad week."""
    kept = create_collection(tmp_path / "kept", TOML)
    a_bad_week(kept.database)
    return kept.folder


@pytest.mark.parametrize("since", ["yesterday", "2026-13-01", "9999-01-01", "7y", "99999999999d", ""])
def test_a_date_that_is_none_is_a_wrong_use(archive: Path, since: str) -> None:
    """Neither words nor the future are dates."""
    done = report(archive, "--since", since)

    assert 2 == done.exit_code
    assert "--since" in done.output


def test_there_is_no_letter_without_an_archive(tmp_path: Path) -> None:
    """A wrong folder is told, with restic's exit code."""
    assert 10 == report(tmp_path).exit_code


def test_since_the_last_run_is_the_default(archive: Path) -> None:
    """The run of 8 March ended before the one of the 9th."""
    done = report(archive)

    assert 0 == done.exit_code
    assert "2026-03-08 04:00 to " in done.output
    assert "QUOTED WORDS GONE" in done.output


def test_cron_sends_no_letter_when_nothing_happened(tmp_path: Path) -> None:
    """Nothing at all is written, not even the file."""
    kept = create_collection(tmp_path / "kept", TOML)
    with Keeping(kept.database):
        pass
    out = tmp_path / "letter.txt"

    for options in ([], ["-o", str(out)]):
        done = report(kept.folder, "--quiet-if-nothing", *options)
        assert (0, "") == (done.exit_code, done.output)
    assert not out.exists()
    assert report(kept.folder).output.startswith("Nothing happened (the beginning to ")


def test_a_file_is_written_whole(archive: Path, tmp_path: Path) -> None:
    """In its place at once, with the rights that it had, and nothing left beside it."""
    folder = tmp_path / "out"
    folder.mkdir()
    out = folder / "letter.html"
    out.write_text("old")
    out.chmod(0o600)
    done = report(archive, "--format", "html", "-o", str(out))

    assert (0, "") == (done.exit_code, done.output)
    assert out.read_text(encoding="utf-8").endswith("</html>\n")
    assert 0o600 == stat.S_IMODE(out.stat().st_mode)
    assert [out] == list(folder.iterdir())


def test_a_folder_that_is_not_there_is_told(archive: Path, tmp_path: Path) -> None:
    """What to do is said in one line."""
    done = report(archive, "-o", str(tmp_path / "nowhere" / "letter.txt"))

    assert 2 == done.exit_code
    assert "is no folder. Make it first." in done.output
