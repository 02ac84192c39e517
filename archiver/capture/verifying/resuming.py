"""Where a damaged file goes on: at the next gzip member that unpacks to a record."""

from isal import isal_zlib

from archiver.capture.members import ISAL_ERROR
from archiver.capture.verifying.bytes import FileBytes

MAGIC = b"\x1f\x8b\x08"  # gzip, deflated
_PROBED = 4096


def next_member(data: FileBytes, offset: int, beginnings: tuple[bytes, ...]) -> int:
    """Where the next member begins that unpacks to one of these beginnings, from an offset on; else the end of the file."""
    while len(window := bytes(data.at(offset, len(MAGIC)))) >= len(MAGIC):
        at = window.find(MAGIC)
        while at >= 0:
            if _begins(bytes(data.at(offset + at, _PROBED)[:_PROBED]), beginnings):
                return offset + at
            at = window.find(MAGIC, at + 1)
        offset += len(window) - len(MAGIC) + 1
    return offset + len(window)


def _begins(packed: bytes, beginnings: tuple[bytes, ...]) -> bool:
    try:
        return bool(isal_zlib.decompressobj(wbits=31).decompress(packed, 64).startswith(beginnings))
    except ISAL_ERROR:
        return False
