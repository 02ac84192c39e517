"""Whatever is changed in a package is found; what others write differently is a remark."""

import json
import random
import struct
import zipfile

import pytest

from archiver.capture import wacz
from archiver.capture.packing import indexing
from archiver.packing.writing import package, write_wacz
from archiver.verify_package import verify_package
from tests.packing.packages import members, put_together, records, wrong

CDX, WARC, PAGES = "indexes/index.cdx", "archive/data.warc.gz", "pages/pages.jsonl"


def test_a_whole_package_is_whole(post):
    """Nothing is wrong, nothing is odd; and it is said what that does not prove."""
    report = verify_package(post)

    assert ([], []) == (report.problems, report.notes)
    assert (1, 32, 9, 2) == (report.files, report.records, report.lines, report.pages)
    assert "neither signed nor stamped" in report.proven


def flipped(post, path, seed, times):
    """Places at which a flipped bit was not found: in each member, in its header, and in the directory."""
    data, chance = post.read_bytes(), random.Random(seed)
    with zipfile.ZipFile(post) as opened:
        infos, directory = opened.infolist(), opened.start_dir
    places = [chance.randrange(directory, len(data)) for _ in range(10 * times)]
    for info in infos:
        name_length, extra_length = struct.unpack_from("<2H", data, info.header_offset + 26)
        start = info.header_offset + 30 + name_length + extra_length
        places.append(chance.randrange(info.header_offset, start))
        places += [chance.randrange(start, start + info.file_size) for _ in range(times) if info.file_size]
    missed = []
    for place in places:
        changed = data[place] ^ (1 << chance.randrange(8))
        path.write_bytes(data[:place] + bytes([changed]) + data[place + 1 :])
        if not verify_package(path).problems:
            missed.append(place)
    return missed


def test_a_flipped_bit_is_found(post, tmp_path):
    """In any member, in any header, in the directory at the end."""
    assert [] == flipped(post, tmp_path / "a.wacz", seed=1, times=1)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_flipped_bits_are_found_wherever_they_are(post, tmp_path):
    """The same at many more places."""
    assert [] == flipped(post, tmp_path / "a.wacz", seed=2, times=8)


def edited(name, old, new):
    """Change a member."""

    def change(parts):
        assert old in parts[name]
        return parts | {name: parts[name].replace(old, new, 1)}

    return change


def without(name):
    """Leave a member out."""
    return lambda parts: {each: data for each, data in parts.items() if each != name}


def shuffled(parts):
    """Two lines of the index change places."""
    first, second, *rest = parts[CDX].splitlines(keepends=True)
    return parts | {CDX: b"".join([second, first, *rest])}


def cut(number):
    """Take a record out."""

    def change(parts):
        found = records(parts[WARC])
        del found[number]
        return parts | {WARC: b"".join(found)}

    return change


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        # the index: each field of a line
        (edited(CDX, b'"offset": "', b'"offset": "1'), ("cdxj", CDX)),
        (edited(CDX, b'"length": "', b'"length": "1'), ("cdxj", CDX)),
        (edited(CDX, b'"status": "200"', b'"status": "404"'), ("cdxj", CDX)),
        (edited(CDX, b'"mime": "text/css"', b'"mime": "text/html"'), ("cdxj", CDX)),
        (edited(CDX, b'"digest": "sha1:', b'"digest": "sha1:A'), ("cdxj", CDX)),
        (edited(CDX, b'"recordDigest": "sha256:', b'"recordDigest": "sha256:0'), ("cdxj", CDX)),
        (edited(CDX, b'"url": "http://blog.example/', b'"url": "http://other.example/'), ("cdxj", CDX)),
        (edited(CDX, b" 2019", b" 2018"), ("cdxj", CDX)),
        (edited(CDX, b"example,blog)/", b"example,blob)/"), ("cdxj", CDX)),
        (edited(CDX, b"{", b"["), ("cdxj", CDX)),
        (shuffled, ("cdxj", CDX)),
        # a line is missing
        (lambda parts: parts | {CDX: b"".join(parts[CDX].splitlines(keepends=True)[1:])}, ("cdxj", "data.warc.gz")),
        (without(CDX), ("package", "indexes/")),
        # pages that were never captured, or not then
        (edited(PAGES, b"2019/09/mills", b"2019/09/mulls"), ("pages", PAGES)),
        (edited(PAGES, b'"ts": "2019', b'"ts": "2018'), ("pages", PAGES)),
        # records: taken out with and without a trace, cut, repeated
        (cut(0), ("record", "data.warc.gz")),
        (cut(1), ("missing-record", "data.warc.gz")),
        (cut(2), ("torn", "data.warc.gz")),
        (cut(3), ("missing-record", "data.warc.gz")),
        (cut(4), ("torn", "data.warc.gz")),
        (lambda parts: parts | {WARC: parts[WARC][:-40]}, ("torn", "data.warc.gz")),
        (lambda parts: parts | {WARC: parts[WARC] + records(parts[WARC])[2]}, ("duplicate-id", "data.warc.gz")),
        (without(WARC), ("package", "archive/")),
    ],
)  # fmt: skip
def test_what_was_changed_and_listed_anew_is_found(post, tmp_path, change, expected):
    """All digests are right again: only the records can tell."""
    path = put_together(tmp_path / "a.wacz", change(members(post)))

    assert expected in wrong(path)


