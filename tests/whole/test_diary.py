"""A blog whose posts have no pages of their own, from a crawl to the database: as Blosxom made them."""

import pytest

from archiver.collection.folder import create_collection
from tests.whole.conftest import rows
from tests.whole.serving import serving

POSTS = [
    # day, time, place, title, address that it cites
    ("2019-10-02", "09:00", "ebb", "Ebb", "https://s.example/4"),
    ("2019-09-12", "21:05", "toll", "The Toll", "https://s.example/3"),
    ("2019-09-12", "09:30", "sluice", "The Sluice", "https://s.example/2"),
    ("2019-09-03", "08:00", "weir", "The Weir", "https://s.example/1"),
]


def story(day, clock, place, title, cited):
    """Write a post as Blosxom 2.1 does."""
    there = f"/{day.replace('-', '/')}#{place}"
    return (
        f'<div><h3><a name="{place}">{title}</a></h3><div><p>On {title}.<sup>1</sup></p><ol><li><a href="{cited}">Log</a>.</li></ol></div>'
        f'<p>posted at: {clock} | path: <a href="/">/</a> | <a href="{there}">permanent link to this entry</a></p></div>'
    )


def page(path):
    """Answer as it does: to every address with those posts that it names, also with none."""
    if path in {"/robots.txt", "/sitemap.xml", "/index.rss"}:
        return None
    wanted = path.strip("/").replace("/", "-")
    days = dict.fromkeys(post[0] for post in POSTS if post[0].startswith(wanted))
    stories = [f"<h2>{day}</h2>" + "".join(story(*post) for post in POSTS if post[0] == day) for day in days]
    shown = " ".join(reversed(path.strip("/").split("/")))
    return f"<html><head><title>Lock and Weir {shown}</title></head><body><div><h1>Lock and Weir</h1><p>{shown}</p></div>{''.join(stories)}</body></html>"


@pytest.fixture
def blog():
    """A blog of four posts on three days."""
    with serving(page) as site:
        yield site


@pytest.mark.slow
def test_each_place_is_a_post(blog, tmp_path, archiver):
    """After a crawl, after a rebuild, and after a second crawl, which asks for no day again."""
    database = create_collection(tmp_path / "archive", blog.settings).database
    sql = """
        SELECT posts.url, posts.title, posts.published, posts.outcome, documents.url AS read, label, sentence, citation_sources.url AS cited
        FROM posts JOIN documents ON documents.id = document_id JOIN citations ON post_id = posts.id
        JOIN citation_sources ON citation_id = citations.id ORDER BY posts.published
    """
    expected = []
    for day, clock, place, title, cited in reversed(POSTS):
        url = f"{blog.url}{day.replace('-', '/')}#{place}"
        when = f"{day}T{clock}:00"
        expected.append((url, title, when, "archived", url, "1", f"On {title}.", cited))
    found = []
    for command in ("crawl", "rebuild", "crawl"):
        done = archiver(command, cwd=tmp_path)
        found.append((done.returncode, done.stderr, [tuple(row.values()) for row in rows(database, sql)]))
    months = rows(
        database, "SELECT year, month, posts_listed, posts_captured FROM months ORDER BY year, month"
    )

    assert [(0, "", expected)] * 3 == found
    assert [(2019, 9, 3, 3), (2019, 10, 1, 1)] == [tuple(month.values()) for month in months]
    assert [1, 1, 1] == [blog.asked.count(f"/2019/{day}") for day in ("10/02", "09/12", "09/03")]


@pytest.mark.slow
def test_one_month(blog, tmp_path, archiver):
    """Only the days of its posts are asked for."""
    create_collection(tmp_path / "archive", blog.settings)
    archiver("crawl", "--month", "2019-10", cwd=tmp_path)

    assert ["/2019/10/02"] == [path for path in blog.asked if path.count("/") > 2 and path[-1] != "/"]
