"""`archiver report`: a letter of what happened to the posts' sources since the last run."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click

from archiver.cli._database import database_of
from archiver.cli._options import common
from archiver.collection.durable import replacing, sync_folder
from archiver.export.letters import atom, html, json, text
from archiver.models.errors import SettingsError
from archiver.models.letter import Letter
from archiver.search.letter import letter

_FORMATS: dict[str, Callable[[Letter], str]] = {
    "text": text.write,
    "html": html.write,
    "json": json.write,
    "atom": atom.write,
}
_SPAN = re.compile(r"(\d{1,5})\s*(h|d|w)")
_HOURS = {"h": 1, "d": 24, "w": 168}


class SinceType(click.ParamType[datetime]):
    """A day, a moment, or a span until now."""

    name = "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Read it, or say how it is written."""
        if isinstance(value, datetime):
            return value
        now = datetime.now(UTC)
        try:
            if span := _SPAN.fullmatch(str(value).strip().lower()):
                return now - timedelta(hours=int(span[1]) * _HOURS[span[2]])
            moment = datetime.fromisoformat(str(value).strip())
            moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
        except (ValueError, OverflowError):
            self.fail(f"{value!r} is no date; write it as 2026-11-01, 7d or 36h", param, ctx)
        if moment > now:
            self.fail(f"{value!r} is in the future", param, ctx)
        return moment


@click.command("report", short_help="A letter: what died, drifted or came back since the last run.")
@click.option(
    "--since",
    type=SinceType(),
    help="From when on: 2026-11-01, 7d, 36h.  [default: since the run before the last one ended]",
)
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(list(_FORMATS)),
    default="text",
    show_default=True,
    help="How it is written.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write to a file, whole or not at all.",
)
@click.option(
    "--quiet-if-nothing",
    is_flag=True,
    help="Write nothing when nothing happened, so that cron sends no letter.",
)
@common
def command(
    *, archive: Path, since: datetime | None, form: str, output: Path | None, quiet_if_nothing: bool
) -> None:
    """Tell what happened to the sources: per post, with the sentence that is hurt, what is held, and repairs to paste.

    \b
    archiver report --since 7d --quiet-if-nothing
    """
    told = letter(database_of(archive), datetime.now(UTC), since)
    if told.is_empty and quiet_if_nothing:
        return
    written = _FORMATS[form](told)
    if output is None:
        click.echo(written, nl=False)
    else:
        _write(output, written)


def _write(path: Path, written: str) -> None:
    """Whole or not at all: beside it first, then in its place."""
    if not path.parent.is_dir():
        raise SettingsError(f"{path.parent}: is no folder. Make it first.")
    mode = path.stat().st_mode if path.exists() else 0o644
    with replacing(path, mode=mode) as file:
        file.write(written)
    sync_folder(path.parent)
