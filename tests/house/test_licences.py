"""Our licence is Apache-2.0, and everything that runs with it allows that."""

import re
import tomllib
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"
GPL = re.compile(r"\bA?GPL|Affero|GNU General", re.IGNORECASE)


def licence_of(package: Distribution) -> str:
    """Read a package's licence: an SPDX expression where there is one (PEP 639), else what was usual before."""
    meta = package.metadata.json
    classifiers = [line for line in meta.get("classifier", []) if line.startswith("License ::")]
    stated = str(meta.get("license", "")).partition("\n")[0]
    told = str(meta.get("license_expression", "") or "; ".join(classifiers) or stated)
    return told or licence_text_of(package)


def licence_text_of(package: Distribution) -> str:
    """Read the title of the licence that lies beside a package whose metadata name none."""
    texts = [file for file in package.files or () if file.name.upper().startswith("LICEN")]
    lines = texts[0].read_text().splitlines() if texts else []
    return next((line.strip() for line in lines if line.strip()), "")


def needed_at_run_time(lines: list[str]) -> dict[str, str]:
    """Walk what these requirements need, down to the last package, and read each one's licence."""
    licences: dict[str, str] = {}
    waiting = [(line, "") for line in lines]
    seen = set(waiting)
    while waiting:
        line, extra = waiting.pop()
        need = Requirement(line)
        if need.marker and not need.marker.evaluate({"extra": extra}):
            continue
        package = distribution(need.name)
        licences[canonicalize_name(need.name)] = licence_of(package)
        further = {(line, part) for line in package.requires or [] for part in ("", *need.extras)} - seen
        seen |= further
        waiting += further
    return licences


def allows_us(licence: str) -> bool:
    """Say whether a licence, or one of those that it offers, is known and not of the GPL family."""
    return any(choice and not GPL.search(choice) for choice in re.split(r"\bOR\b", licence))


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        ("BSD-3-Clause", True),
        # a choice: we take the first
        ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", True),
        # weaker: a library may be used as it is
        ("LGPL-3.0-or-later", True),
        ("AGPL-3.0-only", False),
        ("License :: OSI Approved :: GNU General Public License v3 (GPLv3)", False),
        ("GPL-3.0-only AND MIT", False),
        # unknown is not allowed
        ("", False),
    ],
)
def test_licence_is_judged(licence: str, expected: bool) -> None:
    """A choice of licences allows us when one of them does."""
    actual = allows_us(licence)

    assert expected == actual


def test_nothing_that_runs_with_us_is_gpl() -> None:
    """No package that `pip install 'archiver[datasette,proof]'` brings is under the GPL or the AGPL alone."""
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    licences = needed_at_run_time(project["dependencies"] + extras["datasette"] + extras["proof"])
    refused = {name: licence for name, licence in licences.items() if not allows_us(licence)}

    assert {"scrapy", "warcio", "datasette"} <= set(licences)
    assert {} == refused
