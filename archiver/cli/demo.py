"""`archiver demo`: the main job on a small blog that comes with the program."""

import shlex
import shutil
import sys
from pathlib import Path

import click

from archiver.cli._crawling import carry_out, remarks
from archiver.cli._options import common
from archiver.cli._order import Order
from archiver.cli._report import MARKS, print_balance, print_hits, print_months, print_post
from archiver.cli._serving import serve
from archiver.cli._terminal import heading, is_quiet, say, warn
from archiver.collection.folder import Collection, is_collection
from archiver.collection.settings import read_settings
from archiver.demo.server import Demo
from archiver.demo.server import serve as serve_blog
from archiver.models.errors import SettingsError
from archiver.search.find import find
from archiver.search.posts import show_post
from archiver.search.search import search

_TITLE = "The archiver's demo"
_SETTINGS = """\
# Made by `archiver demo`.

[blog]
title = "{title}"
seeds = ["{blog}"]

[politeness]
delay = 0.0
per_host = 4
timeout = 10.0
retries = 1

[network]
allow_networks = [{networks}]   # this machine: the demo is served from it
"""
_QUERY = "copper bolt"
_SHOWN = "2019/09/the-light-on-skerrow-head/"
_HITS = 3


@click.command("demo", short_help="Archive a small blog on this machine and show what came out.")
@click.option("--serve", "then_serve", is_flag=True, help="Open what came out in a browser, with Datasette.")
@click.option(
    "--port", "-p", type=click.IntRange(0, 65535), default=8001, show_default=True, help="For --serve."
)
@common
def command(*, archive: Path, then_serve: bool, port: int) -> None:
    """Do the main job on a small blog that comes with the program.

    It is served, with the sources that it cites, on addresses of this machine; nothing leaves it. The archive is
    made anew in DIR (for this command, demo-archive unless you name another).

    \b
    archiver demo --serve
    """
    source = click.get_current_context().get_parameter_source("archive")
    folder = archive if source is not click.core.ParameterSource.DEFAULT else Path("demo-archive")
    _clear(folder)
    with serve_blog() as demo:
        crawled = carry_out(folder, Order(urls=(demo.blog,)), toml=_settings(demo))
        shown = demo.blog + _SHOWN
    if not is_quiet():
        heading(f"{_TITLE}: {demo.blog} was crawled into {folder}")
        print_balance(crawled.balance)
        print_months(crawled.balance)
        _show(crawled.collection, shown)
        _next(folder)
    for line in remarks(crawled):
        warn(line)
    if then_serve:
        serve(crawled.collection.database, host="127.0.0.1", port=port, open_browser=True)
    click.get_current_context().exit(crawled.exit_code)


def _clear(folder: Path) -> None:
    """Make room; only for what an earlier demo made."""
    if not is_collection(folder):
        return
    if read_settings(Collection(folder).toml).blog.title != _TITLE:
        raise SettingsError(f"{folder}: is an archive that no demo made. Name another folder with --archive.")
    shutil.rmtree(folder)


def _settings(demo: Demo) -> str:
    networks = ", ".join(f'"{network}"' for network in demo.allowed)
    return _SETTINGS.format(title=_TITLE, blog=demo.blog, networks=networks)


def _show(collection: Collection, url: str) -> None:
    reference = find(collection.database, url)
    post = show_post(collection.database, reference.id) if reference is not None else None
    if post is not None:
        print_post(post)
    heading(f"Search: {_QUERY}")
    print_hits(search(collection.database, _QUERY, limit=_HITS, marks=MARKS))


def _next(folder: Path) -> None:
    heading("To try next")
    program, option = _program(), f"--archive {shlex.quote(str(folder))}"
    for words in ("search '\"forty swings\"'", "show p1", "show s1", "status", "serve --open"):
        say(f"  {program} {words} {option}")
    say(f"  {program} crawl https://blog.example.org/   # a blog of yours")


def _program() -> str:
    """How this program is called from here: its name where the shell finds it, else its path."""
    script = Path(sys.executable).parent / "archiver"
    found = shutil.which("archiver")
    if found is not None and Path(found) == script:
        return "archiver"
    if not script.exists():
        return f"{shlex.quote(sys.executable)} -m archiver"
    here = Path.cwd()
    return shlex.quote(str(script.relative_to(here) if script.is_relative_to(here) else script))
