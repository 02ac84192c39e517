"""Captures are read by several processes at once, and the rows do not show it."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta

import pytest

from archiver import index as indexing
from archiver.capture.framing import frame
from archiver.collection.folder import Collection
from archiver.index import index, rebuild
from archiver.models.capture import Role, Visit
from archiver.workers.readers import Readers
from tests.verify import archives
from tests.whole.conftest import rows
from tests.whole.test_again import copy, dump  # noqa: F401  # a fixture
from tests.workers.readers import FUNCTION

BLOG = "http://blog.example/"
# The program, with readers that can be kept busy.
_PROGRAM = """
import signal
import sys
from archiver import index
from archiver.cli import main
from archiver.workers.readers import Readers
from tests.workers.readers import FUNCTION
index._readers = lambda _: Readers(processes=1, function=FUNCTION)
signal.signal(signal.SIGINT, signal.default_int_handler)  # in the background of a shell it is ignored
main(["index", "-v", "--archive", sys.argv[1]])
"""
_PAGE = "<html lang=en><head><title>Page {0}</title></head><body><h1>Page {0}</h1><p>Nothing is said here of {0}.</p></body></html>"
_PART = """<html><head><title>Tide – The Ledger</title></head><body class="single-post"><article class="post hentry">
<h1 class="entry-title">Tide</h1><time datetime="2019-09-12T08:00:00+00:00">12 September 2019</time>
<div class="entry-content"><p>Part {0} of the tide.<sup id="r{0}"><a href="#n{0}">{0}</a></sup></p>
<p class="post-nav-links">Pages: <a class="post-page-numbers" href="/2019/09/12/tide/">1</a>
<a class="post-page-numbers" href="/2019/09/12/tide/2/">2</a>
<a class="post-page-numbers" href="/2019/09/12/tide/3/">3</a></p>
<ol><li id="n{0}">Log, http://source.example/{0} <a href="#r{0}">↩</a></li></ol></div></article></body></html>"""


def source(number: int | str, text: str | None = None):
    """An exchange for a cited page."""
    body = (text or _PAGE.format(number)).encode()
    return _answered(f"http://source.example/{number}", body, Visit(role=Role.SOURCE, seed=BLOG))


def part(number: int):
    """An exchange for one of the pages of a post."""
    url = f"{BLOG}2019/09/12/tide/" + (f"{number}/" if number > 1 else "")
    visit = Visit(role=Role.POST, seed=BLOG, month="2019-09", page=number)
    return _answered(url, _PART.format(number).encode(), visit)


def _answered(url: str, body: bytes, visit: Visit):
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(
        body
    )
    return archives.exchange(1, target_uri=url, visit=visit, response=frame([head + body]).answer())


def archive(folder, *files) -> Collection:
    """A collection with these files, of these exchanges each; a minute lies between two of them."""
    (folder / "warcs").mkdir(parents=True)
    (folder / "collection.toml").write_text(f'[blog]\nseeds = ["{BLOG}"]\n', encoding="utf-8")
    new_id = archives.ids()
    minute = 0
    for exchanges in files:
        out = archives.writer(folder, new_id)
        for one in exchanges:
            minute += 1
            out.write(replace(one, date=archives.START + timedelta(minutes=minute)))
        out.finish(exit_code=0, counts={})
    return Collection(folder)


def made_by(collection: Collection, **readers) -> dict[str, list]:
    """Every row that readers make of a collection."""
    rebuild(collection, readers=Readers(**readers))
    return dump(collection.database)


@pytest.fixture(scope="module")
def intricate(tmp_path_factory) -> Collection:
    """Where rows of captures that are still under way matter: revisits, posts over several pages, several files."""
    many = [source(n) for n in range(8)]
    copies = [source(name, _PAGE.format(1)) for name in ("a", "b")]
    return archive(
        tmp_path_factory.mktemp("intricate") / "archive",
        # pages in and out of their order; the same payload again, elsewhere, at once and much later
        [part(1), part(2), *many, copies[0], part(3), part(2), source("c", _PAGE.format(3))],
        [copies[1], part(3), part(1), *many],
        [],
        [source("d", _PAGE.format(4))],
    )


@pytest.fixture(scope="module")
def expected(intricate) -> dict[str, list]:
    """What one process makes of it."""
    return made_by(intricate, processes=0)


