"""Content encodings undone, with limits: a few kilobytes may unpack to gigabytes."""

import io
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

import brotli
from isal import isal_zlib

from archiver.capture.members import ISAL_ERROR, drain

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

KEPT = 32 * 1024 * 1024  # bytes of a payload that are read; it is archived whole whatever its length
MAX_DECODED = 256 * 1024 * 1024  # bytes; what unpacks to more is a bomb, not a page
MAX_RATIO = 500  # pages are packed 3 to 20 to 1, the dullest table 200; deflate's own bound is 1032 (zlib's technical details)
_FREE = 8 * 1024 * 1024  # bytes that may be unpacked whatever the ratio
_STEP = 256 * 1024
_TELLING = 2  # bytes; the header of a zlib stream


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A payload as its author wrote it, or the beginning of a long one. `complete` is False when it is not whole."""

    payload: bytes
    complete: bool = True
    problem: str | None = None


class _Decoder(Protocol):
    """One encoding, undone piece by piece. Each call gives at most some `_STEP` bytes."""

    @property
    def eof(self) -> bool:
        """Whether the stream has ended."""

    def step(self, data: bytes) -> Iterator[bytes]:
        """What these bytes unpack to."""


def decode(
    entity: bytes | Iterable[bytes], encodings: Iterable[str], *, keep: int = KEPT, limit: int = MAX_DECODED
) -> Decoded:
    """Undo the `Content-Encoding`s, last applied first (RFC 9110, 8.4). Never raises.

    What lies (gzip announced, plain sent) is returned as it is; what is damaged, as far as it goes. At most `keep`
    bytes are returned; what comes after them is unpacked too, up to `limit`, to know whether the whole is sound.
    """
    pieces = (entity,) if isinstance(entity, bytes) else entity
    names = _names(encodings)
    if not names:
        return _taken(pieces, keep)
    unknown = next((name for name in reversed(names) if name not in _DECODERS), None)
    if unknown is not None:
        raw = _taken(pieces, keep).payload
        return Decoded(payload=raw, complete=False, problem=f"unknown content encoding {unknown[:20]}")
    stages = [_Stage(name, limit) for name in reversed(names)]
    flow: Iterable[bytes] = pieces
    for stage in stages:
        flow = stage.run(flow)
    taken = _taken(flow, keep)
    problem = next((stage.problem for stage in stages if stage.problem is not None), None)
    is_whole = taken.complete and all(stage.whole for stage in stages)
    if problem is not None and "unpacks to over" in problem:
        return Decoded(payload=taken.payload, complete=False, problem=problem)
    return Decoded(payload=taken.payload, complete=is_whole, problem=problem)


def undone(entity: Iterable[bytes], encodings: Iterable[str], *, limit: int = MAX_DECODED) -> Iterator[bytes]:
    """The same, piece by piece and to its end."""
    names = _names(encodings)
    if any(name not in _DECODERS for name in names):
        names = []
    flow: Iterable[bytes] = entity
    for name in reversed(names):
        flow = _Stage(name, limit).run(flow)
    yield from flow


def _names(encodings: Iterable[str]) -> list[str]:
    names = (name.strip().lower() for value in encodings for name in value.split(","))
    return [name for name in names if name not in {"", "identity"}]


def _taken(pieces: Iterable[bytes], keep: int) -> Decoded:
    kept = io.BytesIO()  # which gives away its bytes without a copy
    for piece in pieces:
        kept.write(piece[: max(0, keep - kept.tell())])
    return Decoded(payload=kept.getvalue())


class _Stage:
    """One encoding in a row of them: passes on what it unpacks, and remembers what was wrong."""

    def __init__(self, name: str, limit: int) -> None:
        self.name = name
        self.problem: str | None = None
        self.whole = True
        self._limit = limit
        self._read = self._given = 0

    def run(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """What the pieces unpack to; themselves, where they are not what they are said to be."""
        source = iter(pieces)
        first = b""
        while len(first) < _TELLING and (piece := next(source, None)) is not None:
            first += piece
        if not first:
            return
        decoder = _DECODERS[self.name](first)
        data: bytes | None = first
        while data is not None:
            self._read += len(data)
            try:
                for out in decoder.step(data):
                    self._given += len(out)
                    yield out
                    if self._is_bomb():
                        self.problem = f"{self.name} unpacks to over {self._given} bytes"
                        self.whole = False
                        return
            except FAULTS:
                magic = _MAGIC.get(self.name)
                if self._given or (magic is not None and first.startswith(magic)):
                    self.problem, self.whole = f"{self.name} data is cut or damaged", False
                    return
                self.problem = f"not {self.name}, though the server says so"
                yield data
                yield from source
                return
            data = next(source, None)
        if not decoder.eof:
            self.problem, self.whole = f"{self.name} data is cut or damaged", False

    def _is_bomb(self) -> bool:
        return self._given > self._limit or (self._given > _FREE and self._given > self._read * MAX_RATIO)


class _Gzip:
    """All members of a gzip stream; zero padding after them is harmless."""

    def __init__(self, first: bytes) -> None:
        del first
        self.eof = False
        self._one = isal_zlib.decompressobj(wbits=31)

    def step(self, data: bytes) -> Iterator[bytes]:
        """What these bytes unpack to."""
        while True:
            if self.eof:
                data = data.lstrip(b"\0")
                if not data:
                    return
                self._one, self.eof = isal_zlib.decompressobj(wbits=31), False
            # The checksum at the end apart: if it is wrong, what came before it is not lost.
            body, end = data[:-_TRAILER], data[-_TRAILER:]
            yield from drain(self._one, body, _STEP)
            if self._one.eof:
                end = self._one.unused_data + end
            else:
                yield from drain(self._one, end, _STEP)
                end = self._one.unused_data
            if not self._one.eof:
                return
            self.eof, data = True, end


class _Deflate:
    """Zlib-wrapped as the standard says, or raw as some servers send it."""

    def __init__(self, first: bytes) -> None:
        try:
            zlib.decompressobj().decompress(first, 1)
            self._one = zlib.decompressobj()
        except zlib.error:
            self._one = zlib.decompressobj(-zlib.MAX_WBITS)

    @property
    def eof(self) -> bool:
        """Whether the stream has ended."""
        return self._one.eof

    def step(self, data: bytes) -> Iterator[bytes]:
        """What these bytes unpack to."""
        yield from drain(self._one, data, _STEP)


class _Brotli:
    def __init__(self, first: bytes) -> None:
        del first
        self._one = brotli.Decompressor()

    @property
    def eof(self) -> bool:
        """Whether the stream has ended."""
        return bool(self._one.is_finished())

    def step(self, data: bytes) -> Iterator[bytes]:
        """What these bytes unpack to."""
        if self.eof:
            return
        yield self._one.process(data, output_buffer_limit=_STEP)
        while not self._one.can_accept_more_data() and not self.eof:
            yield self._one.process(b"", output_buffer_limit=_STEP)


class _Zstd:
    """All frames of a zstd stream (RFC 8878, 3). The window is bounded as RFC 9659 asks: 8 MB."""

    def __init__(self, first: bytes) -> None:
        del first
        self._one = self._fresh()
        self.eof = False

    def step(self, data: bytes) -> Iterator[bytes]:
        """What these bytes unpack to."""
        while data or not (self.eof or self._one.needs_input):
            if self.eof:
                self._one, self.eof = self._fresh(), False
            yield self._one.decompress(data, max_length=_STEP)
            data, self.eof = b"", self._one.eof
            if self.eof:
                data = self._one.unused_data
                if not data:
                    return

    @staticmethod
    def _fresh() -> zstd.ZstdDecompressor:
        return zstd.ZstdDecompressor(options={zstd.DecompressionParameter.window_log_max: 23})


FAULTS: tuple[type[Exception], ...] = (zlib.error, ISAL_ERROR, brotli.error, zstd.ZstdError)
_TRAILER = 8  # bytes: checksum and length of a gzip member (RFC 1952, 2.3)
_MAGIC = {"gzip": b"\x1f\x8b", "x-gzip": b"\x1f\x8b", "zstd": b"\x28\xb5"}
_DECODERS: dict[str, Callable[[bytes], _Decoder]] = {
    "gzip": _Gzip,
    "x-gzip": _Gzip,
    "deflate": _Deflate,
    "br": _Brotli,
    "zstd": _Zstd,
}
