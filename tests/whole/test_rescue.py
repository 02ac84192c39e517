"""Sources that the web has lost, and web archives that have them: from crawl to crawl."""

import sqlite3
from contextlib import closing

import pytest

from archiver.collection.folder import Collection, create_collection
from archiver.index import rebuild
from tests.whole.archived import NOT_FOUND, PARKED, Answer, World, article, world
from tests.whole.conftest import rows
from tests.whole.test_again import dump

ONE = ("the Archive", "link", "/one")
TWO = ("the Other Archive", "cdxj", "/two")
SOURCES = "SELECT url, outcome, reason FROM sources ORDER BY id"
ANSWERS = "SELECT archive, answer FROM archive_answers ORDER BY archive"
TAKEN = "SELECT date, taken FROM mementos WHERE taken IS NOT NULL ORDER BY tried, id"


@pytest.fixture
def web():
    """A blog and archives."""
    with world() as made:
        yield made


def crawled(archiver, collection: Collection, times: int = 1) -> None:
    """Crawl; nothing of it is a failure of ours."""
    for _ in range(times):
        done = archiver("crawl", "--archive", collection.folder, cwd=collection.folder.parent)
        assert (0, "") == (done.returncode, done.stderr), done.stderr


@pytest.mark.slow
def test_a_dead_source_is_rescued_by_the_next_crawl(web: World, tmp_path, archiver):
    """The capture nearest to the post that is a page, under its own address and date; a rebuild gives the same rows."""
    web.cite("gone")
    # Rules for crawlers: an archive's index and captures are asked for as what they are, a machine's interface.
    web.pages["/robots.txt"] = Answer(
        "User-agent: *\nDisallow: /one\n", headers=(("Content-Type", "text/plain"),)
    )
    web.list_links("/one", "gone", "20140314000000", "20140303000000", "20140401000000")
    web.hold("/one", "gone", "20140314000000", NOT_FOUND)
    web.hold("/one", "gone", "20140303000000", article("The ferry", "as it was"))
    web.hold("/one", "gone", "20140401000000", article("The ferry", "with a word more"))
    web.list_lines("/two", "gone")
    collection = create_collection(tmp_path / "archive", web.settings(ONE, TWO))
    crawled(archiver, collection, 2)
    url = f"{web.url}gone"
    (source,) = rows(collection.database, SOURCES)
    (held,) = rows(
        collection.database,
        "SELECT target_uri, date, archived_from, text FROM sources JOIN snapshots ON snapshots.id = sources.snapshot_id "
        "JOIN documents ON documents.id = sources.document_id",
    )
    found = rows(collection.database, "SELECT found FROM quotes")
    checks = rows(collection.database, "SELECT outcome FROM checks ORDER BY date")
    before, cdxj = dump(collection.database), collection.cdxj.read_text(encoding="utf-8")
    rebuild(collection)
    checked = archiver("verify", "--archive", collection.folder, cwd=tmp_path)
    shown = archiver("show", "s1", "--archive", collection.folder, cwd=tmp_path).stdout

    assert {
        "url": url,
        "outcome": "rescued",
        "reason": "as the Archive had it on 3 March 2014, 12 days before the post; "
        "its capture of 1 April 2014, 17 days after the post, says the same",
    } == source
    assert (url, "2014-03-03T00:00:00.000000Z", f"{web.url}one/20140303000000id_/{url}", True) == (
        held["target_uri"], held["date"], held["archived_from"], "as it was" in held["text"],
    )  # fmt: skip
    assert ([{"found": "verbatim"}], ["gone", "rescued"]) == (found, [each["outcome"] for each in checks])
    assert [("bad", "2014-03-14"), ("good", "2014-03-03"), ("good", "2014-04-01")] == [
        (each["taken"], each["date"][:10]) for each in rows(collection.database, TAKEN)
    ]
    assert [("the Archive", "has"), ("the Other Archive", "none")] == [
        tuple(each.values()) for each in rows(collection.database, ANSWERS)
    ]
    assert (
        "the Archive: has 3 captures near the post, 3 fetched" in shown,
        "the Other Archive: has none" in shown,
    ) == (True, True)
    assert f'/gone 20140303000000 {{"url": "{url}"' in cdxj
    assert (before, 0) == (dump(collection.database), checked.returncode), checked.stdout


@pytest.mark.slow
def test_an_outage_is_no_answer_and_passes(web: World, tmp_path, archiver):
    """Down, overrun, silent or hidden, an archive has not said that it has nothing; by the next crawl it has what it has."""
    web.cite("gone")
    moods = {
        "503": Answer("down", 503),
        "429": Answer("slow down", 429),
        "far": Answer("slow down", 429, (("Retry-After", "3600"),)),
        "silent": Answer(silent=True),
        "wall": Answer("<html><body>Checking your browser</body></html>"),
    }
    archives = [(name, "link", f"/{name}") for name in moods]
    for name, answer in moods.items():
        web.pages[f"/{name}/list/{web.url}gone"] = answer
    collection = create_collection(tmp_path / "archive", web.settings(*archives))
    crawled(archiver, collection, 2)
    asked = [sum(path.startswith(f"/{name}/") for path in web.asked) for name in moods]
    lost = rows(collection.database, SOURCES)
    said = rows(collection.database, ANSWERS)
    web.list_links("/wall", "gone", "20140303000000")
    web.hold("/wall", "gone", "20140303000000", article("The ferry"))
    crawled(archiver, collection)

    # Tried again is what may pass soon; not whoever asks for quiet, or for more of it than we wait.
    assert [2, 1, 1, 2, 1] == asked
    assert ["gone"] == [each["outcome"] for each in lost]
    assert {(name, "unknown") for name in moods} == {tuple(each.values()) for each in said}
    assert ["rescued"] == [each["outcome"] for each in rows(collection.database, SOURCES)]


