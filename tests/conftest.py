"""What holds for all tests: none of them looks at a clock, and what is dear is made once."""

from pathlib import Path

import pytest
from hypothesis import settings

# Whose tests share archives that take seconds to make: they stay in one process, by folder or by file.
_BY_FOLDER = frozenset(["demo", "packing", "proof", "verify", "whole"])
_BY_FILE = frozenset(["search", "spiders"])
_HERE = Path(__file__).parent
_LONG = 60  # bytes
_PACKED = (b"\x1f\x8b", b"PK")  # gzip, ZIP

settings.register_profile("quick", deadline=None, max_examples=40)
settings.register_profile("thorough", deadline=None, max_examples=200)  # `make test-all`
settings.load_profile("quick")


def pytest_addoption(parser) -> None:
    """Pictures of the pages are kept where somebody wants to look at them."""
    parser.addoption("--screenshots", metavar="DIR", help="keep the pictures that the browser takes of pages")


def pytest_itemcollected(item) -> None:
    """Tests that share something dear go to one process, where there are several. Told here: later xdist has read the groups."""
    folder, *rest = item.path.relative_to(_HERE).parts
    if folder in _BY_FOLDER:
        item.add_marker(pytest.mark.xdist_group(folder))
    elif folder in _BY_FILE:
        item.add_marker(pytest.mark.xdist_group("/".join([folder, *rest])))


def pytest_make_parametrize_id(val, argname) -> str | None:
    """Long bytes are no name of a test: packed ones hold the time, and two processes would see different tests."""
    return argname if isinstance(val, bytes) and (len(val) > _LONG or val[:2] in _PACKED) else None
