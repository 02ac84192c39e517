"""`archiver verify`: whether every byte is as it was written, and `--repair`."""

from pathlib import Path

import click

from archiver.cli._options import as_json, common
from archiver.cli._package_report import line_of, report_package
from archiver.cli._reading import wait_option
from archiver.cli._terminal import print_json, progress_bar, say, tell, warn
from archiver.collection.folder import Collection, open_collection
from archiver.models.errors import SettingsError
from archiver.repair import repair
from archiver.verify import Report, verify

_WRONG = 1


@click.command("verify", short_help="Check every record, line and row; --repair salvages what is whole.")
@click.argument(
    "packages", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@click.option("--repair", "mends", is_flag=True, help="Salvage what is whole, set aside what is not.")
@click.option(
    "--roots",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="PEM",
    help="Certificates that vouch for the authority of a package's time stamp.",
)
@click.option("--deep", is_flag=True, help="Compare every table with one made anew: as slow as a rebuild.")
@as_json
@wait_option
@common
def command(
    *,
    packages: tuple[Path, ...],
    archive: Path,
    mends: bool,
    deep: bool,
    roots: Path | None,
    as_json: bool,
    wait: float,
) -> None:
    """Check every record, every line of the index, every row of the database, and the manifest of the files.

    Says nothing, and ends with 0, when all is whole; else names file, offset and record of everything that is wrong,
    and ends with 1.

    With --repair, whole records of a broken file go into a new one, and the broken file into the folder `damaged`.
    Database and index are made anew. What must be fetched again is listed; the next crawl does it.

    With FILE, a WACZ package of anybody is checked instead: zip, members, records, index, pages, signature and time stamp;
    and what that proves is said in one paragraph.

    \b
    archiver verify exports/p12.wacz
    archiver verify --archive my-archive
    """
    if packages:
        if mends or deep:
            raise SettingsError("--repair and --deep are for an archive: a package is only checked.")
        click.get_current_context().exit(
            _WRONG if report_package(packages, roots=roots, as_json=as_json) else 0
        )
    collection = open_collection(archive)
    with collection.lock(wait=wait), progress_bar("verifying", _size(collection)) as watch:
        report = repair(collection, watch=watch) if mends else verify(collection, watch=watch, deep=deep)
    if as_json:
        print_json(report)
    else:
        _print(report, archive)
    click.get_current_context().exit(_WRONG if report.problems else 0)


def _print(report: Report, archive: Path) -> None:
    for problem in report.problems:
        say(line_of(problem))
    for note in report.notes:
        tell(f"{note} --archive {archive}")
    counts = f"{report.files} files, {report.records} records, {report.bytes} bytes"
    if not report.problems:
        tell(f"{counts}: all whole.")
        return
    for action in report.done:
        say(f"done: {action}")
    for url in report.fetch_again:
        say(f"fetch again: {url}")
    wrong = "1 thing is wrong" if len(report.problems) == 1 else f"{len(report.problems)} things are wrong"
    if not report.is_repaired:
        warn(f"{counts}: {wrong}. Salvage what is whole with: archiver verify --repair --archive {archive}")
        return
    again = (
        f" {len(report.fetch_again)} addresses are to be fetched again; the next crawl asks for pages, posts and sources."
        if report.fetch_again
        else ""
    )
    warn(f"{counts}: {wrong}, and mended.{again}")


def _size(collection: Collection) -> int:
    return sum(path.stat().st_size for path in collection.warc_files())
