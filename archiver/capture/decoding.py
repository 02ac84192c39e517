"""Content encodings undone, with a limit: a few kilobytes may unpack to gigabytes."""

import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import brotli
from isal import isal_zlib

from archiver.capture.members import ISAL_ERROR

MAX_DECODED = 64 * 1024 * 1024
_STEP = 256 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A payload as its author wrote it. `complete` is False when it was cut, damaged or beyond the limit."""

    payload: bytes
    complete: bool = True
    problem: str | None = None


def decode(entity: bytes, encodings: Iterable[str], *, limit: int = MAX_DECODED) -> Decoded:
    """Undo the `Content-Encoding`s, last applied first (RFC 9110, 8.4). Never raises.

    What lies (gzip announced, plain sent) is returned as it is; what is damaged, as far as it goes.
    """
    names = [name.strip().lower() for value in encodings for name in value.split(",") if name.strip()]
    payload, complete, problem = entity, True, None
    for name in reversed(names):
        if name == "identity" or not payload:
            continue
        decoder = _DECODERS.get(name)
        if decoder is None:
            return Decoded(payload=payload, complete=False, problem=f"unknown content encoding {name[:20]}")
        try:
            payload, whole = decoder(payload, limit)
        except _FAULTS:
            problem = f"not {name}, though the server says so"
            continue
        if len(payload) >= limit:
            return Decoded(
                payload=payload[:limit], complete=False, problem=f"{name} unpacks to over {limit} bytes"
            )
        if not whole:
            complete, problem = False, f"{name} data is cut or damaged"
    return Decoded(payload=payload, complete=complete, problem=problem)


def _gzip(data: bytes, limit: int) -> tuple[bytes, bool]:
    """All members of a gzip stream; zero padding after them is harmless."""
    out = bytearray()
    while data.strip(b"\0") and len(out) < limit:
        one = isal_zlib.decompressobj(wbits=31)
        try:
            out += one.decompress(data, limit - len(out))
        except ISAL_ERROR:
            if not out:
                raise
            return bytes(out), False
        if not one.eof:
            return bytes(out), False
        data = one.unused_data
    return bytes(out), True


def _deflate(data: bytes, limit: int) -> tuple[bytes, bool]:
    """Zlib-wrapped as the standard says, or raw as some servers send it."""
    for wbits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        one = zlib.decompressobj(wbits)
        try:
            return one.decompress(data, limit), one.eof
        except zlib.error:
            continue
    raise zlib.error("neither zlib nor raw deflate")


def _brotli(data: bytes, limit: int) -> tuple[bytes, bool]:
    one = brotli.Decompressor()
    out = bytearray(one.process(data, output_buffer_limit=_STEP))
    while len(out) < limit and not one.can_accept_more_data() and not one.is_finished():
        out += one.process(b"", output_buffer_limit=_STEP)
    return bytes(out), one.is_finished()


_FAULTS: tuple[type[Exception], ...] = (zlib.error, ISAL_ERROR, brotli.error)
_DECODERS: dict[str, Callable[[bytes, int], tuple[bytes, bool]]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
}
