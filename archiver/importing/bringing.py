"""An import from its first byte to its last: files opened, checked and staged; a plan made; the archive's own files written."""

import fcntl
import hashlib
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from glob import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from archiver.capture.intake.packages import found, opened
from archiver.capture.intake.staging import Stage, Staged, stage
from archiver.capture.intake.writing import ImportedWarc, keep_aside, next_name
from archiver.capture.manifest import Manifest, file_digest
from archiver.capture.members import read_members
from archiver.capture.parsing import parse_record
from archiver.capture.profiles import is_not_modified
from archiver.collection.folder import Collection
from archiver.importing.holdings import ANSWERS
from archiver.importing.planning import Plan, plan
from archiver.models.blog import Month
from archiver.models.frontier import Place
from archiver.models.imported import Imported, ImportedFile
from archiver.store.store import Store
from archiver.web.url import canonical

_PREFIX = "import."  # of the folders in which files are staged
_HELD = "held"  # in such a folder: locked by whoever works in it
_ODD = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST_NAME = 80  # characters

Watch = Callable[[int], None]


@dataclass(slots=True, kw_only=True)
class Intake:
    """What was staged: files in the order of their first captures."""

    stages: list[Stage] = field(default_factory=list)
    files: list[ImportedFile] = field(default_factory=list)  # of each stage
    passed_over: list[ImportedFile] = field(default_factory=list)
    named: list[str] = field(default_factory=list)  # what packages call their pages


def take_in(
    paths: Sequence[Path], work: Path, manifest: Manifest, *, watch: Watch = lambda _: None
) -> Intake:
    """Check and stage all files, in a folder that may be thrown away.

    Raises:
        ArchiverError: a file is missing, or a package cannot be read.
    """
    known = {
        entry.imported_sha256: entry.filename
        for entry in manifest.entries()
        if entry.imported_sha256 is not None and not entry.set_aside
    }
    intake = Intake()
    staging = work / "staged"
    staging.mkdir()
    for path in found(paths):
        for given in opened(path, work):
            sha256 = file_digest(given.path)
            file = ImportedFile(file=given.label, sha256=sha256, note=given.problem)
            if sha256 in known:
                file.note = f"was imported before, as {known[sha256]}"
                intake.passed_over.append(file)
                continue
            made = stage(given.path, given.label, staging, watch=watch)
            known[sha256] = given.label
            file.software, file.set_aside = made.software, made.set_aside
            intake.stages.append(made)
            intake.files.append(file)
            intake.named += given.pages
    order = sorted(range(len(intake.stages)), key=lambda n: _first(intake.stages[n]))
    intake.stages = [intake.stages[n] for n in order]
    intake.files = [intake.files[n] for n in order]
    return intake


def _first(made: Stage) -> str:
    return min((record.date for record in made.records if record.type in ANSWERS), default="")


class Archive:
    """A collection as a plan asks for it; None where there is none yet."""

    def __init__(self, collection: Collection | None, store: Store | None) -> None:
        self._collection, self._store = collection, store
        self._ids: set[bytes] | None = None

    def holds(self, record_id: str, target_uri: str, date: str) -> bool:
        """Whether it has this very record."""
        return self._store is not None and self._store.holds(record_id, target_uri, date)

    def has_id(self, record_id: str) -> bool:
        """Whether a capture in it has this id."""
        return self._store is not None and self._store.has_id(record_id)

    def has_record(self, record_id: str) -> bool:
        """Whether a record of what was imported before has this id."""
        if self._ids is None:
            files = [] if self._collection is None else self._collection.warc_files()
            self._ids = {
                _short(parse_record(path, member).headers.get("warc-record-id", ""))
                for path in files
                for member in read_members(path)
            }
        return _short(record_id) in self._ids

    def find(self, target_uri: str, date: str) -> Place | None:
        """Where the capture lies that a revisit refers to."""
        return None if self._store is None else self._store.find(target_uri, date)

    def original(self, revisit: Staged) -> tuple[str, str] | None:
        """Address and date of the capture that a revisit stands for, where it does not say both itself."""
        if self._store is None:
            return None
        digest = None if is_not_modified(revisit.profile) else revisit.payload_digest or ""
        return self._store.original(revisit.refers_to, canonical(revisit.target_uri), digest, revisit.date)

    def cites(self, url: str) -> bool:
        """Whether a post in it cites a canonical address."""
        return self._store is not None and self._store.cites(url)

    def last(self, url: str) -> str | None:
        """The date of the last capture of a canonical address that was well."""
        return None if self._store is None else self._store.last(url)


