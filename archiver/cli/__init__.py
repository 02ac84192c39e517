"""The program `archiver`: one command a file, found by being there."""

from archiver.cli._group import main

__all__ = ["main"]
