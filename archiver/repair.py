"""A broken archive made whole again: what is whole is kept, what is not is set aside, what is lost is named."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from archiver.capture.manifest import Manifest, file_digest
from archiver.capture.mending import mend
from archiver.capture.verifying.file import FileCheck
from archiver.capture.verifying.lines import place_of, read_lines, url_of
from archiver.capture.verifying.relisting import lose, relist, set_aside
from archiver.capture.verifying.salvage import UNFINISHED, new_name, salvage, salvaged_from
from archiver.collection.durable import sync_folder
from archiver.collection.folder import Collection
from archiver.collection.warcs import OPEN
from archiver.index import index, rebuild
from archiver.models.checked import CheckedFile
from archiver.models.errors import NotAnArchiveError
from archiver.search.rows_of_warcs import UNREADABLE, rows_beside
from archiver.verify import Report, Survey, Watch, checked_file, surveyed

_DERIVED = frozenset(["database", "cdxj"])
_OF_RECORDS = frozenset(["gzip", "torn", "record", "digest"])
_BESIDE_OTHERS = frozenset(["duplicate-id", "revisit", "missing-record"])  # shows only beside other files
_SET_ASIDE = "damaged"
_AGAIN = "fetch-again.txt"


def repair(collection: Collection, *, watch: Watch = lambda _: None) -> Report:
    """Check everything, and mend what is wrong. To be called by whoever holds the lock. Killed, it is called again.

    Raises:
        ArchiverError: the disk refuses.
    """
    work = _Repair(collection)
    work.complete()
    with surveyed(collection, watch=watch) as survey:
        report = survey.report()
        if not report.problems and not work.done:
            return report
        again = work.lost(survey)
        work.salvage(survey)
        known = {file.name: file for file in survey.files}
    work.mend()
    work.relist(known)
    work.derive(is_wrong=any(problem.kind in _DERIVED for problem in report.problems))
    return replace(report, is_repaired=True, done=tuple(work.done), fetch_again=tuple(again))


class _Repair:
    """One repair: each step can be taken again."""

    def __init__(self, collection: Collection) -> None:
        self.done: list[str] = []
        self._collection = collection
        self._warcs = collection.warcs
        self._damaged = collection.folder / _SET_ASIDE
        self._manifest = Manifest(collection.manifest)
        self._has_new_files = False
        self._has_mended = False

    def complete(self) -> None:
        """Finish what an earlier repair had begun when it was killed."""
        for path in sorted(self._warcs.glob(f"*{UNFINISHED}")):
            source = salvaged_from(path)
            broken = None if source is None else self._warcs / source
            if broken is None or broken.exists() or broken.with_name(broken.name + OPEN).exists():
                path.unlink()  # perhaps not whole; what it is made from is still there
            else:
                records = sum(1 for _ in FileCheck(path))
                self._take_place(path, broken.name, length=path.stat().st_size, records=records)

    def lost(self, survey: Survey) -> list[str]:
        """The addresses whose answers are lost; written down before anything is changed."""
        found: list[str | None] = [
            problem.url
            for problem in survey.problems
            if problem.kind == "revisit"
            or (problem.kind in _OF_RECORDS and not survey.ledger.holds(problem.record_id or ""))
        ]
        found += survey.ledger.lost_answers()
        found += self._lost_rows(survey)
        found += self._lost_lines(survey)
        urls = [
            url
            for url in dict.fromkeys(found)
            if url is not None
            and url.startswith(("http://", "https://"))
            and not survey.ledger.has_capture_of(url)
        ]
        if urls:
            self._damaged.mkdir(exist_ok=True)
            path = self._damaged / _AGAIN
            known = set(path.read_text(encoding="utf-8").splitlines()) if path.exists() else set()
            with path.open("a", encoding="utf-8") as file:
                file.writelines(f"{url}\n" for url in urls if url not in known)
                file.flush()
                os.fsync(file.fileno())
        return urls

    def salvage(self, survey: Survey) -> None:
        """Copy what is whole out of every broken file, and set the broken file aside."""
        for file in self._broken(survey):
            path = self._warcs / (file.name + (OPEN if file.is_open else ""))
            made = None
            if survey.ledger.has_salvageable(file.name):
                target = self._warcs / new_name(file.name, self._is_taken)
                records = survey.ledger.salvageable(file.name)
                made = salvage(path, target, records, info=self._info(path, file, survey))
                sync_folder(self._warcs)
            aside = set_aside(path, self._damaged)
            self.done.append(f"{file.name} is set aside as {_SET_ASIDE}/{aside.name}.")
            if made is not None:
                self._take_place(made.path, file.name, length=made.length, records=made.records)
            elif file.is_ours:
                lose(self._manifest, file.name)
                self.done.append(f"{file.name}: nothing in it could be salvaged.")
            self._has_new_files = True

    def mend(self) -> None:
        """Close what a killed crawl left open."""
        for mended in mend(self._warcs, self._manifest):
            self._has_mended = True
            torn = f" Its torn end lies in {mended.torn.name}." if mended.torn is not None else ""
            self.done.append(f"{mended.path.name} is closed, {mended.kept} bytes whole.{torn}")

    def relist(self, known: dict[str, CheckedFile]) -> None:
        """Bring the manifest up to date. What was looked at and not changed is not looked at again."""
        files = []
        for path in self._collection.warc_files():
            file = known.get(path.name)
            if file is None or file.is_open:
                check = FileCheck(path)
                for _ in check:
                    continue
                file = checked_file(check)
            files.append(file)
        done = relist(self._manifest, files, self._damaged)
        self._has_new_files |= any("lost" in action for action in done)
        self.done += done

    def derive(self, *, is_wrong: bool) -> None:
        """Make database and index anew where they are wrong, or what they are made from is another."""
        if not is_wrong and not self._has_new_files:
            if self._has_mended:
                index(self._collection)
            return
        try:
            rebuild(self._collection)
        except NotAnArchiveError:
            for path in sorted(self._collection.folder.glob("archive.db*")):
                if not path.name.endswith(".building"):
                    set_aside(path, self._damaged)
            rebuild(self._collection)
        self.done.append("database and index were made anew.")

    def _broken(self, survey: Survey) -> Iterator[CheckedFile]:
        """The files that are to be replaced. Where the manifest itself is broken, it is no witness against a file."""
        current = self._manifest.current()
        has_faults = any(True for _ in self._manifest.faults())
        beside = {problem.file for problem in survey.problems if problem.kind in _BESIDE_OTHERS}
        for file in survey.files:
            entry = current.get(file.name)
            told = None if entry is None else (entry.length, entry.sha256)
            differs = told is not None and not file.is_open and told != (file.length, file.sha256)
            if file.is_broken or file.name in beside or (differs and not has_faults):
                yield file

    def _is_taken(self, name: str) -> bool:
        listed = any(name in (entry.filename, entry.replaces) for entry in self._manifest.entries())
        return listed or (self._warcs / name).exists() or (self._warcs / (name + OPEN)).exists()

    def _info(self, path: Path, file: CheckedFile, survey: Survey) -> list[tuple[str, str | None]]:
        """What the new file says of itself: most of all whose it is."""
        run_id, started = file.run_id, None
        if run_id is None and file.is_ours:
            try:
                with rows_beside(self._collection.database, survey.ledger) as rows:
                    run_id, started = rows.run_of(file.name)
            except UNREADABLE:
                run_id = None
        return [
            ("repairOf", f"{file.name} sha256:{file_digest(path)}"),
            ("run", run_id),
            ("started", started),
            ("previousFile", self._manifest.head()),
        ]

    def _take_place(self, path: Path, broken: str, *, length: int, records: int) -> None:
        """List a new file in the place of a broken one, then give it its name."""
        name = path.name.removesuffix(UNFINISHED)
        self._manifest.append(
            filename=name, length=length, sha256=file_digest(path), records=records, replaces=broken
        )
        path.rename(path.with_name(name))
        sync_folder(self._warcs)
        self._has_new_files = True
        self.done.append(f"{records} records of {broken} are salvaged in {name}.")

    def _lost_rows(self, survey: Survey) -> list[str]:
        """The addresses of rows whose record is not there."""
        try:
            with rows_beside(self._collection.database, survey.ledger) as rows:
                return [url for _, url in rows.lost()]
        except UNREADABLE:
            return []  # the lines of the index know most of them, too

    def _lost_lines(self, survey: Survey) -> Iterator[str | None]:
        """The addresses of lines that point to a file of which something is lost, and there to no whole record."""
        if self._collection.cdxj.exists():
            for line in read_lines(self._collection.cdxj):
                place = place_of(line)
                if place is not None and not survey.ledger.holds_at(*place):
                    yield url_of(line)
