"""Pages that stand in for others, on a host that has an answer for everything; and pages that only look like such."""

import pytest

from archiver.collection.folder import Collection, create_collection
from archiver.index import rebuild
from tests.whole.archived import Answer, World, article, world
from tests.whole.conftest import rows
from tests.whole.test_again import dump

TEASERS = "".join(
    f'<li><a href="/long/{n}">Story {n}</a> of the harbour, and how it was told there</li>' for n in range(12)
)
OUTCOMES = "SELECT replace(url, ?, '') AS path, outcome, reason, document_id FROM sources ORDER BY id"
PROBES = "SELECT target_uri FROM snapshots WHERE role = 'probe' ORDER BY id"


def page(title: str, body: str) -> Answer:
    """A page, with the furniture of its site around it."""
    return Answer(
        f"<html><head><title>{title}</title></head><body><nav><a href='/'>Home</a> <a href='/long/'>Stories</a></nav>"
        f"<main><h1>{title}</h1>{body}</main><footer>The harbour office, Quay 3</footer></body></html>"
    )


def apology(path: str) -> Answer:
    """In a tongue that is in no list of ours, with the address in it, and a number that grows."""
    return page("Kañ ebet", f"<p>N’eus netra e {path} (goulenn {len(path)}17).</p><ul>{TEASERS}</ul>")


def up(path: str) -> Answer:
    """Elsewhere: to the list of all."""
    return Answer(status=302, headers=(("Location", "/moved/"),)) if path != "/moved/" else article_of(path)


def article_of(path: str) -> Answer:
    """The same long text for every path."""
    return Answer(article("The ferry", f"not of {path}"))


def by_number(path: str) -> Answer:
    """The page of a number, whatever words stand after it."""
    is_known = path.split("/")[2] == "4711"
    return page("The lamp", "<p>It was lit at dusk.</p>") if is_known else Answer("<html>no</html>", 404)


def application(path: str) -> Answer:  # noqa: ARG001
    """What a script will fill."""
    return Answer(
        "<html><head><title>Harbour</title></head><body><div id='root'></div><p>One moment, it is being brought to you.</p>"
        "<script src='/app.js'></script></body></html>"
    )


CASES = (
    ("apology/ferry", "soft-404"),  # the same for a made-up address
    ("apology/boats", "soft-404"),  # its folder was asked already
    ("moved/2019/ferry", "soft-404"),  # redirected up, as anything is
    ("kept/2019/ferry", "archived"),  # redirected up, as nothing else is
    ("short/haiku", "archived"),  # short, where others are not there
    ("item/4711/the-lamp", "archived"),  # only the number counts
    ("app/one", "archived"),  # nothing can be told of it
    ("long/one", "archived"),  # a catch-all, but no doubtful page
    ("show.php?id=12", "soft-404"),  # the path is there, what is asked for is not
    ("other/gone", "gone"),  # an honest error page
    ("other-too/ferry", "soft-404"),  # the same page, said to be well
)


def alone(web: World) -> str:
    """Settings without web archives."""
    return web.settings().replace("[rescue]", "[rescue]\nenabled = false")


@pytest.fixture
def web():
    """A blog, and all that it cites."""
    with world() as made:
        made.cite(*(path for path, _ in CASES))
        made.folders = {
            "/apology/": apology,
            "/moved/": up,
            "/item/": by_number,
            "/app/": application,
            "/long/": article_of,
            "/show.php": lambda path: page("Nothing", f"<p>{path.split('=')[1]}: our shelves are bare.</p>"),
        }
        made.pages |= {
            "/kept/2019/ferry": Answer(status=301, headers=(("Location", "/kept/ferry"),)),
            "/kept/ferry": article_of("/kept/ferry"),
            "/short/haiku": page("Haiku", "<p>An old quay at dusk</p>"),
            "/other-too/ferry": page("Empty berth", "<p>Whoever lay here has cast off for good.</p>"),
            "/other/gone": Answer(
                page("Empty berth", "<p>Whoever lay here has cast off for good.</p>").body, 410
            ),
        }
        yield made


@pytest.mark.slow
def test_a_host_that_has_an_answer_for_everything_is_found_out(web: World, tmp_path, archiver):
    """What it shows for nothing is no source; what is only short, moved or made by a script is. Asked once a folder."""
    collection = create_collection(tmp_path / "archive", alone(web))
    crawled(archiver, collection)
    found = rows(collection.database, OUTCOMES, web.url)
    probes = [row["target_uri"].removeprefix(web.url) for row in rows(collection.database, PROBES)]
    before = dump(collection.database)
    rebuild(collection)

    assert dict(CASES) == {row["path"]: row["outcome"] for row in found}
    assert all(
        (row["outcome"] == "archived") == (row["document_id"] is not None)
        for row in found
        if row["path"] != "app/one"
    )
    assert ["apology", "item", "kept", "moved", "other-too", "short", "show.php?id=9"] == sorted(
        probe.split("/")[0][:13] for probe in probes
    )
    assert before == dump(collection.database)


@pytest.mark.slow
def test_what_is_known_of_a_folder_is_not_asked_again(web: World, tmp_path, archiver):
    """The second crawl asks no made-up address; nor does any, where the user wants none."""
    collection = create_collection(tmp_path / "archive", alone(web))
    crawled(archiver, collection)
    first = len(rows(collection.database, PROBES))
    crawled(archiver, collection, "--all")
    reticent = create_collection(
        tmp_path / "reticent",
        alone(web).replace("delay = 0.0\ntimeout", "delay = 0.0\nprobes = false\ntimeout"),
    )
    crawled(archiver, reticent)

    assert [7, 7, 0] == [first, len(rows(collection.database, PROBES)), len(rows(reticent.database, PROBES))]


def crawled(archiver, collection: Collection, *words: str) -> None:
    """Crawl; nothing of it is a failure of ours."""
    done = archiver("crawl", "--archive", collection.folder, *words, cwd=collection.folder.parent)
    assert (0, "") == (done.returncode, done.stderr), done.stderr
