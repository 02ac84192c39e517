"""`archiver submit`: posts and sources to Save Page Now, so that a public web archive has them, too."""

import sys
from collections import Counter
from pathlib import Path

import click

from archiver.cli._errand import End, Result
from archiver.cli._options import DurationType, MonthType, as_json, common, log_option
from archiver.cli._overseeing import logged
from archiver.cli._reading import wait_option
from archiver.cli._submitting import Errand, look, submit
from archiver.cli._terminal import heading, is_quiet, print_json, say, table, tell, warn
from archiver.models.blog import Month
from archiver.models.errors import OWN_FAULT
from archiver.models.submission import Agenda

_SHOWN = 50  # lines


@click.command("submit", short_help="Hand posts and sources over to Save Page Now.")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option(
    "--month", "months", type=MonthType(), multiple=True, help="Only posts of this month; repeatable."
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many addresses.")
@click.option("--no-posts", is_flag=True, help="Leave out the posts.")
@click.option("--no-sources", is_flag=True, help="Leave out what the posts cite.")
@click.option(
    "--dry-run", "only_look", is_flag=True, help="Say what would be handed over, and why; ask nobody."
)
@click.option("--deadline", type=DurationType(), help="End cleanly after this time, such as 55m.")
@log_option
@wait_option
@as_json
@common
def command(
    *,
    archive: Path,
    ids: tuple[str, ...],
    months: tuple[Month, ...],
    limit: int | None,
    no_posts: bool,
    no_sources: bool,
    only_look: bool,
    deadline: float | None,
    log_file: Path | None,
    wait: float,
    as_json: bool,
) -> None:
    """Hand posts and the sources that they cite over to Save Page Now of the Internet Archive, with keys of your own.

    Off until collection.toml says otherwise, since all may see there what was handed over. What is dead, walled, private
    or holds a secret is left out; what is most at risk comes first. The service's limits are kept: what is left waits for the
    next run. ID is p12 for a post with its sources, s7 for a source, or the address of either.

    \b
    archiver submit --month 2019-09 --dry-run
    """
    errand = Errand(
        ids=ids,
        months=months,
        posts=not no_posts,
        sources=not no_sources,
        limit=limit,
        deadline=deadline,
        wait=wait,
    )
    if only_look:
        _print_plan(*look(archive, errand), as_json=as_json)
        return
    with logged(archive, log_file):
        result = submit(archive, errand)
    code = OWN_FAULT if result.end is End.OUTAGE else 0
    if as_json:
        print_json({"exit_code": code, "result": result})
    elif sys.stdout.isatty() and not is_quiet():
        _print_result(result)
    if result.end is End.OUTAGE:
        warn(f"Save Page Now did not answer as it should: {result.reason}. {_left(result)}")
    elif result.end is not End.FINISHED:
        tell(f"{_ENDS[result.end]} {_left(result)}")
    click.get_current_context().exit(code)


_ENDS = {
    End.LIMIT: "as many were handed over as a run may.",
    End.SPENT: "as many were handed over as a day may.",
    End.DEADLINE: "the deadline has come.",
    End.BUSY: "Save Page Now wants to be left alone for a while.",
}


def _left(result: Result) -> str:
    return f"{result.left + result.open} addresses wait for the next run."


def _print_plan(agenda: Agenda, most: int, *, as_json: bool) -> None:
    if as_json:
        print_json(agenda)
        return
    if agenda.jobs:
        heading("What was handed over, and is asked about")
        table((job.purpose, job.url) for job in agenda.jobs[:_SHOWN])
    if agenda.turns:
        heading("What it is the turn of")
        table((turn.why, turn.purpose, turn.url) for turn in agenda.turns[:_SHOWN])
        if len(agenda.turns) > _SHOWN:
            say(f"and {len(agenda.turns) - _SHOWN} more (--json tells all)")
    if agenda.left_out:
        heading("What is never handed over")
        table((count, why) for why, count in Counter(why for _, why in agenda.left_out).most_common())
    say()
    now = min(most, len(agenda.turns))
    later = f", {len(agenda.turns) - now} by later ones" if now < len(agenda.turns) else ""
    say(
        f"{now} addresses would be handed over by the next run{later}; {len(agenda.jobs)} asked about. "
        f"{agenda.waiting} were handed over before, and have time."
    )


def _print_result(result: Result) -> None:
    heading("Save Page Now")
    table((name, count) for name, count in sorted(result.counts.items()))
    table(result.captured[:_SHOWN])
