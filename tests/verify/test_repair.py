"""A repair loses nothing, whenever it is killed, and says what is lost already."""

import os
from pathlib import Path

import pytest

from archiver.capture.verifying.file import FileCheck
from archiver.models.checked import Checked
from archiver.repair import repair
from archiver.verify import verify
from tests.verify.archives import copy, exchange, ids, members, plain, writer
from tests.verify.damage import DAMAGES, RESPONSE, at, flipped, spliced, stored_member


class KilledError(BaseException):
    """Stands for `kill -9`."""


def whole_ids(archive):
    """The records of the crawls: those that a repair writes have ids by chance."""
    found = (item for path in archive.warc_files() for item in FileCheck(path))
    return {
        item.record_id
        for item in found
        if isinstance(item, Checked) and item.is_whole and item.record_id.startswith("<urn:uuid:000000")
    }


def everything_at_once(archive):
    """A broken file, an open one with damage in its middle, a manifest without its first line."""
    first, second, third = archive.warc_files()
    first.write_bytes(at(flipped(100))(first.read_bytes()))
    second.write_bytes(b"")
    third.write_bytes(DAMAGES["24 zeros in the middle"](third.read_bytes()))
    third.rename(third.with_name(third.name + ".open"))
    archive.manifest.write_bytes(b"".join(archive.manifest.read_bytes().splitlines(keepends=True)[1:]))


def killed_at(monkeypatch, moment):
    """Make the program die at the n-th thing that it does to the disk."""
    left = [moment]

    def deadly(owner, name):
        real = getattr(owner, name)

        def wrapped(*args, **kwargs):
            left[0] -= 1
            if left[0] == 0:
                raise KilledError
            return real(*args, **kwargs)

        monkeypatch.setattr(owner, name, wrapped)

    for owner, name in ((Path, "rename"), (Path, "replace"), (Path, "mkdir"), (os, "fsync")):
        deadly(owner, name)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_a_repair_that_is_killed_is_finished_by_the_next(pristine, tmp_path, monkeypatch, part):
    """Whatever it had just done to the disk."""
    model = copy(pristine, tmp_path / "model")
    everything_at_once(model)
    report = repair(model)
    moment = part + 1
    killed = True
    while killed:
        archive = copy(pristine, tmp_path / str(moment))
        everything_at_once(archive)
        with monkeypatch.context() as context:
            killed_at(context, moment)
            try:
                repair(archive)
                killed = False
            except KilledError:
                moment += 4
        repair(archive)
        told = (archive.folder / "damaged" / "fetch-again.txt").read_text(encoding="utf-8").splitlines()

        assert () == verify(archive).problems
        assert whole_ids(model) == whole_ids(archive)
        assert set(report.fetch_again) == set(told)
    assert moment > 40


def test_a_lost_answer_is_to_be_fetched_again(archive):
    """The record's own header may still be read; else the metadata beside it, the database or the index tell."""
    path = archive.warc_files()[0]
    path.write_bytes(DAMAGES["24 zeros in the middle"](path.read_bytes()))
    report = repair(archive)

    assert ("http://blog.example/1",) == report.fetch_again
    assert "http://blog.example/1\n" == (archive.folder / "damaged" / "fetch-again.txt").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize("derived", ["archive.db", "index.cdxj"])
def test_what_is_lost_is_known_without_the_database_or_without_the_index(archive, derived):
    """Either of them is enough."""
    (archive.folder / derived).unlink()
    archive.warc_files()[0].unlink()
    report = repair(archive)

    assert {f"http://blog.example/{n}" for n in range(3)} <= set(report.fetch_again)


def test_a_revisit_goes_with_its_original(archive):
    """An archive never holds a revisit whose original it lacks."""
    path = archive.warc_files()[0]
    original = sum(map(len, members(path.read_bytes())[:1]))
    data = path.read_bytes()
    path.write_bytes(data[: original + 100] + b"\xff" + data[original + 101 :])
    problems = {(problem.kind, problem.url) for problem in verify(archive).problems}
    report = repair(archive)

    assert ("revisit", "http://blog.example/2") in problems
    assert ("http://blog.example/0", "http://blog.example/2") == tuple(sorted(report.fetch_again))
    assert () == verify(archive).problems
    assert not any(
        b"WARC-Type: revisit" in plain(one) for one in members(archive.warc_files()[0].read_bytes())
    )


def test_a_repaired_file_can_be_repaired_again(archive):
    """It is broken once more: the new name is another, and its place in the order the same."""
    for _ in range(3):
        path = archive.warc_files()[0]
        data = path.read_bytes()
        path.write_bytes(data[:-200] + b"\xff" + data[-199:])
        repair(archive)

        assert () == verify(archive).problems
    assert 3 == len(list((archive.folder / "damaged").glob("*.warc.gz")))
    assert "archiver-000001-" == archive.warc_files()[0].name[:16]


def test_a_broken_file_that_comes_back_is_set_aside_under_another_name(archive):
    """Nothing in the folder `damaged` is ever overwritten, and no record comes in twice."""
    path = archive.warc_files()[0]
    broken = DAMAGES["24 zeros in the middle"](path.read_bytes())
    for _ in range(2):
        path.write_bytes(broken)
        repair(archive)

        assert () == verify(archive).problems
    kept = sorted((archive.folder / "damaged").glob("*.warc.gz*"))

    assert [broken, broken] == [one.read_bytes() for one in kept]


def test_the_file_from_a_copy_brings_back_what_was_lost(archive):
    """Somebody finds the whole file after it was repaired: what the repair had lost comes back."""
    path = archive.warc_files()[0]
    good = path.read_bytes()
    path.write_bytes(DAMAGES["24 zeros in the middle"](good))
    before = whole_ids(archive)
    repair(archive)
    path.write_bytes(good)
    repair(archive)
    after = whole_ids(archive)

    assert () == verify(archive).problems
    assert 1 == len(after - before)


def test_a_healthy_archive_is_not_touched(archive):
    """There is nothing to do, and nothing is done."""
    before = {
        path: path.read_bytes()
        for path in archive.folder.rglob("*")
        if path.is_file() and "-" not in path.suffix
    }
    report = repair(archive)

    assert (False, ()) == (report.is_repaired, report.done)
    assert all(path.read_bytes() == data for path, data in before.items())


def test_a_record_that_lay_in_a_payload_is_not_taken_for_one_of_ours(archive):
    """A blog cites a WARC file: when the record that holds it breaks, its content does not spill into the archive."""
    inner = archive.warc_files()[0].read_bytes()
    head = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(inner)
    out = writer(archive.folder, ids(1))
    out.write(exchange(60, head + inner))
    out.finish(exit_code=0, counts={})
    path = archive.warc_files()[3]
    parts = members(path.read_bytes())
    parts[1] = flipped(200)(stored_member(plain(parts[1])))
    path.write_bytes(b"".join(parts))
    assert inner in path.read_bytes()
    kinds = {problem.kind for problem in verify(archive).problems if problem.file == path.name}
    repair(archive)

    assert "duplicate-id" not in kinds
    assert () == verify(archive).problems


def test_the_end_of_a_broken_exchange_is_kept(archive):
    """The request and the metadata of a lost response are whole, and stay."""
    path = archive.warc_files()[0]
    kept = [plain(one) for one in members(path.read_bytes())[RESPONSE + 1 : RESPONSE + 3]]
    path.write_bytes(spliced(lambda parts: parts[:RESPONSE] + parts[RESPONSE + 1 :])(path.read_bytes()))
    repair(archive)
    there = [plain(one) for one in members(archive.warc_files()[0].read_bytes())]

    assert all(one in there for one in kept)
