"""Whether an archive is whole: WARCs, manifest, CDXJ and database, each by itself and against the others."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from archiver.capture.cdxj import INDEXED, cdxj_line, stale_mark
from archiver.capture.manifest import Manifest
from archiver.capture.verifying.captures import snapshot_of
from archiver.capture.verifying.chain import check_chain
from archiver.capture.verifying.file import FileCheck
from archiver.capture.verifying.lines import first_unsorted, place_of, read_lines
from archiver.collection.folder import Collection
from archiver.index import rebuild
from archiver.models.checked import Checked, CheckedFile
from archiver.models.errors import ArchiverError
from archiver.models.problem import Problem
from archiver.search.ledger import Ledger
from archiver.search.rows_of_warcs import BROKEN, Rows, rows_beside

_INDEX_ANEW = "Run: archiver rebuild"
_INDEX = "Run: archiver index"
Watch = Callable[[int], None]


@dataclass(slots=True)
class Survey:
    """Everything that was found. Good as long as its ledger is open."""

    ledger: Ledger
    files: list[CheckedFile] = field(default_factory=list)
    records: int = 0
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # what is as it should be, and yet to be known

    @property
    def bytes(self) -> int:
        """Of all files."""
        return sum(file.length for file in self.files)

    def report(self) -> "Report":
        """As a value that outlives it."""
        return Report(
            files=len(self.files),
            records=self.records,
            bytes=self.bytes,
            problems=tuple(self.problems),
            notes=tuple(self.notes),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was found, and what `--repair` did about it."""

    files: int
    records: int
    bytes: int
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    is_repaired: bool = False
    done: tuple[str, ...] = ()
    fetch_again: tuple[str, ...] = ()  # addresses whose answers are lost


def verify(collection: Collection, *, watch: Watch = lambda _: None, deep: bool = False) -> Report:
    """Check everything, change nothing. To be called by whoever holds the lock.

    `deep` reads all WARCs into a second database, and compares every row of every table: as slow as a rebuild.

    Raises:
        OSError: a file cannot be read.
    """
    with surveyed(collection, watch=watch) as survey:
        if deep and not survey.problems and not survey.notes:
            _deep(collection, survey)
        return survey.report()


@contextmanager
def surveyed(collection: Collection, *, watch: Watch = lambda _: None) -> Iterator[Survey]:
    """Check everything. To be called by whoever holds the lock. `watch` is told how many bytes were read since.

    Raises:
        OSError: a file cannot be read.
    """
    with Ledger(collection.folder / "verify.building") as ledger:
        survey = Survey(ledger=ledger)
        listed = Manifest(collection.manifest).current()
        for path in collection.warc_files():
            _file(path, survey, watch, finished=listed.get(path.name) is not None)
        ledger.finish()
        survey.problems += ledger.duplicates()
        survey.problems += ledger.without_info()
        survey.problems += ledger.orphans()
        survey.problems += check_chain(Manifest(collection.manifest), survey.files)
        _derived(collection, survey)
        yield survey


def _file(path: Path, survey: Survey, watch: Watch, *, finished: bool) -> None:
    check = FileCheck(path, watch=watch)
    found: list[Problem] = []
    for item in check:
        if isinstance(item, Problem):
            found.append(item)
        else:
            survey.ledger.add(item)
            survey.records += 1
    if check.is_open:
        # What is torn at the end is what the kill left; anything else is damage.
        is_torn = check.torn_at is not None
        found = [problem for problem in found if not is_torn or problem.offset != check.torn_at]
        tail = f" Its end is torn at byte {check.torn_at}." if is_torn else ""
        message = f"left open by a crawl that was killed.{tail} The next crawl or `archiver index` mends it."
        survey.problems.append(Problem(kind="open", message=message, file=check.name, offset=0))
    elif check.loose_end is not None and not finished and not _was_torn(path):
        found.append(check.loose_end)
    survey.problems += found
    survey.files.append(checked_file(check, is_broken=bool(found)))


def checked_file(check: FileCheck, *, is_broken: bool = False) -> CheckedFile:
    """What is to be known of a file that was read to its end."""
    return CheckedFile(
        name=check.name,
        is_open=check.is_open,
        is_ours=check.is_ours,
        is_broken=is_broken,
        length=check.length,
        sha256=check.sha256,
        records=check.records,
        run_id=check.run_id,
        previous_file=check.previous_file,
        is_repaired=check.repair_of is not None,
        read_until=check.read_until,
    )


def _was_torn(path: Path) -> bool:
    return any(path.parent.glob(f"{path.name}.*.torn"))


