"""`archiver status`: what is there, what is missing, what is due; and whether crawls still succeed."""

from datetime import UTC, datetime
from pathlib import Path

import click

from archiver.cli._database import database_of
from archiver.cli._options import DurationType, as_json, common
from archiver.cli._report import print_balance, print_months
from archiver.cli._terminal import heading, print_json, table, tell, warn
from archiver.collection.folder import open_collection
from archiver.collection.lock import Holder
from archiver.models.views import Balance, RunView
from archiver.search.balance import balance
from archiver.search.runs import last_runs

_TOO_OLD = 1


@click.command("status", short_help="The balance: months, posts, citations, sources by outcome; what is due.")
@click.option(
    "--max-age",
    type=DurationType(),
    help="Say nothing, and end with 0, when a crawl succeeded within this time, such as 36h; else one line, and 1.",
)
@as_json
@common
def command(*, archive: Path, max_age: float | None, as_json: bool) -> None:
    """Show the balance: months, posts, citations, sources by outcome; what is due; how the last crawl ended.

    With --max-age, only say whether crawls still succeed: those do that end with exit code 0 or 3, once they are
    in the database. A crawl may be running meanwhile.

    \b
    archiver status --max-age 36h
    """
    database, now = database_of(archive), datetime.now(UTC)
    if max_age is not None:
        last, good = last_runs(database)
        is_recent = good is not None and _age(good, now) <= max_age
        if as_json:
            print_json({"is_recent": is_recent, "last_run": last, "last_success": good})
        elif not is_recent:
            warn(f"{archive}: {_complaint(last, good, open_collection(archive).holder())}")
        elif good is not None:
            tell(f"{archive}: the last crawl that succeeded {good.end}.")
        click.get_current_context().exit(0 if is_recent else _TOO_OLD)
    kept = balance(database, now=now)
    if as_json:
        print_json(kept)
        return
    print_balance(kept)
    print_months(kept)
    _print_run(kept, open_collection(archive).holder())


def _age(run: RunView, now: datetime) -> float:
    """Seconds since its end."""
    return (now - datetime.fromisoformat(run.finished or "")).total_seconds()


def _complaint(last: RunView | None, good: RunView | None, holder: Holder | None) -> str:
    """Why somebody should look: what succeeded last, what came after it, what is going on."""
    parts = [
        f"no crawl has succeeded since the one that {good.end}"
        if good is not None
        else "no crawl has succeeded yet"
    ]
    if last is not None and last != good:
        parts.append(f"the last one began {(last.started or '')[:19].replace('T', ' ')} UTC and {last.end}")
    if holder is not None:
        parts.append(f"running now: {holder}")
    return "; ".join(parts) + "."


def _print_run(kept: Balance, holder: Holder | None) -> None:
    run = kept.last_run
    if run is not None:
        heading("Last crawl")
        rows: list[tuple[object, ...]] = [
            ("started", f"{(run.started or '')[:19].replace('T', ' ')} UTC"),
            ("end", run.end),
        ]
        rows += [(name, str(count)) for name, count in run.counts.items()]
        table(rows)
    if holder is not None:
        heading("Running now")
        table([(str(holder),)])
