"""Pages that mean harm, looked at in Chromium: no script of theirs runs, nothing is asked outside, the window stays ours."""

import sqlite3

import pytest

from tests.browser.chromium import EVIL
from tests.browser.conftest import published
from tests.browser.payloads import PAYLOADS
from tests.browser.reader import RAN
from tests.browser.serving import canary, datasette


@pytest.fixture
def served(hostile_archive):
    """Served by Datasette."""
    with datasette(hostile_archive.database) as origin:
        yield origin


_WEAK = (
    "allow-scripts allow-same-origin allow-forms allow-modals allow-popups"  # all but leading the window away
)


def numbers(collection) -> dict[str, int]:
    """The capture of each of them."""
    with sqlite3.connect(f"file:{collection.database}?mode=ro", uri=True) as db:
        rows = db.execute("SELECT target_uri, id FROM snapshots").fetchall()
    db.close()
    return {url.rpartition("/")[2]: number for url, number in rows}


def test_there_are_enough():
    """Sixty kinds, each with a name of its own."""
    assert len(PAYLOADS) >= 60
    assert len(PAYLOADS) == len({name for name, _, _ in PAYLOADS})


def frames(paths) -> str:
    """A page with each of these in a frame."""
    return "".join(f'<iframe sandbox="{_WEAK}" src="{path}"></iframe>' for path in paths)


@pytest.mark.slow
def test_they_are_attacks(read, quiet):
    """As they came, from a server that knows no better, many run their script or ask others: the tests below can fail."""
    pages = {
        f"/{name}": ({"Content-Type": kind} if kind else {}, body)
        for name, kind, body in PAYLOADS
        if len(kind or "") < 99 and "\r" not in (kind or "")
    }
    pages["/"] = {"Content-Type": "text/html"}, frames(pages).encode()
    before = len(quiet.heard)
    with canary(pages) as plain:
        reader = read(f"http://127.0.0.1:{plain.port}")
        reader.open(f"{reader.origin}/")
    ran = reader.happened.count(RAN)

    assert ran > 25
    assert len({each for each in reader.strays if EVIL in each}) > 25
    assert len({each for each in quiet.heard[before:] if EVIL in each}) > 25


def test_in_frames_they_do_nothing(served, read, quiet, hostile_archive):
    """All of them in frames of one page of ours, as the page view has them."""
    before = list(quiet.heard)
    reader = read(served)
    reader.open(f"{served}/archive/-/home")
    paths = [f"/archive/-/snapshot/{number}/content" for number in numbers(hostile_archive).values()]
    missing = set(paths)
    reader.page.on("response", lambda answer: missing.discard(answer.url.removeprefix(served)))
    reader.page.evaluate("(html) => { document.body.innerHTML = html }", frames(paths))
    while missing:
        reader.page.wait_for_event("response")
    reader.page.evaluate("new Promise((done) => requestIdleCallback(done))")

    assert ([], []) == (reader.strays, reader.happened)
    assert before == quiet.heard


@pytest.mark.slow
def test_in_the_page_view_they_do_nothing(served, read, quiet, hostile_archive):
    """Each by itself, as a reader sees it; what cannot be shown says so, or is given to be saved."""
    before = list(quiet.heard)
    reader = read(served)
    for name, number in numbers(hostile_archive).items():
        status = reader.open(f"{served}/archive/-/snapshot/{number}/page")
        assert (name, True) == (name, status in {200, 204})

    assert ([], []) == (reader.strays, reader.happened)
    assert before == quiet.heard


@pytest.mark.slow
def test_from_the_disk_they_do_nothing(hostile_archive, read, quiet, tmp_path):
    """As files, where no server says what may be done: in the frame that we give them, and by themselves."""
    before = list(quiet.heard)
    place = published(hostile_archive, tmp_path / "site")
    reader = read(place.origin)
    files = sorted(
        each.name for each in (tmp_path / "site").iterdir() if each.name.startswith(("content-", "page-"))
    )
    (tmp_path / "site" / "all.html").write_text(f"<!doctype html>{frames(files)}", encoding="utf-8")
    reader.open((tmp_path / "site" / "all.html").as_uri())

    assert len(files) > 100
    assert ([], []) == (reader.strays, reader.happened)
    assert before == quiet.heard


@pytest.mark.slow
def test_by_themselves_they_do_nothing(served, read, quiet, hostile_archive):
    """Opened without the frame, by whoever knows the address."""
    before = list(quiet.heard)
    reader = read(served)
    for name, number in numbers(hostile_archive).items():
        for part in ("content", "raw", "headers", "record"):
            status = reader.open(f"{served}/archive/-/snapshot/{number}/{part}")
            assert (name, part, True) == (name, part, status in {200, 204})

    assert ([], []) == (reader.strays, reader.happened)
    assert before == quiet.heard
