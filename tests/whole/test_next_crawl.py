"""A second crawl, an interrupted one, a part of a blog."""

import os
import signal
import subprocess
import sys
from threading import Event

import pytest

from archiver.collection.folder import create_collection


def settings_of(whole) -> str:
    """The settings that the whole collection was made with."""
    return whole.collection.toml.read_text(encoding="utf-8")


def _wait_for(true, seconds: float = 60) -> None:
    """Another process is to come to a certain point: look until it has."""
    for _ in range(int(seconds / 0.02)):
        if true():
            return
        Event().wait(0.02)
    pytest.fail("it never came to that point")


@pytest.mark.slow
def test_a_second_crawl_asks_only_what_may_be_new(whole, tmp_path, archiver):
    """Front page, feeds and sitemaps are looked at again; old months are read from the archive, unless all is wanted."""
    collection = create_collection(tmp_path / "archive", settings_of(whole))
    first = archiver("crawl", "--archive", collection.folder, cwd=tmp_path)
    start = len(whole.demo.requests)
    second = archiver("crawl", "--archive", collection.folder, cwd=tmp_path)
    again = {request.path for request in whole.demo.requests[start:]}
    posts = {post["url"].removeprefix(whole.demo.blog.rstrip("/")) for post in whole.expected["posts"]}

    assert [0, 0] == [first.returncode, second.returncode]
    assert set() == again & posts
    assert {"/", "/feed/", "/robots.txt"} <= again
    assert not any(path.startswith("/2019/") for path in again)

    start = len(whole.demo.requests)
    third = archiver("crawl", "--all", "--archive", collection.folder, cwd=tmp_path)

    assert 0 == third.returncode
    assert "/2019/09/page/2/" in {request.path for request in whole.demo.requests[start:]}


@pytest.mark.parametrize("number", [signal.SIGINT, pytest.param(signal.SIGTERM, marks=pytest.mark.slow)])
def test_a_stopped_crawl_ends_cleanly_and_the_next_goes_on(whole, tmp_path, archiver, number):
    """Ctrl-C and SIGTERM: exit codes 130 and 143, no open file; then everything is there, and nothing twice."""
    slow = settings_of(whole).replace("delay = 0.0", "delay = 0.05").replace("per_host = 4", "per_host = 1")
    collection = create_collection(tmp_path / "archive", slow)
    start = len(whole.demo.requests)
    process = subprocess.Popen(
        [sys.executable, "-m", "archiver", "crawl", "--archive", str(collection.folder)],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
        env=dict(os.environ),
    )
    _wait_for(lambda: len(whole.demo.requests) >= start + 9)
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    stopped = whole.rows_of(collection, "SELECT url FROM posts WHERE outcome = 'archived'")
    left_open = [path.name for path in collection.warc_files() if path.name.endswith(".open")]
    again = archiver("crawl", "--archive", collection.folder, cwd=tmp_path)
    total = whole.rows_of(collection, "SELECT url, outcome FROM posts ORDER BY url")
    twice = whole.rows_of(
        collection,
        "SELECT url FROM snapshots WHERE role = 'post' AND status = 200 GROUP BY url HAVING count(*) > 1",
    )

    assert (128 + number, True, []) == (process.returncode, "goes on from there" in said, left_open)
    assert len(stopped) < len(total)
    assert (0, len(whole.expected["posts"]), []) == (again.returncode, len(total), twice)
    assert {"archived"} == {row["outcome"] for row in total}


@pytest.mark.slow
def test_a_killed_crawl_is_mended_and_goes_on(whole, tmp_path, archiver):
    """`kill -9` in the middle: its file is closed by the next crawl, nothing whole is asked for twice, all is there."""
    collection = create_collection(tmp_path / "archive", settings_of(whole))
    start = len(whole.demo.requests)
    process = subprocess.Popen(
        [sys.executable, "-m", "archiver", "crawl", "--archive", str(collection.folder)], cwd=tmp_path
    )
    _wait_for(lambda: len(whole.demo.requests) >= start + 20)
    process.kill()
    process.wait(timeout=30)
    (left,) = collection.warc_files()
    with left.open("ab") as file:
        file.write(b"half a rec")  # what a power cut may leave
    again = archiver("crawl", "--archive", collection.folder, cwd=tmp_path)
    posts = whole.rows_of(collection, "SELECT outcome FROM posts")
    twice = whole.rows_of(
        collection,
        "SELECT url FROM snapshots WHERE role = 'post' AND status = 200 GROUP BY url HAVING count(*) > 1",
    )
    names = [path.name for path in collection.warcs.iterdir()]

    assert (0, "", []) == (again.returncode, again.stderr, twice)
    assert [{"outcome": "archived"}] * len(whole.expected["posts"]) == posts
    assert [2, 0, 1] == [sum(name.endswith(end) for name in names) for end in (".gz", ".open", ".torn")]


