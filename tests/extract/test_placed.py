"""Posts that stand whole on the page of a day or a month: each with its own words, facts and notes."""

import json
from pathlib import Path

import pytest

from archiver.discover.listing import read_listing
from archiver.extract.post import read_placed_posts
from archiver.web.page import Page, visible_text

CASES = sorted(path for path in (Path(__file__).parents[1] / "cases" / "diaries").iterdir() if path.is_dir())


def read(folder):
    """Read a case: its page, and what is expected of it."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return Page(expected["url"], (folder / "page.html").read_text(encoding="utf-8")), expected


def as_case(post):
    """Write a post as the cases do."""
    facts = post.facts
    return {
        "url": facts.url,
        "title": facts.title.value if facts.title else None,
        "published": facts.published.value if facts.published else None,
        "authors": [author.value for author in facts.authors],
        "categories": [each.value for each in facts.categories],
        "text": visible_text(post.body),
        "cited": [cited.url for citation in post.citations for cited in citation.urls],
        "notes": [[each.label, each.note] for each in post.citations if each.kind == "footnote"],
    }


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_the_posts_of_a_page(folder):
    """As a reader of the page would tell them apart."""
    page, expected = read(folder)

    assert expected["posts"] == [as_case(post) for post in read_placed_posts(page, blog=expected["url"])]


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_the_page_lists_them_too(folder):
    """Under the same addresses, so that what is listed and what is read are one."""
    page, expected = read(folder)
    listed = [post.url for post in read_listing(page).posts]

    assert [post["url"] for post in expected["posts"]] == [url for url in listed if "#" in url]


DAY = "https://blog.example.org/2019/09/12"
TAGGED = f"""<!doctype html><html lang="en"><head><title>12 September 2019</title>
<meta property="article:tag" content="Tides"><meta property="article:tag" content="Rivers"></head><body><main>
<article id="sluice"><h2><a href="{DAY}#sluice" rel="bookmark">The Sluice</a></h2>
<p>The gates were closed at noon, and the water stood still.</p>
<p class="tags"><a rel="tag" href="/tag/tides/">Tides</a></p></article>
<article id="weir"><h2><a href="{DAY}#weir" rel="bookmark">The Weir</a></h2>
<p>Upstream it ran over, as it does each autumn.</p>
<p class="tags"><a rel="tag" href="/tag/rivers/">Rivers</a></p></article>
</main></body></html>"""


def test_the_tags_of_each_post_are_its_own():
    """Those in the page's head are about no post in particular."""
    posts = list(read_placed_posts(Page(DAY, TAGGED), blog=DAY))

    assert [("The Sluice", ["Tides"]), ("The Weir", ["Rivers"])] == [
        (post.facts.title.value, [tag.value for tag in post.facts.tags]) for post in posts
    ]
