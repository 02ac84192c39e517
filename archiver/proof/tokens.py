"""The token in a time stamp, taken apart (RFC 3161, RFC 5652): which bytes were signed, by which certificate, and how.

`rfc3161-client` checks a signature only together with a chain that ends in a root, and a stamp need not bring its root. Whether the
signature is that of the certificate beside it is to be known without: else any byte of it could be changed and nobody would tell.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

_SEQUENCE, _SET, _OCTETS, _OID, _INTEGER = 0x30, 0x31, 0x04, 0x06, 0x02
_FIRST, _SECOND = 0xA0, 0xA1  # [0] and [1]
_TSTINFO = bytes.fromhex("2a864886f70d0109100104")
_CONTENT_TYPE, _MESSAGE_DIGEST = bytes.fromhex("2a864886f70d010903"), bytes.fromhex("2a864886f70d010904")
_CERTIFICATE, _CERTIFICATE_V2 = (
    bytes.fromhex("2a864886f70d010910020c"),
    bytes.fromhex("2a864886f70d010910022f"),
)
_SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
_DIGESTS = {
    bytes.fromhex("608648016503040201"): "sha256",
    bytes.fromhex("608648016503040202"): "sha384",
    bytes.fromhex("608648016503040203"): "sha512",
}
# The digest that a signature's own algorithm names: RSA and ECDSA with SHA-256, 384, 512.
_SIGNED_WITH = {
    bytes.fromhex("2a864886f70d01010b"): "sha256",
    bytes.fromhex("2a864886f70d01010c"): "sha384",
    bytes.fromhex("2a864886f70d01010d"): "sha512",
    bytes.fromhex("2a8648ce3d040302"): "sha256",
    bytes.fromhex("2a8648ce3d040303"): "sha384",
    bytes.fromhex("2a8648ce3d040304"): "sha512",
}
_RSA, _PSS = bytes.fromhex("2a864886f70d010101"), bytes.fromhex("2a864886f70d01010a")  # these name no digest
_SHORT, _LONGEST = 0x80, 4  # a length below it is one byte; else so many bytes at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """What was signed, and what is needed to see by whom."""

    signed: bytes  # the signed attributes, as they are digested
    signature: bytes
    digest: str  # by which the signature was made
    is_pss: bool
    certificate: bytes  # DER; the one that the signed attributes name
    certificates: tuple[bytes, ...]  # all that were brought
    answer: bytes  # the same answer with its certificates in the order that DER asks for


def read_token(answer: bytes) -> Token:
    """Take an authority's answer apart, and see that what it holds is what was signed.

    Raises:
        ValueError: it is no such answer, or its parts are not of each other.
    """
    status, token = _only(_fields(answer, _SEQUENCE), 2)
    kind, wrapped = _only(_fields(token, _SEQUENCE), 2)
    if _content(kind, _OID) != _SIGNED_DATA:
        raise ValueError("it holds no signed data")
    (data,) = _only(_fields(wrapped, _FIRST), 1)
    fields = _fields(data, _SEQUENCE)
    kind, wrapped = _only(_fields(fields[2], _SEQUENCE), 2)
    if _content(kind, _OID) != _TSTINFO:
        raise ValueError("what was signed is no time stamp")
    content = _content(_only(_fields(wrapped, _FIRST), 1)[0], _OCTETS)
    places = [number for number, each in enumerate(fields) if each[0] == _FIRST]
    certificates = _fields(fields[places[0]], _FIRST) if places else []
    (signer,) = _only(_fields(fields[-1], _SET), 1)
    parts = _fields(signer, _SEQUENCE)
    by = _digest(parts[2])
    attributes = _attributes(parts[3])
    if _content(_one_of(attributes, _CONTENT_TYPE), _OID) != _TSTINFO:
        raise ValueError("what was signed is no time stamp")
    if _content(_one_of(attributes, _MESSAGE_DIGEST), _OCTETS) != hashlib.new(by, content).digest():
        raise ValueError("it says another time, or is of other bytes, than was signed")
    algorithm = _content(_fields(parts[4], _SEQUENCE)[0], _OID)
    if algorithm not in {*_SIGNED_WITH, _RSA, _PSS}:
        raise ValueError(f"it is signed in a way that is not known ({algorithm.hex()})")
    if places:
        fields[places[0]] = _wrapped(_FIRST, b"".join(sorted(certificates)))
    sorted_data = _wrapped(_FIRST, _wrapped(_SEQUENCE, b"".join(fields)))
    return Token(
        signed=bytes([_SET]) + parts[3][1:],
        signature=_content(parts[5], _OCTETS),
        digest=_SIGNED_WITH.get(algorithm, by),
        is_pss=algorithm == _PSS,
        certificate=_named(attributes, certificates),
        certificates=tuple(certificates),
        answer=_wrapped(_SEQUENCE, status + _wrapped(_SEQUENCE, _fields(token, _SEQUENCE)[0] + sorted_data)),
    )


def _named(attributes: dict[bytes, bytes], certificates: list[bytes]) -> bytes:
    """The certificate whose digest was signed along (RFC 3161, 2.4.1; RFC 5816): nobody can put another in its place."""
    if _CERTIFICATE_V2 in attributes:
        value, by = attributes[_CERTIFICATE_V2], "sha256"
    else:
        value, by = _one_of(attributes, _CERTIFICATE), "sha1"
    first = _fields(_fields(_fields(value, _SEQUENCE)[0], _SEQUENCE)[0], _SEQUENCE)
    if by == "sha256" and first[0][0] == _SEQUENCE:
        by = _digest(first[0])
        first = first[1:]
    wanted = _content(first[0], _OCTETS)
    for each in certificates:
        if hashlib.new(by, each, usedforsecurity=False).digest() == wanted:
            return each
    raise ValueError("the certificate of who signed is not in it")


def _attributes(raw: bytes) -> dict[bytes, bytes]:
    found: dict[bytes, bytes] = {}
    for each in _fields(raw, _FIRST):
        name, values = _only(_fields(each, _SEQUENCE), 2)
        (value,) = _only(_fields(values, _SET), 1)
        if found.setdefault(_content(name, _OID), value) is not value:
            raise ValueError("it says something twice")
    return found


def _one_of(attributes: dict[bytes, bytes], name: bytes) -> bytes:
    if name not in attributes:
        raise ValueError("what every time stamp signs is not signed")
    return attributes[name]


def _digest(algorithm: bytes) -> str:
    name = _content(_fields(algorithm, _SEQUENCE)[0], _OID)
    if name not in _DIGESTS:
        raise ValueError(f"it is made with a digest that is not known ({name.hex()})")
    return _DIGESTS[name]


def _only(fields: list[bytes], count: int) -> list[bytes]:
    if len(fields) != count:
        raise ValueError("it has more parts than it should, or fewer")
    return fields


def _content(field: bytes, tag: int) -> bytes:
    (whole,) = _only(list(_split(field)), 1)
    if whole[0] != tag:
        raise ValueError("a part of it is of another kind than it should be")
    return whole[_begins(whole) :]


def _fields(field: bytes, tag: int) -> list[bytes]:
    return list(_split(_content(field, tag)))


def _split(data: bytes) -> Iterator[bytes]:
    """Elements of DER (X.690), one after another, each with its tag and length."""
    at = 0
    while at < len(data):
        begins = _begins(data[at : at + 2 + _LONGEST])
        end = at + begins + _length(data[at : at + begins])
        if end > len(data):
            raise ValueError("it breaks off")
        yield data[at:end]
        at = end


def _begins(head: bytes) -> int:
    if len(head) < 2:  # noqa: PLR2004  # tag and length
        raise ValueError("it breaks off")
    more = head[1] - _SHORT if head[1] > _SHORT else 0
    if head[1] == _SHORT or more > _LONGEST or len(head) < 2 + more:
        raise ValueError("it is no DER")
    return 2 + more


def _length(head: bytes) -> int:
    return head[1] if head[1] < _SHORT else int.from_bytes(head[2:])


def _wrapped(tag: int, content: bytes) -> bytes:
    size = len(content)
    if size < _SHORT:
        return bytes([tag, size]) + content
    more = size.to_bytes((size.bit_length() + 7) // 8)
    return bytes([tag, _SHORT + len(more)]) + more + content
