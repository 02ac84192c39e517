"""What cannot be done is said in one line, with the right exit code, and nothing half is left behind."""

import json
import re
import resource

import pytest

from archiver.collection.folder import Collection, create_collection
from archiver.collection.template import render
from tests.whole.conftest import run_here
from tests.whole.serving import serving

_SHOP = "<!doctype html><title>Buckets</title><h1>Buckets</h1><p>We sell buckets, large and small.</p>"


@pytest.fixture
def shop():
    """The address of a site that is no blog, and answers every path alike."""
    with serving(lambda path: None if path == "/robots.txt" else _SHOP) as site:
        yield site.url


def one_line(done) -> str:
    """What was said, when it was one line on stderr and no traceback."""
    lines = done.stderr.strip().splitlines()

    assert ("", 1) == (done.stdout, len(lines)), done.stderr
    return lines[0]


# These end before a crawl begins.
CASES = [
    # a month that has not come
    (["crawl", "https://blog.example/", "--month", "2099-01"], 2, "in the future"),
    (["crawl", "https://blog.example/", "--since", "2099-01"], 2, "in the future"),
    # bounds that exclude everything
    (["crawl", "https://blog.example/", "--since", "2019-05", "--until", "2019-04"], 2, "swap them"),
    # an address without its scheme, a scheme that is none of ours
    (["crawl", "blog.example"], 2, "https://blog.example.org/"),
    (["crawl", "ftp://blog.example/"], 2, "no web address"),
    # no archive there
    (["crawl"], 10, "archiver crawl https://"),
    (["search", "x"], 10, "archiver crawl https://"),
    (["status"], 10, "archiver crawl https://"),
    (["show", "p1"], 10, "archiver crawl https://"),
    (["index"], 10, "archiver crawl https://"),
    (["rebuild"], 10, "archiver crawl https://"),
    (["serve"], 10, "archiver crawl https://"),
]


BEGUN = [
    # a private address that nobody allowed
    (["crawl", "http://127.0.0.1:9/"], 1, "--allow-private-addresses"),
    # nobody listens
    (["crawl", "http://127.0.0.1:9/", "--allow-private-addresses"], 1, "Check the address"),
    # an unknown host
    (["crawl", "http://no-such-host.invalid/"], 1, "Check the spelling"),
]


@pytest.mark.parametrize(("words", "code", "says"), CASES, ids=[" ".join(row[0]) for row in CASES])
def test_one_clear_line_and_the_right_exit_code(tmp_path, words, code, says):
    """No traceback, nothing written."""
    done = run_here(*words, cwd=tmp_path)

    assert (code, True, []) == (done.returncode, says in one_line(done), list(tmp_path.iterdir()))


@pytest.mark.parametrize(("words", "code", "says"), BEGUN, ids=[" ".join(row[0]) for row in BEGUN])
def test_a_crawl_that_gets_nowhere_says_why(tmp_path, archiver, words, code, says):
    """In one line, by the program as a user runs it; nothing is left of what was begun."""
    done = archiver(*words, cwd=tmp_path)

    assert (code, True, []) == (done.returncode, says in one_line(done), list(tmp_path.iterdir()))


@pytest.mark.parametrize(
    "words", [["crawl", "--month", "september"], ["crawl", "--deadline", "soon"], ["search"], ["nonsense"]]
)
def test_usage_errors_have_code_2(tmp_path, words):
    """Click's own errors are one line, too, and name the help."""
    done = run_here(*words, cwd=tmp_path)

    assert (2, True, []) == (done.returncode, "--help" in one_line(done), list(tmp_path.iterdir()))


def test_an_address_that_is_no_blog_leaves_nothing_behind(tmp_path, archiver, shop):
    """A shop has no posts, no months and no feed; the folder that was begun for it is gone again."""
    done = archiver("crawl", shop, "--allow-private-addresses", "--delay", "0", cwd=tmp_path)

    assert (1, True, []) == (done.returncode, "no blog was found" in one_line(done), list(tmp_path.iterdir()))


