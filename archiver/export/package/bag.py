"""BagIt 1.0 (RFC 8493): a folder with a payload, and SHA-256 and SHA-512 of every file in it."""

import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

_ALGORITHMS = ("sha256", "sha512")
_ESCAPED = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})  # RFC 8493, 2.1.3


class BagWriter:
    """Writes one bag. Add files, then `finish`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sums: dict[str, dict[str, str]] = {}
        self._bytes = 0
        folder.mkdir()

    def add(self, path: str, pieces: Iterable[bytes], *, most: int = 0) -> None:  # noqa: ARG002
        """A file of the payload."""
        self._bytes += self._write(f"data/{path}", pieces)

    def finish(self, info: Mapping[str, str]) -> int:
        """Write the manifests, and what is said of the bag; gives the bytes of its payload."""
        payload = dict(self._sums)
        self._sums.clear()
        octets = {"Payload-Oxum": f"{self._bytes}.{len(payload)}"}
        lines = (f"{name}: {' '.join(cell.split())}\n" for name, cell in sorted({**info, **octets}.items()))
        self._write("bag-info.txt", [line.encode() for line in lines])
        self._write("bagit.txt", [b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"])
        self._manifests("manifest", payload)
        self._manifests("tagmanifest", dict(self._sums))
        return self._bytes

    def _manifests(self, name: str, sums: Mapping[str, Mapping[str, str]]) -> None:
        for algorithm in _ALGORITHMS:
            lines = (f"{of[algorithm]}  {path.translate(_ESCAPED)}\n" for path, of in sorted(sums.items()))
            self._write(f"{name}-{algorithm}.txt", [line.encode() for line in lines])

    def _write(self, path: str, pieces: Iterable[bytes]) -> int:
        hashes = [hashlib.new(name) for name in _ALGORITHMS]
        place, size = self._folder / path, 0
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as file:
            for piece in pieces:
                file.write(piece)
                size += len(piece)
                for one in hashes:
                    one.update(piece)
            file.flush()
            os.fsync(file.fileno())
        self._sums[path] = {one.name: one.hexdigest() for one in hashes}
        return size
