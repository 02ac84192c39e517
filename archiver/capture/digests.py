"""Digests of a block and of its payload, taken while the bytes come in.

WARC 1.1 (5.8, 5.9) allows one digest a header. SHA-1 in base32 is what all readers know and what pywb joins revisits
by; SHA-256 in hexadecimal is one to rely on, since two payloads with one SHA-1 can be made (Stevens et al. 2017).
"""

import base64
import hashlib
from collections.abc import Iterable

ALGORITHMS = ("sha1", "sha256")


class Digests:
    """Both digests of a run of bytes."""

    def __init__(self) -> None:
        self._sha1 = hashlib.sha1(usedforsecurity=False)
        self._sha256 = hashlib.sha256()

    def update(self, data: bytes | bytearray | memoryview) -> None:
        """Take more bytes into account."""
        self._sha1.update(data)
        self._sha256.update(data)

    def labelled(self) -> dict[str, str]:
        """By algorithm, as a WARC header has it: `sha1:` in base32, `sha256:` in hexadecimal."""
        return {
            "sha1": "sha1:" + base64.b32encode(self._sha1.digest()).decode("ascii"),
            "sha256": "sha256:" + self._sha256.hexdigest(),
        }


def digests(pieces: Iterable[bytes]) -> dict[str, str]:
    """Both digests of some bytes.

    >>> digests([b"hello"])["sha1"]
    'sha1:VL2MMHO4YXUKFWV63YHTWSBM3GXKSQ2N'
    """
    both = Digests()
    for piece in pieces:
        both.update(piece)
    return both.labelled()
