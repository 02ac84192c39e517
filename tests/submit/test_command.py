"""`archiver submit` as a user runs it: exit codes, silence, what is said; and what a kill leaves."""

import json
import os
import signal
import subprocess
import sys
from threading import Event

import pytest
from click.testing import CliRunner, Result

from archiver.cli import main
from archiver.collection.folder import Collection
from tests.submit.archives import FERRY, POST, archive
from tests.submit.scripted import FREE, Said, Script, error, success
from tests.whole.conftest import rows

LATELY = {"message": "The same snapshot had been made 2 hours ago."}
LATER = "20991231235959"  # than whatever the clock of this machine says: these runs go by it
STAGES = "SELECT url, stage FROM submissions ORDER BY id"


def submit(collection: Collection, *words: str) -> Result:
    """Run it without a terminal."""
    return CliRunner().invoke(main, ["submit", "--archive", str(collection.folder), *words])


def begun(collection: Collection, *words: str) -> subprocess.Popen:
    """Begin it."""
    command = [sys.executable, "-m", "archiver", "submit", "--archive", str(collection.folder), *words]
    return subprocess.Popen(
        command, cwd=collection.folder.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def test_a_good_run_is_silent_and_says_in_json_what_it_did(script: Script, tmp_path):
    """Nothing for cron to send; a line of the log for each step, without keys."""
    collection = archive(tmp_path / "archive", script.url)
    script.saves = {POST: [LATELY]}
    quiet = submit(collection, "p1", "--no-sources", "--log", str(tmp_path / "log.jsonl"))
    told = submit(collection, "p1", "--no-sources", "--json")
    log = (tmp_path / "log.jsonl").read_text(encoding="utf-8")

    assert (0, "", "") == (quiet.exit_code, quiet.stdout, quiet.stderr)
    assert [{"url": POST, "stage": "done"}] == rows(collection.database, STAGES)
    assert (0, "finished") == (told.exit_code, json.loads(told.stdout)["result"]["end"])
    assert POST in [json.loads(line).get("url") for line in log.splitlines()]
    assert "canary" not in log


def test_what_would_be_handed_over_is_shown_while_it_is_off(script: Script, tmp_path):
    """With the reasons; nobody is asked, no key is needed."""
    collection = archive(tmp_path / "archive", script.url)
    collection.toml.write_text(collection.toml.read_text().replace("enabled = true", ""))
    collection.credentials.unlink()
    shown = submit(collection, "--dry-run", "--limit", "2")
    plan = json.loads(submit(collection, "--dry-run", "--json", "--month", "2014-03", "--no-posts").stdout)

    assert 0 == shown.exit_code
    assert [
        f"  no web archive is known to have it  post    {POST}",
        "  1  not there (gone)",
        "2 addresses would be handed over by the next run, 1 by later ones; 0 asked about. 0 were handed over before, and have time.",
    ] == [line for line in shown.stdout.splitlines() if POST in line or "gone" in line or "would" in line]
    assert [FERRY] == [turn["url"] for turn in plan["turns"][:1]]
    assert [] == script.asked


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("off", "Save Page Now is off"),
        ("no keys", "Get them at https://archive.org/account/s3.php"),
        ("open", "chmod 600"),
        ("nobody", "'p99' is neither a post (p12) nor a source (s7)"),
    ],
)
def test_what_is_missing_is_said_in_one_line(script: Script, tmp_path, change, words):
    """With exit code 2, and before anybody is asked."""
    collection = archive(tmp_path / "archive", script.url)
    if change == "off":
        collection.toml.write_text(collection.toml.read_text().replace("enabled = true", ""))
    elif change == "no keys":
        collection.credentials.unlink()
    elif change == "open":
        collection.credentials.chmod(0o644)
    done = submit(collection, *(["p99"] if change == "nobody" else []))

    assert (2, "", True) == (done.exit_code, done.stdout, words in done.stderr)
    assert (1, []) == (len(done.stderr.splitlines()), script.asked)


