"""The log: a line of JSON an event, harmless to look at, without secrets, and never in the crawl's way."""

import errno
import json
import logging
import os

import pytest

from archiver.operations.log import JsonLines


@pytest.fixture
def path(tmp_path):
    """Where it is kept."""
    return tmp_path / "crawl.jsonl"


def open_log(path, *, max_bytes=0, keep=2, secrets=(), level=logging.INFO) -> JsonLines:
    """A log."""
    return JsonLines(path, level=level, max_bytes=max_bytes, keep=keep, secrets=secrets)


def tell(log, message, *, level=logging.INFO, fault=None, **extra) -> None:
    """Log an event."""
    info = (type(fault), fault, fault.__traceback__) if fault is not None else None
    record = logging.LogRecord("spiders.recorder", level, __file__, 1, message, None, info)
    record.__dict__.update(extra)
    log.handle(record)


def told(path) -> list[dict]:
    """The events in a file."""
    return [json.loads(line) for line in path.read_text(encoding="ascii").splitlines()]


def test_an_event_is_an_object_on_a_line(path):
    """Time, level, logger, message, and what is known of the page; nothing that is not known."""
    log = open_log(path)
    tell(log, "gone", url="https://a.example/", role="source", status=410, failure=None, other="x")
    (event,) = told(path)
    log.close()

    assert event.pop("time").endswith("+00:00")
    assert {
        "level": "info",
        "logger": "spiders.recorder",
        "message": "gone",
        "url": "https://a.example/",
        "role": "source",
        "status": 410,
    } == event


def test_nothing_drives_a_terminal_or_makes_a_second_line(path):
    """A stranger's text with newlines, ESC, DEL, C1 and direction controls stays on one line of printable ASCII."""
    hostile = "a\nb\r\x1b[31m\x7f\x9b\u2028\u202e\ud800"
    log = open_log(path)
    tell(log, hostile, url=f"https://a.example/{hostile}", fault=ValueError(hostile))
    log.close()
    data = path.read_bytes()

    assert ([True], hostile) == ([data.count(b"\n") == 1], told(path)[0]["message"])
    assert set() == set(data[:-1]) - set(range(0x20, 0x7F))


def test_secrets_are_taken_out_wherever_they_stand(path):
    """Passwords, cookies, the ping's address, and users in addresses: in messages, addresses and tracebacks."""
    log = open_log(path, secrets=["canary-1", "https://hc.example/canary-2"])
    tell(
        log,
        "Basic canary-1 for https://ada:canary-3@a.example/",
        url="https://canary-3@a.example/?q=canary-1",
        fault=OSError("https://hc.example/canary-2/start"),
    )
    log.close()
    text = path.read_text()

    assert (True, []) == ("a.example/" in text, [n for n in (1, 2, 3) if f"canary-{n}" in text])


def test_a_long_text_is_cut(path):
    """A message of megabytes does not fill the log."""
    log = open_log(path)
    tell(log, "x" * 5_000_000, url="u" * 5_000_000)
    log.close()

    assert path.stat().st_size < 120_000


def test_levels_are_obeyed(path):
    """What is below the level is not written."""
    log = open_log(path, level=logging.WARNING)
    logger = logging.Logger("x")  # noqa: LOG001  # of this test alone
    logger.addHandler(log)
    logger.info("no")
    logger.warning("%s", "yes")
    log.close()

    assert ["yes"] == [event["message"] for event in told(path)]


def test_a_full_file_is_moved_on_and_old_ones_go(path):
    """crawl.jsonl.1 is the latest of the old ones; no more than `keep` are kept; no event is cut in two."""
    log = open_log(path, max_bytes=300, keep=2)
    for number in range(12):
        tell(log, f"{number:0100}")
    log.close()
    files = sorted(path.parent.iterdir())
    numbers = [int(event["message"]) for file in reversed(files) for event in told(file)]

    assert [path.name, f"{path.name}.1", f"{path.name}.2"] == [file.name for file in files]
    assert (list(range(12))[-len(numbers) :], []) == (numbers, [f for f in files if f.stat().st_size > 300])


def test_it_follows_logrotate(path):
    """A file that was moved away gets no more lines; a new one stands in its place."""
    log = open_log(path)
    tell(log, "before")
    path.rename(path.with_suffix(".old"))
    tell(log, "after")
    path.unlink()
    tell(log, "last")
    log.close()

    assert ["before"] == [event["message"] for event in told(path.with_suffix(".old"))]
    assert ["last"] == [event["message"] for event in told(path)]


def test_a_full_disk_costs_events_and_says_so(path, monkeypatch):
    """Nothing is raised; when there is room again, the log says how many were lost, and every line is whole."""
    log = open_log(path)
    tell(log, "one")
    real = os.write
    room = [10, 0, 0]  # half a line, then nothing

    def write(file, data):
        if not room:
            return real(file, data)
        size = room.pop(0)
        if not size:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(file, data[:size])

    monkeypatch.setattr(os, "write", write)
    for message in ("two", "three", "four", "five"):
        tell(log, message)
    monkeypatch.undo()
    log.close()
    first, half, *rest = path.read_text().splitlines()

    assert (errno.ENOSPC, "one", 10) == (log.error.errno, json.loads(first)["message"], len(half))
    assert ["3 events could not be written", "five"] == [json.loads(line)["message"] for line in rest]


@pytest.mark.parametrize("kind", ["no folder", "a folder", "a pipe that nobody reads"])
def test_a_place_that_cannot_be_written_holds_nothing_up(path, kind):
    """The error is kept for whoever tells of it at the end."""
    if kind == "a folder":
        path.mkdir()
    elif kind.startswith("a pipe"):
        os.mkfifo(path)
    log = open_log(path if kind != "no folder" else path / "there" / "x")
    tell(log, "x")
    log.close()

    assert isinstance(log.error, OSError)


def test_arguments_that_do_not_fit_are_no_error(path):
    """A library's mistake in its own message costs the arguments alone."""
    log = open_log(path)
    log.handle(logging.LogRecord("x", logging.INFO, __file__, 1, "%d apples", ("many",), None))
    log.close()

    assert ["%d apples"] == [event["message"] for event in told(path)]
