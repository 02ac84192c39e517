"""Every case is whole: what goes in, and what was expected of it before the code ran."""

import json
import re
from pathlib import Path

import pytest

CASES = Path(__file__).parents[1] / "cases"
FOLDERS = sorted(path for path in CASES.glob("*/*") if path.is_dir())


def name_of(folder: Path) -> str:
    """Name a case by its kind and itself."""
    return folder.relative_to(CASES).as_posix()


def test_cases_are_found() -> None:
    """There are cases, and each lies in the folder of its kind."""
    strays = sorted(path.name for path in CASES.glob("*") if path.is_file())
    astray = sorted(name_of(path) for path in CASES.glob("*/*") if path.is_file())

    assert FOLDERS
    assert [] == strays + astray


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_case_is_whole(folder: Path) -> None:
    """A case has an input and an expectation that is JSON; no test writes its own expectation."""
    files = {path.name for path in folder.iterdir()}

    assert "expected.json" in files
    assert files - {"expected.json"}
    json.loads((folder / "expected.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("folder", FOLDERS, ids=name_of)
def test_case_is_named_for_its_markup(folder: Path) -> None:
    """A case's name can stand in an address and on a command line."""
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", folder.name)