def test_the_original_of_a_revisit_is_missed(post, tmp_path):
    """A revisit without what it refers to shows nothing."""
    parts = members(post)
    kept = [each for each in records(parts[WARC]) if b"other.png" not in zlib_head(each)]
    path = put_together(tmp_path / "a.wacz", parts | {WARC: b"".join(kept)})

    assert ("revisit", "data.warc.gz") in wrong(path)


def zlib_head(record):
    """The address of a record, as its header has it."""
    plain = indexing.zlib.decompress(record, wbits=31)
    return next((line for line in plain.split(b"\r\n") if line.startswith(b"WARC-Target-URI")), b"")


def rezipped(post, path, *, extra=(), method=zipfile.ZIP_STORED, comment=b"", skip=()):
    """The members as they are, zipped by another."""
    with zipfile.ZipFile(path, "w", method) as out:
        for name, data in members(post).items():
            if name not in skip:
                out.writestr(name, data)
        for name, data in extra:
            out.writestr(name, data)
        out.comment = comment
    return path


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        # members that readers of WACZ cannot reach into
        ({"method": zipfile.ZIP_DEFLATED}, ("zip", WARC)),
        ({"extra": [("archive/b.warc.gz", b"")]}, ("package", "archive/b.warc.gz")),
        ({"extra": [("notes.txt", b"hello")]}, ("package", "notes.txt")),
        ({"skip": ["text/s1.txt"]}, ("package", "text/s1.txt")),
        ({"skip": ["datapackage.json"]}, ("package", "datapackage.json")),
        ({"skip": ["datapackage-digest.json"]}, ("package", "datapackage-digest.json")),
        ({"extra": [("../out.txt", b"")]}, ("zip", "a.wacz")),
        ({"comment": b"hello"}, ("zip", "a.wacz")),
    ],
)  # fmt: skip
def test_a_package_that_is_put_together_otherwise_is_told(post, tmp_path, changes, expected):
    """What is not listed, not there, leads elsewhere or cannot be reached."""
    assert expected in wrong(rezipped(post, tmp_path / "a.wacz", **changes))


@pytest.mark.parametrize(
    "change",
    [
        # bytes before, after, in the middle
        lambda data: b"#!/bin/sh\n" + data,
        lambda data: data + b"\0",
        lambda data: data[:1000],
        lambda data: data[:-30],
        lambda _: b"",
        # an end that promises more than there can be
        lambda data: data[:-12] + b"\xf0\xff\xff\x7f" + data[-8:],
    ],
)  # fmt: skip
def test_a_broken_zip_is_told(post, tmp_path, change):
    """No error, no endless reading: a line that says what is wrong."""
    path = tmp_path / "a.wacz"
    path.write_bytes(change(post.read_bytes()))

    assert ("zip", "a.wacz") in wrong(path)


