"""Crawls that nobody watches: what they tell, to whom, and that nothing of it can break them."""

import json
import signal
import subprocess
import sys
from dataclasses import dataclass

import pytest

from archiver.collection.folder import Collection, create_collection
from archiver.operations.metrics import samples_of
from tests.operations.test_ping import healthchecks
from tests.whole.conftest import rows, settings_for

pytestmark = pytest.mark.slow  # what is told at each end is in tests/cli/test_overseeing.py, without a crawl

_MORE = '\n[log]\nfile = "crawl.jsonl"\n[metrics]\ntextfile = "figures.prom"\n'
_BRIEF = ("--month", "2019-10", "--no-sources")


@dataclass(frozen=True)
class Night:
    """A crawl, and what was told of it."""

    collection: Collection
    done: subprocess.CompletedProcess
    pings: list[str]
    url: str  # of the check

    @property
    def events(self) -> list[dict]:
        """Its log."""
        lines = (self.collection.folder / "crawl.jsonl").read_text(encoding="ascii").splitlines()
        return [json.loads(line) for line in lines]

    @property
    def figures(self) -> dict[str, float]:
        """Its metrics, by their names."""
        text = (self.collection.folder / "figures.prom").read_text(encoding="utf-8")
        own = f'archive="{self.collection.folder}"'
        return {key.replace(own, "").replace("{}", ""): value for key, value in samples_of(text).items()}

    @property
    def run(self) -> dict:
        """Its row."""
        (row,) = rows(self.collection.database, "SELECT exit_code, finished, counts FROM runs")
        return row | {"counts": json.loads(row["counts"])}


def night(folder, toml: str, archiver, *words: str) -> Night:
    """Crawl once, with everything that there is to be told."""
    collection = create_collection(folder / "archive", toml)
    with healthchecks() as (url, told):
        collection.credentials.write_text(f'[ping]\nurl = "{url}"\n')
        done = archiver("crawl", *words, cwd=folder)
    return Night(collection, done, [ping.partition("?")[0].rpartition("/")[2] for ping in told], url)


@pytest.fixture(scope="module")
def good(demo, tmp_path_factory, archiver) -> Night:
    """A good one."""
    return night(tmp_path_factory.mktemp("good"), settings_for(demo) + _MORE, archiver, *_BRIEF)


@pytest.fixture(scope="module")
def bad(demo, tmp_path_factory, archiver) -> Night:
    """One whose blog is down: nobody listens on its port."""
    toml = settings_for(demo).replace(demo.blog, "http://127.0.0.1:9/").replace("retries = 1", "retries = 0")
    return night(tmp_path_factory.mktemp("bad"), toml + _MORE, archiver)


def test_a_good_night_is_silent(good):
    """Nothing for cron to send; the check was told of start and end."""
    assert (0, "", "", ["start", "0"]) == (
        good.done.returncode,
        good.done.stdout,
        good.done.stderr,
        good.pings,
    )


def test_the_log_tells_what_was_fetched_and_how_it_ended(good):
    """An event for each exchange, with its address; the first and the last are the crawl's own."""
    events = good.events
    fetched = [event for event in events if event["logger"] == "spiders.recorder"]

    assert ["crawl begun", "crawl ended"] == [events[0]["message"], events[-1]["message"]]
    assert (0, good.run["counts"]) == (events[-1]["exit_code"], events[-1]["counts"])
    assert good.run["counts"]["requests"] == sum("status" in event for event in fetched)
    assert {"url", "role", "time", "level", "message", "logger", "status"} == set(fetched[-1])


def test_the_run_counts_what_it_did(good):
    """Requests, bytes, answers by class, roles; and they agree with what was kept."""
    counts = good.run["counts"]
    answers = {name: count for name, count in counts.items() if name.startswith("answers ")}
    size = sum(path.stat().st_size for path in good.collection.warc_files())

    assert (0, True) == (good.run["exit_code"], good.run["finished"] is not None)
    assert counts["requests"] == sum(answers.values())
    assert (True, True) == (0 < counts["warc bytes"] < size, counts["warc bytes"] > size - 2000)
    assert (2, True) == (counts["post"], counts["bytes"] > 1000 and counts["new"] > 4)


def test_the_figures_say_the_same(good):
    """Of the run and of the archive."""
    figures, counts = good.figures, good.run["counts"]

    assert (0, 1, counts["requests"], counts["new"], 2) == (
        figures["archiver_last_run_exit_code"],
        figures["archiver_balance_adds_up"],
        figures["archiver_requests_total"],
        figures["archiver_last_run_captures"],
        figures['archiver_posts{,outcome="archived"}'],
    )


