"""A crawled archive in Datasette: captures as they looked, as bytes, as records; where the WARCs lie beside the database."""

import asyncio
import io
import re
import shutil

import pytest
from warcio.archiveiterator import ArchiveIterator

datasette_app = pytest.importorskip("datasette.app", reason="Datasette is an extra")

from datasette.plugins import pm  # noqa: E402

from archiver.search.datasette import plugin  # noqa: E402

if not any(each is plugin for each in pm.get_plugins()):
    pm.register(plugin, name="archiver-under-test")


def ask(database, *urls):
    """Ask for pages of one database; 127.0.0.1 is the host."""

    async def _ask():
        served = datasette_app.Datasette([str(database)])
        await served.invoke_startup()
        found = [await served.client.get(url, headers={"host": "127.0.0.1"}) for url in urls]
        for each in served.databases.values():
            each.close()
        return found

    return asyncio.run(_ask())


@pytest.fixture(scope="module")
def post(whole) -> int:
    """The capture of a post that has a style sheet."""
    (row,) = whole.rows(
        "SELECT posts.snapshot_id FROM posts JOIN documents ON documents.id = document_id ORDER BY words DESC LIMIT 1"
    )
    return row["snapshot_id"]


def test_a_page_is_shown_without_scripts_and_from_the_archive_alone(whole, post):
    """Its style sheet is ours, too; the policy forbids what the rewriting might have missed."""
    (page,) = ask(whole.collection.database, f"/archive/-/snapshot/{post}/content")
    policy = page.headers["content-security-policy"]
    styles = re.findall(r'<link[^>]+rel="?stylesheet"?[^>]*>', page.text)

    assert 200 == page.status_code
    assert {"default-src 'none'", "sandbox"} <= {each.strip() for each in policy.split(";")}
    assert "<script" not in page.text.lower()
    assert styles
    assert all("/archive/-/snapshot/" in each and "/content" in each for each in styles)
    assert page.headers["memento-datetime"].endswith("GMT")


def test_what_a_page_needs_is_given_as_what_it_is(whole, post):
    """Style sheets rewritten, images as images; never a media type that a server made up."""
    (page,) = ask(whole.collection.database, f"/archive/-/snapshot/{post}/content")
    needed = sorted(set(re.findall(r"/archive/-/snapshot/\d+/content", page.text)))
    kinds = {
        each.headers["content-type"].partition(";")[0] for each in ask(whole.collection.database, *needed)
    }

    assert {"text/css"} <= kinds
    assert kinds <= {"text/css", "text/html", "text/plain", "application/pdf", "application/octet-stream"} | {
        kind for kind in kinds if kind.startswith(("image/", "font/"))
    }


def test_a_record_is_a_warc_file_by_itself(whole, post):
    """Its digests are right; the payload that it holds is what `raw` gives."""
    record, raw = ask(
        whole.collection.database, f"/archive/-/snapshot/{post}/record", f"/archive/-/snapshot/{post}/raw"
    )
    (read,) = [
        (each.rec_type, each.content_stream().read(), each.digest_checker.passed)
        for each in ArchiveIterator(io.BytesIO(record.content), check_digests=True)
    ]

    assert ("response", raw.content, True) == read
    assert "attachment" in raw.headers["content-disposition"]
    assert "application/octet-stream" == raw.headers["content-type"]


def test_a_missing_warc_is_said_so(whole, post, tmp_path):
    """What was read can still be read; nothing outside the archive is opened in its place."""
    lonely = tmp_path / "archive.db"
    shutil.copyfile(whole.collection.database, lonely)
    shown, gone = ask(lonely, f"/archive/-/snapshot/{post}", f"/archive/-/snapshot/{post}/content")

    assert (200, 404) == (shown.status_code, gone.status_code)
    assert "is not beside the database" in shown.text
    assert "The WARC is not here" in gone.text
