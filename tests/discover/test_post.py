"""Posts: what is one, what it says of itself and by which rule, and which words are its author's."""

import json
from pathlib import Path

import pytest

from archiver.discover.post import is_post, post_body, read_post
from archiver.models.blog import Found
from archiver.web.page import Page, visible_text

CASES = sorted(path for path in (Path(__file__).parents[1] / "cases" / "posts").iterdir() if path.is_dir())
POSTS = [
    folder
    for folder in CASES
    if json.loads((folder / "expected.json").read_text(encoding="utf-8"))["is_post"]
]
URL = "https://blog.example.org/2019/09/y/"


def read(folder):
    """Read a case: its page, and what is expected of it."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return Page(expected["url"], (folder / "page.html").read_text(encoding="utf-8")), expected


def as_list(found):
    """Write a found value as the cases do."""
    return [found.value, found.rule] if found is not None else None


def page_of(entry, head="", url=URL):
    """Make a small page around an entry."""
    return Page(url, f'<html lang="en"><head>{head}</head><body>{entry}</body></html>')


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_what_is_a_post(folder):
    """Entries are; pages, lists, days, tags and errors are not."""
    page, expected = read(folder)

    assert expected["is_post"] == is_post(page)


@pytest.mark.parametrize("folder", POSTS, ids=lambda folder: folder.name)
def test_what_a_post_says_of_itself(folder):
    """Title, authors, dates with their offset, language, terms; each with the rule that found it."""
    page, expected = read(folder)
    facts = read_post(page)
    names = ("canonical", "title", "authors", "published", "modified", "language", "categories", "tags")

    assert {name: expected[name] for name in names} == {
        "canonical": facts.url,
        "title": as_list(facts.title),
        "authors": [as_list(author) for author in facts.authors],
        "published": as_list(facts.published),
        "modified": as_list(facts.modified),
        "language": facts.language.value if facts.language else None,
        "categories": [each.value for each in facts.categories],
        "tags": [each.value for each in facts.tags],
    }


@pytest.mark.parametrize("folder", POSTS, ids=lambda folder: folder.name)
def test_the_words_of_a_post(folder):
    """The author's words and notes are there; title, names, dates, shares, comments and neighbours are not."""
    page, expected = read(folder)
    before = page.html
    words = visible_text(post_body(page))

    assert [] == [words_in for words_in in expected["body_has"] if words_in not in words]
    assert [] == [words_out for words_out in expected["body_lacks"] if words_out in words]
    assert before == page.html


def test_the_body_is_a_copy():
    """Who takes notes out of the body does not change the page."""
    page = page_of('<article><h1>Y</h1><div class="entry-content"><p>Words.</p></div></article>')
    body = post_body(page)
    body.p.decompose()

    assert "Words." == visible_text(post_body(page))


@pytest.mark.parametrize(
    "notes",
    [
        # in the article, beside the content
        '<section class="footnotes"><ol><li id="n1">The note.</li></ol></section></article>',
        # in a footer of the article
        '<footer><ol class="footnotes"><li id="n1">The note.</li></ol></footer></article>',
        # known by the link alone
        '<ol><li id="n1">The note.</li></ol></article>',
        # after the article
        '</article><div id="notes"><p id="n1">The note.</p></div>',
    ],
)
def test_notes_that_stand_outside_the_content_are_kept(notes):
    """Wherever a theme sets them, notes belong to the words that point to them."""
    entry = f'<main><article><h1>Y</h1><div class="entry-content"><p>Words.<a href="#n1">1</a></p></div>{notes}</main>'

    assert "Words.1 The note." == visible_text(post_body(page_of(entry)))


def test_comments_are_not_notes():
    """A link to the comments does not make them part of the post."""
    entry = (
        '<article><h1>Y</h1><div class="entry-content"><p>Words. <a href="#comments">Discuss</a></p></div></article>'
        '<div id="comments"><p>Mine.</p></div>'
    )

    assert "Words. Discuss" == visible_text(post_body(page_of(entry)))


@pytest.mark.parametrize(
    ("head", "entry", "expected"),
    [
        # what readers see leads; some software cuts what stands in the head
        (
            '<meta property="og:title" content="A Long">',
            '<h1 class="entry-title">A Long Title</h1>',
            Found(value="A Long Title", rule="entry-title"),
        ),
        (
            '<meta property="og:title" content="From the Head">',
            "<p>Words.</p>",
            Found(value="From the Head", rule="og:title"),
        ),
        ("<title>A Title | The Blog</title>", "<p>Words.</p>", Found(value="A Title", rule="title")),
        # a title that is marked and empty is the author's choice
        ("<title>The Blog</title>", '<h1 class="entry-title"></h1>', None),
        # the site's name is no title
        ('<title>The Blog</title><meta property="og:site_name" content="The Blog">', "<p>Words.</p>", None),
        # an author's name is marked with the same class
        (
            "",
            '<p class="p-author h-card"><b class="p-name">Mara</b></p><h1>Y</h1>',
            Found(value="Y", rule="heading"),
        ),
    ],
)
def test_titles(head, entry, expected):
    """The order of trust, and what is never a title."""
    assert expected == read_post(page_of(f"<article>{entry}</article>", head)).title


