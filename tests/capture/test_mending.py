"""A file that a killed crawl left open is closed, whatever state its end is in; no byte is thrown away."""

import pytest

from archiver.capture.manifest import Manifest
from archiver.capture.members import read_members
from archiver.capture.mending import Mended, Whole, mend, whole_part
from archiver.capture.record import gzip_member, record_bytes

NAME = "archiver-000001-20190912100000.warc.gz"


def record(n: int) -> bytes:
    """A small record as it lies in a file."""
    return gzip_member(record_bytes([("WARC-Type", "metadata"), ("N", str(n))], "text/plain", b"x" * 20 * n))


def manifest(folder) -> Manifest:
    """A list of finished files, beside the folder of WARCs."""
    return Manifest(folder.parent / f"{folder.name}.jsonl")


RECORDS = [record(n) for n in range(3)]
WHOLE = b"".join(RECORDS)
BORDERS = [0, len(RECORDS[0]), len(RECORDS[0]) + len(RECORDS[1]), len(WHOLE)]


def test_a_cut_at_every_byte_keeps_all_whole_records(tmp_path):
    """Whatever the moment of the kill, what was whole stays and the rest lies beside it."""
    for cut in range(len(WHOLE) + 1):
        folder = tmp_path / str(cut)
        folder.mkdir()
        (folder / (NAME + ".open")).write_bytes(WHOLE[:cut])
        (mended,) = mend(folder, manifest(folder))
        good = max(border for border in BORDERS if border <= cut)
        torn = folder / f"{NAME}.{good}.torn" if good < cut else None
        files = {path.name: path.read_bytes() for path in folder.iterdir()}

        assert Mended(path=folder / NAME, kept=good, torn=torn) == mended
        assert WHOLE[:cut] == files.get(NAME, b"") + (files[torn.name] if torn else b"")
        assert (good > 0) + (torn is not None) == len(files)


@pytest.mark.parametrize(
    "tail",
    [bytes(64), b"garbage", gzip_member(b"no WARC record at all"), gzip_member(b"WARC/1.1\r\nno end")],
    ids=["zeros of a file hole", "garbage", "another gzip file", "a record without its end"],
)
def test_a_tail_that_is_no_record_is_set_aside(tmp_path, tail):
    """What a power cut writes is not always a prefix of what was meant."""
    path = tmp_path / (NAME + ".open")
    path.write_bytes(WHOLE + tail)
    (mended,) = mend(tmp_path, manifest(tmp_path))

    assert (len(WHOLE), tail) == (mended.kept, mended.torn.read_bytes())
    assert len(RECORDS) == len(list(read_members(mended.path)))


def test_a_flipped_byte_ends_what_is_whole(tmp_path):
    """The checksum of a member finds damage inside it; what comes after is set aside with it."""
    path = tmp_path / (NAME + ".open")
    data = bytearray(WHOLE)
    data[BORDERS[1] + 30] ^= 0xFF
    path.write_bytes(data)

    assert Whole(length=BORDERS[1], records=1) == whole_part(path)


def test_finished_files_are_not_touched(tmp_path):
    """Only what is marked as open is mended."""
    (tmp_path / NAME).write_bytes(WHOLE[:-3])

    assert ([], WHOLE[:-3]) == (mend(tmp_path, manifest(tmp_path)), (tmp_path / NAME).read_bytes())
