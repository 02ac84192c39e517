"""Our pages in Datasette, asked in the same process."""

import asyncio
import sqlite3

import pytest

datasette_app = pytest.importorskip("datasette.app", reason="Datasette is an extra")

from datasette.plugins import pm  # noqa: E402

from archiver.search.datasette import plugin  # noqa: E402
from archiver.search.datasette.guard import is_welcome  # noqa: E402

if not any(each is plugin for each in pm.get_plugins()):
    pm.register(plugin, name="archiver-under-test")


@pytest.fixture
def ask(path, tmp_path):
    """Ask for a page of the archive; another database, which is nobody's, is served beside it."""
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE posts (id INTEGER PRIMARY KEY)")
    connection.close()

    def answer(url, host="127.0.0.1", files=(path, other), **headers):
        async def _ask():
            served = datasette_app.Datasette([str(each) for each in files])
            await served.invoke_startup()
            found = await served.client.get(url, headers={"host": host, **headers}, follow_redirects=False)
            for database in served.databases.values():
                database.close()
            return found

        return asyncio.run(_ask())

    return answer


PAGES = (
    ("/archive/-/home", "September 2019"),
    ("/archive/-/month/2019-09", "On paper mills"),
    ("/archive/-/search?q=rags", "A history of paper"),
    ("/archive/-/search?q=covid-19", "<mark>covid-19</mark>"),
    ("/archive/-/search?outcome=gone", "https://s.example/dead"),
    ('/archive/-/search?q="+*)(&page=x', "Nothing was found"),
    ("/archive/-/post/1", "The mills made paper."),
    ("/archive/-/source/1", "Paper is made of rags."),
    ("/archive/-/snapshot/6", "Provenance"),
    ("/archive/-/diff?old=4&new=5", "What changed"),
    ("/-/archiver/archive.css", "color-scheme"),
)


@pytest.mark.parametrize(("url", "words"), PAGES, ids=[url for url, _ in PAGES])
def test_pages_are_there(ask, url, words):
    """Each with what it is for, and with the headers that keep it by itself."""
    found = ask(url)

    assert (200, True) == (found.status_code, words in found.text), found.text
    if not url.endswith(".css"):
        assert "default-src 'none'" in found.headers["content-security-policy"]


@pytest.mark.parametrize(
    "url",
    [
        "/archive/-/post/99",
        "/archive/-/post/999999999999999999",
        "/archive/-/source/99",
        "/archive/-/snapshot/99",
        "/archive/-/month/2019-13",
        "/archive/-/month/1999-01",
        "/archive/-/diff?old=1&new=x",
        "/archive/-/diff?old=1&new=99",
        "/archive/-/snapshot/6/raw",  # no WARC lies beside this database
        "/other/-/home",  # it is no archive
    ],
)
def test_what_is_not_there_is_said_so(ask, url):
    """A page that says so; never a traceback."""
    found = ask(url)

    assert 404 == found.status_code
    assert "Traceback" not in found.text


def test_a_missing_warc_is_told_on_the_page(ask):
    """What was read is still shown."""
    found = ask("/archive/-/snapshot/6")

    assert "is not beside the database" in found.text
    assert "Old words" in ask("/archive/-/snapshot/8").text


def test_who_asks_for_nothing_is_shown_the_archive(ask):
    """Where there is one; Datasette's own pages stay as they are."""
    assert (302, "/archive/-/home") == ((found := ask("/")).status_code, found.headers["location"])
    assert 200 == ask("/archive/posts").status_code
    assert "Read archive" in ask("/archive/posts").text


HOSTS = (
    ("127.0.0.1:8001", True),
    ("[::1]:8001", True),
    ("localhost", True),
    ("archive.localhost:80", True),
    ("192.168.1.7", True),
    ("evil.example", False),
    ("127.0.0.1.evil.example", False),
    ("localhost.evil.example:8001", False),
    ("", False),
)


@pytest.mark.parametrize(("host", "expected"), HOSTS)
def test_only_names_of_this_machine_are_answered(host, expected):
    """A name that a stranger let point here is refused."""
    assert expected == is_welcome({"headers": [(b"host", host.encode())]}, "")


def test_a_name_can_be_allowed():
    """By whoever serves the archive on purpose."""
    asked = {"headers": [(b"host", b"archive.example")]}

    assert [True, True, False] == [
        is_welcome(asked, each) for each in ("a.example, archive.example", "*", "example")
    ]


def test_a_stranger_s_name_gets_nothing(ask):
    """Not even the tables."""
    found = ask("/archive/posts.json", host="evil.example")

    assert 421 == found.status_code
    assert "paper" not in found.text