def test_an_outage_is_told_and_a_busy_service_is_not(script: Script, tmp_path):
    """3: our side could not do it, whoever's fault it is. 0: it will be done by the next run. 2: the keys are wrong."""
    collection = archive(tmp_path / "archive", script.url, longest_wait=0)
    script.user = [Said(b"<html>Bad gateway</html>", 502), Said({}, 429), Said({}, 401), FREE]
    outage, busy, denied = (submit(collection, "p1") for _ in range(3))
    script.saves = {POST: [error("celery", "Cannot start the capture.")], FERRY: [LATELY]}
    failed = submit(collection, "--limit", "1")

    assert [3, 0, 2, 0] == [each.exit_code for each in (outage, busy, denied, failed)]
    assert (
        "archiver: Save Page Now did not answer as it should: an answer that is not JSON. 3 addresses wait for the next run.\n"
        == outage.stderr
    )
    assert ["", ""] == [busy.stderr, failed.stderr]
    assert [{"url": POST, "stage": "failed"}] == rows(collection.database, STAGES)


def test_a_service_that_is_not_there_is_an_outage(tmp_path):
    """Connection refused."""
    collection = archive(tmp_path / "archive", "http://127.0.0.1:1/save", longest_wait=0)
    done = submit(collection)

    assert (3, "Connection refused" in done.stderr) == (done.exit_code, True)


def test_a_locked_archive_is_left_alone(script: Script, tmp_path):
    """A crawl runs."""
    collection = archive(tmp_path / "archive", script.url)
    with collection.lock():
        done = submit(collection)

    assert (11, []) == (done.exit_code, script.asked)


@pytest.mark.slow
def test_a_kill_before_the_answer_hands_nothing_over_twice(script: Script, tmp_path):
    """It may have arrived: the next run hands it over with the word that what was captured since is good enough."""
    collection = archive(tmp_path / "archive", script.url, fresh=0)
    came, answer = Event(), Event()

    def hold(_: str) -> None:
        came.set()
        answer.wait(60)

    script.before = hold
    script.saves = {POST: [LATELY]}
    run = begun(collection, "p1", "--no-sources")
    assert came.wait(60)
    run.kill()
    run.communicate()
    answer.set()
    script.before = lambda _: None
    again = submit(collection, "p1", "--no-sources")
    first, second = script.forms

    assert (0, "") == (again.exit_code, again.stderr)
    assert "if_not_archived_within" not in first
    assert 3600 <= int(second["if_not_archived_within"]) < 4000
    assert ["sent", "done"] == [row["stage"] for row in rows(collection.database, STAGES)]


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_a_job_that_was_taken_is_asked_about_by_the_next_run(script: Script, tmp_path, number):
    """However the first was ended."""
    collection = archive(tmp_path / "archive", script.url)
    asked = Event()
    script.before = lambda _: asked.set()
    run = begun(collection, "p1", "--no-sources")
    assert asked.wait(60)
    _until_accepted(collection)
    os.kill(run.pid, number)
    _, said = run.communicate(timeout=60)
    script.jobs = {"spn2-post": [success(POST, LATER)]}
    again = submit(collection, "p1", "--no-sources")

    assert {signal.SIGTERM: 143, signal.SIGINT: 130, signal.SIGKILL: -9}[number] == run.returncode
    assert ("stopped. What was done is kept" in said) == (number != signal.SIGKILL)
    assert (0, "") == (again.exit_code, again.stderr)
    assert [("user",), ("save", POST), ("user",), ("status", "spn2-post")] == script.asked
    assert [{"url": POST, "stage": "done"}] == rows(collection.database, STAGES)


def _until_accepted(collection: Collection) -> None:
    """The WARC that is being written has its third record: a warcinfo, and two steps."""
    waiting = Event()
    for _ in range(600):
        (path,) = collection.warcs.glob("*.open")
        if path.read_bytes().count(b"\x1f\x8b\x08") >= 3:
            return
        waiting.wait(0.05)
    raise AssertionError("nothing was kept")
