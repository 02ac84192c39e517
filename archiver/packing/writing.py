"""Packages as files: WACZ, BagIt, one WARC."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from archiver.capture.wacz import VERSION, WaczWriter
from archiver.collection.durable import placing, sync_folder
from archiver.collection.folder import Collection
from archiver.export.package.bag import BagWriter
from archiver.models.errors import ArchiverError
from archiver.models.package import Contents
from archiver.packing.choosing import Wanted, choose
from archiver.packing.citing import citation_files
from archiver.packing.describing import describe, file_name
from archiver.packing.package import Package, Watch
from archiver.packing.proving import Proving
from archiver.search.packed_works import references
from archiver.search.packing import Choice
from archiver.store.database import opened

_ATTACHED = 1 << 30  # bytes; a larger one is not read again to be digested: nobody attaches it


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """What was written."""

    path: str
    selection: str
    title: str
    created: str
    records: int
    captures: int
    posts: int
    sources: int
    bytes: int
    sha256: str | None = None  # of `datapackage.json`, which lists all
    file_sha256: str | None = None  # of the file itself; of very large ones it is not taken


@contextmanager
def package(collection: Collection, wanted: Wanted, created: datetime | None = None) -> Iterator[Package]:
    """A package that is yet to be written. Nothing is changed in the archive.

    Raises:
        ArchiverError: there is nothing to put in.
    """
    with opened(collection.database) as db:
        choice = Choice(db)
        choose(choice, collection.warcs, wanted)
        contents = describe(collection, choice, wanted, created)
        yield Package(
            collection=collection,
            choice=choice,
            wanted=wanted,
            contents=contents,
            citation=citation_files(collection, references(db)),
        )


def target(collection: Collection, contents: Contents, given: Path | None, ending: str) -> Path:
    """Where a package is written, its folder is made: by the name that was given, or in the folder by its own.

    Raises:
        ArchiverError: something is there already.
    """
    name = f"{file_name(contents)}{ending}"
    if given is not None and ending and given.is_dir():
        path, given = given / name, None
    elif given is not None and not given.suffix:
        given = path = given.with_name(given.name + ending)  # readers go by the ending
    else:
        path = given or collection.folder / "exports" / name
    if given is not None and given.exists():
        raise ArchiverError(f"{given}: is there already. Choose another name, or move it away.")
    if given is None and ending == "" and path.exists():
        raise ArchiverError(f"{path}: is there already: the same package was written before.")
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def write_wacz(made: Package, path: Path, watch: Watch = lambda _: None, *, stamp: bool = True) -> Packed:
    """A WACZ package, whole or not at all; signed, and unless told not to stamped, where the settings say so.

    Raises:
        OSError: it cannot be written.
        DamagedWarcError: a record is broken.
    """
    about = made.contents
    with placing(path) as out, WaczWriter(out, datetime.fromisoformat(about.created)) as wacz:
        records = made.write(wacz, path.parent, watch)
        proving = Proving(made.collection, about, stamp=stamp)
        digest = wacz.finish(_datapackage(about), proving.signed, proving.stamped)
    return _packed(about, path, records, path.stat().st_size, digest)


def write_warc(made: Package, path: Path, watch: Watch = lambda _: None) -> Packed:
    """One WARC, whole or not at all.

    Raises:
        OSError: it cannot be written.
        DamagedWarcError: a record is broken.
    """
    records = 0
    with placing(path) as out:
        for record in made.records():
            for piece in record.pieces():
                out.write(piece)
            records += 1
            watch(record.length)
    return _packed(made.contents, path, records, path.stat().st_size)


def write_bag(made: Package, path: Path, watch: Watch = lambda _: None) -> Packed:
    """A bag, whole or not at all: its payload is what a WACZ holds, unpacked.

    Raises:
        OSError: it cannot be written.
        DamagedWarcError: a record is broken.
    """
    about = made.contents
    with TemporaryDirectory(prefix=f".{path.name}.", dir=path.parent) as name:
        building = Path(name) / path.name
        bag = BagWriter(building)
        records = made.write(bag, Path(name), watch)
        size = bag.finish(
            {
                "Bag-Software-Agent": about.software,
                "Bagging-Date": about.created[:10],
                "External-Identifier": file_name(about),
                "External-Description": about.description,
                "Source-Organization": about.blog,
                "Internal-Sender-Identifier": about.selection,
            }
        )
        building.rename(path)
        sync_folder(path.parent)
    return _packed(about, path, records, size)


def _datapackage(about: Contents) -> dict[str, object]:
    """What `datapackage.json` says beside the list of files: WACZ 1.1.1, and the `home` of the draft after it."""
    told: dict[str, object] = {
        "profile": "data-package",
        "wacz_version": VERSION,
        "title": about.title,
        "description": about.description,
        "created": about.created,
        "modified": about.created,
        "software": about.software,
        "selection": about.selection,
        "mainPageUrl": about.main_url,
        "mainPageDate": about.main_date,
    }
    if about.main_url is not None:
        told["home"] = {"url": about.main_url, "ts": about.main_date}
    return {name: cell for name, cell in told.items() if cell is not None}


def _packed(about: Contents, path: Path, records: int, size: int, digest: str | None = None) -> Packed:
    return Packed(
        path=str(path),
        selection=about.selection,
        title=about.title,
        created=about.created,
        records=records,
        captures=about.captures,
        posts=about.posts,
        sources=about.sources,
        bytes=size,
        sha256=digest,
        file_sha256=_sha256(path) if path.is_file() and size <= _ATTACHED else None,
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
