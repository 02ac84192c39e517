"""The group of all commands. A command is loaded when it is called, so that `--help` does not wait for Scrapy."""

import errno
import importlib
import pkgutil
import signal
import traceback
from pathlib import Path
from typing import IO, Any

import click

from archiver.cli._signals import stopped_by, terminable
from archiver.cli._terminal import is_cut_off, safe
from archiver.models.errors import ArchiverError, SettingsError

_FOLDER = Path(__file__).parent
_CUT_OFF = 128 + signal.SIGPIPE  # as if the signal had ended it
_LONGEST = 300  # characters of what a fault of ours says
_OF_THE_DISK = frozenset(
    [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO, errno.EFBIG]
)


class ShownError(click.ClickException):
    """An error of ours in click's terms: one line on stderr, and the exit code that scripts rely on."""

    def __init__(self, error: ArchiverError) -> None:
        super().__init__(str(error))
        self.exit_code = error.exit_code  # type: ignore[misc]  # click means it to be set so

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the line."""
        click.echo(f"archiver: {self.message}", file=file, err=file is None)


def _own_fault(error: Exception) -> ArchiverError:
    """What nobody foresaw, in one line: a letter of a hundred lines is not read. The log has all of it, and so has -v."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return ArchiverError(
        f"our own fault: {safe(repr(error))[:_LONGEST]}{place}. "
        "Please report it, with what the same command says with -v."
    )


def _of_the_system(error: OSError) -> ArchiverError:
    """What the disk refused, and what to do; anything else is our fault."""
    if error.errno not in _OF_THE_DISK:
        return _own_fault(error)
    where = f"{error.filename}: " if error.filename else ""
    return ArchiverError(
        f"{where}{error.strerror}. Make room, or make it writable, and run the command again."
    )


def _files() -> list[str]:
    return [name for _, name, _ in pkgutil.iter_modules([str(_FOLDER)])]


class Commands(click.Group):
    """Finds its commands in the files beside it; a file whose name begins with `_` is none.

    One whose name ends in `_` would have a word of Python's for a name: `import_.py` holds `archiver import`.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """All commands, by name."""
        return sorted(name.removesuffix("_") for name in _files() if not name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command."""
        if cmd_name not in self.list_commands(ctx):
            return None
        name = cmd_name if cmd_name in _files() else f"{cmd_name}_"
        command = importlib.import_module(f"archiver.cli.{name}").command
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; what the user can act on is shown without a traceback."""
        try:
            with terminable():
                return super().invoke(ctx)
        except ArchiverError as error:
            raise ShownError(error) from error
        except KeyboardInterrupt as error:
            raise ShownError(stopped_by(error)) from error
        except click.UsageError as error:
            asked = error.ctx.command_path if error.ctx is not None else "archiver"
            text = error.format_message().rstrip(".")
            raise ShownError(SettingsError(f"{text}. See: {asked} --help")) from error
        except OSError as error:
            if isinstance(error, BrokenPipeError) and is_cut_off():
                raise click.exceptions.Exit(_CUT_OFF) from error  # `archiver search … | head`
            if error.errno not in _OF_THE_DISK and ctx.meta.get("archiver.verbose"):
                raise
            raise ShownError(_of_the_system(error)) from error
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if ctx.meta.get("archiver.verbose"):
                raise
            raise ShownError(_own_fault(error)) from error


@click.command(
    cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="archiver")
def main() -> None:
    """Keep a blog and every source that it cites.

    WARC snapshots of the months, the posts and what their footnotes point at; clean text and citations in one
    SQLite database; full-text search.

    \b
    archiver crawl https://blog.example.org/
    """
