"""A blog that somebody else captured becomes an archive of ours: what our own crawl finds, found in their captures."""

import gzip
import http.client
from urllib.parse import urlsplit

import pytest

from tests.capture.intake.records import INFO, record
from tests.whole.conftest import rows, run_archiver

POSTS = "SELECT url, title, author, published, modified, outcome FROM posts ORDER BY url"
MONTHS = "SELECT year, month, url, posts_listed, posts_captured FROM months ORDER BY year, month"
CITATIONS = (
    "SELECT posts.url, position, kind, label, sentence, note FROM citations JOIN posts ON posts.id = post_id "
    "ORDER BY posts.url, position"
)
SOURCES = "SELECT url, title, outcome FROM sources WHERE outcome = 'archived' ORDER BY url"
TABLES = ("snapshots", "posts", "months", "archive_pages", "citations", "sources", "documents", "checks")


def captured(urls):
    """The addresses as wget writes them: request first, addresses in angle brackets, WARC 1.0."""
    yield INFO
    for n, url in enumerate(urls, start=1):
        parts = urlsplit(url)
        connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=20)
        connection.request("GET", parts.path + (f"?{parts.query}" if parts.query else ""))
        answer = connection.getresponse()
        head = f"HTTP/1.1 {answer.status} {answer.reason}\r\n{answer.headers.as_string()}".replace(
            "\r\n", "\n"
        )
        block = head.replace("\n", "\r\n").encode().strip() + b"\r\n\r\n" + answer.read()
        connection.close()
        target = b"WARC-Target-URI: <" + url.encode() + b">"
        kind = b"Content-Type: application/http;msgtype="
        request = f"GET {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n".encode()
        yield record(b"request", 2 * n, request, target, kind + b"request")
        yield record(b"response", 2 * n + 1, block, target, kind + b"response")


@pytest.mark.slow
def test_captures_of_another_tool_give_what_our_own_crawl_gives(whole, tmp_path):
    """Months, posts, citations and the sources that are there; searched, cited, verified, rebuilt to the same rows."""
    urls = dict.fromkeys(
        row["target_uri"]
        for row in whole.rows("SELECT target_uri FROM snapshots WHERE kind != 'metadata' ORDER BY id")
    )
    path = tmp_path / "theirs.warc.gz"
    path.write_bytes(b"".join(map(gzip.compress, captured(urls))))
    archive = tmp_path / "archive"
    database = archive / "archive.db"
    done = run_archiver("import", path, "--archive", archive, cwd=tmp_path)

    assert (0, "", "") == (done.returncode, done.stdout, done.stderr)
    for sql in (POSTS, MONTHS, CITATIONS, SOURCES):
        assert whole.rows(sql) == rows(database, sql)
    before = {table: rows(database, f"SELECT * FROM {table}") for table in TABLES}
    for words in (("verify", "--deep"), ("rebuild",), ("import", path)):  # the second time is nothing new
        again = run_archiver(words[0], "--archive", archive, *words[1:], cwd=tmp_path)
        assert (0, "", "") == (again.returncode, again.stdout, again.stderr)
    assert before == {table: rows(database, f"SELECT * FROM {table}") for table in TABLES}
    assert "lantern" in run_archiver("search", "--archive", archive, "lantern", cwd=tmp_path).stdout
