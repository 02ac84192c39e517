"""`archiver verify` as a user runs it: silence and 0, or lines and 1."""

import json
import sqlite3
from contextlib import closing

import pytest
from click.testing import CliRunner

from archiver.cli import main
from tests.verify.archives import copy, make
from tests.verify.damage import DAMAGES


@pytest.fixture(scope="module")
def pristine(tmp_path_factory):
    """An archive that nobody may touch."""
    return make(tmp_path_factory.mktemp("pristine") / "archive")


@pytest.fixture
def archive(pristine, tmp_path):
    """A copy of it."""
    return copy(pristine, tmp_path / "archive")


def run(archive, *options):
    """Run the command."""
    return CliRunner().invoke(main, ["verify", "--archive", str(archive.folder), *options])


def damage(archive):
    """Break a record in the middle of the first file."""
    path = archive.warc_files()[0]
    path.write_bytes(DAMAGES["04 the payload is changed"](path.read_bytes()))
    return path


def test_a_whole_archive_is_silent(archive):
    """Nothing is said where nobody looks, and the exit code is 0."""
    done = run(archive)

    assert (0, "") == (done.exit_code, done.output)


def test_damage_has_a_line_that_names_file_offset_and_record(archive):
    """One line for each thing that is wrong, and on stderr what to do; the exit code is 1."""
    path = damage(archive)
    done = run(archive)
    (first, *_) = done.stdout.splitlines()

    assert 1 == done.exit_code
    assert first.startswith(f"{path.name}:1")
    assert ": digest: the response does not match its block digest. " in first
    assert first.endswith("<urn:uuid:00000000-0000-4000-8000-000000000004> http://blog.example/1")
    assert "archiver verify --repair" in done.stderr
    assert 1 == len(done.stderr.splitlines())


def test_repair_says_what_it_did_and_what_to_fetch_again(archive):
    """It ends with 1, since something was wrong; the next look ends with 0."""
    damage(archive)
    done = run(archive, "--repair")

    assert 1 == done.exit_code
    assert "fetch again: http://blog.example/1" in done.stdout.splitlines()
    assert (0, "") == (run(archive).exit_code, run(archive).output)


def test_json_holds_everything(archive):
    """For programs: counts, problems with their places, what was done, what is lost."""
    path = damage(archive)
    told = json.loads(run(archive, "--repair", "--json").stdout)

    assert (3, 39, True) == (told["files"], told["records"], told["is_repaired"])
    assert ["http://blog.example/1"] == told["fetch_again"]
    assert {"kind", "message", "file", "offset", "record_id", "url"} == set(told["problems"][0])
    assert path.name == told["problems"][0]["file"]


def test_the_lock_is_asked_for(archive):
    """While a crawl writes, nothing can be said of the archive."""
    with archive.lock():
        done = run(archive)

    assert 11 == done.exit_code


def test_a_folder_that_is_no_archive_is_refused(tmp_path):
    """With the exit code that scripts rely on."""
    done = CliRunner().invoke(main, ["verify", "--archive", str(tmp_path)])

    assert 10 == done.exit_code


def test_a_crawled_archive_is_whole(whole):
    """What a crawl over real HTTP leaves behind is whole, down to each row of each table."""
    done = run(whole.collection, "--deep")

    assert (0, "") == (done.exit_code, done.output)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE documents SET title = 'Other' WHERE id = 1",
        "UPDATE snapshots SET outcome = 'gone' WHERE id = 1",
        "UPDATE sources SET outcome = 'gone' WHERE id = 1",
        "UPDATE runs SET exit_code = 7",
        "INSERT INTO waiting (url) VALUES ('http://blog.example/')",
    ],
)
def test_a_deep_look_finds_any_row_that_was_changed(archive, sql):
    """Whatever table it is in: all rows are read out of the WARCs again, and compared."""
    with closing(sqlite3.connect(archive.database)) as connection:
        connection.execute("INSERT INTO sources (url) VALUES ('http://blog.example/0')")
        connection.execute(sql)
        connection.commit()
    done = run(archive, "--deep")
    left = [path.name for path in archive.folder.iterdir() if path.name.startswith("verify")]

    assert (1, []) == (done.exit_code, left)
    assert f"row of {sql.split()[1].replace('INTO', 'waiting')}" in done.stdout
