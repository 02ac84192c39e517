"""`archiver status`: what is there, what is missing, what is due."""

from datetime import UTC, datetime
from pathlib import Path

import click

from archiver.cli._database import database_of
from archiver.cli._options import as_json, common
from archiver.cli._report import print_balance, print_months
from archiver.cli._terminal import heading, print_json, table
from archiver.models.views import Balance
from archiver.search.balance import balance


@click.command("status", short_help="The balance: months, posts, citations, sources by outcome; what is due.")
@as_json
@common
def command(*, archive: Path, as_json: bool) -> None:
    """Show the balance: months, posts, citations, sources by outcome; what is due; how the last crawl ended.

    \b
    archiver status --json
    """
    kept = balance(database_of(archive), now=datetime.now(UTC))
    if as_json:
        print_json(kept)
        return
    print_balance(kept)
    print_months(kept)
    _print_run(kept)


def _print_run(kept: Balance) -> None:
    run = kept.last_run
    if run is None:
        return
    heading("Last crawl")
    ended = f"exit code {run.exit_code}" if run.finished else "did not end: killed, or still running"
    rows: list[tuple[object, ...]] = [
        ("started", (run.started or "")[:19]),
        ("ended", f"{(run.finished or '')[:19]} {ended}".strip()),
    ]
    rows += [(name, str(count)) for name, count in run.counts.items()]
    table(rows)
