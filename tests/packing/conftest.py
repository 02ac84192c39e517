"""One small blog, made once; nobody writes into it but packages, elsewhere."""

import pytest

from archiver.collection.folder import Collection
from archiver.packing.writing import package, write_wacz
from archiver.search.find import find
from tests.packing.blog import make_blog


@pytest.fixture(scope="session")
def blog(tmp_path_factory) -> Collection:
    """The archive."""
    return make_blog(tmp_path_factory.mktemp("packing") / "archive")


@pytest.fixture(scope="session")
def post(blog, tmp_path_factory):
    """A package of its post, that nobody may touch."""
    path = tmp_path_factory.mktemp("post") / "post.wacz"
    with package(blog, find(blog.database, "p1")) as made:
        write_wacz(made, path)
    return path
