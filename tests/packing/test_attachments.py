"""What a browser made of a page: found under the addresses that Browsertrix and ArchiveWeb.page give it, put beside the texts, named."""

import gzip
import json
import shutil

import pytest
from click.testing import CliRunner

from archiver.cli import main
from archiver.collection.folder import Collection
from archiver.packing.writing import package, write_wacz
from archiver.search.find import find
from archiver.verify_package import verify_package
from tests.packing.blog import BLOG, LOST, MOVED, POST
from tests.packing.packages import members

PNG, JPEG, PDF = b"\x89PNG\r\n\x1a\n" + bytes(99), b"\xff\xd8\xff\xe0" + bytes(99), b"%PDF-1.7\n" + bytes(99)
SHOTS = [
    ("view", POST, "image/png", PNG),
    ("fullPage", POST, "image/png", PNG + b"whole"),
    ("thumbnail", POST, "image/jpeg", JPEG),
    ("pdf", POST, "application/pdf", PDF),
    ("text", POST, "text/plain", b"The Mills\nas a browser showed it"),
    ("pageinfo", POST, "application/json", json.dumps({"pageid": "1", "url": POST, "urls": {}}).encode()),
    # the crawler names a page by the address that it was sent to, though a redirect led elsewhere
    ("view", MOVED, "image/png", PNG + b"moved"),
    # there is no other picture of it
    ("thumbnail", LOST, "image/jpeg", JPEG + b"lost"),
    # of a page that is not in the package
    ("view", "http://elsewhere.example/", "image/png", PNG + b"elsewhere"),
    # what is no picture
    ("fullPageFinal", POST, "image/png", b"<html>not found</html>"),
]


def resource(number, kind, url, content_type, body):
    """A record as the crawler's writer has it."""
    head = (
        "WARC/1.1\r\n"
        f"WARC-Target-URI: urn:{kind}:{url}\r\n"
        f"WARC-Date: 2019-09-12T12:00:{number:02d}.000Z\r\n"
        "WARC-Type: resource\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-00000000ff{number:02d}>\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + body + b"\r\n\r\n", mtime=0)


@pytest.fixture(scope="module")
def pictured(blog, tmp_path_factory):
    """The archive, with what a crawl by a browser brought."""
    folder = tmp_path_factory.mktemp("pictured")
    shutil.copytree(blog.folder, folder / "archive")
    (folder / "shots.warc.gz").write_bytes(b"".join(resource(n, *each) for n, each in enumerate(SHOTS)))
    words = ["import", folder / "shots.warc.gz", "--archive", folder / "archive", "--seed", BLOG]
    done = CliRunner().invoke(main, [str(word) for word in words])
    assert 0 == done.exit_code, done.output
    return Collection(folder / "archive")


@pytest.mark.parametrize("what", ["p1", None])
def test_screenshots_prints_and_texts_are_put_beside(pictured, tmp_path, what):
    """As files with names that tell of what they are; the small picture only where there is no other."""
    path = tmp_path / "a.wacz"
    with package(pictured, what and find(pictured.database, what)) as made:
        write_wacz(made, path)
    parts = members(path)
    attached = {name: data for name, data in parts.items() if name.startswith("attachments/")}
    page = parts["about/index.html"].decode()

    assert [] == verify_package(path).problems
    assert {
        "attachments/p1-view.png": PNG,
        "attachments/p1-fullPage.png": PNG + b"whole",
        "attachments/p1-pdf.pdf": PDF,
        "attachments/p1-text.txt": b"The Mills\nas a browser showed it",
        "attachments/s1-view.png": PNG + b"moved",
        "attachments/s2-thumbnail.jpg": JPEG + b"lost",
    } == {name: data for name, data in attached.items() if not name.startswith("attachments/s3")}
    assert [True] * len(attached) == [f'href="../{name}"' in page for name in attached]
    assert '<a href="../attachments/p1-pdf.pdf">print</a>' in page
