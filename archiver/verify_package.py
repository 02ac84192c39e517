"""Whether a WACZ package is what it says: zip, members, records, index, pages, signature; and what that proves."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from archiver.capture.verifying.file import FileCheck
from archiver.capture.verifying.package.directory import ZipError
from archiver.capture.verifying.package.index import IndexCheck
from archiver.capture.verifying.package.listing import Listing, check_members, read_listing
from archiver.capture.verifying.package.origins import ORIGINS, OriginsCheck
from archiver.capture.verifying.package.pages import PagesCheck
from archiver.capture.verifying.package.zipped import STORED, ZipFile
from archiver.capture.wacz import DIGEST
from archiver.models.errors import ArchiverError
from archiver.models.package_report import PackageReport, printable
from archiver.models.problem import Problem
from archiver.proof import signatures, stamps
from archiver.search.ledger import Ledger

_ARCHIVE = "archive/"
_MOST = 10_000  # problems of one kind that are looked for
_AT_ONCE = 1000  # places that are noted
Watch = Callable[[int], None]


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
        self._listing: Listing = read_listing(zipped)
        self._broken: set[str] = set()

    def check(self, folder: Path) -> None:
        report, listing = self._report, self._listing
        report.title = printable(str(listing.package.get("title", "")))
        report.software = printable(str(listing.package.get("software", "")))
        report.created = printable(str(listing.package.get("created", "")))
        report.members = len(self._zipped.entries)
        for words in self._zipped.found:
            report.fault("zip", self._path.name, f"{words}.")
        if listing.is_ours:
            for words in self._zipped.strange():
                report.fault("zip", self._path.name, f"{words}.")
        for member, words in check_members(self._zipped, listing, stamps.STAMP):
            self._broken.add(member)
            report.fault("package", member, f"{words}.")
        for member, words in listing.faults:
            report.fault("package", member, f"{words}.")
        with Ledger(folder / "records") as ledger:
            self._records(ledger)
            self._index(ledger)
            self._pages(ledger)
            self._origins(ledger)
            self._proofs(ledger)
        for member, words in listing.notes:
            report.remark(f"{member}: {words}.")
        report.proven = report.conclusion()

    def _warcs(self) -> Iterator[str]:
        for name, entry in self._zipped.entries.items():
            if not name.startswith(_ARCHIVE) or name.endswith("/"):
                continue
            if not name.endswith(".gz"):
                self._report.remark(
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
                        report.add(item)
                    else:
                        ledger.add(item)
                        report.records += 1
            except ZipError as error:
                report.fault("zip", name, f"{error}.")
                continue
            report.files += 1
            if check.loose_end is not None:
                report.add(check.loose_end)
        ledger.finish()
        if not report.files:
            report.fault("package", _ARCHIVE, "there is no WARC in the package.")
        report.problems += ledger.duplicates()
        report.problems += ledger.without_info()
        missing = list(ledger.orphans())
        if missing and "requires" in str(self._listing.package.get("relation", "")):
            report.remark(f"{len(missing)} revisits refer to captures in other packages, which it names.")
        else:
            report.problems += missing

    def _index(self, ledger: Ledger) -> None:
        """Every line of the index, and every capture that has none."""
        report, listing = self._report, self._listing
        index = IndexCheck(self._zipped, ledger.at, ours=listing.is_ours)
        places: list[tuple[str, int]] = []

        def point(file: str, offset: int) -> None:
            places.append((file, offset))
            if len(places) >= _AT_ONCE:
                ledger.list_places(places)
                places.clear()

        if not index.members():
            report.fault("package", "indexes/", "there is no index in the package.")
        try:
            for member, number, words in index.check(point):
                report.fault("cdxj", member, f"{words}.", number)
        except ZipError as error:
            report.fault("cdxj", "indexes/", f"{error}.")
        ledger.list_places(places)
        report.lines = index.lines
        left = 0
        for record in ledger.unlisted():
            left += 1
            if listing.is_ours:
                words = f"no line of the index stands for the {record.type} at byte {record.offset}."
                found = Problem(
                    kind="cdxj",
                    message=words,
                    file=record.file,
                    record_id=record.record_id,
                    url=record.target_uri,
                )
                report.add(found)
        if left and not listing.is_ours:
            report.remark(f"{left} captures have no line in the index.")

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
                    report.remark(f"{member}:{number}: {words}.")
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
                report.remark(f"datapackage.json: {words}.")

    def _origins(self, ledger: Ledger) -> None:
        """What is told of where each capture is from."""
        report = self._report
        if not self._listing.is_ours:
            return
        if ORIGINS not in self._zipped.entries:
            report.fault("provenance", ORIGINS, "is not there: nothing tells where the captures are from.")
            return
        origins = OriginsCheck(self._zipped, ledger.at)
        try:
            for number, words in origins.check():
                report.fault("provenance", ORIGINS, f"{words}.", number)
        except ZipError as error:
            report.fault("provenance", ORIGINS, f"{error}.")
        report.origins = origins.captures

    def _proofs(self, ledger: Ledger) -> None:
        """Signature and time stamp, where there are any."""
        report, listing = self._report, self._listing
        signed = listing.digest.get("signedData")
        if signed is not None:
            digest = str(listing.digest.get("hash", ""))
            told = (
                signatures.check(signed, digest, str(listing.package.get("created", "")))
                if isinstance(signed, dict)
                else signatures.Signature(fault="the signature is none")
            )
            report.signed_by = printable(told.by)
            if told.fault is not None:
                report.fault("signature", DIGEST, f"{told.fault}.")
            if told.note is not None:
                report.remark(f"{DIGEST}: {told.note}")
        if stamps.STAMP not in self._zipped.entries:
            return
        if not stamps.IS_THERE:
            report.remark(f"{stamps.STAMP}: the time stamp was not checked. {stamps.NEEDS}")
        elif self._zipped.entries[stamps.STAMP].size > stamps.LARGEST or DIGEST not in listing.raw:
            report.fault("stamp", stamps.STAMP, "there is nothing that the time stamp could be of.")
        elif stamps.STAMP not in self._broken:
            answer = b"".join(self._zipped.pieces(stamps.STAMP))
            self._stamp(stamps.check(answer, listing.raw[DIGEST], self._roots), ledger.last_date())

    def _stamp(self, stamp: stamps.Stamp, last: str | None) -> None:
        """`last` is when the last record was made."""
        report = self._report
        if stamp.fault is not None or stamp.date is None:
            report.fault("stamp", stamps.STAMP, f"{stamp.fault}.")
            return
        if last is not None and last[:19] > stamp.date[:19]:
            words = f"was stamped on {stamp.date}, before the last of its records is said to have been made, on {last}"
            report.fault("stamp", stamps.STAMP, f"{words}.")
        by = printable(stamp.authority or "an authority without a name")
        report.is_stamped = stamp.is_trusted
        report.stamped = f"stamped {stamp.date} by {by}"
        if not stamp.is_trusted:
            report.stamped = (
                f"a stamp of {stamp.date} lies in it that names {by}, for whom no root that you named vouches"
            )
            report.remark(
                f"{stamps.STAMP}: anybody could have made this stamp. To know more, name the authority's root with --roots."
            )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
