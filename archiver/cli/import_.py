"""`archiver import`: captures that others made."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from archiver.capture.intake.packages import found
from archiver.capture.manifest import Manifest
from archiver.capture.mending import mend
from archiver.cli._options import as_json, common
from archiver.cli._reading import wait_option
from archiver.cli._report import print_balance
from archiver.cli._terminal import is_quiet, print_json, progress_bar, tell, warn
from archiver.collection.folder import (
    Collection,
    create_collection,
    discard_collection,
    is_collection,
    open_collection,
)
from archiver.collection.settings import names_user
from archiver.collection.template import render
from archiver.importing.bringing import beside, clear, clear_beside, decide, take_in, write
from archiver.index import IndexReport, index
from archiver.models.blog import Month
from archiver.models.errors import OWN_FAULT, ArchiverError, SettingsError
from archiver.models.imported import Imported, ImportedFile
from archiver.search.balance import balance
from archiver.web.url import resolve
from archiver.workers.starting import prepare

_SHOWN = 10  # of the records of one file that were set aside


@click.command("import", short_help="Take in captures that others made: WARC, ARC, WACZ.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option(
    "--seed",
    "seeds",
    multiple=True,
    metavar="URL",
    help="The blog's front page; else that of the archive, or found out.",
)
@click.option(
    "--dry-run", "only_look", is_flag=True, help="Check the files and say what they hold; keep nothing."
)
@wait_option
@as_json
@common
def command(
    *,
    archive: Path,
    files: tuple[Path, ...],
    seeds: tuple[str, ...],
    only_look: bool,
    wait: float,
    as_json: bool,
) -> None:
    """Take in captures that others made, and read them as if we had made them: months, posts, what they cite.

    A FILE is a WARC (also .gz, .zst), an ARC, a WACZ, or a folder of them; give all files of a crawl together. Every record is checked. Whole ones are copied
    as they are; broken ones go into the folder `set-aside`, are named, and the command ends with 3. What was
    imported before is passed over. Without an archive yet, one is made. A cited source that the files do not hold is
    fetched by the next crawl.

    \b
    archiver import old-blog.warc.gz --archive my-archive
    """
    for seed in seeds:
        if resolve("", seed) is None or names_user(seed):
            raise SettingsError(f"{seed!r} is no web address; write it as https://blog.example.org/")
    paths = found(files)
    started = datetime.now(UTC)
    clear_beside(archive)
    if is_collection(archive):
        collection = open_collection(archive)
        collection.settings  # noqa: B018  # refuse broken settings before anything is read
        with collection.lock(wait=wait):
            clear(archive)
            if not only_look:
                mend(collection.warcs, Manifest(collection.manifest))
                prepare()
                index(collection)
            with TemporaryDirectory(prefix="import.", dir=archive) as work:
                done, report = _bring(paths, Path(work), collection, seeds, started, only_look=only_look)
    else:
        done, report = _into_new(archive, paths, seeds, started, only_look=only_look)
    kept = None if only_look else balance(archive / "archive.db", now=datetime.now(UTC))
    if as_json:
        print_json({"imported": done, "balance": kept})
    else:
        _print(done)
        if kept is not None and sys.stdout.isatty() and not is_quiet():
            print_balance(kept)
    is_taken = only_look or all(file.warc or file.note or not file.records for file in done.files)
    is_well = done.is_whole and is_taken
    is_well = is_well and not any(file.note for file in done.files if file.captures)
    click.get_current_context().exit(0 if is_well and not report.unread else OWN_FAULT)


def _into_new(
    archive: Path, paths: list[Path], seeds: tuple[str, ...], started: datetime, *, only_look: bool
) -> tuple[Imported, IndexReport]:
    """Into a collection that is made for it, when it is known for which blog. One that keeps nothing is taken back."""
    if only_look:
        parent = archive.absolute().parent
        with TemporaryDirectory(prefix="import.", dir=parent if parent.is_dir() else None) as name:
            return _bring(paths, Path(name), None, seeds, started, only_look=True)
    archive.absolute().parent.mkdir(parents=True, exist_ok=True)
    with beside(archive) as work:
        with progress_bar("checking", _size(paths)) as watch:
            intake = take_in(paths, work, Manifest(work / "none.jsonl"), watch=watch)
        made, done = decide(intake, None, seeds=seeds, today=_today(started))
        if not done.captures:
            raise ArchiverError(f"{paths[0]}: holds no capture that can be read. {_why(done)}")
        collection = create_collection(archive, render(list(made.seeds)))
        try:
            with collection.lock():
                write(intake, made, collection, work, started)
                prepare()
                return done, index(collection)
        except ArchiverError:
            if not collection.warc_files():
                discard_collection(collection)
            raise


def _bring(
    paths: list[Path],
    work: Path,
    collection: Collection | None,
    seeds: tuple[str, ...],
    started: datetime,
    *,
    only_look: bool,
) -> tuple[Imported, IndexReport]:
    manifest = Manifest(collection.manifest if collection is not None else work / "none.jsonl")
    with progress_bar("checking", _size(paths)) as watch:
        intake = take_in(paths, work, manifest, watch=watch)
    made, done = decide(intake, collection, seeds=seeds, today=_today(started))
    if only_look or collection is None:
        return done, IndexReport()
    write(intake, made, collection, work, started)
    return done, index(collection)


def _today(moment: datetime) -> Month:
    return Month(year=moment.year, month=moment.month)


def _size(paths: list[Path]) -> int:
    return sum(path.stat().st_size for path in paths)


def _why(done: Imported) -> str:
    reasons = [each.reason for file in done.files for each in file.set_aside] + [
        file.note for file in done.files if file.note
    ]
    return f"The first thing that is wrong: {reasons[0]}." if reasons else "Name a WARC, an ARC or a WACZ."


def _print(done: Imported) -> None:
    for file in done.files:
        _print_file(file)
    if done.seeds and done.has_blog:
        tell(f"the blog: {', '.join(done.seeds)}")
    if not done.has_blog and done.captures:
        tell(
            "No blog was found in these files: their pages are kept as sources that no post cites. Name its front page with --seed."
        )
    parts = [f"{count} {role}" for role, count in sorted(done.roles.items())]
    tell(f"{done.captures} captures: {', '.join(parts) or 'nothing new'}.")


def _print_file(file: ImportedFile) -> None:
    if file.note is not None:
        (warn if file.captures or file.records else tell)(f"{file.file}: {file.note}.")
    counts = f"{file.file}: {file.records} records taken, {file.repacked} of them packed anew"
    tell(f"{counts}, {file.known} known already.")
    for what, count in sorted(file.mended.items()):
        tell(f"{file.file}: {count} × {what}.")
    for each in file.set_aside[:_SHOWN]:
        about = f" {each.url}" if each.url else ""
        warn(f"{file.file}: byte {each.offset}: set aside: {each.reason}.{about}")
    if len(file.set_aside) > _SHOWN:
        warn(f"{file.file}: … and {len(file.set_aside) - _SHOWN} more, listed in the folder set-aside.")
