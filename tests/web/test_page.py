"""A page parsed once: its base, its links, its meta elements, and what a reader sees of it."""

import pytest

from archiver.web.page import Page, attribute, tokens, visible_text

ADDRESS = "https://blog.example/2019/09/post/"


def page(body, head=""):
    """Make a page."""
    return Page(ADDRESS, f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>")


@pytest.mark.parametrize(
    ("expected", "head"),
    [
        # no base: the page's own address
        (ADDRESS, ""),
        ("https://blog.example/other/", '<base href="/other/">'),
        # a base without an address is none
        (ADDRESS, '<base target="_blank">'),
        # nor is a broken one
        (ADDRESS, '<base href="http://[">'),
    ],
)
def test_base(expected, head):
    """Relative links start where the page says."""
    assert expected == page("", head).base


def test_links_are_absolute_web_addresses_in_the_order_of_the_page():
    """Only what can be fetched is a link; its text is what a reader sees."""
    links = page(
        '<a href="../ledger">The <b>ledger</b>\n of 1902</a><a href="mailto:clerk@blog.example">Write</a>'
        '<a name="here">No link</a><a href="https://other.example/a?b=1#c"><img alt="A map"></a>'
    ).links

    assert [
        ("https://blog.example/2019/09/ledger", "The ledger of 1902"),
        ("https://other.example/a?b=1#c", ""),
    ] == [(link.url, link.text) for link in links]


def test_rel_finds_links_of_head_and_body():
    """A relation counts wherever it stands, and beside others."""
    found = page('<a rel="nofollow Next" href="page/2/">Older</a>', '<link rel="next" href="/page/2/">').rel(
        "next"
    )

    assert ["https://blog.example/page/2/", "https://blog.example/2019/09/post/page/2/"] == [
        url for url, _ in found
    ]


@pytest.mark.parametrize(
    ("expected", "names"),
    [
        # the first name that has a content, whatever its case
        ("Salt Roads", ("OG:Title", "title")),
        # the order of the names decides, not that of the page
        ("Salt", ("title", "og:title")),
        # an empty content is none
        ("clerk", ("empty", "author")),
        (None, ("nothing",)),
    ],
)
def test_meta(expected, names):
    """A page is asked by the names of its meta elements, most trusted first."""
    head = (
        '<meta property="og:title" content=" Salt Roads "><meta name="title" content="Salt">'
        '<meta name="empty" content=" "><meta itemprop="author" content="clerk">'
    )

    assert expected == page("", head).meta(*names)


@pytest.mark.parametrize(
    ("expected", "body"),
    [
        # white space is folded, inline elements do not part words
        ("salt roads", "<p>sa<b>lt</b>\n\n roads</p>"),
        # blocks and line breaks do
        ("one two three", "<p>one</p><p>two<br>three</p>"),
        # what is never seen
        ("seen", "<p>seen<script>x()</script><style>p{}</style><!-- note --><template>t</template></p>"),
        # letters written as entities
        ("a & b", "<p>a &amp; b</p>"),
    ],
)
def test_visible_text(expected, body):
    """The text of an element is what a reader sees, on one line."""
    assert expected == visible_text(page(body).soup.body)


def test_visible_text_of_a_deep_page():
    """Pages nest thousands deep: no recursion over the tree."""
    deep = page("<div>" * 5_000 + "<p>at the bottom</p>" + "</div>" * 5_000)

    assert "at the bottom" == visible_text(deep.soup.body)


def test_attributes_are_text():
    """An attribute is one string, whether the parser split it or not; missing ones are empty."""
    element = page('<p class="Note  first" id="n1">x</p>').soup.p

    assert ("Note first", "n1", "") == (
        attribute(element, "class"),
        attribute(element, "id"),
        attribute(element, "title"),
    )
    assert ("note", "first") == tokens(element, "class")


def test_a_tree_is_as_deep_as_browsers_build_it():
    """What nests deeper stands side by side: no word and no link is lost, scripts stay scripts; what follows is where it was."""
    deep = (
        "<div>" * 3_000
        + '<p>In <b>the</b> deep: <a href="/x">a link</a>.</p><script>var hidden;</script>'
        + "</div>" * 3_000
    )
    page = Page("https://a.example/", f"<html><body>{deep}<p>Above.</p></body></html>")
    above = page.soup.find_all("p")[-1]

    assert "In the deep: a link. Above." == visible_text(page.soup)
    assert [("https://a.example/x", "a link")] == [(link.url, link.text) for link in page.links]
    assert above.parent is page.soup.body
    assert max(len(list(tag.parents)) for tag in page.soup.find_all(True)) <= 513
