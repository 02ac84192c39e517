"""`archiver serve`: the archive in a browser."""

from pathlib import Path

import click

from archiver.cli._database import database_of
from archiver.cli._options import common
from archiver.cli._serving import serve


@click.command("serve", short_help="Browse the archive with Datasette.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option(
    "--port", "-p", type=click.IntRange(0, 65535), default=8001, show_default=True, help="Where to listen."
)
@click.option("--open", "open_browser", is_flag=True, help="Open a browser.")
@common
def command(*, archive: Path, host: str, port: int, open_browser: bool) -> None:
    """Serve the archive to browsers on this machine: tables, facets, search, SQL. Stop it with Ctrl-C.

    \b
    archiver serve --open
    """
    database = database_of(archive)
    code = serve(database, host=host, port=port, open_browser=open_browser)
    click.get_current_context().exit(code)
