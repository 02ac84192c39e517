"""The members of a zip archive, unpacked within bounds: a few kilobytes may hold gigabytes."""

import io
import zipfile
import zlib
from dataclasses import dataclass, field

_MOST_MEMBERS = 20_000
_LARGEST = 32 * 1024 * 1024  # bytes of one member; the text of a long book is a tenth of it
_MOST_AT_ALL = 96 * 1024 * 1024  # bytes
_FREE = 4 * 1024 * 1024  # bytes that may be unpacked whatever the ratio
_MOST_RATIO = 200  # to the archive's size; the XML of office files shrinks to a tenth or a twentieth
_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1


class PackageError(ValueError):
    """Why an archive cannot be read, in a few words."""


@dataclass(slots=True)
class Package:
    """An archive. What was not unpacked whole is told in `doubts`."""

    archive: zipfile.ZipFile
    budget: int  # bytes that may still be unpacked
    doubts: list[str] = field(default_factory=list)

    @classmethod
    def open(cls, body: bytes) -> "Package":
        """The archive in a file.

        Raises:
            PackageError: it is damaged, or a trap.
        """
        # Before anything is made of them: each entry of the directory costs its reader half a kilobyte.
        if body.count(_ENTRY) > _MOST_MEMBERS:
            raise PackageError(f"over {_MOST_MEMBERS} files in it")
        try:
            archive = zipfile.ZipFile(io.BytesIO(body))
        except (zipfile.BadZipFile, ValueError, OverflowError, RuntimeError, EOFError, OSError):
            raise PackageError("damaged") from None
        return cls(archive=archive, budget=min(_MOST_AT_ALL, max(_FREE, len(body) * _MOST_RATIO)))

    def names(self) -> list[str]:
        """The members, in the order of the directory."""
        return self.archive.namelist()

    def read(self, name: str, *, most: int = _LARGEST) -> bytes | None:
        """A member, or its beginning; None where there is none, or nobody can unpack it."""
        try:
            info = self.archive.getinfo(name)
        except KeyError:
            return None
        if info.flag_bits & _ENCRYPTED:
            self.doubts.append(f"{name} is locked by a password")
            return None
        most = min(most, self.budget)
        data = bytearray()
        try:
            with self.archive.open(info) as member:
                while len(data) <= most and (piece := member.read(min(1 << 16, most + 1 - len(data)))):
                    data += piece
        except (
            zipfile.BadZipFile,
            zlib.error,
            ValueError,
            OverflowError,
            EOFError,
            OSError,
            RuntimeError,
        ):
            self.doubts.append(f"{name} is damaged")
        if len(data) > most:
            self.doubts.append(f"{name} unpacks to over {most} bytes: only these were read")
        self.budget -= min(len(data), most)
        return bytes(data[:most]) or None
