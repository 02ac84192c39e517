"""`archiver crawl`: the main job."""

import sys
from pathlib import Path

import click

from archiver.cli._crawling import carry_out, remarks
from archiver.cli._dry_run import dry_run, report
from archiver.cli._options import DurationType, MonthType, as_json, common, log_option
from archiver.cli._order import Order
from archiver.cli._overseeing import logged
from archiver.cli._reading import wait_option
from archiver.cli._report import print_balance
from archiver.cli._terminal import is_quiet, print_json, tell, warn
from archiver.models.blog import Month


@click.command("crawl", short_help="Fetch what is new or due: months, posts and what they cite.")
@click.argument("urls", nargs=-1, metavar="[URL]...")
@click.option("--month", "months", type=MonthType(), multiple=True, help="Only this month; repeatable.")
@click.option("--since", type=MonthType(), help="Nothing older than this month.")
@click.option("--until", type=MonthType(), help="Nothing younger than this month.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many posts.")
@click.option(
    "--dry-run",
    "only_look",
    is_flag=True,
    help="Look at the months and say what would be fetched; keep nothing.",
)
@click.option("--deadline", type=DurationType(), help="End cleanly after this time, such as 55m.")
@click.option(
    "--max-mb",
    type=click.FloatRange(min=0, min_open=True),
    metavar="MB",
    help="End cleanly when so much was added to the archive.",
)
@click.option(
    "--all", "everything", is_flag=True, help="All sources that are due, and lists that seldom change, too."
)
@click.option(
    "--delay", type=click.FloatRange(min=0), metavar="SECONDS", help="Between two requests to one host."
)
@click.option(
    "--concurrency", type=click.IntRange(1, 256), metavar="N", help="Requests in flight, all hosts."
)
@click.option(
    "--allow-private-addresses", is_flag=True, help="Also ask hosts of private networks and this machine."
)
@click.option("--no-sources", is_flag=True, help="Leave out what the posts cite.")
@log_option
@wait_option
@as_json
@common
def command(
    *,
    archive: Path,
    urls: tuple[str, ...],
    months: tuple[Month, ...],
    since: Month | None,
    until: Month | None,
    limit: int | None,
    only_look: bool,
    deadline: float | None,
    max_mb: float | None,
    everything: bool,
    delay: float | None,
    concurrency: int | None,
    allow_private_addresses: bool,
    no_sources: bool,
    log_file: Path | None,
    wait: float,
    as_json: bool,
) -> None:
    """Fetch what is new or due: the months of a blog, every post in them and every source that they cite.

    With a URL and no archive yet, one is made. The URL is a blog's front page, or one month's page: then that month
    only. What an earlier crawl fetched is not fetched again; what it left undone is.

    \b
    archiver crawl https://blog.example.org/ --month 2019-09
    """
    order = Order(
        urls=urls,
        months=months,
        since=since,
        until=until,
        limit=limit,
        deadline=deadline,
        max_mb=max_mb,
        everything=everything,
        delay=delay,
        concurrency=concurrency,
        allow_private_addresses=allow_private_addresses,
        sources=not no_sources,
        wait=wait,
    )
    if only_look:
        report(dry_run(archive, order), as_json=as_json)
        return
    with logged(archive, log_file):
        crawled = carry_out(archive, order)
    if as_json:
        print_json(
            {"exit_code": crawled.exit_code, "counts": crawled.result.counts, "balance": crawled.balance}
        )
    elif sys.stdout.isatty() and not is_quiet():
        print_balance(crawled.balance)
    say_on = (
        warn if crawled.exit_code else tell
    )  # a crawl that ended at its deadline is a good one: no letter
    for line in remarks(crawled):
        say_on(line)
    click.get_current_context().exit(crawled.exit_code)
