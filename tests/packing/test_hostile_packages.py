"""Packages that somebody made to deceive: what only some readers see, what fills a memory or a day, and values that no tool writes."""

import json
import stat
import struct
import time
import zipfile
import zlib

import pytest

from archiver.capture.verifying.package import zipped
from archiver.packing.writing import package, write_wacz
from archiver.verify_package import verify_package
from tests.packing.packages import members, put_together, wrong

CDX, PAGES, ORIGINS = "indexes/index.cdx", "pages/pages.jsonl", "provenance/provenance.json"
OTHERS = {"software": "Browsertrix-Crawler 1.5.0"}
ZIP = ("zip", "a.wacz")


def rezipped(source, path, *, extra=(), edit=lambda _: None):
    """The members as they are, zipped by Python; `edit` changes what the directory says of each."""
    with zipfile.ZipFile(path, "w") as out:
        for name, data in [*members(source).items(), *extra]:
            info = zipfile.ZipInfo(name, (2019, 9, 12, 0, 0, 0))
            info.create_system, info.external_attr = 3, 0o100644 << 16
            edit(info)
            out.writestr(info, data)
    return path


def linked(info):
    """The text is no file, but leads elsewhere."""
    if info.filename == "text/p1.txt":
        info.external_attr = (stat.S_IFLNK | 0o777) << 16


def named_twice(info):
    """The page for people has another name in the field that Info-ZIP's Unicode names stand in."""
    if info.filename == "about/index.html":
        other = struct.pack("<BL", 1, zlib.crc32(b"about/index.html")) + b"evil.html"
        info.extra = struct.pack("<2H", 0x7075, len(other)) + other


@pytest.mark.parametrize(
    "changes",
    [
        # where capitals do not count, one is written over the other
        {"extra": [("about/INDEX.html", b"another")]},
        {"edit": linked},
        {"edit": named_twice},
        {"extra": [("C:/windows/a.txt", b"evil")]},
    ],
)
def test_what_readers_would_see_differently_is_told_of_anybodys(post, tmp_path, changes):
    """Also in packages of others, in which much is allowed."""
    theirs = put_together(tmp_path / "theirs.wacz", members(post), **OTHERS)

    assert ZIP in wrong(rezipped(theirs, tmp_path / "a.wacz", **changes))


def test_nothing_is_smuggled_in_beside_the_stamp(post, tmp_path):
    """Only the stamp itself stands there without being listed."""
    path = rezipped(post, tmp_path / "a.wacz", extra=[("proof/read-me.html", b"<p>All is well.</p>")])

    assert ("package", "proof/read-me.html") in wrong(path)


def local_extra(data):
    """Bytes between the own header of the last member and its content."""
    end = data.rfind(b"PK\5\6")
    header = data.rfind(b"PK\3\4")
    at = header + 30 + struct.unpack_from("<H", data, header + 26)[0]
    hidden = struct.pack("<2H", 0xCAFE, 6) + b"hidden"
    start = struct.unpack_from("<L", data, end + 16)[0] + len(hidden)
    made = (
        data[: header + 28] + struct.pack("<H", len(hidden)) + data[header + 30 : at] + hidden + data[at:end]
    )
    return made + data[end : end + 16] + struct.pack("<L", start) + data[end + 20 :]


def large_end(gap=b"", field=b"", made_by=45, disks=1, more=0):
    """An end as large zips have, before the one that all have."""

    def change(data):
        end = data.rfind(b"PK\5\6")
        count, _, size, start = struct.unpack_from("<2H2L", data, end + 8)
        cells = (44 + len(field), made_by, 45, 0, 0, count + more, count + more, size, start)
        made = struct.pack("<4sQ2H2L4Q", b"PK\6\6", *cells) + field + gap
        return data[:end] + made + struct.pack("<4sLQL", b"PK\6\7", 0, end, disks) + data[end:]

    return change


@pytest.mark.parametrize(
    "change",
    [local_extra, large_end(), large_end(gap=b"hidden"), large_end(field=b"hidden"), large_end(made_by=7777),
     large_end(disks=9), large_end(more=1)],
)  # fmt: skip
def test_what_is_hidden_in_the_zip_itself_is_told(post, tmp_path, change):
    """In fields that most readers skip, and in an end that only some look for."""
    path = tmp_path / "a.wacz"
    path.write_bytes(change(post.read_bytes()))

    assert ZIP in wrong(path)


def test_a_package_of_more_than_two_gigabytes_is_whole(blog, tmp_path, monkeypatch):
    """It ends as a large zip, though its numbers may fit in a small one's; what lies far from its beginning is told from what is large."""
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 30_000)
    monkeypatch.setattr(zipped, "_SMALL", 30_000)
    path = tmp_path / "a.wacz"
    with package(blog, None) as made:
        write_wacz(made, path)
    data = path.read_bytes()

    assert [] == wrong(path)
    for place, cell in (
        (data.rfind(b"PK\6\7") + 16, 9),
        (data.rfind(b"PK\6\6") + 12, 7),
        (len(data) - 12, 1),
    ):
        path.write_bytes(data[:place] + bytes([data[place] ^ cell]) + data[place + 1 :])
        assert ZIP in wrong(path)


