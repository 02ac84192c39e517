"""Who signs where classes are hashed, labels stand apart, and nobody tells machines."""

import pytest

from archiver.extract.metadata.work import read_work
from tests.extract.pages import json_ld, markup, read, work_of

DATED = '<meta property="article:published_time" content="2024-05-02">'


@pytest.mark.parametrize(
    ("authors", "body"),
    [
        # a picture says whose it is
        (
            ["Mara Vane"],
            '<h1>T</h1><ul><li><div><img alt="Writer: Mara Vane"></div><span>Mara Vane</span></li></ul>',
        ),
        (["Mara"], '<h1>T</h1><img alt="Autor: Mara">'),
        (["Anna Vane"], '<h1>T</h1><div><img alt="Headshot of Anna Vane"></div>'),
        (["Anna Vane"], '<h1>T</h1><div><img alt="Anna Vane’s profile picture"></div>'),
        # a picture of something else, and of somebody far below
        ([], '<h1>T</h1><img alt="Picture of Lower Lock"><img alt="Photo of a ferry">'),
        ([], f'<h1>T</h1><p>{"The lock was dry all summer. " * 50}</p><img alt="Headshot of Anna Vane">'),
        # a name over what its bearer is, in classes that a machine made
        (
            ["Mara Vane"],
            '<h1>T</h1><div class="css-1x"><span class="css-2y">Mara Vane</span><p class="css-3z">Tide Analytics Expert</p></div>',
        ),
        (["Riverpost Team"], '<h1>T</h1><div class="t9"><div class="q1">Riverpost Team</div></div>'),
        # the site's own name, and a name over something that is no post
        ([], "<h1>T</h1><div>Other Harbour Team</div>"),
        ([], "<h1>T</h1><div><span>River Post</span><p>Staff writer portal</p></div>"),
        ([], "<h1>T</h1><div><span>Lower Lock</span><p>Open on Sundays</p></div>"),
        # a label as a heading in what stands beside the text
        (
            ["Mara L. Vane"],
            '<h1>T</h1><div class="l-sidebar"><h3>Published</h3><p>soon</p><h3>Author</h3><p>Mara L. Vane</p></div>',
        ),
        (
            ["Mara Vane", "Tom Ek"],
            '<h1>T</h1><div class="l-sidebar"><h6>Author(s)</h6><div><ul><li><a href="/a">Mara Vane</a></li><li>Tom Ek</li></ul></div></div>',
        ),
        # several bylines there are of other works
        (
            [],
            '<h1>T</h1><div class="sidebar"><p class="author-name">Mara Vane</p><p class="author-name">Tom Ek</p></div>',
        ),
        # the only author's page that is linked
        (
            ["Mara Vane"],
            "<h1>T</h1><p>Text.</p>"
            + "<p>The lock was dry all summer, and so were the fields below it and above.</p>" * 20
            + '<div><a href="/byline/mara-vane"><span>Mara Vane</span></a></div>',
        ),
        (
            [],
            "<h1>T</h1>"
            + "<p>The lock was dry all summer, and so were the fields below it and above.</p>" * 20
            + '<div><a href="/byline/mara-vane">Mara Vane</a> <a href="/byline/tom-ek">Tom Ek</a></div>',
        ),
        # a link whose address spells what it says, whatever that is
        (["Our Writers"], '<h1>T</h1><div><a href="/author/our-writers/">Our Writers</a></div>'),
        (["lockhouse"], '<h1>T</h1><div><a href="/author/lockhouse">lockhouse</a></div>'),
        ([], '<h1>T</h1><div><a href="/users/sign_in">Sign in</a></div>'),
        # a name beside the date, in an element of its own
        (
            ["Anna Vane"],
            '<h1>T</h1><div class="meta"><span>May 3, 2019</span> · 4 min · 900 words · Anna Vane</div>',
        ),
        # a button opens what is said of the author
        (["Anna Vane"], '<h1>T</h1><div class="byline">By <button>Anna Vane</button></div>'),
        (["Mara Vane"], '<h1>T</h1><div class="byline">By Mara Vane <button>Copy Link</button></div>'),
    ],
)
def test_hints(authors, body):
    """Where no byline says who wrote, what stands near the heading or beside the text may."""
    assert authors == read(body)[1]


@pytest.mark.parametrize(
    ("authors", "body"),
    [
        # who checked and tested did not write, nor who is joined to them
        (
            ["Mara Vane"],
            '<h1>T</h1><div class="authors">By <a href="/m">Mara Vane</a>. Reviewed by <a href="/t">Tom Ek</a></div>',
        ),
        (
            ["Mara Vane"],
            '<h1>T</h1><div class="names"><p class="authors"><span>By</span> <a>Mara Vane</a></p><p class="authors"><span>Tested by</span> <a>Tom Ek</a> and <a>Ada Kim</a></p></div>',
        ),
        # an update before the label is no helper
        (
            ["Elin Vane"],
            '<h1>T</h1><div><span>Updated: May 3, 2019</span><div><span>Written by:</span><picture><img alt=""></picture><span>Elin Vane</span></div></div>',
        ),
        # what somebody is has its own class
        (
            ["Mara Vane"],
            '<h1>T</h1><div class="author-line"><span>Written By:</span> <span class="author-name"><a>Mara Vane</a></span> <span class="author-title">Sluice Warden &amp; Rower</span></div>',
        ),
        # a box after the label says more than the name
        (
            ["Mara Vane"],
            f'<h1>T</h1><div><span>By</span><div><a href="/m">Mara Vane</a><div>{"She rows. " * 40}</div></div></div>',
        ),
        # a footnote is not called `fn`
        ([], '<h1>T</h1><p id="fn1">1. Board of Tides (n.d.). <a href="/b"><em>Lower Lock</em></a>.</p>'),
        # one word after a bare "by", far below, may be anybody
        (
            [],
            "<h1>T</h1>"
            + "<p>The lock was dry all summer, and so were the fields below it and above.</p>" * 20
            + "<div><span>by</span> <span>Somebody</span></div>",
        ),
    ],
)
def test_bylines_and_their_neighbours(authors, body):
    """A byline names who wrote: neither helpers, nor posts, nor the works of a list of references."""
    assert authors == read(body)[1]


