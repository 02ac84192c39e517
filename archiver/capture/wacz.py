"""A WACZ package (1.1.1): a zip whose members are stored as they are, so that a record can be read out of it by its offset.

The same contents give the same bytes: members come in the order in which they are given, and carry one date.
"""

import hashlib
import json
import stat
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath
from types import TracebackType
from typing import BinaryIO, Self

DATAPACKAGE, DIGEST = "datapackage.json", "datapackage-digest.json"
VERSION = "1.1.1"
_LARGE = 1 << 30  # bytes; a member that may be larger has the fields for more than 4 GB
_UNIX = 3  # APPNOTE.TXT, 4.4.2.2
_FIRST_YEAR = 1980  # of a date in a zip


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A member, as `datapackage.json` lists it."""

    path: str
    hash: str
    bytes: int

    def listed(self) -> dict[str, str | int]:
        """Its entry. Names are unique, and have the form that Data Packages ask for."""
        name = self.path.lower().replace("/", "-") if "/" in self.path else self.path.lower()
        return {"name": name, "path": self.path, "hash": self.hash, "bytes": self.bytes}


class WaczWriter:
    """Writes one package. Add members, then `finish`."""

    def __init__(self, out: BinaryIO, created: datetime) -> None:
        self.resources: list[Resource] = []
        moment = created.astimezone(UTC)
        self._date = moment.timetuple()[:6] if moment.year >= _FIRST_YEAR else (_FIRST_YEAR, 1, 1, 0, 0, 0)
        self._zip = zipfile.ZipFile(out, "w", zipfile.ZIP_STORED, allowZip64=True)
        self._names: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def add(self, path: str, pieces: Iterable[bytes], *, most: int = 0) -> Resource:
        """A member that is listed. `most` is how many bytes it may have, where that may be many."""
        made = self._write(path, pieces, most)
        self.resources.append(made)
        return made

    def finish(
        self,
        about: Mapping[str, object],
        sign: Callable[[str], Mapping[str, object]] = lambda _: {},
        stamp: Callable[[bytes], Mapping[str, bytes]] = lambda _: {},
    ) -> str:
        """Write what lists all, and the digest of that; gives that digest.

        `sign` gives for it what stands beside it; `stamp` gives, for the file with both, members that prove it.
        """
        data = {**about, "resources": [one.listed() for one in self.resources]}
        listed = self._write(DATAPACKAGE, [_json(data)], 0)
        digest = _json({"path": DATAPACKAGE, "hash": listed.hash, **sign(listed.hash)})
        self._write(DIGEST, [digest], 0)
        for name, proof in stamp(digest).items():
            self._write(name, [proof], 0)
        return listed.hash

    def _write(self, path: str, pieces: Iterable[bytes], most: int) -> Resource:
        assert path not in self._names and not PurePosixPath(path).is_absolute()  # noqa: PT018
        self._names.add(path)
        entry = zipfile.ZipInfo(path, self._date)
        entry.create_system = _UNIX
        entry.external_attr = (stat.S_IFREG | 0o644) << 16
        sha256, length = hashlib.sha256(), 0
        with self._zip.open(entry, "w", force_zip64=most > _LARGE) as member:
            for piece in pieces:
                sha256.update(piece)
                length += len(piece)
                member.write(piece)
        return Resource(path=path, hash=f"sha256:{sha256.hexdigest()}", bytes=length)


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
