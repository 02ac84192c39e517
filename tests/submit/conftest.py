"""A scripted service, and runs against it."""

import pytest

from tests.submit.runs import Runs
from tests.submit.scripted import Script, serving


@pytest.fixture
def script():
    """Whatever a test writes into it."""
    with serving(Script()) as made:
        yield made


@pytest.fixture
def runs(tmp_path, script):
    """An archive with a post, two sources that are there, and one that is gone."""
    return Runs(tmp_path, script)