def test_a_timemap_lists_the_captures_of_an_address(ask):
    """In link format, the first and the last of them named so (RFC 7089, 5)."""
    found = ask("/archive/-/timemap/link/https://s.example/new")

    assert (200, "application/link-format") == (
        found.status_code,
        found.headers["content-type"].partition(";")[0],
    )
    assert [
        '<https://s.example/new>; rel="original"',
        '<http://127.0.0.1/archive/-/timemap/link/https://s.example/new>; rel="self"; type="application/link-format"',
        '<http://127.0.0.1/archive/-/timegate/https://s.example/new>; rel="timegate"',
        '<http://127.0.0.1/archive/-/snapshot/8/content>; rel="first memento"; datetime="Thu, 01 Jan 2026 00:08:00 GMT"',
        '<http://127.0.0.1/archive/-/snapshot/10/content>; rel="last memento"; datetime="Thu, 01 Jan 2026 00:10:00 GMT"',
    ] == found.text.strip().split(",\n")


@pytest.mark.parametrize(
    ("wanted", "number"),
    [
        ("Thu, 01 Jan 2026 00:08:30 GMT", 8),
        ("Thu, 01 Jan 2026 00:09:30 GMT", 10),
        ("Mon, 01 Jan 1990 00:00:00 GMT", 8),
        (None, 10),
    ],
)
def test_a_timegate_gives_the_nearest_capture(ask, wanted, number):
    """Or the last, where no moment is named; and says that the answer depends on it (RFC 7089, 4.1)."""
    said = {} if wanted is None else {"accept-datetime": wanted}
    found = ask("/archive/-/timegate/https://s.example/new", **said)

    assert (302, f"http://127.0.0.1/archive/-/snapshot/{number}/content") == (
        found.status_code,
        found.headers["location"],
    )
    assert "accept-datetime" in found.headers["vary"].lower()
    assert '<https://s.example/new>; rel="original"' in found.headers["link"]


def test_a_timegate_refuses_what_is_no_date(ask):
    """And knows nothing of what was never captured."""
    assert (
        400
        == ask("/archive/-/timegate/https://s.example/new", **{"accept-datetime": "yesterday"}).status_code
    )
    assert 404 == ask("/archive/-/timegate/https://s.example/never").status_code
    assert 404 == ask("/archive/-/timemap/link/https://s.example/never?a=b").status_code


def test_a_post_is_cited_on_its_page(ask):
    """A note to paste, other styles, and files that are already there; what it cites comes along where that is wanted."""
    page = ask("/archive/-/post/1").text
    both = ask("/archive/-/cite/p1/ris?sources=1")
    alone = ask("/archive/-/cite/p1/ris")

    assert "“On paper mills,”" in page
    assert 'download="p1-biblatex.bib" href="data:application/x-bibtex;charset=utf-8,%40' in page
    assert 'href="/archive/-/cite/p1/ris?sources=1"' in page
    assert (1, 4) == (alone.text.count("ER  -"), both.text.count("ER  -"))
    assert 'attachment; filename="p1-with-sources-ris.ris"' == both.headers["content-disposition"]


@pytest.mark.parametrize(
    "url",
    ["/archive/-/cite/p99/ris", "/archive/-/cite/p1/rot13", "/archive/-/cite/x1/ris", "/other/-/cite/p1/ris"],
)
def test_what_cannot_be_cited_is_not_found(ask, url):
    """No such number, no such format, no such kind, no archive."""
    assert 404 == ask(url).status_code


TABLES = (
    ("/archive/sources.bib", 3),  # all, although a page has fewer
    ("/archive/sources.bib?outcome=gone", 1),
    (
        "/archive/sources.bib?_search=nothing&_size=1&_col=title",
        3,
    ),  # what a page shows of the rows is another matter
    ("/archive/posts.bib", 3),
    ("/archive/checks.bib", 3),  # what the checks are of, each once
    ("/archive/most_cited.bib", 3),  # a canned query
)


@pytest.mark.parametrize(("url", "expected"), TABLES, ids=[url for url, _ in TABLES])
def test_a_filtered_table_is_a_bibliography(ask, url, expected):
    """Every row of it, whatever the page shows."""
    found = ask(url)

    assert (200, expected) == (found.status_code, found.text.count("\n}")), found.text


def test_other_rows_are_none(ask):
    """A table of neither posts nor sources, and a database of others'."""
    assert [400, 400] == [ask(url).status_code for url in ("/archive/months.bib", "/other/posts.bib")]


def test_plain_datasette_describes_the_archive(ask):
    """Titles, descriptions, facets and queries are there without any file beside the database; the other has none."""
    assert "One cited work, however often it is cited, and what became of it." in ask("/archive/sources").text
    assert "Most cited sources" in ask("/archive").text
    assert "<dt>published</dt>" in ask("/archive/posts").text
    assert "<dt>" not in ask("/other/posts").text


def test_what_datasette_has_no_page_for_is_not_found(ask):
    """With rich installed, Datasette makes an error of its own of it."""
    assert [404, 404] == [ask(url).status_code for url in ("/archive/-/nothing/at/all", "/a/b/c/d/e")]
