"""Pages that list posts: which posts, in which order, of which month, and where the list goes on."""

import json
from pathlib import Path

import pytest

from archiver.discover.listing import read_listing
from archiver.models.blog import Listing
from archiver.web.page import Page

CASES = sorted(path for path in (Path(__file__).parents[1] / "cases" / "listings").iterdir() if path.is_dir())
URL = "https://blog.example.org/2019/09/"


def posts_of(html, url=URL):
    """List the posts of a small page."""
    return [post.url.removeprefix("https://blog.example.org") for post in read_listing(Page(url, html)).posts]


def next_of(html, url=URL):
    """List the further pages of a small page."""
    return [
        page.removeprefix("https://blog.example.org") for page in read_listing(Page(url, html)).next_pages
    ]


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_case(folder):
    """The themes that blogs come with, each as its software writes it."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    listing = read_listing(Page(expected["url"], (folder / "page.html").read_text(encoding="utf-8")))

    assert expected == {
        "url": expected["url"],
        "month": str(listing.month) if listing.month else None,
        "posts": [[post.url, post.title, post.published] for post in listing.posts],
        "next_pages": list(listing.next_pages),
    }


@pytest.mark.parametrize(
    ("why", "part"),
    [
        (
            "a sidebar's recent posts",
            '<div class="sidebar"><ul><li>2 May 2019 <a href="/2019/05/x/">X</a></li></ul></div>',
        ),
        (
            "related posts",
            '<div class="related-posts"><article><h3><a href="/2019/05/x/">X</a></h3></article></div>',
        ),
        (
            "a picture within a sentence",
            '<p>We said so on 2 May 2019, and then again and again, <a href="/2019/05/x/"><img src="y"></a>.</p>',
        ),
        ("a link within a sentence", '<p>We said so on 2 May 2019 and <a href="/2019/05/x/">before</a>.</p>'),
        ("a category", '<h2><a href="/category/canals/">Canals</a></h2>'),
        ("a tag of the dated kind", '<li>2019-05-02 <a href="/tag/x/" rel="tag">x</a></li>'),
        ("an author", '<li>2019-05-02 <a href="/author/mara/">Mara</a></li>'),
        ("a share link", '<li>2019-05-02 <a href="/2019/05/x/?share=twitter">X</a></li>'),
        ("a reply", '<li>2019-05-02 <a href="/2019/05/x/?replytocom=3#respond">X</a></li>'),
        ("another month", '<li><a href="/2019/05/">May 2019</a></li>'),
        ("a day", '<li><a href="/2019/09/05/">5 September 2019</a></li>'),
        ("a picture", '<li>2019-05-02 <a href="/uploads/x.jpg">X</a></li>'),
        ("another site", '<h2><a href="https://elsewhere.example/2019/05/x/">X</a></h2>'),
        ("a page that every site has", '<h2><a href="/about/">About</a></h2>'),
        (
            "comments",
            '<ol class="comment-list"><li><article><h4><a href="/2019/05/x/#comment-1">X</a></h4></article></li></ol>',
        ),
        ("further pages", '<div class="pagination"><a href="/2019/09/page/2/">2</a></div>'),
        ("calendar", '<table id="wp-calendar"><tr><td><a href="/2019/09/05/">5</a></td></tr></table>'),
    ],
)
def test_what_is_no_post_of_the_list(why, part):
    """Around a month's one post, nothing else is taken for one."""
    html = f'<body>{part}<main><h1>September 2019</h1><article><h2><a href="/2019/09/y/">Y</a></h2></article></main></body>'
    beside = f'<body><main><h1>September 2019</h1><ul><li>2019-09-03 <a href="/2019/09/y/">Y</a></li></ul>{part}</main></body>'

    assert (why, ["/2019/09/y/"]) == (why, posts_of(html))
    assert (why, ["/2019/09/y/"]) == (why, posts_of(beside))


@pytest.mark.parametrize(
    ("link", "url", "expected"),
    [
        ('<a href="/2019/09/page/2/">2</a>', URL, ["/2019/09/page/2/"]),
        # without permalinks
        (
            '<a href="/?m=201909&amp;paged=2">Older posts</a>',
            "https://blog.example.org/?m=201909",
            ["/?m=201909&paged=2"],
        ),
        # Jekyll
        ('<a href="/page2/">Older</a>', "https://blog.example.org/", ["/page2/"]),
        ('<a href="/index2.html">&rang;</a>', "https://blog.example.org/", ["/index2.html"]),
        # a front page whose list goes on below it
        ('<a rel="next" href="/blog/page/2/">Next</a>', "https://blog.example.org/", ["/blog/page/2/"]),
        # numbered from the oldest (Nikola)
        ('<a rel="next" href="index-7.html">Older posts</a>', URL, ["/2019/09/index-7.html"]),
        # Drupal counts from 0
        ('<a href="/blog?page=1">2</a>', "https://blog.example.org/blog", ["/blog?page=1"]),
        # a head's link
        ('<link rel="next" href="/2019/09/page/2/">', URL, ["/2019/09/page/2/"]),
        # the next month is another list
        ('<a rel="next" href="/2019/10/">Next</a>', URL, []),
        ('<a rel="next" href="/2019/10/page/2/">Next</a>', URL, []),
        # the next post is no page
        ('<a rel="next" href="/2019/09/a-post/">Next</a>', URL, []),
        # a page of comments
        ('<a href="/2019/09/a-post/comment-page-2/">2</a>', URL, []),
        # another site's list, another list's number
        ('<a rel="next" href="https://elsewhere.example/page/2/">Next</a>', URL, []),
        ('<a href="/tag/canals/page/2/">2</a>', URL, []),
        # a year is no page number
        ('<a href="/2018/">2018</a>', URL, []),
    ],
)
def test_further_pages(link, url, expected):
    """A list goes on where its own pages say so, and nowhere else."""
    html = f'<body><main><article><h2><a href="/2019/09/y/">Y</a></h2></article>{link}</main></body>'

    assert expected == next_of(html, url)


def test_pages_come_in_the_order_of_their_numbers():
    """Ten comes after nine, whatever the order on the page."""
    links = "".join(f'<a class="page-numbers" href="/2019/09/page/{n}/">{n}</a>' for n in (10, 2, 9))
    html = f'<body><article><h2><a href="/2019/09/y/">Y</a></h2></article>{links}</body>'

    assert [f"/2019/09/page/{n}/" for n in (2, 9, 10)] == next_of(html)


def test_a_post_lists_nothing():
    """A post's own page is no list, though it links to the post before and the post after."""
    html = (
        '<body><article><h1>Y</h1><time datetime="2019-09-03">3 September</time><p>Words.</p></article>'
        '<nav><a rel="prev" href="/2019/08/x/">X</a></nav></body>'
    )

    assert Listing() == read_listing(Page("https://blog.example.org/2019/09/y/", html))


@pytest.mark.slow
def test_a_tower_of_entries_costs_time_in_line_with_its_size():
    """Entries within entries are looked at a few deep; thousands of them come back at once."""
    html = '<article class="post"><h2><a href="/2019/09/y/">Y</a></h2>' * 3_000

    assert ["/2019/09/y/"] == posts_of(html)