@pytest.mark.parametrize(
    ("head", "entry", "expected"),
    [
        ('<meta name="author" content="Mara Vane">', "", ["Mara Vane"]),
        ('<meta property="article:author" content="https://social.example/mara">', "", []),
        ("", '<p class="byline">By Mara Vane and Old Bargee</p>', ["Mara Vane", "Old Bargee"]),
        (
            "",
            '<a rel="author" href="/a/">Mara Vane</a><a rel="author" href="/b/">Old Bargee</a>',
            ["Mara Vane", "Old Bargee"],
        ),
        (
            '<meta name="author" content="The Owner">',
            '<span class="p-author h-card">Mara Vane</span>',
            ["Mara Vane"],
        ),
        (
            '<script type="application/ld+json">{"@graph":[{"@type":"Article","author":{"@id":"#m"}},{"@type":"Person","@id":"#m","name":"Mara Vane"}]}</script>',
            "",
            ["Mara Vane"],
        ),
        (
            '<script type="application/ld+json">{"@type":"BlogPosting","author":[{"name":"A"},"B"]}</script>',
            "",
            ["A", "B"],
        ),
        ('<script type="application/ld+json">{broken</script>', "", []),
    ],
)
def test_authors(head, entry, expected):
    """One, several, none; the post's own before the site's owner."""
    authors = read_post(page_of(f"<article><h1>Y</h1>{entry}<p>Words.</p></article>", head)).authors

    assert expected == [author.value for author in authors]


@pytest.mark.parametrize(
    ("head", "entry", "expected"),
    [
        # the blog's own offset beats UTC, in which the day may be another
        (
            '<meta property="article:published_time" content="2019-09-01T03:30:00+00:00">',
            '<time class="published" datetime="2019-08-31T23:30:00-04:00">31 August</time>',
            Found(value="2019-08-31T23:30:00-04:00", rule="shown-time"),
        ),
        # exact beats a bare day
        (
            '<script type="application/ld+json">{"@type":"BlogPosting","datePublished":"2019-09-12T10:00:00Z"}</script>',
            '<time datetime="2019-09-12">12 September</time>',
            Found(value="2019-09-12T10:00:00+00:00", rule="json-ld"),
        ),
        (
            "",
            '<p class="meta">Posted on September 12, 2019</p>',
            Found(value="2019-09-12", rule="shown-date"),
        ),
        # a stamp in UTC falls on another day than the one that readers see, or in another month than the address's
        (
            "",
            '<time datetime="2019-09-26T23:40:00.000Z">2019-09-27</time>',
            Found(value="2019-09-27", rule="shown-date"),
        ),
        (
            '<meta property="article:published_time" content="2019-09-13T02:30:00+00:00">',
            '<p class="meta">Posted on September 12, 2019</p>',
            Found(value="2019-09-12", rule="meta"),
        ),
        (
            "",
            '<time datetime="2019-08-31T16:20:00Z">at night</time>',
            Found(value="2019-09-01", rule="shown-time"),
        ),
        # days further apart are no matter of offsets
        (
            "",
            '<time datetime="2019-09-12T16:20:00Z">14 September 2019</time>',
            Found(value="2019-09-12T16:20:00+00:00", rule="shown-time"),
        ),
        # a change is no publication
        (
            "",
            '<time class="updated" datetime="2020-01-01T00:00:00Z">2020</time>',
            Found(value="2019-09", rule="address"),
        ),
    ],
)
def test_publication_dates(head, entry, expected):
    """The order of trust."""
    assert (
        expected == read_post(page_of(f"<article><h1>Y</h1>{entry}<p>Words.</p></article>", head)).published
    )


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<link rel="canonical" href="/2019/09/y">', "https://blog.example.org/2019/09/y"),
        # faults of themes and set-ups
        ('<link rel="canonical" href="https://blog.example.org/">', URL),
        ('<link rel="canonical" href="http://localhost:1313/2019/09/y/">', URL),
        ('<link rel="canonical" href="https://blog.example.org/2019/09/y/comment-page-2/">', URL),
        (
            '<meta property="og:url" content="https://blog.example.org/2019/09/z/">',
            "https://blog.example.org/2019/09/z/",
        ),
        ("", URL),
    ],
)
def test_canonical_addresses(head, expected):
    """The page's own word for its address, unless it cannot be true."""
    assert expected == read_post(page_of("<article><h1>Y</h1></article>", head, URL + "#top")).url


def test_a_tower_of_elements_is_read():
    """Pages nest thousands deep; nothing overflows."""
    page = page_of("<article><h1>Y</h1>" + "<div>" * 5_000 + "<p>Words.</p>")

    assert (True, "Words.") == (is_post(page), visible_text(post_body(page)))


def test_a_page_without_a_body_is_no_post():
    """Nothing is read from nothing."""
    page = Page(URL, "")

    assert (False, None, None) == (is_post(page), post_body(page), read_post(page).title)
