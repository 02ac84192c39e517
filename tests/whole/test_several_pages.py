"""A post over several pages, from a crawl to the database: one post, with the notes of its last page."""

import pytest

from archiver.collection.folder import create_collection
from tests.whole.conftest import rows
from tests.whole.serving import serving

_MONTH = """<html><head><title>The Ledger</title></head><body class="archive"><h1>Monthly Archives: September 2019</h1>
<article class="post hentry"><h2 class="entry-title"><a href="/2019/09/12/tide/">Tide</a></h2>
<time datetime="2019-09-12T08:00:00+00:00">12 September 2019</time><p>One thing…</p></article>
<aside class="widget"><h2>Archives</h2><ul><li><a href="/2019/09/">September 2019</a></li></ul></aside></body></html>"""
_POST = """<html><head><title>Tide – The Ledger</title></head><body class="single-post"><article class="post hentry">
<h1 class="entry-title">Tide</h1><time datetime="2019-09-12T08:00:00+00:00">12 September 2019</time>
<div class="entry-content">{}<p class="post-nav-links">Pages: <a class="post-page-numbers" href="/2019/09/12/tide/">1</a>
<a class="post-page-numbers" href="/2019/09/12/tide/2/">2</a></p></div></article></body></html>"""
PAGES = {
    "/": _MONTH.replace("Monthly Archives: September 2019", "The Ledger"),
    "/2019/09/": _MONTH,
    "/2019/09/12/tide/": _POST.format('<p>One thing is so.<sup id="r1"><a href="#n1">1</a></sup></p>'),
    "/2019/09/12/tide/2/": _POST.format(
        '<p>Another is not.<sup id="r2"><a href="#n2">2</a></sup></p><ol><li id="n1">Log, https://s.example/1 '
        '<a href="#r1">↩</a></li><li id="n2">Diary, https://s.example/2 <a href="#r2">↩</a></li></ol>'
    ),
}


@pytest.fixture
def blog():
    """A blog of one post."""
    with serving(PAGES.get) as site:
        yield site


@pytest.mark.slow
def test_it_is_one_post_with_all_its_notes(blog, tmp_path, archiver):
    """After a crawl, after a rebuild, and after a second crawl that asks for no page of it again."""
    database = create_collection(tmp_path / "archive", blog.settings).database
    sql = "SELECT label, sentence, citation_sources.url FROM citations JOIN citation_sources ON citation_id = id ORDER BY citations.position"
    found = []
    for command in ("crawl", "rebuild", "crawl"):
        done = archiver(command, cwd=tmp_path)
        found.append((done.returncode, [tuple(row.values()) for row in rows(database, sql)]))
    posts = rows(database, "SELECT url, outcome FROM posts")
    expected = [
        ("1", "One thing is so.", "https://s.example/1"),
        ("2", "Another is not.", "https://s.example/2"),
    ]

    assert [(0, expected)] * 3 == found
    assert [{"url": f"{blog.url}2019/09/12/tide/", "outcome": "archived"}] == posts
    assert [1, 1] == [blog.asked.count(path) for path in ("/2019/09/12/tide/", "/2019/09/12/tide/2/")]
