"""Generated blogs over real HTTP, from a crawl to the database: every month with its posts, though no page of a month may be there."""

import importlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from archiver.collection.folder import create_collection
from tests.discover.blogs import B
from tests.discover.sites.common import PLAN
from tests.whole.conftest import rows
from tests.whole.test_several_pages import TOML


class Host(BaseHTTPRequestHandler):
    """A host of one generated blog; the blog's own addresses are turned into the host's."""

    site = None

    def do_GET(self):
        """Answer as the blog would."""
        text = self.site.answer(self.path)
        own = f"http://127.0.0.1:{self.server.server_address[1]}"
        body = (text or "").replace(B, own).encode()
        kind = (
            "text/html"
            if body.startswith(b"<html")
            else "application/json"
            if body[:1] in b"[{v"
            else "text/xml"
        )
        self.send_response(404 if text is None else 200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Be quiet."""


@pytest.fixture
def host(request):
    """The address of a generated blog's front page."""
    Host.site = importlib.import_module(f"tests.discover.sites.{request.param}").build()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}{Host.site.start}"
    server.shutdown()
    thread.join()
    server.server_close()


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
