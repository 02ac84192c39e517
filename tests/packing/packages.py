"""Packages taken apart, changed, and put together again with digests that are right: what only a close look can tell."""

import json
import zipfile
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from archiver.capture.wacz import DATAPACKAGE, DIGEST, WaczWriter
from archiver.verify_package import verify_package


def members(path: Path) -> dict[str, bytes]:
    """All members."""
    with zipfile.ZipFile(path) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def put_together(path: Path, parts: Mapping[str, bytes], **about) -> Path:
    """Write a package of these members, each listed as it is now."""
    told = json.loads(parts[DATAPACKAGE]) | about
    told.pop("resources")
    with path.open("wb") as out, WaczWriter(out, datetime(2019, 9, 12, tzinfo=UTC)) as wacz:
        for name, data in parts.items():
            if name not in {DATAPACKAGE, DIGEST}:
                wacz.add(name, [data])
        wacz.finish(told)
    return path


def wrong(path: Path) -> list[tuple[str, str]]:
    """Kind and member of everything that is wrong, each once."""
    return list(dict.fromkeys((one.kind, one.file) for one in verify_package(path).problems))


def records(warc: bytes) -> list[bytes]:
    """The gzip members of a WARC, split by zlib: not by what is tested."""
    found = []
    while warc:
        one = zlib.decompressobj(wbits=31)
        one.decompress(warc)
        found.append(warc[: len(warc) - len(one.unused_data)])
        warc = one.unused_data
    return found
