"""Figures for Prometheus: what they say, how they are named, and that nobody reads half a file."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from archiver.models.views import Balance
from archiver.operations.ending import Ending
from archiver.operations.metrics import rendered, samples_of, write

START = datetime(2026, 11, 28, 3, 17, tzinfo=UTC)
COUNTS = {"requests": 7, "bytes": 9000, "warc bytes": 5000, "new": 4, "unchanged": 2, "post": 3}
BALANCE = Balance(
    months=(),
    archive_pages=2,
    posts=3,
    posts_by_outcome={"archived": 2, "gone": 1},
    citations=4,
    citations_by_kind={"footnote": 4},
    citations_without_source=0,
    sources=2,
    sources_by_outcome={"soft-404": 1, "archived": 1},
    works=2,
    uncited=0,
    snapshots=9,
    documents=5,
    due_posts=0,
    due_sources=1,
    last_run=None,
)
_HELP = re.compile(r"# HELP (archiver_[a-z_]+) (\S.*)")
_TYPE = re.compile(r"# TYPE (archiver_[a-z_]+) (gauge|counter)")
_SAMPLE = re.compile(r'(archiver_[a-z_]+)\{((?:[a-z_]+="(?:[^"\\\n]|\\["\\n])*",?)+)\} (-?\d+(?:\.\d+)?)')


def ending(minutes: int = 0, *, exit_code: int = 0, archive: str = "/srv/blog", **fields) -> Ending:
    """A crawl of a minute and a half."""
    started = START + timedelta(minutes=minutes)
    end = Ending(archive=archive, started=started, ended=started + timedelta(seconds=90), **fields)
    end.exit_code = exit_code
    return end


def test_the_file_of_a_good_crawl():
    """Each figure, with what it means."""
    text = rendered(ending(counts=COUNTS, balance=BALANCE), {})
    figures = {
        key.removeprefix("archiver_")
        .replace('archive="/srv/blog"', "")
        .replace("{}", "")
        .replace("{,", "{"): n
        for key, n in samples_of(text).items()
    }
    began = START.timestamp()

    assert {
        "last_run_start_timestamp_seconds": began,
        "last_run_end_timestamp_seconds": began + 90,
        "last_success_timestamp_seconds": began + 90,
        "last_run_exit_code": 0,
        "last_run_duration_seconds": 90,
        "last_run_requests": 7,
        "last_run_received_bytes": 9000,
        "last_run_written_bytes": 5000,
        "last_run_captures": 4,
        "last_run_unchanged": 2,
        'runs_total{exit_code="0"}': 1,
        "requests_total": 7,
        "received_bytes_total": 9000,
        "written_bytes_total": 5000,
        "captures_total": 4,
        "months": 0,
        'posts{outcome="archived"}': 2,
        'posts{outcome="gone"}': 1,
        'citations{kind="footnote"}': 4,
        'sources{outcome="archived"}': 1,
        'sources{outcome="soft-404"}': 1,
        "snapshots": 9,
        "documents": 5,
        'due{kind="post"}': 0,
        'due{kind="source"}': 1,
        "balance_adds_up": 1,
    } == figures


def test_counters_go_on_and_a_failure_does_not_hide_the_last_success():
    """Two good crawls, one that failed before it asked for anything, one that found our own fault."""
    text = ""
    for minutes, code, counts in ((0, 0, COUNTS), (10, 0, COUNTS), (20, 1, {}), (30, 3, COUNTS), (40, 1, {})):
        text = rendered(ending(minutes, exit_code=code, counts=counts), samples_of(text))
    found = {key.replace('archive="/srv/blog"', ""): value for key, value in samples_of(text).items()}

    assert (21, 0, 1) == (
        found["archiver_requests_total{}"],
        found["archiver_last_run_requests{}"],
        found["archiver_last_run_exit_code{}"],
    )
    assert [2, 2, 1] == [found[f'archiver_runs_total{{,exit_code="{code}"}}'] for code in (0, 1, 3)]
    assert (START + timedelta(minutes=31.5)).timestamp() == found["archiver_last_success_timestamp_seconds{}"]


def test_an_archive_that_never_succeeded_says_no_time():
    """No sample is better than the year 1970."""
    assert "last_success" not in rendered(ending(exit_code=1), {})


@pytest.mark.parametrize("archive", ["/srv/blog", '/srv/a "b"\\c\nd', "/srv/ü x", "/srv/\udcff"])
def test_names_types_and_escapes_are_as_prometheus_wants_them(archive):
    """What `promtool check metrics` asks: HELP and TYPE before each group, counters and no others end in _total."""
    lines = rendered(ending(archive=archive, counts=COUNTS, balance=BALANCE), {}).split("\n")
    helps = [match[1] for line in lines if (match := _HELP.fullmatch(line))]
    types = dict(match.groups() for line in lines if (match := _TYPE.fullmatch(line)))
    groups = [match[1] for line in lines if (match := _SAMPLE.fullmatch(line))]

    assert (helps, lines[-1]) == (list(dict.fromkeys(groups)), "")
    assert len(lines) - 1 == 2 * len(helps) + len(groups)
    assert {name: "counter" if name.endswith("_total") else "gauge" for name in helps} == types
    assert [] == [name for name in types if "timestamp" in name and not name.endswith("_seconds")]
    assert len(groups) == len(samples_of("\n".join(lines)))


def test_the_file_is_replaced_as_a_whole_and_may_be_read_by_others(tmp_path):
    """No other file is left, and node_exporter, which is another user, can read it."""
    path = tmp_path / "archiver.prom"
    path.write_text("half a li")
    for _ in range(2):
        write(path, ending(counts=COUNTS))

    assert ([path.name], 0o644) == ([one.name for one in tmp_path.iterdir()], path.stat().st_mode & 0o777)
    assert 14 == samples_of(path.read_text())['archiver_requests_total{archive="/srv/blog"}']


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path):
    """A folder stands there: the error is raised for the caller to tell."""
    (tmp_path / "archiver.prom" / "x").mkdir(parents=True)
    with pytest.raises(OSError, match="directory"):
        write(tmp_path / "archiver.prom", ending())

    assert ["archiver.prom"] == [one.name for one in tmp_path.iterdir()]