def test_a_name_that_stands_twice_is_told(post, tmp_path):
    """Readers would each take another."""
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = rezipped(post, tmp_path / "a.wacz", extra=[("text/s1.txt", b"another")])

    assert ("zip", "a.wacz") in wrong(path)


def test_a_bomb_is_not_unpacked(post, tmp_path):
    """What deflates beyond all measure is named and left alone."""
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in members(post).items():
            out.writestr(name, data, zipfile.ZIP_STORED)
        out.writestr("logs/bomb.txt", bytes(64 << 20), compresslevel=9)
    problems = verify_package(path).problems

    assert ["is not unpacked" in one.message for one in problems if one.file == "logs/bomb.txt"] == [True]


def test_a_large_index_is_cut_into_blocks(blog, tmp_path, monkeypatch):
    """Each block can be read by itself, and is checked; a row that leads elsewhere is found."""
    monkeypatch.setattr(indexing, "_PLAIN", 2)
    monkeypatch.setattr(indexing, "_BLOCK", 4)
    path = tmp_path / "a.wacz"
    with package(blog, None) as made:
        write_wacz(made, path)
    parts = members(path)
    changed = parts["indexes/index.idx"].replace(b'"offset": 0', b'"offset": 1')

    assert [] == wrong(path)
    assert {"indexes/index.cdx.gz", "indexes/index.idx"} <= set(parts)
    assert [("cdxj", "indexes/index.idx")] == wrong(
        put_together(tmp_path / "b.wacz", parts | {"indexes/index.idx": changed})
    )


def test_members_that_may_be_beyond_4_gb_are_told_apart(blog, tmp_path, monkeypatch):
    """Their headers have other fields; a flipped bit in these is found, too."""
    monkeypatch.setattr(wacz, "_LARGE", 0)
    path = tmp_path / "a.wacz"
    with package(blog, None) as made:
        write_wacz(made, path)

    assert [] == wrong(path)
    assert [45, 45] == [info.extract_version for info in zipfile.ZipFile(path).infolist()[:2]]
    assert [] == flipped(path, tmp_path / "b.wacz", seed=4, times=0)


def test_a_package_of_others_is_read_fairly(blog, tmp_path):
    """As Browsertrix lays one out: deflated lists, logs that are not listed, a page that failed. Remarks, not faults."""
    source = tmp_path / "ours.wacz"
    with package(blog, None) as made:
        write_wacz(made, source)
    parts = members(source)
    kept = {name: data for name, data in parts.items() if name.startswith(("archive/", "pages/", "indexes/"))}
    lines = [
        line.partition(b"{")[0] + json.dumps(short(json.loads(line[line.index(b"{") :]))).encode() + b"\n"
        for line in kept[CDX].splitlines()
    ]
    kept[CDX] = b"".join(lines)
    kept[PAGES] += b'{"id": "x", "url": "http://blog.example/failed", "loadState": 0}\n'
    told = {"software": "Browsertrix-Crawler 1.5.0", "datapackage.json": parts["datapackage.json"]}
    put_together(tmp_path / "theirs.wacz", kept | {"datapackage.json": told.pop("datapackage.json")}, **told)
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w") as out:
        for name, data in members(tmp_path / "theirs.wacz").items():
            is_text = name.endswith((".jsonl", ".json"))
            out.writestr(name, data, zipfile.ZIP_DEFLATED if is_text else zipfile.ZIP_STORED)
        out.writestr("logs/crawl.log", "{}\n")
    report = verify_package(path)

    assert [] == report.problems
    assert ["pages/pages.jsonl:4", "logs/crawl.log"] == [note.partition(": ")[0] for note in report.notes]


def short(fields):
    """A line as others write it: the digest without a label, no digest of the record."""
    fields.pop("recordDigest")
    return fields | {"digest": fields["digest"].partition(":")[2], "length": int(fields["length"])}
