"""A record is read through when somebody looks at it: what it says, and whether its bytes still agree."""

import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest
from isal import isal_zlib

from archiver.capture.attesting import attest
from archiver.capture.members import read_members
from archiver.capture.parsing import parse_record
from archiver.capture.reader import nowhere
from archiver.capture.record import gzip_member
from archiver.models.frontier import Place
from tests.capture.test_warc import START, exchange, written

SECURE = exchange(protocols=("http/1.1", "tls/1.3"), cipher_suite="TLS_AES_256_GCM_SHA384")


def places(path) -> dict[str, tuple[int, int]]:
    """Offset and length of the records, by type; of several the last."""
    return {parse_record(path, member).type: (member.offset, member.length) for member in read_members(path)}


def test_a_whole_record_says_how_it_came(tmp_path):
    """The address that answered, the protocols, the cipher; and both digests agree with the bytes."""
    path = written(tmp_path, SECURE)
    told = attest(path, places(path)["response"][0], find=nowhere)

    assert ((), ("block, sha1", "payload, sha1")) == (told.faults, told.agreed)
    assert hashlib.sha256(b"hello").hexdigest() == told.payload_sha256
    assert ("192.0.2.7", ("http/1.1", "tls/1.3"), "TLS_AES_256_GCM_SHA384") == (
        told.ip_address,
        told.protocols,
        told.cipher_suite,
    )


def test_a_changed_byte_of_the_block_is_told(tmp_path):
    """Whichever it is: the member is packed anew, so that only the digests can tell."""
    path = written(tmp_path, SECURE)
    offset, length = places(path)["response"]
    raw = path.read_bytes()
    record = isal_zlib.decompressobj(wbits=31).decompress(raw[offset : offset + length])
    start = record.index(b"\r\n\r\n") + 4
    for at in range(start, len(record) - 4):
        path.write_bytes(gzip_member(record[:at] + bytes([record[at] ^ 1]) + record[at + 1 :]))
        told = attest(path, 0, find=nowhere)
        assert any("block digest" in fault for fault in told.faults), at


def test_a_torn_record_is_a_fault_and_no_error(tmp_path):
    """So is a file that has no record there."""
    path = written(tmp_path, SECURE)
    offset, length = places(path)["response"]
    path.write_bytes(path.read_bytes()[: offset + length // 2])

    assert attest(path, offset, find=nowhere).faults
    assert attest(tmp_path / "none.warc.gz", 0, find=nowhere).faults


@pytest.mark.parametrize("is_found", [True, False])
def test_a_revisit_agrees_with_the_record_that_holds_its_payload(tmp_path, is_found):
    """It has no payload of its own; where its original is gone, that is a fault."""
    again = replace(SECURE, date=START + timedelta(seconds=5))
    path = written(tmp_path, SECURE, again)
    where = places(path)
    original = Place(warc=path.name, offset=where["response"][0])
    told = attest(path, where["revisit"][0], find=lambda *_: original if is_found else None)

    assert is_found == ("payload, sha1" in told.agreed)
    assert is_found == (not told.faults)