@pytest.mark.slow
def test_what_no_archive_has_stays_lost_and_is_not_asked_for_each_night(web: World, tmp_path, archiver):
    """Archives that have answered are asked again after months; captures of errors, walls and redirects rescue nothing."""
    web.cite("none", "errors")
    web.list_lines("/two", "none")
    stamps = ("20140314000000", "20140313000000", "20140312000000", "20140311000000")
    web.list_links("/one", "errors", *stamps)
    web.hold("/one", "errors", stamps[0], NOT_FOUND)
    web.hold("/one", "errors", stamps[1], PARKED)
    web.hold("/one", "errors", stamps[2], "gone", status=404)
    web.hold(
        "/one", "errors", stamps[3], "", status=302, location=f"/one/20140311000000id_/{web.url}elsewhere"
    )
    web.list_lines("/two", "errors", ("20140315000000", "301", "-"))
    collection = create_collection(tmp_path / "archive", web.settings(ONE, TWO))
    crawled(archiver, collection, 2)
    asked = len(web.asked)
    crawled(archiver, collection)

    assert ["gone", "gone"] == [each["outcome"] for each in rows(collection.database, SOURCES)]
    assert ["bad"] * 4 == [each["taken"] for each in rows(collection.database, TAKEN)]
    assert [] == [path for path in web.asked[asked:] if path.startswith(("/one", "/two"))]
    assert {"documents": 1} == rows(collection.database, "SELECT count(*) AS documents FROM documents")[0]


@pytest.mark.slow
def test_a_page_that_is_back_is_shown_as_it_is_and_the_rescued_one_stays(web: World, tmp_path, archiver):
    """The outcome follows the web; what was rescued is kept, and stands in when the page is hidden again."""
    web.cite("gone")
    web.list_links("/one", "gone", "20140303000000")
    web.hold("/one", "gone", "20140303000000", article("The ferry"))
    collection = create_collection(tmp_path / "archive", web.settings(ONE))
    crawled(archiver, collection, 2)
    web.pages["/gone"] = Answer(article("The ferry, again"))
    _let_time_pass(collection)
    crawled(archiver, collection)
    back = rows(collection.database, SOURCES + " LIMIT 1")[0]
    kept = rows(collection.database, "SELECT count(*) AS n FROM snapshots WHERE archived_from IS NOT NULL")
    rebuild(collection)

    assert ("archived", [{"n": 1}]) == (back["outcome"], kept)
    assert back == rows(collection.database, SOURCES + " LIMIT 1")[0]
    assert {"title": "The ferry, again"} == rows(collection.database, "SELECT title FROM sources")[0]


@pytest.mark.slow
def test_a_budget_is_kept_and_the_rest_comes_later(web: World, tmp_path, archiver):
    """So many requests to archives in one crawl; the next goes on with what is left."""
    paths = [f"gone{n}" for n in range(4)]
    web.cite(*paths)
    for path in paths:
        web.list_links("/one", path, "20140303000000")
        web.hold("/one", path, "20140303000000", article(f"The ferry of {path}"))
    toml = web.settings(ONE).replace("[rescue]\n", "[rescue]\nrequests = 5\n")
    collection = create_collection(tmp_path / "archive", toml)
    counts = []
    for _ in range(3):
        before = len(web.asked)
        crawled(archiver, collection)
        asked = sum(path.startswith("/one") for path in web.asked[before:])
        found = [each["outcome"] for each in rows(collection.database, SOURCES)].count("rescued")
        counts.append((asked, found))

    assert [(0, 0), (5, True), (3, 4)] == [
        (asked, found if found in {0, 4} else found > 0) for asked, found in counts
    ]


@pytest.mark.slow
def test_who_wants_no_archive_asked_is_obeyed(web: World, tmp_path, archiver):
    """`enabled = false`, and archives that are left out."""
    web.cite("gone")
    for setting in ("enabled = false", 'leave_out = ["the Archive"]'):
        toml = web.settings(ONE).replace("[rescue]\n", f"[rescue]\n{setting}\n")
        crawled(archiver, create_collection(tmp_path / setting[:3], toml), 2)

    assert [] == [path for path in web.asked if path.startswith("/one")]


def _let_time_pass(collection: Collection) -> None:
    """The source is due again: what a test may write into a database that is made anew afterwards."""
    with closing(sqlite3.connect(collection.database)) as connection:
        connection.execute("UPDATE sources SET next_check = '2020-01-01T00:00:00Z'")
        connection.commit()
