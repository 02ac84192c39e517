"""One small archive, made once; each test gets a copy of its own."""

import pytest

from tests.verify.archives import copy, make


@pytest.fixture(scope="session")
def pristine(tmp_path_factory):
    """The archive that nobody may touch."""
    return make(tmp_path_factory.mktemp("pristine") / "archive")


@pytest.fixture
def archive(pristine, tmp_path):
    """A whole archive of three files."""
    return copy(pristine, tmp_path / "archive")
