"""Whether crawls still succeed: what a monitor asks, and what a person is told."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from archiver.cli import main
from archiver.cli._options import DurationType
from archiver.collection.folder import Collection, create_collection
from archiver.collection.template import render
from archiver.models.capture import RunRecord
from archiver.store.store import Store

LONG_AGO, FAR_OFF = "2001-01-01T03:17:00.5Z", "2999-01-01T03:17:00.5Z"  # so that no test needs a clock
GOOD = (FAR_OFF, 0)


def archive(folder: Path, *runs: tuple[str | None, int | None]) -> Collection:
    """An archive whose crawls ended so; None is one that was killed."""
    collection = create_collection(folder / "archive", render(["https://blog.example.org/"]))
    with Store(collection.database) as store:
        for number, (finished, exit_code) in enumerate(runs):
            warc = f"archiver-{number:06d}-x.warc.gz"
            started = f"2001-01-{number + 1:02d}T03:00:00Z"
            store.add_run(RunRecord(run_id=str(number), warc=warc, started=started, settings=""))
            if finished is not None:
                store.add_run(
                    RunRecord(
                        run_id=str(number),
                        warc=warc,
                        finished=finished,
                        exit_code=exit_code,
                        counts={"new": 4},
                    )
                )
            store.commit(warc, 1)
    return collection


def status(collection: Collection, *words: str):
    """Run the command; without a terminal."""
    return CliRunner().invoke(main, ["status", "--archive", str(collection.folder), *words])


AGES = [
    # a good one; one with a fault of our own, which its own letter told; one after which others failed
    ([GOOD], 0),
    ([(FAR_OFF, 3)], 0),
    ([GOOD, (FAR_OFF, 1), (FAR_OFF, 143), (None, None)], 0),
    # nothing but failures, signals, kills; nothing at all; one that is too old
    ([(FAR_OFF, 1), (FAR_OFF, 130), (FAR_OFF, 143), (None, None)], 1),
    ([], 1),
    ([(LONG_AGO, 0)], 1),
]


@pytest.mark.parametrize(("runs", "code"), AGES)
def test_max_age_asks_for_a_crawl_that_succeeded(tmp_path, runs, code):
    """0 and silence, or 1 and one line on stderr."""
    done = status(archive(tmp_path, *runs), "--max-age", "36h")

    assert (code, "", code) == (done.exit_code, done.stdout, len(done.stderr.splitlines()))


def test_the_line_says_what_came_instead(tmp_path):
    """The last success, how the last one ended, and who is at work now."""
    collection = archive(tmp_path, (LONG_AGO, 0), (FAR_OFF, 1), (None, None))
    with collection.lock():
        done = status(collection, "--max-age", "90m")
    line = done.stderr.removeprefix(f"archiver: {collection.folder}: ")
    before, now = line.split("; running now: ")

    assert (
        "no crawl has succeeded since the one that ended 2001-01-01 03:17:00 UTC with exit code 0; "
        "the last one began 2001-01-03 03:00:00 UTC and did not end: killed, or the machine went down"
    ) == before
    assert "process " in now


@pytest.mark.parametrize("age", ["soon", "36 hours", "-1h", "0", "h", "1w", ""])
def test_a_bad_duration_is_a_usage_error(tmp_path, age):
    """Exit code 2, and how it is written."""
    done = CliRunner().invoke(main, ["status", "--archive", str(tmp_path), "--max-age", age])

    assert (2, True) == (done.exit_code, "36h or 7d" in done.stderr)


@pytest.mark.parametrize(
    ("text", "seconds"), [("90m", 5400), ("36h", 129_600), ("7d", 604_800), ("1.5h", 5400), (" 60S ", 60)]
)
def test_durations_are_written_as_people_do(text, seconds):
    """Seconds, minutes, hours, days."""
    assert seconds == DurationType().convert(text, None, None)


def test_an_endless_duration_is_one(tmp_path):
    """No number is too large."""
    assert 0 == status(archive(tmp_path, GOOD), "--max-age", "9" * 400).exit_code


def test_programs_get_the_same(tmp_path):
    """With --json, the two crawls that matter."""
    done = status(archive(tmp_path, GOOD, (FAR_OFF, 1)), "--max-age", "7d", "--json")
    said = json.loads(done.stdout)

    assert (0, True, 1, 0) == (
        done.exit_code,
        said["is_recent"],
        said["last_run"]["exit_code"],
        said["last_success"]["exit_code"],
    )


@pytest.mark.parametrize(
    ("run", "says"),
    [
        ((LONG_AGO, 0), "ended 2001-01-01 03:17:00 UTC with exit code 0"),
        ((None, None), "did not end: killed, or the machine went down"),
    ],
)
def test_plain_status_tells_of_the_last_crawl(tmp_path, run, says):
    """When it began, and how it ended, or that it was killed."""
    done = status(archive(tmp_path, run))

    assert (0, True, True) == (
        done.exit_code,
        "2001-01-01 03:00:00 UTC" in done.stdout,
        says in done.stdout,
    )


def test_plain_status_tells_who_is_at_work(tmp_path):
    """Process, host and since when."""
    collection = archive(tmp_path, GOOD)
    with collection.lock():
        done = status(collection)

    assert (0, True) == (done.exit_code, "Running now" in done.stdout and "process " in done.stdout)
