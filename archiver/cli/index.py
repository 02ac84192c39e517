"""`archiver index`: the database, brought up to date."""

from pathlib import Path

import click

from archiver.cli._options import common
from archiver.cli._reading import read_warcs, wait_option
from archiver.index import index


@click.command("index", short_help="Bring the database up to date with the WARCs.")
@wait_option
@common
def command(*, archive: Path, wait: float) -> None:
    """Read what is new in the WARCs into the database. A crawl does this by itself, before and after.

    \b
    archiver index --archive my-archive
    """
    read_warcs(archive, wait, index)
