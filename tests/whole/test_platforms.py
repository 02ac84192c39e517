"""Generated blogs over real HTTP, from a crawl to the database: every month with its posts, though no page of a month may be there."""

import importlib

import pytest

from archiver.collection.folder import create_collection
from tests.discover.blogs import B
from tests.discover.sites.common import PLAN
from tests.whole.conftest import rows
from tests.whole.serving import TOML, serving


@pytest.fixture
def host(request):
    """A generated blog; its own addresses are turned into those of its host."""
    blog = importlib.import_module(f"tests.discover.sites.{request.param}").build()

    def page(path):
        text = blog.answer(path)
        return None if text is None else text.replace(B, site.url.rstrip("/"))

    with serving(page) as site:
        yield site.url.rstrip("/") + blog.start


@pytest.mark.slow
@pytest.mark.parametrize(
    ("host", "pages", "in_rest"),
    [
        # months with pages; a list in JSON
        ("squarespace", True, True),
        # no months, a list in JSON; a list in a script
        ("substack", False, True),
        ("tumblr", False, True),
        # no months, a sitemap without dates of publication
        ("ghost", False, False),
        # months whose pages go on behind a cursor, a counted feed
        ("blogger", True, False),
    ],
    indirect=["host"],
)
def test_every_month_has_its_posts(host, pages, in_rest, tmp_path, archiver):
    """The months are the blog's, or are made of its posts' dates; no other month is there, and none lacks a post."""
    database = create_collection(tmp_path / "archive", TOML.format(blog=host)).database
    done = archiver("crawl", cwd=tmp_path)
    ledger = rows(database, "SELECT * FROM ledger ORDER BY year, month")
    listed = {f"{row['year']}-{row['month']:02d}": row["posts_listed"] for row in ledger}

    assert (0, PLAN) == (done.returncode, listed)
    assert PLAN == {f"{row['year']}-{row['month']:02d}": row["posts_captured"] for row in ledger}
    assert pages == all(row["url"] is not None for row in ledger)
    assert sum(PLAN.values()) * in_rest == sum(row["posts_in_rest"] for row in ledger)
