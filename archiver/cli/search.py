"""`archiver search`: full-text search over posts and sources."""

from pathlib import Path

import click

from archiver.cli._database import database_of
from archiver.cli._options import as_json, common
from archiver.cli._report import MARKS, print_hits
from archiver.cli._terminal import print_json, warn
from archiver.search.search import search


@click.command("search", short_help="Search posts and sources, best first.")
@click.argument("query", nargs=-1, required=True)
@click.option(
    "--limit", "-n", type=click.IntRange(min=1), default=10, show_default=True, help="Results at most."
)
@click.option("--kind", type=click.Choice(["post", "source"]), help="Only posts, or only what they cite.")
@as_json
@common
def command(*, archive: Path, query: tuple[str, ...], limit: int, kind: str | None, as_json: bool) -> None:
    """Search the text of posts and of what they cite. "A phrase" stands in quotes, a beginning ends in *.

    \b
    archiver search '"security council" resol*'
    """
    marks = ("", "") if as_json else MARKS
    hits = search(database_of(archive), " ".join(query), limit=limit, kind=kind, marks=marks)
    if as_json:
        print_json(hits)
    elif hits:
        print_hits(hits)
    else:
        warn("nothing found.")
