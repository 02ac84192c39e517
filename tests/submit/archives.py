"""A small archive of a public blog, made as a crawl makes it: a WARC, read into the database. Nobody is asked."""

import atexit
import shutil
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from archiver.capture.framing import frame
from archiver.capture.manifest import Manifest
from archiver.capture.writer import WarcWriter
from archiver.collection.folder import Collection, create_collection
from archiver.index import index
from archiver.models.capture import Exchange, Role, RunRecord, Visit

BLOG = "https://blog.example/"
POST = f"{BLOG}2014/03/tide/"
FERRY, MILL, GONE = "https://s.example/ferry", "https://s.example/mill", "https://s.example/gone"
START = datetime(2026, 1, 1, 3, 0, tzinfo=UTC)
TOML = """\
[blog]
seeds = ["https://blog.example/"]

[submit]
enabled = true
service = "{service}"
memento = "https://web.archive.org/web/{{timestamp}}/{{url}}"
"""
_PAGE = """<html><head><title>{title}</title></head><body class="single-post"><article class="post hentry">
<h1 class="entry-title">{title}</h1><time datetime="2014-03-15T08:00:00+00:00">15 March 2014</time>
<div class="entry-content">{body}</div></article></body></html>"""
_LINE = "The ferry ran at low water, and nobody on the quay remembered when it had last been late. "


@cache
def _made() -> Path:
    """It is made once."""
    folder = Path(mkdtemp(prefix="archiver-test-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    collection = create_collection(folder / "archive", TOML.format(service="https://save.example/save"))
    writer = WarcWriter(
        collection.warcs,
        run=RunRecord(run_id="first", warc="", started="2026-01-01T03:00:00.000000Z"),
        info=[],
        manifest=Manifest(collection.manifest),
    )
    links = "".join(f'<p>{_LINE * 3}<a href="{url}">as told</a>.</p>' for url in (FERRY, MILL, GONE))
    pages = [
        (POST, Role.POST, 200, _PAGE.format(title="Tide", body=links)),
        (FERRY, Role.SOURCE, 200, _PAGE.format(title="The ferry", body=f"<p>{_LINE * 9}</p>")),
        (MILL, Role.SOURCE, 200, _PAGE.format(title="The mill", body=f"<p>{_LINE[4:] * 9}</p>")),
        (GONE, Role.SOURCE, 404, "<html><title>Not found</title><p>Not found</p></html>"),
    ]
    for number, (url, role, status, page) in enumerate(pages):
        body = page.encode()
        head = f"HTTP/1.1 {status} So\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
        writer.write(
            Exchange(
                target_uri=url,
                date=START + timedelta(seconds=number),
                visit=Visit(role=role, seed=BLOG, via=BLOG, hops_from_seed="L"),
                request=b"GET / HTTP/1.1\r\n\r\n",
                response=frame([head.encode() + body]).answer(),
            )
        )
    writer.finish(exit_code=0, counts={})
    index(collection)
    return collection.folder


def archive(folder: Path, service: str, **settings: object) -> Collection:
    """A post that cites two pages that are there and one that is gone; with the keys in credentials.toml."""
    shutil.copytree(_made(), folder)
    collection = Collection(folder)
    lines = "".join(f"{name} = {value}\n" for name, value in settings.items())
    collection.toml.write_text(TOML.format(service=service) + lines, encoding="utf-8")
    collection.credentials.write_text('[submit]\naccess_key = "canaryA1"\nsecret_key = "canaryB2"\n')
    collection.credentials.chmod(0o600)
    return collection
