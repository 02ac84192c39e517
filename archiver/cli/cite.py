"""`archiver cite`: references to paste, with the copy that backs each."""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from shlex import quote

import click

from archiver.cli._database import database_of
from archiver.cli._options import MonthType, as_json, common
from archiver.cli._terminal import plain, print_json, tell, warn
from archiver.collection.durable import replacing
from archiver.collection.folder import open_collection
from archiver.export.registry import Format, all_formats, format_named
from archiver.export.wording.keys import key_of
from archiver.export.wording.runs import Markup
from archiver.export.wording.tidy import tidied
from archiver.models.blog import Month
from archiver.models.errors import ArchiverError, SettingsError
from archiver.models.item import Item
from archiver.models.pages import Wanted
from archiver.search.items import Shelf, once
from archiver.search.meant import meant

DEFAULT = "chicago"
_BY_SUFFIX = {
    ".bib": "bibtex",
    ".ris": "ris",
    ".json": "csl-json",
    ".csljson": "csl-json",
    ".md": "markdown",
    ".wiki": "wikipedia",
}


@click.command("cite", short_help="References to paste, with the copy that backs each.")
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.option(
    "--format",
    "-f",
    "name",
    type=click.Choice(sorted(all_formats())),
    help="Which style or file format; a note in Chicago's else.",
)
@click.option("--month", "months", type=MonthType(), multiple=True, help="The posts of a month; repeatable.")
@click.option("--search", "query", metavar="QUERY", help="All that a search finds.")
@click.option(
    "--kind", type=click.Choice(["post", "source"]), help="With --search: only posts, or only what they cite."
)
@click.option("--host", default="", help="With --search: only sources of this host.")
@click.option("--language", default="", help="With --search: only this language, such as en.")
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Every post, every source that posts cite, and every other page that was imported.",
)
@click.option("--with-sources", is_flag=True, help="After each post also what it cites.")
@click.option(
    "--markup",
    type=click.Choice([each.value for each in Markup]),
    default=Markup.TEXT.value,
    show_default=True,
    help="How italics and links of a style are written.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write a file; .bib, .ris and .json tell the format.",
)
@as_json
@common
def command(
    *,
    archive: Path,
    ids: tuple[str, ...],
    name: str | None,
    months: tuple[Month, ...],
    query: str | None,
    kind: str | None,
    host: str,
    language: str,
    everything: bool,
    with_sources: bool,
    markup: str,
    output: Path | None,
    as_json: bool,
) -> None:
    """Print references to posts and sources, ready to paste: what is cited, and the archived copy that backs it.

    ID is p12 for a post, s7 for a source, c31 for what a note cites, 2019-09 for a month, or the address of a post or a source.
    An archived copy is named by its public address where it has one (see [publish] in collection.toml), else by its record and
    digest. Check the result against your style guide.

    \b
    archiver cite https://blog.example.org/2019/09/a-post/
    archiver cite p12 --with-sources --format biblatex --output p12.bib
    """
    shelf = _shelf(archive)
    wanted = None if query is None else Wanted(words=query, kind=kind or "", host=host, language=language)
    if sum((bool(ids or months), wanted is not None, everything)) != 1:
        raise SettingsError(
            "Say what to cite: an ID such as p12, the address of a post, --month 2019-09, --search WORDS or --all."
        )
    if wanted is None and (kind or host or language):
        raise SettingsError("--kind, --host and --language narrow a search: give --search WORDS, too.")
    style = format_named(name or _BY_SUFFIX.get(output.suffix.lower() if output else "", DEFAULT))
    items = once(_items(shelf, ids, months, wanted, with_sources=with_sources))
    if as_json:
        print_json([_told(item, style) for item in items])
        return
    is_written = _write(style, items, Markup(markup), output)
    if not is_written and query is not None:
        warn("nothing found.")
    elif name is None and output is None:
        tell(f"Chicago, note. Others: --format {', '.join(sorted(all_formats()))}.")
        _tell_of_package(shelf, ids, archive)


def _tell_of_package(shelf: Shelf, ids: tuple[str, ...], archive: Path) -> None:
    """How the copy that a reference names is given along, where one thing is cited that a package can be made of."""
    one = meant(shelf.path, ids[0]) if len(ids) == 1 else None
    if isinstance(one, Month) or (one is not None and one.kind in {"post", "source"}):
        where = "" if archive == Path("archive") else f" --archive {quote(str(archive))}"
        tell(f"A package to attach: archiver export wacz {one}{where}")


def _shelf(archive: Path) -> Shelf:
    settings = open_collection(archive).settings
    return Shelf.by(database_of(archive), settings)


def _items(
    shelf: Shelf,
    ids: tuple[str, ...],
    months: tuple[Month, ...],
    wanted: Wanted | None,
    *,
    with_sources: bool,
) -> Iterator[Item]:
    if wanted is not None:
        yield from shelf.of_search(wanted, with_sources=with_sources)
        return
    if not ids and not months:
        yield from shelf.everything()
        return
    references = []
    for each in ids:
        found = meant(shelf.path, each)
        if found is None:
            raise SettingsError(
                f"{each!r} is neither a post (p12), a source (s7), a citation (c31), a month (2019-09), nor an address in this archive. "
                "Find it with: archiver search WORDS"
            )
        if isinstance(found, Month):
            months = (*months, found)
        else:
            references.append(found)
    for item in shelf.of(references, with_sources=with_sources):
        yield item
    for month in months:
        is_empty = True
        for item in shelf.of_month(month, with_sources=with_sources):
            is_empty = False
            yield item
        if is_empty:
            raise ArchiverError(f"{month}: no post of that month is here. See: archiver status")


def _write(style: Format, items: Iterator[Item], markup: Markup, output: Path | None) -> bool:
    """Whether anything was written."""
    pieces = style.write(items, markup)
    first = next(pieces, None)
    if output is None:
        _print(chain([first or ""], pieces))
        return first is not None
    try:
        with replacing(output, mode=0o644) as out:
            out.write(first or "")
            out.writelines(pieces)
    except OSError as error:
        raise ArchiverError(f"{output}: cannot be written: {error.strerror or error}") from error
    return first is not None


def _print(pieces: Iterable[str]) -> None:
    for piece in pieces:
        click.echo(piece, nl=False)


def _told(item: Item, style: Format) -> dict[str, object]:
    """An item for programs."""
    clean = tidied(item)
    return {"key": key_of(clean), "text": style.one(item), **plain(clean)}
