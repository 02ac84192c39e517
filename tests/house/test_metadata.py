"""What the package says of itself agrees, and nothing of the place where it was made is left in it."""

import fnmatch
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PINS = [
    line
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
# Folders of a machine, as they would stand at the start of a path; `https://example.org/work/` is not one.
# Written with a class, so that this file does not find itself.
PLACES = re.compile(rb"(?<![\w.])[/](tmp|work|root|farm)/|[.]{2}/shared")


def kept_files(folder: Path = ROOT) -> Iterator[Path]:
    """Yield the files that git keeps, without asking git: a released source tree has none."""
    ignored = [
        line.strip("/")
        for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("!")
    ]
    for path in sorted(folder.iterdir()):
        name = path.relative_to(ROOT).as_posix()
        if path.name == ".git" or (
            name != "archive/README.md"
            and any(fnmatch.fnmatch(name, rule) or fnmatch.fnmatch(path.name, rule) for rule in ignored)
        ):
            continue
        if path.is_dir():
            yield from kept_files(path)
        else:
            yield path


def requirements() -> list[Requirement]:
    """Read every requirement of the package and its extras."""
    extras = PROJECT["optional-dependencies"].values()
    return [Requirement(text) for group in (PROJECT["dependencies"], *extras) for text in group]


def test_changelog_knows_the_version() -> None:
    """The newest version in the changelog is the package's."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## (\d+\.\d+\.\d+)", changelog, flags=re.MULTILINE)

    assert PROJECT["version"] == versions[0]


def test_files_are_found() -> None:
    """The next test looks at the tree, and not at what is derived."""
    names = {path.relative_to(ROOT).as_posix() for path in kept_files()}

    assert {"README.md", "Makefile", "archive/README.md", "archiver/__init__.py"} <= names
    assert not {name for name in names if name.startswith((".git/", ".venv/", ".demo/"))}


def test_no_place_of_making_is_named() -> None:
    """No file names a folder of the machine that it was written on."""
    named = [
        f"{path.relative_to(ROOT).as_posix()}: {match[0].decode()}"
        for path in kept_files()
        if (match := PLACES.search(path.read_bytes()))
    ]

    assert [] == named


@pytest.mark.parametrize("pin", PINS)
def test_pin_is_exact(pin: str) -> None:
    """A constraint is a name and a version: no hash, no address, no file of one machine."""
    assert re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][0-9a-z.]*", pin)


@pytest.mark.parametrize("requirement", requirements(), ids=str)
def test_requirement_is_pinned(requirement: Requirement) -> None:
    """Everything that we ask for by name is held at one version that we allow."""
    pinned = dict(pin.split("==") for pin in PINS)
    versions = {canonicalize_name(name): version for name, version in pinned.items()}

    assert versions.get(canonicalize_name(requirement.name), "") in requirement.specifier
