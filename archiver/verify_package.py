"""Whether a WACZ package is what it says: zip, members, records, index, pages, signature; and what that proves."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from archiver.capture.verifying.file import FileCheck
from archiver.capture.verifying.package.directory import ZipError
from archiver.capture.verifying.package.index import IndexCheck
from archiver.capture.verifying.package.listing import Listing, check_members, read_listing
from archiver.capture.verifying.package.pages import PagesCheck
from archiver.capture.verifying.package.zipped import STORED, ZipFile
from archiver.capture.wacz import DIGEST
from archiver.models.errors import ArchiverError
from archiver.models.problem import Problem
from archiver.proof import signatures, stamps
from archiver.search.ledger import Ledger

_ARCHIVE = "archive/"
_SHOWN = 200  # problems of one kind; where more are wrong, nothing is gained by naming them
Watch = Callable[[int], None]


@dataclass(slots=True)
class PackageReport:
    """What was found. `problems` are faults, `notes` are remarks: what is unusual, and what could not be checked."""

    title: str = ""
    software: str = ""
    created: str = ""
    files: int = 0  # WARCs
    records: int = 0
    members: int = 0
    lines: int = 0  # of the index
    pages: int = 0
    bytes: int = 0
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    proven: str = ""  # in one paragraph: what is, and what is not

    def fault(self, kind: str, member: str, words: str, offset: int | None = None) -> None:
        """One thing that is wrong."""
        self.problems.append(Problem(kind=kind, message=words, file=member, offset=offset))


def verify_package(path: Path, *, watch: Watch = lambda _: None, roots: bytes = b"") -> PackageReport:
    """Check everything that a package claims. Nothing of it is unpacked to the disk but a list of its records.

    `roots` are certificates, PEM, that vouch for authorities of time stamps.

    Raises:
        ArchiverError: there is no such file, or it cannot be read.
    """
    report = PackageReport()
    try:
        report.bytes = path.stat().st_size
        with ZipFile(path) as zipped, TemporaryDirectory(prefix="verify.") as folder:
            _Package(path, zipped, report, watch, roots).check(Path(folder))
    except ZipError as error:
        report.fault("zip", path.name, f"{error}.")
    except OSError as error:
        raise ArchiverError(f"{path}: cannot be read: {error.strerror or error}") from error
    report.proven = report.proven or "Nothing is proven: this cannot be read as a package."
    return report


class _Package:
    """One package under examination."""

    def __init__(
        self, path: Path, zipped: ZipFile, report: PackageReport, watch: Watch, roots: bytes
    ) -> None:
        self._path, self._zipped, self._report, self._watch = path, zipped, report, watch
        self._roots = roots
        self._by = self._when = ""  # who signed, and who stamped when
        self._listing: Listing = read_listing(zipped)
        self._broken: set[str] = set()

    def check(self, folder: Path) -> None:
        report, listing = self._report, self._listing
        report.title = str(listing.package.get("title", ""))
        report.software = str(listing.package.get("software", ""))
        report.created = str(listing.package.get("created", ""))
        report.members = len(self._zipped.entries)
        for words in self._zipped.found:
            report.fault("zip", self._path.name, f"{words}.")
        if listing.is_ours:
            for words in self._zipped.strange():
                report.fault("zip", self._path.name, f"{words}.")
        for member, words in check_members(self._zipped, listing):
            self._broken.add(member)
            report.fault("package", member, f"{words}.")
        for member, words in listing.faults:
            report.fault("package", member, f"{words}.")
        with Ledger(folder / "records") as ledger:
            self._records(ledger)
            self._index(ledger)
            self._pages(ledger)
        self._proofs()
        report.notes += [f"{member}: {words}." for member, words in listing.notes]
        report.proven = self._proven()

    def _warcs(self) -> Iterator[str]:
        for name, entry in self._zipped.entries.items():
            if not name.startswith(_ARCHIVE) or name.endswith("/"):
                continue
            if not name.endswith(".gz"):
                self._report.notes.append(
                    f"{name}: is not packed record by record; its records were not looked into."
                )
            elif entry.method != STORED:
                self._report.fault(
                    "zip",
                    name,
                    "is packed a second time: no reader can find a record in it. Its records were not looked into.",
                )
            else:
                yield name

    def _records(self, ledger: Ledger) -> None:
        """Every record of every WARC."""
        report = self._report
        for name in self._warcs():
            inside = PurePosixPath(name.removeprefix(_ARCHIVE))
            try:
                check = FileCheck(Path(inside), opened=partial(self._zipped.window, name), watch=self._watch)
                for item in check:
                    if isinstance(item, Problem):
                        report.problems.append(item)
                    else:
                        ledger.add(item)
                        report.records += 1
            except ZipError as error:
                report.fault("zip", name, f"{error}.")
                continue
            report.files += 1
            if check.loose_end is not None:
                report.problems.append(check.loose_end)
        ledger.finish()
        if not report.files:
            report.fault("package", _ARCHIVE, "there is no WARC in the package.")
        report.problems += ledger.duplicates()
        report.problems += ledger.without_info()
        missing = list(ledger.orphans())
        if missing and "requires" in str(self._listing.package.get("relation", "")):
            report.notes.append(
                f"{len(missing)} revisits refer to captures in other packages, which it names."
            )
        else:
            report.problems += missing

    def _index(self, ledger: Ledger) -> None:
        """Every line of the index, and every capture that has none."""
        report, listing = self._report, self._listing
        index = IndexCheck(self._zipped, ledger.at, ours=listing.is_ours)
        places: list[tuple[str, int]] = []
        if not index.members():
            report.fault("package", "indexes/", "there is no index in the package.")
        try:
            for member, number, words in index.check(lambda file, offset: places.append((file, offset))):
                report.fault("cdxj", member, f"{words}.", number)
        except ZipError as error:
            report.fault("cdxj", "indexes/", f"{error}.")
        report.lines = index.lines
        left = list(ledger.unlisted(places))
        if listing.is_ours:
            for record in left[:_SHOWN]:
                words = f"no line of the index stands for the {record.type} at byte {record.offset}."
                report.problems.append(
                    Problem(
                        kind="cdxj",
                        message=words,
                        file=record.file,
                        record_id=record.record_id,
                        url=record.target_uri,
                    )
                )
        elif left:
            report.notes.append(f"{len(left)} captures have no line in the index.")

    def _pages(self, ledger: Ledger) -> None:
        """Every page that is listed, and the one that is shown first."""
        report, listing = self._report, self._listing

        def held(url: str, ts: str | None) -> bool:
            if listing.is_ours:
                return ledger.was_captured(url, ts)
            bare = url.partition("#")[0]
            spellings = (url, bare, f"{bare}/", bare.removesuffix("/"))
            return any(ledger.was_captured(each, None) for each in spellings)

        pages = PagesCheck(self._zipped, held)
        try:
            for member, number, words, is_fault in pages.check():
                if is_fault or listing.is_ours:
                    report.fault("pages", member, f"{words}.", number)
                else:
                    report.notes.append(f"{member}:{number}: {words}.")
        except ZipError as error:
            report.fault("pages", "pages/", f"{error}.")
        report.pages = pages.pages
        main = listing.package.get("mainPageUrl")
        if (
            isinstance(main, str)
            and report.records
            and not held(main, _text(listing.package.get("mainPageDate")))
        ):
            words = f"the page that is shown first is not in it: {main[:200]}"
            if listing.is_ours:
                report.fault("pages", "datapackage.json", f"{words}.")
            else:
                report.notes.append(f"datapackage.json: {words}.")

    def _proofs(self) -> None:
        """Signature and time stamp, where there are any."""
        report, listing = self._report, self._listing
        signed = listing.digest.get("signedData")
        if signed is not None:
            digest = str(listing.digest.get("hash", ""))
            told = (
                signatures.check(signed, digest, report.created)
                if isinstance(signed, dict)
                else signatures.Signature(fault="the signature is none")
            )
            self._by = told.by
            if told.fault is not None:
                report.fault("signature", DIGEST, f"{told.fault}.")
            if told.note is not None:
                report.notes.append(f"{DIGEST}: {told.note}")
        if stamps.STAMP not in self._zipped.entries:
            return
        if not stamps.IS_THERE:
            report.notes.append(f"{stamps.STAMP}: the time stamp was not checked. {stamps.NEEDS}")
        elif self._zipped.entries[stamps.STAMP].size > stamps.LARGEST or DIGEST not in listing.raw:
            report.fault("stamp", stamps.STAMP, "there is nothing that the time stamp could be of.")
        elif stamps.STAMP not in self._broken:
            self._stamp(b"".join(self._zipped.pieces(stamps.STAMP)), listing.raw[DIGEST])

    def _stamp(self, answer: bytes, message: bytes) -> None:
        stamp = stamps.check(answer, message, self._roots)
        if stamp.fault is not None:
            self._report.fault("stamp", stamps.STAMP, f"{stamp.fault}.")
            return
        self._when = f"stamped {stamp.date} by {stamp.authority or 'an authority without a name'}"
        if not stamp.is_trusted:
            held = "It holds together" if stamp.holds else "It is of this package"
            self._report.notes.append(
                f"{stamps.STAMP}: nobody vouches for who made it. {held}; to know more, name the authority's root with --roots."
            )
            self._when += ", whom nobody that was named vouches for"

    def _proven(self) -> str:
        report = self._report
        if report.problems:
            return (
                "Not proven: what is named above is not as the package says. What is not named is as it was listed, as far as it "
                "could be read; but who changed one thing could have changed others."
            )
        return (
            f"Proven: the package is whole and agrees with itself. Its {report.members} members have the sizes and digests that "
            f"datapackage.json lists; each of {report.records} records matches the digests that it names; each of {report.lines} "
            f"lines of the index leads to the record that it describes; {self._listed_pages()}. {self._standing()} That the servers, "
            "which the records name, answered so is not proven: only whoever captured it can say."
        )

    def _listed_pages(self) -> str:
        return (
            f"the {self._report.pages} pages that it lists were captured"
            if self._report.pages
            else "it lists no pages"
        )

    def _standing(self) -> str:
        """Who vouches for it."""
        if not self._by and not self._when:
            return (
                "Not proven: who made it and when, for it is neither signed nor stamped, and whoever can write files could "
                "have made another that agrees with itself as well."
            )
        by = f"It is signed by {self._by}." if self._by else "It is not signed: who made it is not proven."
        if not self._when:
            return f"{by} It is not stamped: when it was made is not proven."
        return f"{by} It is {self._when}: it was not made or changed later, as far as that authority can be trusted."


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
