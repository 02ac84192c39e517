"""The demo blog, crawled once over real HTTP by the program as a user runs it."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from archiver.cli import main
from archiver.collection.folder import Collection, create_collection
from archiver.demo.server import Demo, serve
from archiver.demo.site import expected

TOML = """\
[blog]
seeds = ["{blog}"]

[politeness]
delay = 0.0
per_host = 4
timeout = 10.0
retries = 1

[network]
allow_networks = [{networks}]
"""


@dataclass(frozen=True, slots=True)
class Whole:
    """The demo, the collection that came of it, and what ought to be in it."""

    demo: Demo
    collection: Collection
    expected: dict
    crawl: subprocess.CompletedProcess

    def run(self, *words) -> subprocess.CompletedProcess:
        """Run a command on this collection."""
        name, *rest = words
        return run_archiver(
            name, "--archive", self.collection.folder, *rest, cwd=self.collection.folder.parent
        )

    def rows(self, sql: str, *values) -> list[dict]:
        """Ask the database."""
        return rows(self.collection.database, sql, *values)

    def rows_of(self, collection: Collection, sql: str, *values) -> list[dict]:
        """Ask another database."""
        return rows(collection.database, sql, *values)


def rows(database: Path, sql: str, *values) -> list[dict]:
    """Ask a database, without changing it."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(sql, values)]
    finally:
        connection.close()


def run_archiver(*words, cwd: Path, **kwargs) -> subprocess.CompletedProcess:
    """Run the program as a user does, without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "archiver", *map(str, words)],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
        env={**os.environ, "COLUMNS": "88"},
        **kwargs,
    )


def run_here(*words, cwd: Path) -> subprocess.CompletedProcess:
    """Run the program in this process, which has read its modules already: for what ends before a crawl begins."""
    with chdir(cwd):
        done = CliRunner().invoke(main, [str(word) for word in words])
    return subprocess.CompletedProcess(words, done.exit_code, done.stdout, done.stderr)


@pytest.fixture(scope="session")
def archiver():
    """The program."""
    return run_archiver


def settings_for(demo: Demo) -> str:
    """A collection.toml that lets a crawl ask the demo's hosts, and no other of this machine."""
    return TOML.format(blog=demo.blog, networks=", ".join(f'"{network}"' for network in demo.allowed))


@pytest.fixture(scope="session")
def demo() -> Iterator[Demo]:
    """The demo, served."""
    with serve() as served:
        yield served


@pytest.fixture(scope="session")
def whole(demo, tmp_path_factory) -> Whole:
    """The demo, crawled into a folder with a space in its name."""
    folder = tmp_path_factory.mktemp("whole") / "my archive"
    collection = create_collection(folder, settings_for(demo))
    crawl = run_archiver("crawl", "--archive", folder, cwd=folder.parent)
    return Whole(demo, collection, expected(demo.blog, demo.sources), crawl)
