"""`datapackage.json` and its digest, against the members (WACZ 1.1.1, 5.3 and 5.4)."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from archiver.capture.verifying.package.directory import ZipError
from archiver.capture.verifying.package.zipped import ZipFile
from archiver.capture.wacz import DATAPACKAGE, DIGEST

LARGEST = 64 << 20  # bytes of a JSON file that is read whole
_ALGORITHMS = {"sha256", "sha384", "sha512", "md5"}
_VERSIONS = ("1.",)
_KINDS = ("archive/", "indexes/", "pages/")


@dataclass(slots=True)
class Listing:
    """What the package says of itself. `faults` and `notes` are (member, words)."""

    package: dict[str, Any] = field(default_factory=dict)
    digest: dict[str, Any] = field(default_factory=dict)
    raw: dict[str, bytes] = field(default_factory=dict)  # of both files
    faults: list[tuple[str, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_ours(self) -> bool:
        """Whether we wrote it, as it says."""
        return str(self.package.get("software", "")).startswith("archiver/")


def read_listing(zipped: ZipFile) -> Listing:
    """Read both files, and hold the one against the other."""
    found = Listing()
    for name in (DATAPACKAGE, DIGEST):
        if name in zipped.entries:
            value = _json(zipped, name, found)
            if name == DATAPACKAGE:
                found.package = value
            else:
                found.digest = value
    if DATAPACKAGE not in zipped.entries:
        found.faults.append((DATAPACKAGE, "is not there: nothing says what the package should hold"))
    version = str(found.package.get("wacz_version", ""))
    if found.package and not version.startswith(_VERSIONS) and found.package.get("profile") != "wacz":
        found.faults.append((DATAPACKAGE, f"names no version of WACZ that is known: {version[:20]!r}"))
    if DIGEST not in zipped.entries:
        where = found.faults if found.is_ours else found.notes
        where.append((DIGEST, "is not there: nothing shows that datapackage.json is as it was written"))
    elif DATAPACKAGE in found.raw:
        _hold(found)
    return found


def check_members(zipped: ZipFile, listing: Listing, apart: str) -> Iterator[tuple[str, str]]:
    """Every member against what is listed: size, digest; what is listed and missing, what is there and not listed.

    `apart` is the one that is made last, and so cannot be listed. Members are read here from their first byte to their last.
    """
    listed: dict[str, dict[str, Any]] = {}
    resources = listing.package.get("resources", [])
    for one in resources if isinstance(resources, list) else []:
        path = one.get("path") if isinstance(one, dict) else None
        if not isinstance(path, str):
            yield DATAPACKAGE, "lists something without a path"
        elif path in listed:
            yield path, "is listed twice in datapackage.json"
        else:
            listed[path] = one
            if path not in zipped.entries:
                yield path, "is listed in datapackage.json, and not there"
    for name in zipped.entries:
        if name.endswith("/") and not zipped.entries[name].size:
            continue
        yield from _member(zipped, name, listed.get(name), listing, {DATAPACKAGE, DIGEST, apart})


def _member(
    zipped: ZipFile, name: str, told: dict[str, Any] | None, listing: Listing, unlisted: set[str]
) -> Iterator[tuple[str, str]]:
    label = str((told or {}).get("hash", ""))
    algorithm, _, wanted = label.rpartition(":")
    algorithm = (algorithm or "sha256").replace("-", "").lower()
    hasher = hashlib.new(algorithm if algorithm in _ALGORITHMS else "sha256", usedforsecurity=False)
    length = 0
    try:
        for piece in zipped.pieces(name):
            hasher.update(piece)
            length += len(piece)
    except ZipError as error:
        yield name, str(error)
        return
    if told is None:
        if name not in unlisted:
            yield from _unlisted(name, listing)
        return
    if "bytes" in told and told["bytes"] != length:
        yield name, f"has {length} bytes; datapackage.json says {told['bytes']}"
    if not wanted or algorithm not in _ALGORITHMS:
        where = "has no digest in datapackage.json that is known"
        if listing.is_ours:
            yield name, where
        else:
            listing.notes.append((name, where))
    elif hasher.hexdigest() != wanted.lower():
        yield name, "does not match its digest in datapackage.json"
    elif algorithm == "md5":
        listing.notes.append((name, "is listed with MD5 only: others can be made that match it"))


def _unlisted(name: str, listing: Listing) -> Iterator[tuple[str, str]]:
    words = "is not listed in datapackage.json"
    if name.startswith(_KINDS) or listing.is_ours:
        yield name, words
    else:
        listing.notes.append((name, words))


def _hold(found: Listing) -> None:
    if found.digest.get("path") != DATAPACKAGE:
        found.faults.append((DIGEST, f"is of {str(found.digest.get('path'))[:60]!r}, not of {DATAPACKAGE}"))
    label = str(found.digest.get("hash", ""))
    algorithm, _, wanted = label.rpartition(":")
    algorithm = (algorithm or "sha256").replace("-", "").lower()
    if algorithm == "md5":
        found.notes.append((DIGEST, "is by MD5 only: another datapackage.json can be made that matches it"))
    if algorithm not in _ALGORITHMS:
        found.faults.append((DIGEST, f"has no digest that is known: {label[:40]!r}"))
    elif hashlib.new(algorithm, found.raw[DATAPACKAGE], usedforsecurity=False).hexdigest() != wanted.lower():
        found.faults.append((DATAPACKAGE, f"does not match its digest in {DIGEST}"))


def _json(zipped: ZipFile, name: str, found: Listing) -> dict[str, Any]:
    if zipped.entries[name].size > LARGEST:
        found.faults.append((name, "is too long to be read"))
        return {}
    try:
        raw = b"".join(zipped.pieces(name))
        value = json.loads(raw)
    except ZipError:
        return {}  # said where all members are read
    except (ValueError, RecursionError) as error:
        found.faults.append((name, f"is no JSON: {error}"))
        return {}
    if not isinstance(value, dict):
        found.faults.append((name, "is no JSON object"))
        return {}
    found.raw[name] = raw
    return value
