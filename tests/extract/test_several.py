"""A post over several pages is read as one, wherever its notes stand."""

from archiver.extract.post import read_post_page
from archiver.web.page import Page

POST = "https://blog.example/2019/09/tide/"
_PAGE = """<html><head><title>Tide – The Ledger</title><meta property="article:published_time" content="2019-09-12T08:00:00Z"></head>
<body class="single-post"><article class="post hentry"><h1 class="entry-title">Tide</h1>
<div class="entry-content">{}<div class="page-links">Pages: <a href="{}2/" class="post-page-numbers">2</a></div></div></article></body></html>"""


def pages(*contents: str) -> list[Page]:
    """The pages of one post."""
    urls = [POST, *(f"{POST}{n}/" for n in range(2, len(contents) + 1))]
    return [Page(url, _PAGE.format(html, POST)) for url, html in zip(urls, contents, strict=True)]


def read(*contents: str):
    """The post, read whole."""
    first, *further = pages(*contents)
    post = read_post_page(first, blog="https://blog.example/", listed=True, further=further)
    assert post is not None
    return post


def test_notes_on_the_last_page_are_paired_with_marks_on_the_first():
    """Whichever way the mark names its note: by a fragment, or by the page's address."""
    post = read(
        '<p>One thing.<sup id="r1"><a href="#n1">1</a></sup></p>'
        f'<p>Another.<sup id="r2"><a href="{POST}2/#n2">2</a></sup></p>',
        '<p>The end.</p><ol><li id="n1">Log, https://s.example/1 <a href="#r1">↩</a></li>'
        '<li id="n2">Diary, https://s.example/2 <a href="#r2">↩</a></li></ol>',
    )

    assert [("1", "One thing.", "https://s.example/1"), ("2", "Another.", "https://s.example/2")] == [
        (each.label, each.sentence, each.urls[0].url) for each in post.citations
    ]


def test_pages_with_notes_of_their_own_are_read_apart():
    """Both number from one: each mark keeps the note of its page."""
    notes = '<ol><li id="n1">{}, https://s.example/{} <a href="#r1">↩</a></li></ol>'
    post = read(
        '<p>One thing.<sup id="r1"><a href="#n1">1</a></sup></p>' + notes.format("Log", 1),
        '<p>Another.<sup id="r1"><a href="#n1">1</a></sup></p>' + notes.format("Diary", 2),
    )

    assert [(1, "One thing.", "https://s.example/1"), (2, "Another.", "https://s.example/2")] == [
        (each.position, each.sentence, each.urls[0].url) for each in post.citations
    ]


def test_the_words_of_all_pages_are_the_posts():
    """In their order, without the links between them."""
    post = read("<p>One thing.</p>", "<p>Another.</p>", "<p>The end.</p>")

    assert ["One thing.", "Another.", "The end."] == [p.get_text() for p in post.body.find_all("p")]
    assert "Pages" not in post.body.get_text()
