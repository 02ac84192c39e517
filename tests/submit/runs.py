"""Runs against a scripted service, in a time that passes when somebody waits."""

from pathlib import Path

from archiver.cli._errand import Result
from archiver.cli._submitting import Errand, submit
from archiver.collection.folder import Collection
from tests.submit.archives import FERRY, MILL, POST, archive
from tests.submit.clocks import Time
from tests.submit.scripted import Script, success
from tests.whole.conftest import rows

ALL = [POST, FERRY, MILL]
SOON = "20260102030030"  # when what succeeds is captured


class Runs:
    """One archive, one service, one clock."""

    def __init__(self, folder: Path, script: Script, **settings: object) -> None:
        """Settings are those of `[submit]`, as TOML."""
        self.script = script
        self.collection: Collection = archive(folder / "archive", script.url, **settings)
        self.time = Time()

    def run(self, **errand: object) -> Result:
        """Hand over what is due."""
        return submit(self.collection.folder, Errand(**errand), lambda _: self.time)

    def rows(self, columns: str) -> list[tuple[object, ...]]:
        """The submissions, in their order."""
        sql = f"SELECT {columns} FROM submissions ORDER BY id"
        return [tuple(row.values()) for row in rows(self.collection.database, sql)]

    def saved(self) -> list[str]:
        """The addresses that were handed over, in their order."""
        return [each[1] for each in self.script.asked if each[0] == "save"]


def all_succeed(runs: Runs) -> None:
    """Every job ends with a capture."""
    runs.script.jobs = {
        "spn2-post": [success(POST, SOON)],
        "spn2-ferry": [success("https://www.s.example/ferry", SOON)],
        "spn2-mill": [success(MILL, SOON)],
    }
