"""`archiver show`: one post or one source."""

from pathlib import Path

import click

from archiver.cli._database import database_of
from archiver.cli._options import as_json, common
from archiver.cli._report import print_post, print_source
from archiver.cli._terminal import print_json, safe_text
from archiver.models.errors import SettingsError
from archiver.models.views import PostView
from archiver.search.find import find
from archiver.search.posts import show_post
from archiver.search.sources import show_source


@click.command("show", short_help="A post with its citations, or a source with its history.")
@click.argument("id", metavar="ID")
@click.option("--text", is_flag=True, help="The clean text, too.")
@as_json
@common
def command(*, archive: Path, id: str, text: bool, as_json: bool) -> None:  # noqa: A002  # the word users see
    """Show a post with its footnotes and where each led, or a source with its history.

    ID is p12 for a post, s7 for a source, or the address of either.

    \b
    archiver show p12
    """
    database = database_of(archive)
    reference = find(database, id)
    if reference is None:
        raise SettingsError(
            f"{id!r} is neither a post (p12) nor a source (s7) nor an address in this archive."
        )
    view = (
        show_post(database, reference.id) if reference.kind == "post" else show_source(database, reference.id)
    )
    assert view is not None
    if as_json:
        print_json(view)
        return
    if isinstance(view, PostView):
        print_post(view)
    else:
        print_source(view)
    if text:
        click.echo()
        click.echo(safe_text(view.text or ""))
