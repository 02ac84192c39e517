"""`archiver init`: the first look at a blog."""

from pathlib import Path

import click

from archiver.cli._crawling import carry_out
from archiver.cli._options import as_json, common
from archiver.cli._order import Order
from archiver.cli._report import print_months
from archiver.cli._terminal import heading, is_quiet, print_json, say, table
from archiver.collection.folder import is_collection
from archiver.models.errors import SettingsError


@click.command("init", short_help="Look at a blog and begin an archive of it.")
@click.argument("url")
@click.option(
    "--allow-private-addresses", is_flag=True, help="Also ask hosts of private networks and this machine."
)
@as_json
@common
def command(*, archive: Path, url: str, allow_private_addresses: bool, as_json: bool) -> None:
    """Look at a blog: tell its platform, its months and their pages, and write a commented collection.toml.

    No post is fetched yet. Change collection.toml as you like, then run `archiver crawl`.

    \b
    archiver init https://blog.example.org/
    """
    if is_collection(archive):
        raise SettingsError(
            f"{archive}: is an archive already. Crawl it with: archiver crawl --archive {archive}"
        )
    order = Order(urls=(url,), look_only=True, allow_private_addresses=allow_private_addresses)
    looked = carry_out(archive, order)
    balance, look = looked.balance, looked.look
    if as_json:
        print_json({"platform": look.platform if look else None, "look": look, "balance": balance})
    elif not is_quiet():
        heading((look.title if look else None) or url)
        table(
            [
                ("platform", look.platform if look else "unknown"),
                ("months", str(len(balance.months))),
                ("month pages", str(balance.archive_pages)),
                ("posts listed", str(balance.posts)),
                ("settings", str(looked.collection.toml)),
            ]
        )
        print_months(balance)
        say()
        say(f"Next: archiver crawl --archive {archive}")
    click.get_current_context().exit(looked.exit_code)
