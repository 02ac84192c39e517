"""The examples in docstrings are true."""

import doctest
import importlib
import pkgutil

import pytest

import archiver
import spiders

# A command's file is a program, and a plug-in of Datasette needs Datasette.
MODULES = sorted(
    module.name
    for package in (archiver, spiders)
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    if not module.name.startswith(("archiver.cli.", "archiver.__main__", "spiders.settings"))
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_are_true(name):
    """Each gives what it says that it gives."""
    failed = doctest.testmod(importlib.import_module(name)).failed

    assert 0 == failed