@pytest.mark.parametrize("processes", [1, 2, 4])
def test_the_rows_are_those_that_one_process_makes(intricate, expected, processes):
    """Same tables, same ids, however many read."""
    assert expected == made_by(intricate, processes=processes)


@pytest.mark.parametrize(("name", "bound"), [("_MOST", 1), ("_MOST_BYTES", 100)])
def test_a_short_line_makes_the_same_rows(intricate, expected, monkeypatch, name, bound):
    """However far is read ahead: by number, or by bytes."""
    monkeypatch.setattr(indexing, name, bound)

    assert expected == made_by(intricate, processes=2)


def test_the_post_is_one_with_all_its_notes(intricate):
    """What is compared above is what it should be: one post, three notes, and no revisit without its payload."""
    rebuild(intricate)
    notes = rows(intricate.database, "SELECT label, sentence FROM citations ORDER BY position")

    assert [{"label": str(n), "sentence": f"Part {n} of the tide."} for n in (1, 2, 3)] == notes
    assert [{"count": 1}] == rows(intricate.database, "SELECT count(*) AS count FROM posts")
    assert [] == rows(intricate.database, "SELECT url FROM snapshots WHERE outcome != 'archived'")


def test_a_post_of_endless_pages_is_read_page_by_page(intricate, monkeypatch):
    """All of them together would not fit into memory; it is still one post."""
    monkeypatch.setattr(indexing, "_MOST_OF_A_POST", 100)
    rebuild(intricate)

    assert [{"count": 1}] == rows(intricate.database, "SELECT count(*) AS count FROM posts")
    assert [{"label": "1", "sentence": "Part 1 of the tide."}] == rows(
        intricate.database, "SELECT label, sentence FROM citations"
    )


def test_the_demo_is_read_the_same(copy):  # noqa: F811  # the fixture
    """Every kind of page that a crawl meets, read by one process and by two."""
    before = dump(copy.database)

    assert [before, before] == [made_by(copy, processes=0), made_by(copy, processes=2)]


def test_bad_documents_cost_themselves_alone(tmp_path):
    """First, last, in a row: all others are there, in order, and rows say why there is no text."""
    whole = archive(tmp_path / "whole", [source(n) for n in range(6)])
    acts = [
        "crash",
        "exit",
        0,
        1,
        "compute",
        "ask-for-too-much",
        "crash",
        2,
        3,
        "log",
        4,
        5,
        "sleep",
        "abort",
    ]
    torn = archive(tmp_path / "torn", [source(act) for act in acts])
    index(whole)
    report = index(torn, readers=Readers(processes=2, seconds=0.3, megabytes=320, function=FUNCTION))
    sql = "SELECT title, text FROM documents WHERE text != '' AND title NOT IN ('Page log') ORDER BY id"
    why = rows(
        torn.database,
        "SELECT snapshots.url, outcome, reason, extractor FROM snapshots JOIN documents ON documents.id = document_id "
        "WHERE text = '' ORDER BY snapshots.id",
    )

    assert rows(whole.database, sql) == rows(torn.database, sql)
    assert (len(acts), 3, 4) == (report.captures, report.stopped, report.unread)
    assert [
        ("crash", "the reader crashed (SIGSEGV)"),
        ("exit", "the reader crashed (exit code 3)"),
        ("compute", "stopped after 0.3 s"),
        ("ask-for-too-much", "stopped: more than 320 MB of memory"),
        ("crash", "the reader crashed (SIGSEGV)"),
        ("sleep", "stopped after 0.3 s"),
        ("abort", "the reader crashed (SIGABRT)"),
    ] == [(row["url"].rpartition("/")[2], row["extractor"]) for row in why]
    assert [f"no text can be read in it ({row['extractor']})" for row in why] == [
        row["reason"] for row in why
    ]
    assert ["archived"] * 7 == [row["outcome"] for row in why]


def test_ctrl_c_stops_at_once_with_one_line(tmp_path):
    """In the middle of a document without end; the exit code is that of signals, and the next run goes on from there."""
    collection = archive(tmp_path / "archive", [source("log"), source("compute"), source(1)])
    with subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, str(collection.folder)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        said = [program.stderr.readline()]
        program.send_signal(signal.SIGINT)
        said += program.stderr.read().splitlines()
    report = index(collection)

    assert [
        "WARNING tests.reader: a word about this page\n",
        "archiver: stopped. What was done is kept; the next run goes on from there.",
    ] == said
    assert (130, 3) == (program.returncode, report.captures)