@pytest.mark.slow
def test_a_seed_that_is_silent_takes_nothing_from_another(whole, tmp_path, archiver):
    """Two addresses, one of them dead: the other's posts stay, and the dead one is named."""
    words = (
        whole.demo.blog,
        "http://127.0.0.1:9/",
        "--allow-private-addresses",
        "--delay",
        "0",
        "--no-sources",
    )
    done = archiver("crawl", *words, cwd=tmp_path)
    posts = whole.rows_of(Collection(tmp_path / "archive"), "SELECT outcome FROM posts")

    assert (1, True) == (done.returncode, "127.0.0.1:9/" in one_line(done))
    assert [{"outcome": "archived"}] * len(whole.expected["posts"]) == posts


def test_a_folder_full_of_other_things_is_left_alone(tmp_path):
    """Somebody's thesis is no archive and does not become one."""
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "thesis.odt").write_text("x")
    done = run_here("crawl", "https://blog.example/", cwd=tmp_path)

    assert (10, True) == (done.returncode, "neither an archive nor empty" in one_line(done))
    assert ["thesis.odt"] == [path.name for path in (tmp_path / "archive").iterdir()]


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ("[blog\n", "not TOML"),
        ('[blog]\nseeds = ["x"]\n', "no web address"),
        ("[blog]\nseed = 1\n", "blog.seeds"),
    ],
)
def test_broken_settings_are_named(tmp_path, toml, says):
    """The file, the setting, what is wrong with it; nothing is crawled."""
    folder = create_collection(tmp_path / "archive", toml).folder
    done = run_here("crawl", cwd=tmp_path)

    assert (2, True, []) == (done.returncode, says in one_line(done), list((folder / "warcs").iterdir()))


@pytest.mark.slow
@pytest.mark.parametrize("limit", [20_000, pytest.param(150_000, marks=pytest.mark.slow)])
def test_a_full_disk_stops_the_crawl_with_one_line(whole, tmp_path, archiver, limit):
    """A crawl does not go on without its WARC; what it had written is whole, and the next one goes on from there."""
    collection = create_collection(tmp_path / "archive", whole.collection.toml.read_text(encoding="utf-8"))
    full = archiver(
        "crawl", cwd=tmp_path, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    )
    again = archiver("crawl", cwd=tmp_path)
    posts = whole.rows_of(collection, "SELECT outcome FROM posts")

    assert (1, True) == (full.returncode, "archive" in one_line(full))
    assert (0, [{"outcome": "archived"}] * len(whole.expected["posts"])) == (again.returncode, posts)


def test_a_second_writer_is_told_who_holds_the_lock(tmp_path):
    """Exit code 11, at once."""
    collection = create_collection(tmp_path / "archive", render(["https://blog.example/"]))
    with collection.lock():
        done = run_here("index", cwd=tmp_path)

    assert (11, True) == (done.returncode, bool(re.search(r"\(archiver\b.*process \d+ on ", one_line(done))))


def test_a_database_of_another_program_is_not_touched(tmp_path):
    """It is not ours to write to."""
    collection = create_collection(tmp_path / "archive", render(["https://blog.example/"]))
    collection.database.write_bytes(b"somebody's notes" * 100)
    done = run_here("status", cwd=tmp_path)

    assert (10, True) == (done.returncode, "archive.db" in one_line(done))
    assert collection.database.read_bytes().startswith(b"somebody's notes")


@pytest.mark.parametrize(
    "query", ["covid-19", '"', "AND", "NEAR(", "🦑", "a*", "-", "title:x", "", "'; DROP TABLE posts; --"]
)
def test_search_survives_what_people_type(whole, query):
    """Any text is a query; none is an error."""
    words = ["search", "--archive", whole.collection.folder, "--json", "--", query]
    done = run_here(*words, cwd=whole.collection.folder)

    assert (0, "", list) == (done.returncode, done.stderr, type(json.loads(done.stdout)))


def test_show_says_when_there_is_nothing_of_that_name(whole):
    """A post that does not exist is a usage error."""
    done = whole.run("show", "p99999")

    assert (2, True) == (done.returncode, "neither a post" in one_line(done))
