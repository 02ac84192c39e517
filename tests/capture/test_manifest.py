"""The manifest: what was finished, line chained to line, so that nothing can go without a trace."""

import json

import pytest

from archiver.capture.manifest import Entry, Fault, Manifest, file_digest, parse_entry
from tests.capture.test_warc import exchange, writer

NAMES = [f"archiver-{n:06d}-20190912100000.warc.gz" for n in (1, 2, 3)]


def filled(path) -> Manifest:
    """A manifest of three files."""
    manifest = Manifest(path)
    for n, name in enumerate(NAMES, start=1):
        manifest.append(filename=name, length=n, sha256=f"{n:064x}", records=n)
    return manifest


def test_each_line_follows_the_one_before(tmp_path):
    """The chain holds, and the last line stands for all before it."""
    manifest = filled(tmp_path / "manifest.jsonl")
    again = filled(tmp_path / "again.jsonl")

    assert ([], NAMES) == (list(manifest.faults()), list(manifest.current()))
    assert manifest.head() == again.head()
    assert manifest.head().endswith(NAMES[-1])


@pytest.mark.parametrize("number", [0, 1])
def test_a_line_taken_out_or_changed_breaks_the_chain(tmp_path, number):
    """Whatever is done to a line, the next one does not follow it."""
    manifest = filled(tmp_path / "manifest.jsonl")
    lines = manifest.lines()
    changed = json.loads(lines[number]) | {"length": 99}
    manifest.path.write_bytes(b"\n".join([*lines[:number], *lines[number + 1 :]]) + b"\n")
    taken_out = list(manifest.faults())
    manifest.path.write_bytes(
        b"\n".join([*lines[:number], json.dumps(changed).encode(), *lines[number + 1 :]]) + b"\n"
    )

    assert [Fault(line=number + 1, problem="does not follow the line before it")] == taken_out
    assert [Fault(line=number + 2, problem="does not follow the line before it")] == list(manifest.faults())


def test_a_file_is_listed_once(tmp_path):
    """A crawl that was killed between listing and naming a file does not list it again."""
    manifest = filled(tmp_path / "manifest.jsonl")
    same = manifest.append(filename=NAMES[0], length=1, sha256=f"{1:064x}", records=1)

    assert (3, NAMES[0]) == (len(manifest.lines()), same.filename)


def test_a_half_written_line_does_not_spoil_the_next(tmp_path):
    """A power cut may leave half a line: what comes after it stands on a line of its own."""
    manifest = filled(tmp_path / "manifest.jsonl")
    whole = manifest.path.read_bytes()
    manifest.path.write_bytes(whole[:-20])
    manifest.append(filename="later.warc.gz", length=1, sha256="0", records=1)

    assert [*NAMES[:2], "later.warc.gz"] == list(manifest.current())
    assert [Fault(line=3, problem="cannot be read")] == list(manifest.faults())


def test_a_file_that_was_replaced_is_not_missed(tmp_path):
    """What was salvaged takes the place of what was broken; what was lost whole is missed no more."""
    manifest = filled(tmp_path / "manifest.jsonl")
    salvaged = NAMES[0].replace(".warc.gz", "-repaired.warc.gz")
    manifest.append(filename=salvaged, length=1, sha256="0", records=1, replaces=NAMES[0])
    manifest.append(filename=NAMES[1], length=0, sha256="", records=0, replaces=NAMES[1])

    assert [NAMES[2], salvaged] == list(manifest.current())


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{}",
        b"[1]",
        b"nonsense",
        b'{"filename": 1, "length": 1, "sha256": "", "records": 1, "previous": ""}',
        b'{"filename": "../a", "length": 1, "sha256": "", "records": 1, "previous": ""}',
    ],
)
def test_what_is_no_line_is_none(line):
    """A manifest may be damaged like any file; a name in it never leads out of its folder."""
    assert parse_entry(line) is None


def test_writer_lists_what_it_finished(tmp_path):
    """Name, length, digest and number of records are those of the file; the next file names the line."""
    folder = tmp_path / "warcs"
    folder.mkdir()
    out = writer(folder, max_bytes=1)
    out.write(exchange())
    out.finish(exit_code=0, counts={})
    manifest = Manifest(tmp_path / "warcs.jsonl")
    files = sorted(folder.iterdir())
    listed = [
        Entry(
            filename=path.name,
            length=path.stat().st_size,
            sha256=file_digest(path),
            records=records,
            previous=previous,
        )
        for path, records, previous in zip(files, (1, 5), ("", manifest.entries()[1].previous), strict=True)
    ]

    assert listed == manifest.entries()
    assert [] == list(manifest.faults())
