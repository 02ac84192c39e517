"""What is logged on the terminal."""

import logging

import click
import pytest
from click.testing import CliRunner

from archiver.cli._options import common


@common
def _log(*, archive) -> None:
    logging.getLogger("x").error("%s: \x1b[2Jgone\nand more\u202e", archive)


@pytest.fixture(autouse=True)
def handlers_as_they_were(monkeypatch):
    """The log of other tests stays theirs."""
    monkeypatch.setattr(logging.getLogger(), "handlers", logging.getLogger().handlers[:])


def test_what_strangers_say_is_one_harmless_line():
    """In a letter as on a terminal."""
    said = CliRunner().invoke(click.command("x")(_log), []).stderr

    assert (
        "ERROR x: archive: \N{REPLACEMENT CHARACTER}[2Jgone\N{REPLACEMENT CHARACTER}and more\N{REPLACEMENT CHARACTER}\n"
        == said
    )


def _log_much(*, archive) -> None:
    for number in range(1000):
        logging.getLogger("x").error("%s %d", archive, number)


@pytest.mark.parametrize(("words", "lines"), [([], 11), (["-q"], 0), (["-v"], 1000)])
def test_a_letter_is_short(words, lines):
    """The first ten, and how many more; all of them for who asks."""
    said = CliRunner().invoke(click.command("x")(common(_log_much)), words).stderr.splitlines()

    assert (lines, [True] * (lines == 11)) == (
        len(said),
        ["990 more" in line for line in said[10:11]][: lines == 11],
    )