def test_the_checks_address_is_nowhere_but_where_it_was_written(good, bad):
    """Neither in the WARCs, which hold the settings, nor in log, database or figures."""
    for one in (good, bad):
        names = [
            path.name
            for path in one.collection.folder.rglob("*")
            if path.is_file() and path.suffix != ".gz" and one.url.encode() in path.read_bytes()
        ]
        settings = rows(one.collection.database, "SELECT settings FROM runs")[0]["settings"]

        assert (["credentials.toml"], False) == (names, "ping" in settings)


def test_a_blog_that_is_down_makes_one_clear_line(bad):
    """For cron to send; the check learns the exit code."""
    assert (1, "", ["start", "1"]) == (bad.done.returncode, bad.done.stdout, bad.pings)
    assert 1 == len(bad.done.stderr.splitlines())
    assert bad.done.stderr.startswith("archiver: http://127.0.0.1:9/: ")


def test_a_failed_night_is_a_failure_everywhere(bad):
    """In the WARC, and so in the runs table; in the log and the figures; `status --max-age` is not deceived."""
    assert (1, 2, 1, 1) == (
        bad.run["exit_code"],
        bad.run["counts"]["failed: refused"],  # robots.txt and the front page
        bad.events[-1]["exit_code"],
        bad.figures["archiver_last_run_exit_code"],
    )
    assert "archiver_last_success_timestamp_seconds" not in bad.figures
    assert "Check the address" in bad.events[-1]["message"]


def test_a_locked_out_run_pings_nothing_and_leaves_the_figures(good, archiver):
    """The one that holds the lock speaks for itself; the line names it."""
    before = (good.collection.folder / "figures.prom").read_bytes()
    with healthchecks() as (url, told):
        good.collection.credentials.write_text(f'[ping]\nurl = "{url}"\n')
        with good.collection.lock():
            done = archiver("crawl", cwd=good.collection.folder.parent)

    assert (11, [], before) == (
        done.returncode,
        told,
        (good.collection.folder / "figures.prom").read_bytes(),
    )
    assert [True, 11] == ["process " in done.stderr, good.events[-1]["exit_code"]]


def test_nothing_that_is_told_can_break_a_crawl(demo, tmp_path, archiver):
    """No folder for the log, none for the figures, nobody at the check's address: two lines, and exit code 0."""
    toml = settings_for(demo) + _MORE.replace("crawl.jsonl", "no/such").replace("figures", "no/figures")
    collection = create_collection(tmp_path / "archive", toml)
    collection.credentials.write_text('[ping]\nurl = "http://127.0.0.1:9/x"\n')
    done = archiver("crawl", *_BRIEF, cwd=tmp_path)

    assert (0, ["figures", "log"]) == (
        done.returncode,
        [line.partition(": the ")[2].split()[0] for line in done.stderr.splitlines()],
    )


@pytest.mark.parametrize(("times", "number"), [(1, signal.SIGTERM), (2, signal.SIGTERM), (2, signal.SIGINT)])
def test_signals_end_a_crawl_and_the_end_is_told(demo, tmp_path, times, number):
    """Once: what is under way is finished, and WARC, check and figures know. Twice: at once."""
    toml = (
        (settings_for(demo) + _MORE)
        .replace("delay = 0.0", "delay = 0.2")
        .replace("per_host = 4", "per_host = 1")
    )
    collection = create_collection(tmp_path / "archive", toml)
    start = len(demo.requests)
    words = [sys.executable, "-m", "archiver", "crawl", "--archive", str(collection.folder)]
    with (
        healthchecks() as (url, told),
        subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as process,
    ):
        collection.credentials.write_text(f'[ping]\nurl = "{url}"\n')
        while len(demo.requests) < start + 6 and process.poll() is None:
            signal.sigtimedwait([], 0.02)
        for _ in range(times):
            process.send_signal(number)
            signal.sigtimedwait([], 0.05)
        said = process.communicate(timeout=60)[1]
    events = [json.loads(line) for line in (collection.folder / "crawl.jsonl").read_text().splitlines()]
    finished = [path.suffix for path in collection.warc_files()]

    pings = [ping.partition("?")[0].rpartition("/")[2] for ping in told]

    assert (128 + number, ["start", "143"][: 3 - times]) == (process.returncode, pings)
    if times == 1:
        (run,) = rows(collection.database, "SELECT exit_code FROM runs")

        assert (143, 143, [".gz"], 1) == (
            run["exit_code"],
            events[-1]["exit_code"],
            finished,
            len(said.splitlines()),
        )
