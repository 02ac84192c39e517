"""Figures for Prometheus: the text format 0.0.4, in a file for node_exporter's textfile collector.

What is true of the last crawl and of the archive are gauges. What adds up over crawls are counters, which go on from the
file that is replaced; without one they begin at 0, as counters may.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from archiver.collection.durable import replacing
from archiver.operations.ending import Ending

_PREFIX = "archiver_"
_SAMPLE_LIMIT = 1 << 20  # bytes of an old file that are read

Labels = Mapping[str, str]
Samples = list[tuple[Labels, float]]
Metric = tuple[str, str, str, Samples]  # name, type, help, samples

_LAST_SUCCESS = "last_success_timestamp_seconds"
_RUNS = "runs_total"
# By counter: what it counts, and the count of a crawl that adds to it.
_COUNTERS = {
    "requests_total": ("Requests sent to hosts.", "requests"),
    "received_bytes_total": ("Bytes of answers as received.", "bytes"),
    "written_bytes_total": ("Bytes written to WARC files.", "warc bytes"),
    "captures_total": ("Answers whose content was not kept before.", "new"),
}
# By gauge: what it says of the last crawl, and the count.
_COUNTS = {
    "last_run_requests": ("Requests that the last crawl sent.", "requests"),
    "last_run_received_bytes": ("Bytes of answers that the last crawl received.", "bytes"),
    "last_run_written_bytes": ("Bytes that the last crawl wrote to WARC files.", "warc bytes"),
    "last_run_captures": ("Answers of the last crawl whose content was not kept before.", "new"),
    "last_run_unchanged": ("Pages that had not changed when the last crawl asked.", "unchanged"),
}


def rendered(end: Ending, before: Mapping[str, float]) -> str:
    """The file's text. `before` are the samples of the file that it replaces."""
    lines: list[str] = []
    for name, kind, told, samples in (*_of_run(end, before), *_of_archive(end)):
        if samples:
            lines += [f"# HELP {_PREFIX}{name} {told}", f"# TYPE {_PREFIX}{name} {kind}"]
            lines += [f"{_key(name, labels, end)} {_number(value)}" for labels, value in samples]
    return "\n".join(lines) + "\n"


def samples_of(text: str) -> dict[str, float]:
    """The samples of a file of ours, each by its name with its labels; what is none is passed over."""
    found: dict[str, float] = {}
    for line in text.splitlines():
        key, _, value = line.rpartition(" ")
        if key.startswith(_PREFIX):
            with suppress(ValueError):
                found[key] = float(value)
    return found


def write(path: Path, end: Ending) -> None:
    """Replace the file as a whole: who reads it sees the old one or the new one.

    Raises:
        OSError: it cannot be written. The old one stays.
    """
    text = rendered(end, samples_of(_old(path)))
    # node_exporter is another user. What stands beside the file does not end in .prom: nobody reads it.
    with replacing(path, mode=0o644, is_lasting=False) as file:
        file.write(text)


def _old(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return file.read(_SAMPLE_LIMIT)
    except FileNotFoundError:
        return ""


def _of_run(end: Ending, before: Mapping[str, float]) -> Iterator[Metric]:
    ended = end.ended or end.started

    def old(name: str, **labels: str) -> float | None:
        return before.get(_key(name, labels, end))

    started, finished = end.started.timestamp(), ended.timestamp()
    yield "last_run_start_timestamp_seconds", "gauge", "When the last crawl began.", [({}, started)]
    yield "last_run_end_timestamp_seconds", "gauge", "When the last crawl ended.", [({}, finished)]
    success = finished if end.is_success else old(_LAST_SUCCESS)
    told = "When a crawl last ended with exit code 0 or 3."
    yield _LAST_SUCCESS, "gauge", told, [] if success is None else [({}, success)]
    yield "last_run_exit_code", "gauge", "How the last crawl ended: 0 is well.", [({}, end.exit_code)]
    yield "last_run_duration_seconds", "gauge", "How long the last crawl took.", [({}, finished - started)]
    for name, (told, count) in _COUNTS.items():
        yield name, "gauge", told, [({}, end.counts.get(count, 0))]
    codes = _codes(end, before) | {str(end.exit_code)}
    runs = [
        ({"exit_code": code}, (old(_RUNS, exit_code=code) or 0) + (code == str(end.exit_code)))
        for code in sorted(codes, key=int)
    ]
    yield _RUNS, "counter", "Crawls by exit code.", list(runs)
    for name, (told, count) in _COUNTERS.items():
        yield name, "counter", told, [({}, (old(name) or 0) + end.counts.get(count, 0))]


def _of_archive(end: Ending) -> Iterator[Metric]:
    kept = end.balance
    if kept is None:
        return
    yield "months", "gauge", "Months of the blog's archives.", [({}, len(kept.months))]
    heaps = (
        ("posts", "Posts by outcome.", "outcome", kept.posts_by_outcome),
        ("citations", "Places where posts cite something, by kind.", "kind", kept.citations_by_kind),
        ("sources", "Cited sources by outcome.", "outcome", kept.sources_by_outcome),
    )
    for name, told, label, sizes in heaps:
        yield name, "gauge", told, [({label: heap}, size) for heap, size in sorted(sizes.items())]
    yield "snapshots", "gauge", "Captures, failures among them.", [({}, kept.snapshots)]
    yield "documents", "gauge", "Readings of captures.", [({}, kept.documents)]
    due = [({"kind": "post"}, kept.due_posts), ({"kind": "source"}, kept.due_sources)]
    yield "due", "gauge", "What the next crawl would ask for, of what is known.", list(due)
    told = "Whether each thing has exactly one outcome: 1, or 0."
    yield "balance_adds_up", "gauge", told, [({}, int(kept.adds_up))]


def _codes(end: Ending, before: Mapping[str, float]) -> set[str]:
    """The exit codes that the old file counts for this archive."""
    start, stop = _key(_RUNS, {"exit_code": "\0"}, end).split("\0")
    found = {key[len(start) : -len(stop)] for key in before if key.startswith(start) and key.endswith(stop)}
    return {code for code in found if code.isdecimal()}


def _key(name: str, labels: Labels, end: Ending) -> str:
    """A sample's name with its labels. Archives of one machine share names, and are told apart by their folder."""
    pairs = ",".join(
        f'{key}="{_escaped(value)}"' for key, value in {"archive": end.archive, **labels}.items()
    )
    return f"{_PREFIX}{name}{{{pairs}}}"


def _escaped(text: str) -> str:
    safe = text.encode("utf-8", "replace").decode("utf-8")  # a path may be no text
    return safe.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else repr(round(value, 3))