def _derived(collection: Collection, survey: Survey) -> None:
    """The database, and with it the CDXJ, that is made from it."""
    path = collection.database
    if not path.exists() and not collection.cdxj.exists() and not survey.records:
        return
    if not path.exists():
        survey.problems.append(_database(path, f"the database is not there. {_INDEX_ANEW}."))
        return
    try:
        with rows_beside(path, survey.ledger) as rows:
            survey.problems += rows.broken()
            _rows(rows, survey, path)
    except BROKEN as error:
        survey.problems.append(_database(path, f"the database cannot be read: {error}. {_INDEX_ANEW}."))
    except ArchiverError as error:
        survey.problems.append(_database(path, str(error)))


def _rows(rows: Rows, survey: Survey, path: Path) -> None:
    positions = rows.positions()
    until = _positions(positions, survey, path)
    survey.problems += rows.without_record()
    ahead: set[str] = set()
    for record, row in rows.both():
        original = survey.ledger.original(record) if record.type == "revisit" else None
        survey.problems += rows.compare(record, snapshot_of(record, original), row)
        if (record.end or 0) > until.get(record.file, 0) and record.file not in ahead:
            ahead.add(record.file)
            message = f"it has rows of {record.file} beyond where it says that it was read. {_INDEX_ANEW}."
            survey.problems.append(_database(path, message))
    waiting = 0
    for record in rows.without_row():
        if (record.end or 0) > until.get(record.file, 0):
            waiting += 1
            continue
        message = f"no row of snapshots points to {record.file} at {record.offset}. {_INDEX_ANEW}."
        survey.problems.append(
            Problem(
                kind="database",
                message=message,
                file=path.name,
                record_id=record.record_id,
                url=record.target_uri,
            )
        )
    if waiting:
        survey.notes.append(f"{waiting} captures are not in the database yet. {_INDEX}")
    _cdxj(survey, path.with_name("index.cdxj"), until, any_rows=bool(positions))


def _positions(positions: dict[str, tuple[int, str | None]], survey: Survey, path: Path) -> dict[str, int]:
    """Check how far each WARC is said to be read; gives it back."""
    files = {file.name: file for file in survey.files}
    for name, (offset, run_id) in positions.items():
        file = files.get(name)
        fault = None
        if file is None:
            fault = f"it was made from {name}, which is not there"
        elif offset > file.read_until or not survey.ledger.has_end(name, offset):
            fault = f"it was read up to byte {offset} of {name}, where nothing ends that is read"
        elif file.run_id is not None and run_id != file.run_id:
            fault = f"it has {name} as written by crawl {run_id}; its warcinfo says {file.run_id}"
        if fault is not None:
            survey.problems.append(_database(path, f"{fault}. {_INDEX_ANEW}."))
    return {name: offset for name, (offset, _) in positions.items()}


def _cdxj(survey: Survey, path: Path, until: dict[str, int], *, any_rows: bool) -> None:
    ledger = survey.ledger
    if stale_mark(path).exists():
        survey.notes.append(f"{path.name} is not up to date. {_INDEX}")
        return
    if not path.exists():
        if any_rows:
            message = f"the index is not there. {_INDEX}."
            survey.problems.append(Problem(kind="cdxj", message=message, file=path.name))
        return
    ledger.expect(_expected(ledger, until))
    ledger.tell(read_lines(path))
    number = first_unsorted(path)
    if number is not None:
        message = f"line {number} is not in its place: the lines are to be sorted. {_INDEX_ANEW}."
        survey.problems.append(Problem(kind="cdxj", message=message, file=path.name, offset=number))
    for number, line in ledger.unexpected_lines():
        place = place_of(line)
        at = f"the record in {place[0]} at {place[1]}" if place else "any record"
        message = f"line {number} does not agree with {at}. {_INDEX_ANEW}."
        survey.problems.append(Problem(kind="cdxj", message=message, file=path.name, offset=number))
    for row in ledger.missing_lines():
        message = f"no line stands for the record in {row['file']} at {row['offset']}. {_INDEX_ANEW}."
        survey.problems.append(Problem(kind="cdxj", message=message, file=path.name, url=row["url"]))


def _expected(ledger: Ledger, until: dict[str, int]) -> Iterable[tuple[str, Checked]]:
    """The lines for all captures that are in the database."""
    for record, original in ledger.captures():
        if record.type in INDEXED and (record.end or 0) <= until.get(record.file, 0):
            yield cdxj_line(snapshot_of(record, original)), record


def _deep(collection: Collection, survey: Survey) -> None:
    """Make the database anew beside the old one, and compare."""
    with TemporaryDirectory(prefix="verify.", dir=collection.folder) as name:
        beside = Collection(Path(name))
        beside.warcs.symlink_to(collection.warcs.absolute(), target_is_directory=True)
        beside.toml.symlink_to(collection.toml.absolute())  # which says how much may be spent on a document
        rebuild(beside)
        with rows_beside(collection.database, survey.ledger) as rows:
            survey.problems += rows.differences(beside.database)


def _database(path: Path, message: str) -> Problem:
    return Problem(kind="database", message=message, file=path.name)
