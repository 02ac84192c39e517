"""What the user names, as WARC and ARC files: themselves, those in a folder, those in WACZ packages (WACZ 1.1.1, Multi-WACZ)."""

import hashlib
import json
import os
import shutil
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from archiver.models.errors import ArchiverError, SettingsError
from archiver.web.url import resolve

_ENDINGS = (".warc", ".warc.gz", ".warc.zst", ".warc.gz.open", ".arc", ".arc.gz")
_PACKAGE = ".wacz"
_ZIP = frozenset([b"PK\x03\x04", b"PK\x05\x06"])
_PIECE = 1 << 20
_LONGEST_LIST = 16 << 20  # bytes of a JSON file in a package that are read
_MOST_PAGES = 1000
_MAX_RATIO = 1032  # deflate's own bound (zlib's technical details): what claims more lies
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError, ValueError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One file that holds records, and what its package tells of it."""

    label: str
    path: Path
    package: Path | None = None  # in which it lay; it was unpacked for us, and is to be removed
    problem: str | None = None  # why not all of it can be trusted
    pages: tuple[str, ...] = ()  # addresses that its package names, the main one first


def found(paths: Sequence[Path]) -> list[Path]:
    """The files that are meant, those of a folder sorted by name.

    Raises:
        SettingsError: there is no such file, or none in a folder.
    """
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(
                each
                for each in path.rglob("*")
                if each.name.lower().endswith((*_ENDINGS, _PACKAGE)) and each.is_file()
            )
            if not inside:
                raise SettingsError(
                    f"{path}: holds no WARC, ARC or WACZ file. Plain files have lost the answers that they came in. "
                    "`warcit` makes a WARC of them, which can be imported."
                )
            files += inside
        elif path.is_file():
            if not os.access(path, os.R_OK):
                raise SettingsError(
                    f"{path}: cannot be read. Give yourself the right to, and run the command again."
                )
            files.append(path)
        else:
            raise SettingsError(f"{path}: no such file.")
    return list(dict.fromkeys(files))


def opened(path: Path, folder: Path) -> Iterator[Given]:
    """The WARC and ARC files in a file: itself, or those of a package, unpacked to `folder` one by one.

    Raises:
        ArchiverError: it is a package that cannot be read.
    """
    with path.open("rb") as file:
        is_zip = file.read(4) in _ZIP
    if not is_zip:
        yield Given(label=path.name, path=path)
        return
    yield from _inside(path, path.name, path, folder)


def _inside(path: Path, label: str, given: Path, folder: Path, *, is_inner: bool = False) -> Iterator[Given]:
    """What a package holds; of one that holds packages (Multi-WACZ), what these hold. `given` is what the user named."""
    try:
        package = zipfile.ZipFile(path)
    except _BROKEN as error:
        raise ArchiverError(
            f"{label if is_inner else path}: is no package that can be read: {error}."
        ) from error
    with package:
        endings = _ENDINGS if is_inner else (*_ENDINGS, _PACKAGE)
        members = [each for each in package.infolist() if each.filename.lower().endswith(endings)]
        if not members:
            raise ArchiverError(f"{label if is_inner else path}: holds no WARC.")
        told = _json(package, "datapackage.json")
        pages = _pages(package, told)
        free = shutil.disk_usage(folder).free
        for member in members:
            is_package = member.filename.lower().endswith(_PACKAGE)
            target = folder / ("inner" if is_package else "unpacked")
            problem = _unpack(package, member, target, free, _digest_of(told, member.filename))
            name = f"{label}: {member.filename}"
            if is_package and zipfile.is_zipfile(target):
                yield from (
                    replace(each, problem=each.problem or problem)
                    for each in _inside(target, name, given, folder, is_inner=True)
                )
            else:
                if is_package and problem is None:
                    problem = "is no package that can be read"
                yield Given(label=name, path=target, package=given, problem=problem, pages=pages)
            target.unlink(missing_ok=True)


def _unpack(
    package: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path, free: int, digest: str | None
) -> str | None:
    """Unpack one member as far as it goes, under a name of ours; gives what is wrong with it."""
    sums = hashlib.sha256()
    with target.open("wb") as out:
        if member.file_size > max(member.compress_size, 1) * _MAX_RATIO:
            return f"claims to unpack to {member.file_size} bytes from {member.compress_size}"
        if member.file_size > free:
            return f"needs {member.file_size} bytes of room; {free} are free"
        try:
            with package.open(member) as inside:
                while piece := inside.read(_PIECE):
                    sums.update(piece)
                    out.write(piece)
        except _BROKEN as error:
            return f"cannot be unpacked to its end: {error}"
    if digest is not None and digest != sums.hexdigest():
        return "does not match its digest in datapackage.json"
    return None


def _digest_of(told: Any, name: str) -> str | None:
    """SHA-256 of a member, hexadecimal, as the package tells it."""
    resources = told.get("resources") if isinstance(told, dict) else None
    for each in resources if isinstance(resources, list) else ():
        if isinstance(each, dict) and each.get("path") == name:
            algorithm, _, digest = str(each.get("hash", "")).partition(":")
            return digest.lower() if algorithm == "sha256" else None
    return None


def _pages(package: zipfile.ZipFile, told: Any) -> tuple[str, ...]:
    """The addresses that a package calls its pages: the main one, those that it was started at, the others."""
    main = told.get("mainPageUrl", told.get("mainPageURL")) if isinstance(told, dict) else None
    listed: list[tuple[bool, str]] = []
    for line in _bytes(package, "pages/pages.jsonl").splitlines()[: _MOST_PAGES + 1]:
        with suppress(ValueError):
            page = json.loads(line)
            if isinstance(page, dict) and isinstance(page.get("url"), str):
                listed.append((page.get("seed") is not True, page["url"]))
    urls = [main, *(url for _, url in sorted(listed, key=lambda each: each[0]))]
    named = (resolve("", url) for url in urls if isinstance(url, str))
    return tuple(dict.fromkeys(url for url in named if url is not None))


def _json(package: zipfile.ZipFile, name: str) -> Any:
    try:
        return json.loads(_bytes(package, name))
    except (ValueError, RecursionError):
        return None


def _bytes(package: zipfile.ZipFile, name: str) -> bytes:
    try:
        with package.open(name) as file:
            return file.read(_LONGEST_LIST)
    except (*_BROKEN, KeyError):
        return b""
