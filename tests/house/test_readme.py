"""The documentation says what the program does."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
from sqlite_utils import Database

from archiver.cli import main
from archiver.models.citation import Outcome
from archiver.store.schema import create

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
GROUP = click.Context(main, info_name="archiver")
COMMANDS = {
    name: command
    for name in main.list_commands(GROUP)
    if (command := main.get_command(GROUP, name)) and not command.hidden
}
PAGES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "DECISIONS.md", "archive/README.md")


def example_of(name: str) -> str:
    """Take the last line of what a command says about itself, as it is printed."""
    command = COMMANDS[name]
    context = click.Context(command, info_name=name, parent=GROUP)
    formatter = click.HelpFormatter(width=88)
    (command.format_epilog if command.epilog else command.format_help_text)(context, formatter)
    return (formatter.getvalue().strip().splitlines() or [""])[-1].strip().removeprefix("$ ")


def test_commands_are_found() -> None:
    """The tests below look at something."""
    assert {"crawl", "demo", "search"} <= set(COMMANDS)


def test_readme_is_current() -> None:
    """What the README shows of the commands is what they print; `make docs` writes it."""
    check = subprocess.run(
        [sys.executable, "-m", "cogapp", "--check", "--diff", "README.md"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert 0 == check.returncode, check.stdout + check.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_command_is_documented(name: str) -> None:
    """Every command has its section in the README, and a line in the list of commands."""
    assert f"### `archiver {name}`" in README
    assert COMMANDS[name].get_short_help_str()


@pytest.mark.parametrize("name", COMMANDS)
def test_help_ends_in_an_example(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last line of every command's help can be pasted, and the command takes it."""
    monkeypatch.chdir(tmp_path)
    words = shlex.split(example_of(name))

    assert ["archiver", name] == words[:2]
    COMMANDS[name].make_context(name, words[2:], parent=GROUP)


def test_tables_and_queries_are_those_of_the_schema() -> None:
    """The tables that the README names exist, and its queries run."""
    db = Database(memory=True)
    create(db)
    section = README.partition("### The tables")[2].partition("\n##")[0]
    tables = set(re.findall(r"^\| `(\w+)` \|", section, flags=re.MULTILINE))
    queries = re.findall(r"```sql\n(.*?)```", README, flags=re.DOTALL)

    assert tables
    assert queries
    assert set() == tables - set(db.table_names())
    assert [[]] * len(queries) == [list(db.query(query)) for query in queries]


def test_outcomes_are_named() -> None:
    """The README names every outcome that a source can have."""
    section = README.partition("A source's `outcome` is one of")[2].partition(".")[0]

    assert {str(outcome) for outcome in Outcome} == set(re.findall(r"`([a-z0-9-]+)`", section))


@pytest.mark.parametrize("page", PAGES)
def test_make_targets_exist(page: str) -> None:
    """Every `make` command in the documentation is a target of the Makefile."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, flags=re.MULTILINE))
    named = set(re.findall(r"(?:`|\$ )make ([a-z-]+)", (ROOT / page).read_text(encoding="utf-8")))

    assert set() == named - targets


def test_two_commands_come_first() -> None:
    """The README's first block of commands ends in the two that a newcomer needs."""
    block = re.search(r"```console\n(.*?)```", README, flags=re.DOTALL)

    assert block is not None
    assert ["$ make demo", "$ make test"] == re.findall(r"^\$ make [a-z]+", block[1], flags=re.MULTILINE)


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    """Every link to a file of this tree finds it."""
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in target]
    lost = [target for target in targets if not (ROOT / page).parent.joinpath(target).exists()]

    assert [] == lost