@pytest.mark.parametrize(
    ("authors", "rule", "body", "url"),
    [
        # the copyright at the foot
        (["Anna Vane"], "copyright", "<h1>T</h1><p>x</p><footer>© 2019–2026 Anna Vane. All rights reserved.</footer>", "https://notes.example/t"),
        (["Anna Vane"], "copyright", "<h1>T</h1><p>x</p><footer><p>Copyright &copy; <span>2026</span> by Anna Vane</p></footer>", "https://notes.example/t"),
        # the address, where the page writes the name
        (["Anna Vane"], "owner", "<h1>T</h1><p>I am Anna Vane.</p>", "https://www.annavane.example/t"),
        (["Anna Vane"], "owner", "<h1>T</h1><p>I am Anna Vane.</p>", "https://blog.anna-vane.example/t"),
        # the link to the front page
        (["Anna Vane"], "owner", '<a href="/">Anna Vane</a><h1>T</h1>', "https://notes.example/t"),
        # firms and feeds own, too, and sign nothing
        ([], None, "<h1>T</h1><footer>© 2026 River Post Ltd. All rights reserved.</footer>", "https://notes.example/t"),
        ([], None, '<a href="/">Home Page</a><h1>T</h1>', "https://www.annavane.example/t"),
    ],
)  # fmt: skip
def test_owners(authors, rule, body, url):
    """A dated page that nobody signs is a guess: its site's owner, if that is a person."""
    work = work_of(DATED, body, url=url)

    assert (authors, rule) == (
        [author.value for author in work.authors],
        work.authors[0].rule if work.authors else None,
    )
    assert bool(authors) == any("guess" in doubt for doubt in work.doubts)


@pytest.mark.parametrize(
    ("authors", "head", "body"),
    [
        # machines are told of the first alone
        (
            ["Mara Vane", "Tom Ek"],
            json_ld('{"@type":"Article","author":{"@type":"Person","name":"Mara Vane"}}'),
            '<h1>T</h1><p class="byline">By Mara Vane and Tom Ek</p>',
        ),
        (
            ["Dr Mara Vane", "Tom Ek"],
            json_ld('{"@type":"Article","author":{"@type":"Person","name":"Mara Vane"}}'),
            '<h1>T</h1><p class="byline">Written by <span>Dr Mara Vane</span>, <span>Tom Ek</span></p>',
        ),
        # another person first, or a post that is joined: the rule that comes first is right
        (
            ["Mara Vane"],
            json_ld('{"@type":"Article","author":{"@type":"Person","name":"Mara Vane"}}'),
            '<h1>T</h1><p class="byline">By Tom Ek and Mara Vane</p>',
        ),
        # the site signs by a machine, a reader sees a person beside the text
        (
            ["Mara Vane"],
            json_ld('{"@type":"Article","author":{"name":"Notes"},"publisher":{"name":"Notes"}}'),
            '<h1>T</h1><div class="post-sidebar"><div class="author-name">Mara Vane</div></div>',
        ),
    ],
)
def test_several_rules(authors, head, body):
    """A byline that begins with the authors that machines are told may name more."""
    assert authors == [author.value for author in work_of(head, body).authors]


def test_faint_signs_are_not_sought_in_vain():
    """Where a byline names a person, what stands beside the text is not even a disagreement."""
    body = (
        '<h1>T</h1><p class="byline">By Mara Vane</p><div class="sidebar"><h3>Author</h3><p>Tom Ek</p></div>'
    )
    work = read_work(markup("", body))

    assert (["Mara Vane"], ()) == ([author.value for author in work.authors], work.disagreements)


def test_a_user_that_only_machines_are_told_is_doubted():
    """A user's name that no reader sees is kept, with a doubt; one that a machine made up is not."""
    kept = work_of('<meta name="author" content="otamm">', "<h1>x</h1>")
    shown = work_of('<meta name="author" content="otamm">', '<h1>x</h1><p class="byline">By otamm</p>')
    made = work_of('<meta name="author" content="otammq6vkpg2ma0cixx77">', "<h1>x</h1>")

    assert [["otamm"], ["otamm"], []] == [
        [author.value for author in work.authors] for work in (kept, shown, made)
    ]
    assert [True, False, False] == [
        any("user" in doubt for doubt in work.doubts) for work in (kept, shown, made)
    ]
