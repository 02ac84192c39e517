"""Whatever is done to a WARC file is found; and what is whole in it is kept."""

import pytest

from archiver.capture.verifying.file import FileCheck
from archiver.models.checked import Checked
from archiver.models.problem import KINDS, Problem
from archiver.repair import repair
from archiver.verify import verify
from tests.verify.archives import members, plain, wrong
from tests.verify.damage import DAMAGES, RESPONSE, WITHOUT_A_TRACE


def problems_of(path):
    """What a file tells by itself."""
    check = FileCheck(path)
    found = [item for item in check if isinstance(item, Problem)]
    return [*found, *([check.loose_end] if check.loose_end else [])]


def records(collection):
    """All records of an archive, unpacked, by zlib."""
    data = b"".join(path.read_bytes() for path in collection.warc_files())
    return [plain(member) for member in members(data)]


def test_a_whole_archive_is_whole(archive):
    """Nothing is wrong, and all was looked at."""
    report = verify(archive)

    assert ((), (), 3, 39) == (report.problems, report.notes, report.files, report.records)
    assert sum(path.stat().st_size for path in archive.warc_files()) == report.bytes


def test_nothing_is_left_behind(archive):
    """Verifying changes no file of the archive, and leaves none."""
    before = {path.name: path.read_bytes() for path in archive.folder.iterdir() if path.is_file()}
    verify(archive)
    after = {path.name for path in archive.folder.iterdir() if path.is_file() and "-" not in path.name}

    assert {*before, ".lock"} >= after
    assert all((archive.folder / name).read_bytes() == data for name, data in before.items())


@pytest.mark.parametrize("name", DAMAGES)
def test_damage_is_found(archive, name):
    """Every kind of damage is found, and the file is named."""
    path = archive.warc_files()[1]
    path.write_bytes(DAMAGES[name](path.read_bytes()))
    found = wrong(archive)

    assert path.name in {file for _, file, _ in found}
    assert {kind for kind, _, _ in found} <= set(KINDS)


@pytest.mark.parametrize(
    "name", [name for name in DAMAGES if name not in WITHOUT_A_TRACE and name[:2] != "18"]
)
def test_damage_is_found_without_the_manifest(archive, name):
    """What leaves a trace in the file is found there, with its place, without what was noted outside."""
    path = archive.warc_files()[0]
    path.write_bytes(DAMAGES[name](path.read_bytes()))

    assert [] != problems_of(path)
    assert all(problem.offset is not None for problem in problems_of(path))


@pytest.mark.parametrize("name", DAMAGES)
def test_what_is_whole_is_salvaged(archive, name):
    """After a repair all is whole, nothing that was whole is missing, and the broken file lies beside it."""
    path = archive.warc_files()[0]
    before = members(path.read_bytes())
    damaged = DAMAGES[name](path.read_bytes())
    path.write_bytes(damaged)
    left = [plain(member) for member in before if member in damaged]
    if name.startswith("32"):
        del left[RESPONSE]  # of two records that contradict each other, the one that should be proven is not
    report = repair(archive)
    after = records(archive)

    assert report.problems
    assert () == verify(archive).problems
    assert [] == [record[:200] for record in left if record not in after]
    assert damaged == (archive.folder / "damaged" / path.name).read_bytes()


def test_records_that_share_a_member_are_parted(archive):
    """A file that another tool packed as one member holds every record again, each in a member of its own."""
    path = archive.warc_files()[0]
    before = records(archive)
    path.write_bytes(DAMAGES["23 all in one gzip member"](path.read_bytes()))
    repair(archive)

    assert set(before) < set(records(archive))


@pytest.mark.parametrize("place", range(10))
def test_a_flipped_byte_is_found_wherever_it_is(archive, place):
    """Each byte of a file in turn (every tenth here; all in the slow test), by the file alone."""
    path = archive.warc_files()[0]
    data = path.read_bytes()
    silent = [n for n in range(place * 7, len(data), 137) if not _found(path, data, n)]

    assert [] == silent


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_every_flipped_byte_is_found(archive):
    """No byte of a file can be changed unnoticed, and one that is costs one record at most."""
    path = archive.warc_files()[0]
    data = path.read_bytes()
    silent = [n for n in range(len(data)) if not _found(path, data, n)]

    assert [] == silent


def _found(path, data, place):
    path.write_bytes(data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :])
    check = FileCheck(path)
    items = list(check)
    whole = sum(isinstance(item, Checked) and item.is_whole for item in items)
    assert whole >= 12
    return any(isinstance(item, Problem) for item in items)


def test_a_cut_is_found_wherever_it_is(archive):
    """A file that ends early is found: inside a record by itself, between records by what is noted outside."""
    path = archive.warc_files()[2]
    data = path.read_bytes()
    ends = [0]
    for member in members(data):
        ends.append(ends[-1] + len(member))
    for cut in [*range(1, len(data), 61), *ends[1:-1]]:
        path.write_bytes(data[:cut])

        assert [] != (wrong(archive) if cut in ends else problems_of(path))


def test_a_record_that_stands_twice_is_found_in_whatever_file(archive):
    """An id is used once in an archive, and the second record with it is named."""
    first, second, _ = archive.warc_files()
    member = members(first.read_bytes())[RESPONSE]
    offset = second.stat().st_size
    second.write_bytes(second.read_bytes() + member)

    assert ("duplicate-id", second.name, offset) in wrong(archive)


def test_damage_names_the_record_and_its_place(archive):
    """File, offset, id and address of what is broken stand in the problem."""
    path = archive.warc_files()[0]
    path.write_bytes(DAMAGES["04 the payload is changed"](path.read_bytes()))
    offset = sum(map(len, members(path.read_bytes())[:RESPONSE]))
    (first, *_) = verify(archive).problems

    assert ("digest", path.name, offset, "http://blog.example/1") == (
        first.kind,
        first.file,
        first.offset,
        first.url,
    )
    assert "<urn:uuid:00000000-0000-4000-8000-000000000004>" == first.record_id
