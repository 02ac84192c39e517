"""The 26 kinds of damage that validators were tried on, done to a file of ours. Record 4 is a response in its middle."""

import gzip
import re
import zlib
from collections.abc import Callable

from archiver.capture.digests import digests
from archiver.capture.record import gzip_member
from tests.verify.archives import members, plain

RESPONSE = 4  # warcinfo, response, request, metadata, response …
Damage = Callable[[bytes], bytes]


def edited(change: Callable[[bytes], bytes]) -> Damage:
    """Change one record, and pack it again so that no checksum of gzip tells."""

    def damage(data: bytes) -> bytes:
        parts = members(data)
        before = plain(parts[RESPONSE])
        after = change(before)
        assert before != after
        return b"".join([*parts[:RESPONSE], gzip_member(after), *parts[RESPONSE + 1 :]])

    return damage


def spliced(change: Callable[[list[bytes]], list[bytes]]) -> Damage:
    """Change the row of members."""
    return lambda data: b"".join(change(members(data)))


def header(name: str, value: str | None) -> Callable[[bytes], bytes]:
    """Give a header another value, or take it out."""
    line = f"{name}: {value}\r\n".encode() if value is not None else b""
    return lambda record: re.sub(rb"(?m)^%b: [^\r]*\r\n" % name.encode(), line, record, count=1)


def longer(by: int) -> Callable[[bytes], bytes]:
    """A Content-Length that is not so. That of the record stands before that of its block."""
    return lambda record: re.sub(
        rb"Content-Length: (\d+)", lambda match: b"Content-Length: %d" % (int(match[1]) + by), record, count=1
    )


def flipped(place: int) -> Callable[[bytes], bytes]:
    """A member with one byte turned over."""
    return lambda member: member[:place] + bytes([member[place] ^ 0xFF]) + member[place:][1:]


def at(change: Callable[[bytes], bytes]) -> Damage:
    """Change the bytes of one member."""
    return spliced(lambda parts: [*parts[:RESPONSE], change(parts[RESPONSE]), *parts[RESPONSE + 1 :]])


def no_digests(record: bytes) -> bytes:
    """A record whose headers tell no digests."""
    return re.sub(rb"(?m)^WARC-(?:Block|Payload)-Digest: [^\r]*\r\n", b"", record)


DAMAGES: dict[str, Damage] = {
    "01 a byte in a gzip stream is flipped": at(flipped(100)),
    "02 a gzip checksum is wrong": at(lambda member: member[:-8] + b"\0\0\0\0" + member[-4:]),
    "03 the tail is cut inside a member": lambda data: data[:-100],
    "04 the payload is changed": edited(lambda record: record.replace(b"piece", b"PIECE")),
    "05 the HTTP head is changed": edited(lambda record: record.replace(b"200 OK", b"200 KO")),
    "06 the payload digest is wrong": edited(header("WARC-Payload-Digest", "sha1:" + "A" * 32)),
    "07 the block digest is wrong": edited(header("WARC-Block-Digest", "sha1:" + "A" * 32)),
    "08 the length is 10 too great": edited(longer(10)),
    "09 the length is 10 too small": edited(longer(-10)),
    "10 the record has no end": edited(lambda record: record[:-4]),
    "11 the date is none": edited(header("WARC-Date", "yesterday")),
    "12 the date was never": edited(header("WARC-Date", "2019-02-30T10:00:00.000000Z")),
    "13 the record has no id": edited(header("WARC-Record-ID", None)),
    "14 the record has no address": edited(header("WARC-Target-URI", None)),
    "15 the record has no length": edited(header("Content-Length", None)),
    "16 the version is none": edited(lambda record: record.replace(b"WARC/1.1", b"WARC/9.9", 1)),
    "17 the digests are stripped": edited(no_digests),
    "18 a record stands twice": spliced(lambda parts: [*parts, parts[RESPONSE]]),
    "19 an exchange is taken out": spliced(lambda parts: parts[:RESPONSE] + parts[RESPONSE + 3 :]),
    "20 the tail is cut between members": spliced(lambda parts: parts[: RESPONSE + 3]),
    "21 zeros after the end": lambda data: data + bytes(512),
    "22 garbage after the end": lambda data: data + b"no WARC at all",
    "23 all in one gzip member": lambda data: gzip.compress(gzip.decompress(data), mtime=0),
    "24 zeros in the middle": at(lambda member: bytes(len(member))),
    "25 the file is empty": lambda _: b"",
    "26 written on after a torn record": spliced(
        lambda parts: [*parts[:RESPONSE], parts[RESPONSE][:50], *parts[RESPONSE + 1 :]]
    ),
    # And some that were not in the table.
    "27 a single record is taken out": spliced(lambda parts: parts[:RESPONSE] + parts[RESPONSE + 1 :]),
    "28 the first record is taken out": spliced(lambda parts: parts[1:]),
    "29 two records change places": spliced(lambda parts: [*parts[:4], parts[5], parts[4], *parts[6:]]),
    "30 a gzip header tells a time": at(lambda member: member[:4] + b"\1\2\3\4" + member[8:]),
    "31 a record is packed by another": at(lambda member: zlib_member(plain(member))),
    "32 the digest in the metadata is wrong": spliced(
        lambda parts: [*parts[:6], gzip_member(_wrong_second(plain(parts[6]))), *parts[7:]]
    ),
}
# What only the manifest, the index and the database can tell.
WITHOUT_A_TRACE = {
    "19 an exchange is taken out",
    "20 the tail is cut between members",
    "31 a record is packed by another",
}


def zlib_member(record: bytes, level: int = 9) -> bytes:
    """A member with the same first bytes as ours, and other ones after them."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -15)
    body = packer.compress(record) + packer.flush()
    ours = gzip_member(record)
    return ours[:10] + body + ours[-8:]


def stored_member(record: bytes) -> bytes:
    """A member in which the record stands as it is, as what cannot be compressed does."""
    return zlib_member(record, 0)


def _wrong_second(record: bytes) -> bytes:
    """A metadata record that tells another SHA-256 of its response, with digests of its own that are right."""
    head, _, block = record.partition(b"\r\n\r\n")
    block = re.sub(
        rb"payloadDigest: sha256:\w{4}", b"payloadDigest: sha256:0000", block.removesuffix(b"\r\n\r\n")
    )
    digest = digests([block])["sha1"].encode()
    return header("WARC-Block-Digest", digest.decode())(head + b"\r\n\r\n") + block + b"\r\n\r\n"
