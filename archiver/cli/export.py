"""`archiver export`: copies to give away."""

import json
import re
from pathlib import Path

import click

from archiver.cli._database import database_of
from archiver.cli._options import common
from archiver.cli._packages import bag, wacz, warc
from archiver.cli._terminal import progress, say, warn
from archiver.collection.durable import replacing
from archiver.collection.folder import open_collection
from archiver.models.errors import ArchiverError
from archiver.publish import publish_site
from archiver.search.datasette.metadata import configuration, metadata
from archiver.store.copying import copy_to

# A number, a month or an address: what people write who do not know that the kind of package comes first.
_THING = re.compile(r"[psc][0-9]{1,18}|[0-9]{4}-[0-9]{2}|https?://.*", re.IGNORECASE)


class Exports(click.Group):
    """The kinds of copies. `archiver export p12` is `archiver export wacz p12`."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Which kind is meant."""
        if args and args[0] not in self.commands and _THING.fullmatch(args[0]):
            return "wacz", wacz, args
        return super().resolve_command(ctx, args)


@click.group(
    "export", cls=Exports, short_help="Packages to attach, for a post with its sources; other copies."
)
def command() -> None:
    """Make copies to give away: packages that prove what they hold, the database, or all as pages that need no server.

    Without a kind, what is named becomes a WACZ package.

    \b
    archiver export https://blog.example.org/2019/09/a-post/
    archiver export bag 2019-09
    archiver export site published
    """


for package in (wacz, bag, warc):
    command.add_command(package)


@command.command("db", short_help="A copy of the database to publish.")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@common
def database(*, archive: Path, file: Path) -> None:
    """Write a copy of the database to FILE, fit to be read from anywhere, with `metadata.yaml` and `datasette.yaml` beside it.

    `datasette FOLDER` then shows it with its titles, descriptions, facets and queries, on machines without archiver, too. The
    WARCs stay here: what was captured can be searched and read as text.

    \b
    archiver export db published/archive.db
    """
    collection = open_collection(archive)
    blog = collection.settings.blog
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiverError(f"{file.parent}: cannot be made: {error.strerror}") from error
    size = copy_to(database_of(archive), file)
    title = blog.title or blog.seeds[0]
    for name, described in (
        ("metadata.yaml", metadata(title, database=file.stem)),
        ("datasette.yaml", configuration(database=file.stem)),
    ):
        with replacing(file.with_name(name), mode=0o644) as out:
            json.dump(described, out, ensure_ascii=False, indent=1)  # JSON is YAML (YAML 1.2, 1.3)
    say(f"{file}: {size / 1e6:,.1f} MB, with metadata.yaml and datasette.yaml beside it")


@command.command("site", short_help="Pages that open from a disk or any web host.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@common
def site(*, archive: Path, folder: Path) -> None:
    """Write the archive as pages into FOLDER: posts with live marks, what they cite, and captures as they looked.

    They open from a disk or any web host, need no server and no network, and are searched in the browser. FOLDER has to be
    empty, or not there.

    \b
    archiver export site published
    """
    collection = open_collection(archive)
    database_of(archive)
    blog = collection.settings.blog
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise ArchiverError(f"{folder}: is not empty. Choose another folder, or clear it.")
        with progress("writing pages") as status:
            watch = status.update if status is not None else (lambda _: None)
            done = publish_site(collection, folder, blog.title or blog.seeds[0], watch)
    except OSError as error:
        raise ArchiverError(f"{folder}: cannot be written: {error.strerror or error}") from error
    for url in done.unreadable:
        warn(f"{url}: its record cannot be read; shown as text only. See: archiver verify")
    say(f"{folder / 'index.html'}: {done.posts} posts, {done.sources} sources, {done.captures} captures")
