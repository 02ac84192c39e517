"""What people see: text from strangers made harmless, tables, progress. Silence where nobody looks."""

import dataclasses
import json
import os
import re
import select
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from enum import Enum
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn
from rich.status import Status

# Control characters, and those that change the direction of text: a title must not drive a terminal (CWE-150).
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def safe(text: object) -> str:
    """Text that may be printed to a terminal."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", str(text))


def safe_text(text: str) -> str:
    """Text of several lines that may be printed to a terminal."""
    return "\n".join(safe(line) for line in text.splitlines())


def say(text: str = "") -> None:
    """Print a line of a report."""
    click.echo(safe(text))


def tell(text: str) -> None:
    """Tell a person who looks on; nobody in cron."""
    if sys.stderr.isatty() and not is_quiet():
        click.echo(safe(text), err=True)


def warn(text: str) -> None:
    """One line about what is not as it should be."""
    click.echo(f"archiver: {safe(text)}", err=True)


def is_quiet() -> bool:
    """Whether the user asked for silence."""
    context = click.get_current_context(silent=True)
    return bool(context and context.find_root().meta.get("archiver.quiet"))


def heading(text: str) -> None:
    """A line that begins a part."""
    click.echo()
    click.secho(safe(text), bold=True)


def table(rows: Iterable[tuple[object, ...]], *, indent: int = 2) -> None:
    """Columns as wide as they need to be; the first one is on the left, numbers are on the right."""
    lines = [tuple("" if cell is None else safe(cell) for cell in row) for row in rows]
    if not lines:
        return
    widths = [max(len(line[n]) for line in lines) for n in range(len(lines[0]))]
    for line in lines:
        cells = [
            cell.rjust(width) if cell.replace(",", "").isdecimal() else cell.ljust(width)
            for cell, width in zip(line, widths, strict=True)
        ]
        click.echo((" " * indent + "  ".join(cells)).rstrip())


def print_json(value: object) -> None:
    """Print a value for programs: dataclasses are objects, enums their values, months text."""
    click.echo(json.dumps(plain(value), ensure_ascii=False, indent=2))


def plain(value: object) -> Any:
    """A value in JSON's terms."""
    if isinstance(value, Enum):
        return value.value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        if type(value).__str__ is not object.__str__:
            return str(value)
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(one) for one in value]
    return value


@contextmanager
def progress(text: str) -> Iterator[Status | None]:
    """A line that moves while something is under way, on a terminal; nothing elsewhere."""
    console = Console(stderr=True, highlight=False)
    if not console.is_terminal or is_quiet():
        yield None
        return
    with console.status(text) as status:
        yield status


@contextmanager
def progress_bar(text: str, total: int) -> Iterator[Callable[[int], None]]:
    """A bar that fills by bytes, on a terminal; nothing elsewhere. Call what it gives with how many were done since."""
    console = Console(stderr=True, highlight=False)
    if not console.is_terminal or is_quiet():
        yield lambda _: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as shown:
        task = shown.add_task(text, total=total)
        yield lambda count: shown.advance(task, count)


def is_cut_off() -> bool:
    """Whether nobody reads any more what we print. If so, what is left of it is thrown away: else Python complains at its end."""
    watch = select.poll()
    watch.register(sys.stdout.fileno(), 0)
    if not any(event & select.POLLERR for _, event in watch.poll(0)):
        return False
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return True
