"""What is told around a crawl, whatever comes of it."""

import json
import logging
from datetime import UTC, datetime

import pytest

from archiver.cli._overseeing import logged, overseen
from archiver.cli._signals import Terminated
from archiver.collection.folder import create_collection
from archiver.models.errors import ArchiverError
from archiver.operations.metrics import samples_of
from tests.operations.test_ping import healthchecks

STARTED = datetime(2026, 11, 28, 3, 17, tzinfo=UTC)
TOML = """\
[blog]
seeds = ["https://blog.example.org/"]
[log]
file = "crawl.jsonl"
[metrics]
textfile = "archiver.prom"
"""


@pytest.fixture
def collection(tmp_path):
    """One that tells all that there is to tell."""
    return create_collection(tmp_path / "archive", TOML)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    """This machine's environment is nobody's."""
    monkeypatch.setenv("no_proxy", "*")


def _end(error: BaseException | None) -> None:
    if error is not None:
        raise error


def crawl(collection, error: BaseException | None, *, exit_code: int = 0) -> list[str]:
    """Oversee a crawl that ends so; what the check was told."""
    with healthchecks() as (url, told):
        collection.credentials.write_text(f'[ping]\nurl = "{url}"\n')
        try:
            with logged(collection.folder, None), overseen(collection, STARTED) as end:
                logging.getLogger("spiders.x").info("asked %s", url)
                _end(error)
                end.exit_code = exit_code
        except BaseException as caught:  # noqa: BLE001  # it is handed on as it was
            assert caught is error  # noqa: PT017
    return [ping.partition("?")[0].rpartition("/")[2] for ping in told]


ENDS = [
    # well; with a fault of ours in it
    (None, 0, 0, None),
    (None, 3, 3, None),
    # failed; stopped by Ctrl-C, by SIGTERM; by a fault that nobody foresaw
    (ArchiverError("the disk is full"), 0, 1, "the disk is full"),
    (KeyboardInterrupt(), 0, 130, "stopped by a signal"),
    (Terminated(), 0, 143, "stopped by a signal"),
    (ZeroDivisionError("x"), 0, 1, "our own fault: ZeroDivisionError('x')"),
]


@pytest.mark.parametrize(("error", "given", "expected", "says"), ENDS)
def test_every_end_is_told_to_log_figures_and_check(collection, error, given, expected, says):
    """The same exit code in all of them; the check's address in none; the log has what was said."""
    pings = crawl(collection, error, exit_code=given)
    text = (collection.folder / "crawl.jsonl").read_text(encoding="ascii")
    events = [json.loads(line) for line in text.splitlines()]
    figures = samples_of((collection.folder / "archiver.prom").read_text(encoding="utf-8"))
    (code,) = [value for name, value in figures.items() if "last_run_exit_code" in name]
    expected_messages = [
        "crawl begun",
        "asked [removed by archiver]",
        "crawl ended",
        *([says] if says else []),
    ]

    assert (["start", str(expected)], expected) == (pings, code)
    assert expected_messages == [event["message"] for event in events]
    assert {expected} == {event["exit_code"] for event in events if "exit_code" in event}
    assert isinstance(error, ZeroDivisionError) == ("traceback" in events[-1])
    assert [] == [one for one in logging.getLogger().handlers if "JsonLines" in repr(one)]


def test_what_cannot_be_told_is_one_warning_each(collection, capsys):
    """No place for the log, none for the figures: the crawl ends as it does."""
    collection.toml.write_text(TOML.replace('"crawl', '"no/crawl').replace('"archiver', '"no/archiver'))
    pings = crawl(collection, None)

    assert (["start", "0"], ["figures", "log"]) == (
        pings,
        [line.partition(": the ")[2].split()[0] for line in capsys.readouterr().err.splitlines()],
    )


def test_without_settings_nothing_is_told(tmp_path, capsys):
    """No file appears."""
    collection = create_collection(tmp_path / "archive", TOML.partition("[log]")[0])
    with logged(collection.folder, None), overseen(collection, STARTED):
        pass

    assert (["collection.toml", "warcs"], "") == (
        sorted(path.name for path in collection.folder.iterdir()),
        capsys.readouterr().err,
    )


def test_the_log_of_the_command_line_comes_first(collection, tmp_path):
    """`--log FILE` instead of the one in the settings; where there is no archive yet, too."""
    for folder in (collection.folder, tmp_path / "new"):
        with pytest.raises(ArchiverError), logged(folder, tmp_path / "own.jsonl"):
            raise ArchiverError("x")

    assert 2 == len((tmp_path / "own.jsonl").read_text().splitlines())
    assert not (collection.folder / "crawl.jsonl").exists()
