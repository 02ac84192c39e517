"""What was taken away whole leaves no trace in what remains: the manifest, the database and the next file know of it."""

import pytest

from archiver.capture.manifest import Manifest
from archiver.repair import repair
from archiver.verify import verify
from tests.verify.archives import ids, make, writer, wrong


def lines_of(archive):
    """The lines of the manifest, with their ends."""
    return archive.manifest.read_bytes().splitlines(keepends=True)


@pytest.mark.parametrize("number", range(3))
def test_a_file_that_is_gone_is_found(archive, number):
    """First, middle or last."""
    path = archive.warc_files()[number]
    path.unlink()

    assert ("gap", path.name, 0) == wrong(archive)[0]


@pytest.mark.parametrize("number", range(3))
def test_a_file_that_is_gone_with_its_line_is_found(archive, number):
    """The next file, or the database, knows that it was there."""
    path = archive.warc_files()[number]
    path.unlink()
    lines = lines_of(archive)
    archive.manifest.write_bytes(b"".join(lines[:number] + lines[number + 1 :]))
    told = [problem for problem in verify(archive).problems if path.name in problem.message]

    assert [] != told


@pytest.mark.parametrize("number", range(3))
def test_a_line_that_is_gone_is_found(archive, number):
    """First, middle or last: its file is no longer listed, and the chain is broken unless it was the last."""
    lines = lines_of(archive)
    archive.manifest.write_bytes(b"".join(lines[:number] + lines[number + 1 :]))
    found = wrong(archive)

    assert ("manifest", archive.warc_files()[number].name, None) in found
    assert (number < 2) == (("manifest", "manifest.jsonl", number + 1) in found)


def test_a_manifest_that_is_gone_is_found(archive):
    """Without it nothing proves that all is there."""
    archive.manifest.unlink()

    assert ("manifest", "manifest.jsonl", None) == wrong(archive)[0]


def test_a_manifest_that_was_written_anew_to_hide_a_file_is_found(archive):
    """A chain that is sound in itself, without the second file: the third one was begun after that."""
    gone = archive.warc_files()[1]
    kept = [entry for entry in Manifest(archive.manifest).entries() if entry.filename != gone.name]
    gone.unlink()
    archive.manifest.unlink()
    archive.database.unlink()
    forged = Manifest(archive.manifest)
    for entry in kept:
        forged.append(
            filename=entry.filename, length=entry.length, sha256=entry.sha256, records=entry.records
        )
    kinds = {kind for kind, _, _ in wrong(archive)}

    assert {"gap", "manifest", "database"} == kinds


@pytest.mark.parametrize("mask", [0x01, 0x20, 0xFF])
def test_a_byte_of_the_manifest_that_was_changed_is_found(archive, mask):
    """Every seventh byte, whatever it means, in the last line as in the first."""
    data = archive.manifest.read_bytes()
    silent = []
    for place in [*range(0, len(data), 17), len(data) - 3]:
        archive.manifest.write_bytes(data[:place] + bytes([data[place] ^ mask]) + data[place + 1 :])
        if not wrong(archive):
            silent.append(place)

    assert [] == silent


def test_a_file_left_open_by_a_kill_is_told_and_is_no_damage_once_mended(archive):
    """The crawl was killed in the middle of a write: what is whole is kept, the torn end lies beside it."""
    path = archive.warc_files()[2]
    data = path.read_bytes()
    lines = lines_of(archive)
    archive.manifest.write_bytes(b"".join(lines[:2]))
    archive.database.unlink()
    path.unlink()
    path.with_name(path.name + ".open").write_bytes(data[:-300])

    assert ("open", path.name, 0) == wrong(archive)[0]

    report = repair(archive)

    assert () == report.fetch_again
    assert () == verify(archive).problems
    assert [] == list((archive.folder / "damaged").glob("*.warc.gz*"))


@pytest.mark.slow
def test_a_kill_at_any_byte_leaves_an_archive_that_is_whole_after_mending(tmp_path):
    """Cut an open file at every offset: mended, it is whole, though its last exchange may lack its end."""
    archive = make(tmp_path / "archive", files=2)
    path = archive.warc_files()[1]
    data = path.read_bytes()
    first = lines_of(archive)[0]
    for cut in range(0, len(data) + 1, 23):
        for other in archive.warcs.iterdir():
            if other.name.startswith(path.name):
                other.unlink()
        archive.manifest.write_bytes(first)
        path.with_name(path.name + ".open").write_bytes(data[:cut])
        repair(archive)

        assert () == verify(archive).problems


def test_a_file_that_nobody_listed_is_listed_by_repair(archive):
    """The last line is gone, the file is whole: it is listed again, and nothing else is touched."""
    before = archive.manifest.read_bytes()
    archive.manifest.write_bytes(b"".join(lines_of(archive)[:2]))
    repair(archive)

    assert before == archive.manifest.read_bytes()
    assert not (archive.folder / "damaged").exists()


@pytest.mark.parametrize("number", range(3))
def test_repair_lists_a_lost_file_as_lost(archive, number):
    """What is gone stays known to be gone, what it held is named, and the archive is whole without it."""
    archive.warc_files()[number].unlink()
    report = repair(archive)
    name = report.done[0].partition(" ")[0]

    assert {f"http://blog.example/{4 * number + n}" for n in range(4)} == set(report.fetch_again)
    assert () == verify(archive).problems
    assert name not in Manifest(archive.manifest).current()
    assert name in {entry.filename for entry in Manifest(archive.manifest).entries()}


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("change", [b"", b"nonsense\n", b'{"filename": "other.warc.gz"}\n'])
def test_repair_writes_a_broken_manifest_anew_and_says_so_in_it(archive, number, change):
    """The old one is kept; what is taken out of the new one is found as before."""
    lines = lines_of(archive)
    broken = b"".join([*lines[:number], change, *lines[number + 1 :]])
    archive.manifest.write_bytes(broken)
    repair(archive)
    kept = list((archive.folder / "damaged").glob("manifest.jsonl*"))

    assert () == verify(archive).problems
    assert all(path.read_bytes().startswith(broken) for path in kept)
    assert bool(kept) or (number, change) == (2, b"")

    archive.manifest.write_bytes(b"".join(lines_of(archive)[:-1]))

    assert [] != wrong(archive)


def test_the_next_crawl_goes_on_with_the_chain(archive):
    """After a manifest was written anew, files that are written later are held to it strictly."""
    archive.manifest.unlink()
    repair(archive)
    out = writer(archive.folder, ids(1))
    out.finish(exit_code=0, counts={})
    whole = [problem for problem in verify(archive).problems if problem.kind != "database"]
    lines = lines_of(archive)
    archive.manifest.write_bytes(b"".join(lines[-1:]))

    assert [] == whole
    assert "manifest" in {kind for kind, file, _ in wrong(archive) if file == archive.warc_files()[3].name}