def decide(
    intake: Intake, collection: Collection | None, *, seeds: tuple[str, ...], today: Month
) -> tuple[Plan, Imported]:
    """The plan, and what it comes to.

    Raises:
        SettingsError: nobody says which blog it is, and it cannot be found out.
    """
    usual = () if collection is None else tuple(collection.settings.blog.seeds)
    store = Store(collection.database) if collection is not None else None
    try:
        archive = Archive(collection, store)
        made = plan(intake.stages, archive, seeds=seeds, usual=usual, named=intake.named, today=today)
    finally:
        if store is not None:
            store.close()
    for n, file in enumerate(intake.files):
        _count(file, made, n)
    files = [*intake.passed_over, *intake.files]
    return made, Imported(seeds=made.seeds, has_blog=made.has_blog, files=files, roles=made.roles)


def _count(file: ImportedFile, made: Plan, n: int) -> None:
    steps = [step for of_file in made.steps for step in of_file if step.stage == n]
    file.records = len(steps)
    file.captures = sum(step.record.type in ANSWERS for step in steps)
    file.repacked = sum(step.record.is_repacked or bool(step.headers) for step in steps)
    file.known = made.known[n]
    for step in steps:
        for said in step.said:
            file.mended[said] = file.mended.get(said, 0) + 1


def write(intake: Intake, made: Plan, collection: Collection, work: Path, now: datetime) -> None:
    """Write the archive's files; each is whole when it stands there. Staged records are thrown away as they are written.

    Raises:
        OSError: the disk refuses.
    """
    manifest = Manifest(collection.manifest)
    collection.warcs.mkdir(exist_ok=True)
    last_use = {step.stage: n for n, steps in enumerate(made.steps) for step in steps}
    for n, (steps, staged, file) in enumerate(zip(made.steps, intake.stages, intake.files, strict=True)):
        if staged.set_aside:
            name = f"{_ODD.sub('_', staged.label)[-_LONGEST_NAME:]}-{staged.sha256[:12]}"
            keep_aside(collection.folder / "set-aside", name, staged)
        if steps:
            file.warc = next_name(collection.warcs, manifest, now)
            out = ImportedWarc(work / "building", file.warc, staged, now=now, previous=manifest.head())
            for step in steps:
                source = intake.stages[step.stage]
                if step.headers:
                    out.copy_changed(source, step.record, step.headers)
                else:
                    out.copy(source, step.record)
                if step.visit is not None:
                    out.tell(step.record, step.visit, step.said, source.label)
            out.finish(collection.warcs, manifest, set_aside=len(staged.set_aside))
        if last_use.get(n, n) <= n:
            staged.path.unlink(missing_ok=True)


def clear(folder: Path) -> None:
    """Throw away what a killed import left half done. To be called by whoever holds the lock."""
    for left in folder.glob(f"{_PREFIX}*"):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)


def clear_beside(archive: Path) -> None:
    """Throw away what an import left that was killed before there was an archive, or while it was being made."""
    for left in archive.absolute().parent.glob(f"{_PREFIX}{escape(archive.name)}.*"):
        with suppress(OSError), (left / _HELD).open("rb") as held:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)  # refused while another import is at work
            shutil.rmtree(left, ignore_errors=True)


@contextmanager
def beside(archive: Path) -> Iterator[Path]:
    """A folder for an archive that is not there yet, on the same disk."""
    with (
        TemporaryDirectory(prefix=f"{_PREFIX}{archive.name}.", dir=archive.absolute().parent) as name,
        (Path(name) / _HELD).open("wb") as held,
    ):
        fcntl.flock(held, fcntl.LOCK_EX)
        yield Path(name)


def _short(record_id: str) -> bytes:
    return hashlib.blake2b(record_id.encode(), digest_size=8).digest()