@pytest.mark.slow
def test_one_months_page_means_that_month_only(whole, tmp_path, archiver):
    """Given September's address, September is crawled, with all its pages, and nothing else."""
    collection = create_collection(tmp_path / "archive", settings_of(whole))
    done = archiver("crawl", whole.demo.blog + "2019/09/", "--archive", collection.folder, cwd=tmp_path)
    months = whole.rows_of(collection, "SELECT year, month, posts_captured FROM months")
    pages = whole.rows_of(collection, "SELECT page FROM archive_pages ORDER BY page")
    posts = whole.rows_of(collection, "SELECT url FROM posts")

    assert (0, [{"year": 2019, "month": 9, "posts_captured": 7}], [1, 2, 3], 7) == (
        done.returncode,
        months,
        [row["page"] for row in pages],
        len(posts),
    )


@pytest.mark.slow
def test_a_posts_own_address_leads_to_its_blog(whole, tmp_path, archiver):
    """Whoever gives a post's address gets the blog, and that post with its citations."""
    collection = create_collection(tmp_path / "archive", settings_of(whole))
    url = whole.demo.blog + "2019/07/the-bell-at-lowmarsh/"
    archiver("crawl", url, "--no-sources", "--archive", collection.folder, cwd=tmp_path)
    posts = whole.rows_of(collection, "SELECT url FROM posts WHERE outcome = 'archived'")
    cited = whole.rows_of(
        collection, "SELECT label FROM citations JOIN posts ON posts.id = post_id WHERE url = ?", url
    )

    assert (len(whole.expected["posts"]), ["1", "2", "3"]) == (len(posts), [row["label"] for row in cited])


@pytest.mark.slow
def test_bounds_are_obeyed(whole, tmp_path, archiver):
    """Only the months asked for, no more posts than asked for, no sources when not wanted."""
    collection = create_collection(tmp_path / "archive", settings_of(whole))
    words = ("--since", "2019-09", "--until", "2019-09-30", "--limit", "2", "--no-sources")
    done = archiver("crawl", *words, "--archive", collection.folder, cwd=tmp_path)
    kept = whole.rows_of(collection, "SELECT published FROM posts WHERE outcome = 'archived'")
    sources = whole.rows_of(collection, "SELECT DISTINCT outcome FROM sources")

    assert (0, 2, {"2019-09"}) == (done.returncode, len(kept), {row["published"][:7] for row in kept})
    assert {"pending"} >= {row["outcome"] for row in sources}


@pytest.mark.slow
def test_bounds_hold_for_what_an_earlier_crawl_left(whole, tmp_path, archiver):
    """What feed and sitemap named of other months stays pending while a crawl is bounded."""
    collection = create_collection(tmp_path / "archive", settings_of(whole))
    for _ in range(2):
        archiver("crawl", "--month", "2019-10", "--no-sources", "--archive", collection.folder, cwd=tmp_path)
    kept = whole.rows_of(collection, "SELECT published FROM posts WHERE outcome = 'archived'")

    assert [2, {"2019-10"}] == [len(kept), {row["published"][:7] for row in kept}]


@pytest.mark.slow
def test_a_dry_run_keeps_nothing(whole, tmp_path, archiver):
    """It says what it would fetch, and the archive is as before."""
    collection = create_collection(tmp_path / "archive", settings_of(whole))
    done = archiver("crawl", "--dry-run", "--archive", collection.folder, cwd=tmp_path)

    assert (0, True) == (done.returncode, f"fetch {len(whole.expected['posts'])} posts" in done.stdout)
    assert [] == collection.warc_files()


@pytest.mark.slow
def test_init_tells_platform_months_and_pages(whole, tmp_path, archiver):
    """The first look fetches no post; the collection that it makes can be crawled."""
    done = archiver(
        "init", whole.demo.blog, "--allow-private-addresses", "--archive", tmp_path / "archive", cwd=tmp_path
    )
    words = ("wordpress", "The Tide Ledger", "2019-07", "2019-09", "2019-10")

    assert (0, []) == (done.returncode, [word for word in words if word not in done.stdout])
    assert 'title = "The Tide Ledger"' in (tmp_path / "archive" / "collection.toml").read_text(
        encoding="utf-8"
    )


@pytest.mark.slow
def test_scrapy_runs_the_spider_from_a_checkout(whole, tmp_path):
    """`scrapy list` and `scrapy crawl blog -a url=…` work for those who want them."""
    root = os.fspath(__file__).rsplit("/tests/", 1)[0]
    collection = create_collection(tmp_path / "archive", settings_of(whole))
    listed = subprocess.run(
        [sys.executable, "-m", "scrapy", "list"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    crawled = subprocess.run(
        [
            *(sys.executable, "-m", "scrapy", "crawl", "blog"),
            *("-a", f"url={whole.demo.blog}2019/10/", "-a", f"archive={collection.folder}"),
        ],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert "blog" in listed.stdout.split()
    assert (0, [".gz"]) == (crawled.returncode, [path.suffix for path in collection.warc_files()])
