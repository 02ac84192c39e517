"""Labelled digests, such as `sha1:VL2M…` or `sha256:2cf2…`, taken apart and compared."""

import hashlib
from collections.abc import Iterable

from archiver.capture.digests import ALGORITHMS

_SIZES = {"md5": 16, "sha1": 20, "sha224": 28, "sha256": 32, "sha384": 48, "sha512": 64}  # bytes
_BITS = 5  # of a character of base32
# From the alphabet of base32 to that of `int(…, 32)`; the digits that base32 lacks become none.
_TO_INT = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" + "0189", "0123456789abcdefghijklmnopqrstuv" + "----"
)


class Sums:
    """The digests of a run of bytes by some algorithms."""

    def __init__(self, algorithms: Iterable[str] = ALGORITHMS) -> None:
        self._sums = {name: hashlib.new(name, usedforsecurity=False) for name in algorithms}

    def update(self, data: bytes | memoryview) -> None:
        """Take more bytes into account."""
        for one in self._sums.values():
            one.update(data)

    def raw(self) -> dict[str, bytes]:
        """By algorithm."""
        return {name: one.digest() for name, one in self._sums.items()}


def parse_label(label: str) -> tuple[str, bytes] | None:
    """Algorithm and digest; None where it is no labelled digest of a known algorithm. Hexadecimal or base32.

    >>> parse_label("sha1:VL2MMHO4YXUKFWV63YHTWSBM3GXKSQ2N")[1].hex()
    'aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d'
    >>> parse_label("sha1:aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d")[0]
    'sha1'
    """
    algorithm = algorithm_of(label)
    if algorithm is None:
        return None
    text, size = label.partition(":")[2].strip(), _SIZES[algorithm]
    try:
        if len(text) == 2 * size:
            return algorithm, bytes.fromhex(text)
        return algorithm, _from_base32(text.rstrip("=").upper(), size)
    except ValueError:
        return None


def algorithm_of(label: str | None) -> str | None:
    """What a labelled digest was made with; None where that is unknown."""
    name = (label or "").partition(":")[0].strip().lower().replace("-", "")
    return name if name in _SIZES else None


def agrees(label: str, sums: dict[str, bytes]) -> bool | None:
    """Whether a labelled digest is right; None where it cannot be known."""
    name, _, text = label.partition(":")
    if name == "sha256" and name in sums and text == sums[name].hex():
        return True  # as we write it: the long way is for others
    parsed = parse_label(label)
    if parsed is None or parsed[0] not in sums:
        return None
    return sums[parsed[0]] == parsed[1]


def _from_base32(text: str, size: int) -> bytes:
    """RFC 4648, 6. The module `base64` goes character by character, which is the half of what a small record costs.

    Raises:
        ValueError: it is none, or of another length.
    """
    spare = _BITS * len(text) - 8 * size  # bits
    if not 0 <= spare < _BITS or not (text.isascii() and text.isalnum()):
        raise ValueError(text)
    return (int(text.translate(_TO_INT), 32) >> spare).to_bytes(size, "big")
