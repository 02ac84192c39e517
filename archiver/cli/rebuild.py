"""`archiver rebuild`: the database, made anew."""

from pathlib import Path

import click

from archiver.cli._options import common
from archiver.cli._reading import read_warcs, wait_option
from archiver.index import rebuild


@click.command("rebuild", short_help="Make the database anew from the WARCs alone.")
@wait_option
@common
def command(*, archive: Path, wait: float) -> None:
    """Make database and index anew from the WARCs alone, with the same rows.

    Until it is done, readers see the old ones.

    \b
    archiver rebuild --archive my-archive
    """
    read_warcs(archive, wait, rebuild)
