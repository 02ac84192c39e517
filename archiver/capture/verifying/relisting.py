"""The manifest made to agree with the files again. What it said before is kept beside the broken files."""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

from archiver.capture.manifest import Manifest
from archiver.capture.verifying.chain import check_chain, serial
from archiver.collection.durable import sync_folder
from archiver.models.checked import CheckedFile

_NOTHING = hashlib.sha256(b"").hexdigest()


def relist(manifest: Manifest, files: Sequence[CheckedFile], damaged: Path) -> list[str]:
    """List what is there and not listed; list as lost what is listed and not there. Tells what was done.

    Lines that were changed or taken out cannot be mended by a further one: then the manifest is written anew, and says
    so in its first line.
    """
    done: list[str] = []
    current = manifest.current()
    there = {file.name for file in files}
    if manifest.lines():
        for file in files:
            if file.is_ours and not file.is_open and file.name not in current:
                _list(manifest, file)
                done.append(f"{file.name} is listed in {manifest.path.name}.")
    for name in [*sorted(current.keys() - there), *_unheard_of(manifest, files)]:
        lose(manifest, name)
        done.append(f"{name} is listed as lost.")
    if any(True for _ in check_chain(manifest, files)):
        _write_anew(manifest, files, damaged)
        done.append(f"{manifest.path.name} was written anew; what it was lies in {damaged.name}.")
    return done


def set_aside(path: Path, damaged: Path) -> Path:
    """Move a file to where nothing is overwritten; gives its new place."""
    target = _free(path.name, damaged)
    path.rename(target)
    sync_folder(damaged)
    sync_folder(path.parent)
    return target


def _free(name: str, damaged: Path) -> Path:
    damaged.mkdir(exist_ok=True)
    sync_folder(damaged.parent)
    target, number = damaged / name, 1
    while target.exists():
        number += 1
        target = damaged / f"{name}.{number}"
    return target


def _unheard_of(manifest: Manifest, files: Sequence[CheckedFile]) -> list[str]:
    """Names for the files whose numbers are left out: nothing tells what they were called."""
    names = [*(file.name for file in files), *(entry.filename for entry in manifest.entries())]
    numbers = {number for name in names if (number := serial(name)) is not None}
    missing = (number for number in range(1, max(numbers, default=0)) if number not in numbers)
    return [f"archiver-{number:06d}-lost.warc.gz" for number in missing]


def _list(manifest: Manifest, file: CheckedFile) -> None:
    manifest.append(filename=file.name, length=file.length, sha256=file.sha256, records=file.records)


def lose(manifest: Manifest, name: str) -> None:
    """List a file as lost."""
    manifest.append(filename=name, length=0, sha256=_NOTHING, records=0, replaces=name)


def _write_anew(manifest: Manifest, files: Sequence[CheckedFile], damaged: Path) -> None:
    """Its first line tells of the old one, and of how many lines that follow tell of files from before."""
    path = manifest.path
    old = path.read_bytes() if path.exists() else b""
    if old:
        with _free(path.name, damaged).open("xb") as kept:
            kept.write(old)
            kept.flush()
            os.fsync(kept.fileno())
        sync_folder(damaged)
    listed = [file for file in files if file.is_ours and not file.is_open]
    # Of the files of others, those that were listed stay so.
    current = manifest.current()
    listed += [file for file in files if not file.is_ours and file.name in current]
    there = {file.name for file in files}
    lost = dict.fromkeys(
        entry.filename
        for entry in manifest.entries()
        if entry.filename not in there and serial(entry.filename) is not None
    )
    new = Manifest(path.with_name(path.name + ".building"))
    new.path.unlink(missing_ok=True)
    new.append(
        filename=path.name,
        length=len(old),
        sha256=hashlib.sha256(old).hexdigest(),
        records=len(listed) + len(lost),
        replaces=path.name,
    )
    for name in lost:
        lose(new, name)
    for file in listed:
        _list(new, file)
    new.path.replace(path)
    sync_folder(path.parent)