@pytest.mark.parametrize("about", [{}, OTHERS])
@pytest.mark.parametrize(
    "cell",
    [b"1e999", b"9" * 24, b"-1", b"null", b"[]", b"{}", b"true", b"NaN", rb'"\ud800"', rb'"\u0000"', b"[" * 99999,
     b'"' + b"9" * 5000 + b'"'],
)  # fmt: skip
def test_no_value_in_the_index_is_too_odd(post, tmp_path, about, cell):
    """Each field of a line as numbers without end, halves of characters, nests: told or borne, and what is told can be printed."""
    parts = members(post)
    first, _, rest = parts[CDX].partition(b"\n")
    key, brace, fields = first.partition(b"{")
    for name in json.loads(brace + fields):
        told = json.dumps(json.loads(brace + fields) | {name: "@"}).encode().replace(b'"@"', cell)
        path = put_together(tmp_path / "a.wacz", parts | {CDX: key + told + b"\n" + rest}, **about)
        problems = verify_package(path).problems

        assert about or "cdxj" in {one.kind for one in problems}
        "".join(one.message for one in problems).encode()


@pytest.mark.parametrize(
    "line",
    [rb'{"url": "\ud800"}', rb'{"url": "http://blog.example/2019/09/mills/", "ts": "\ud800"}', b"[" * 99999, b"1e999",
     # a time that would be a pattern
     b'{"url": "http://blog.example/2019/09/mills/", "ts": "%"}',
     b'{"url": "http://blog.example/2019/09/mills/", "ts": "2019"}'],
)  # fmt: skip
def test_no_page_is_too_odd(post, tmp_path, line):
    """It is told, in words that can be printed."""
    parts = members(post)
    path = put_together(tmp_path / "a.wacz", parts | {PAGES: parts[PAGES] + line + b"\n"})
    problems = verify_package(path).problems

    assert ["pages"] == [one.kind for one in problems]
    problems[0].message.encode()


def packed(piece, times):
    """Gzip of the same over and over."""
    one = zlib.compressobj(9, wbits=31)
    return b"".join(one.compress(piece) for _ in range(times)) + one.flush()


@pytest.mark.parametrize("piece", [b"\0" * (1 << 20), b"\n" * (1 << 20), b"!\n" * (1 << 19)])
def test_an_index_that_unpacks_beyond_measure_is_left(post, tmp_path, piece):
    """A few hundred kilobytes that would be a fifth of a gigabyte: told within moments."""
    parts = {name: data for name, data in members(post).items() if name != CDX}
    path = put_together(tmp_path / "a.wacz", parts | {"indexes/index.cdx.gz": packed(piece, 200)})
    start = time.process_time()

    assert ("cdxj", "indexes/index.cdx.gz") in wrong(path)
    assert 10 > time.process_time() - start


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # what is told of a capture: when, from where, with which answer and digest
        (b'"date": "2019-09-12T10:03', b'"date": "1999-09-12T10:03'),
        (b'"url": "http://source.example/paper", "date": "2019', b'"url": "http://source.example/other", "date": "2019'),
        (b'"status": 301', b'"status": 200'),
        (b'"payloadDigest": "sha1:', b'"payloadDigest": "sha1:A'),
        # which records it rests on
        (b'"id": "<urn:uuid:00000000', b'"id": "<urn:uuid:10000000'),
        (b'"offset": ', b'"offset": 1'),
        (b'"captures": [', b'"other": ['),
        (b'{"url": "http://lost.example/"', b'["url": "http://lost.example/"'),
    ],
)  # fmt: skip
def test_what_is_told_of_where_a_capture_is_from_is_held_against_its_records(post, tmp_path, old, new):
    """Listed anew or not: a page that says 1999 needs a record that does."""
    parts = members(post)
    at = parts[ORIGINS].index(old, parts[ORIGINS].index(b'"captures": ['))
    edited = parts[ORIGINS][:at] + new + parts[ORIGINS][at + len(old) :]
    path = put_together(tmp_path / "a.wacz", parts | {ORIGINS: edited})

    assert [("provenance", ORIGINS)] == wrong(path)


def test_words_are_not_said_to_be_proven(post, tmp_path):
    """Whoever lists a package anew can write what they like about its records: the paragraph says so."""
    path = put_together(tmp_path / "a.wacz", members(post) | {"text/p1.txt": b"Ann Lee never wrote this."})
    report = verify_package(path)

    assert [] == report.problems
    assert "whoever can write files could have made another that agrees with itself" in report.proven
    assert "what is told about the records in words (titles, texts, references" in report.proven
