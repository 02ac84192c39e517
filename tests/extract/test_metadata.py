"""What a page says of its work: whom to believe, and when to say nothing."""

import pytest

from archiver.extract.markup import Markup
from archiver.extract.metadata.json_ld import is_free
from archiver.extract.metadata.work import FAINT, READERS, SEEN, read_work
from archiver.models.blog import Found

URL = "https://source.example/ferry"


def work(head="", body="", *, url=URL, before=None, lang=""):
    """Read a page that has this head and this body."""
    page = Markup.parse(url, f"<html{lang}><head>{head}</head><body>{body}</body></html>")
    assert page is not None
    return read_work(page, before=before)


def json_ld(text):
    """Make a script."""
    return f'<script type="application/ld+json">{text}</script>'


def test_order_of_trust():
    """Reading the list is reading the policy."""
    told = "highwire json-ld dublin-core opengraph microdata head rights".split()
    seen = "microformats coins rel-author byline beside-date author-link beside dateline address guess last-change".split()
    faint = "portrait over-post below linked aside author-box".split()

    assert (told, seen, faint) == tuple([rule for rule, _ in rules] for rules in (READERS, SEEN, FAINT))


@pytest.mark.parametrize(
    ("expected", "head", "body"),
    [
        # a machine's title, its site stripped, as the heading has it
        (
            Found(value="Salt Roads", rule="opengraph"),
            '<meta property="og:title" content="Salt Roads | Review"><meta property="og:site_name" content="Review">',
            "",
        ),
        (
            Found(value="The Salt Roads of the North", rule="opengraph"),
            '<meta property="og:title" content="Salt Roads of the North (2019)">',
            "<h1>Review</h1><h1>The Salt Roads of the North</h1>",
        ),
        # a heading that says something else is not the title
        (
            Found(value="Salt Roads", rule="opengraph"),
            '<meta property="og:title" content="Salt Roads">',
            "<h1>Welcome to our pages</h1>",
        ),
        # a part in the title that is no site stays
        (
            Found(value="Salt: A History - Part Two", rule="head"),
            "<title>Salt: A History - Part Two</title>",
            "",
        ),
        # the title of a drawing is not the page's
        (
            Found(value="Salt Roads", rule="heading"),
            "",
            "<svg><title>Menu icon</title></svg><h1>Salt Roads</h1>",
        ),
        # nothing
        (None, "<title> </title>", "<p>x</p>"),
    ],
)
def test_title(expected, head, body):
    """The title is the one that readers see, confirmed by the one that machines are told."""
    assert expected == work(head, body).title


@pytest.mark.parametrize(
    ("expected", "head", "body"),
    [
        # explicit markup before what is read off the page
        (
            ["Orla Tamm"],
            json_ld('{"@type":"Article","author":{"@type":"Person","name":"Orla Tamm"}}'),
            '<h1>x</h1><p class="byline">By Somebody Else</p>',
        ),
        # but what a system puts into the head of every page is its default, where a byline names another
        (
            ["Orla Tamm"],
            '<meta name="author" content="Webmaster Jones">',
            '<h1>x</h1><p class="byline">By Orla Tamm</p>',
        ),
        # what a system calls its user counts; a site that is said to sign everything signs nothing
        (["otamm"], '<meta name="author" content="otamm">', '<h1>x</h1><p class="byline">by otamm</p>'),
        (
            [],
            json_ld(
                '{"@type":"Article","author":{"@type":"Organization","name":"Review"},"publisher":{"name":"Review"}}'
            ),
            "<h1>x</h1>",
        ),
        (
            ["Review"],
            json_ld(
                '{"@type":"Article","author":{"@type":"Organization","name":"Review"},"publisher":{"name":"Review"}}'
            ),
            '<h1>x</h1><p class="byline">By Review</p>',
        ),
        (
            ["Piet Okoro", "Orla Tamm"],
            json_ld('[{"@type":"Article","author":[{"name":"Piet Okoro"},"Orla Tamm"]}]'),
            "",
        ),
        # addresses, users and systems are no names
        (
            ["Orla Tamm"],
            '<meta property="article:author" content="https://social.example/orla"><meta name="author" content="admin">',
            '<h1>x</h1><span class="post-author__name">Orla Tamm</span>',
        ),
        # a site signs its own page only where nobody else does
        (
            ["Orla Tamm"],
            '<meta property="og:site_name" content="Review"><meta name="author" content="The Review">',
            "<h1>x</h1><p>By Orla Tamm | 3 May 2019</p>",
        ),
        (
            ["River Board"],
            '<meta property="og:site_name" content="River Board"><meta name="author" content="River Board">',
            "",
        ),
        # bylines: particles are small, dates are not names
        (
            ["Joost van der Meer"],
            "",
            '<h1>x</h1><p class="byline">By <a rel="author" href="/j">Joost van der Meer</a> | May 2, 2019</p>',
        ),
        (["Anna Berg"], "", "<h1>x</h1><div class='meta'>Von Anna Berg, 2. Mai 2019</div>"),
        # a comment's author wrote the comment
        ([], "", '<h1>x</h1><div class="comment"><span class="author">A Reader</span></div>'),
        # a sentence that begins with By
        ([], "", "<h1>x</h1><p>By the time the ferry closed, nobody remembered its keeper.</p>"),
    ],
)
def test_authors(expected, head, body):
    """Authors are who signed; null is an answer."""
    assert expected == [author.value for author in work(head, body).authors]


@pytest.mark.parametrize(
    ("expected", "head", "body"),
    [
        (
            Found(value="2019-05-02", rule="json-ld"),
            json_ld('{"@type":"Article","datePublished":"2019-05-02","dateModified":"2022-02-02"}'),
            "",
        ),
        # a year is made exact by the day of which it is a part, not by another
        (
            Found(value="2019-05-02", rule="opengraph"),
            '<meta name="citation_year" content="2019"><meta property="article:published_time" content="2019-05-02">',
            "",
        ),
        (
            Found(value="2018", rule="highwire"),
            '<meta name="citation_year" content="2018"><meta property="article:published_time" content="2019-05-02">',
            "",
        ),
        # what is empty, or lies after the capture, is a slip
        (
            Found(value="2017-10-04", rule="head"),
            json_ld('{"@type":"Article","datePublished":"1970-01-01T00:00:00Z"}')
            + '<meta name="date" content="2017-10-04">',
            "",
        ),
        (None, '<meta property="article:published_time" content="2031-01-01">', ""),
        # what a reader sees
        (
            Found(value="2017-10-04", rule="dateline"),
            "",
            '<h1>x</h1><time class="updated" datetime="2020-01-01">now</time><time datetime="2017-10-04">then</time>',
        ),
        (Found(value="2017-10-04", rule="dateline"), "", "<h1>x</h1><p>4 October 2017</p>"),
        # never a copyright year, a date of change, a date in a footer or in running text
        (
            None,
            '<meta name="copyright" content="2019">',
            "<h1>x</h1><p>© 2019</p><footer><p>May 2, 2019</p></footer>",
        ),
        (None, "", "<h1>x</h1><p>Updated May 2, 2019</p>"),
        (
            None,
            "",
            f"<h1>x</h1><p>The lock was opened on May 2, 1931, and painted green. {'It has been green ever since. ' * 4}</p>",
        ),
    ],
)
def test_issued(expected, head, body):
    """The date is that of the work's publication; null is an answer."""
    assert expected == work(head, body, before="2026-01-01T00:00:00Z").issued


@pytest.mark.parametrize(
    ("expected", "url"),
    [
        ("2019-05-02", "https://source.example/2019/05/02/ferry/"),
        ("2019-05", "https://source.example/2019/05/ferry.html"),
        (None, "https://source.example/2019/ferry"),
        (None, "https://source.example/item/2019051234/"),
    ],
)
def test_issued_from_the_address(expected, url):
    """An address may date its page, no more precisely than it says."""
    issued = work(url=url).issued

    assert expected == (issued.value if issued else None)


@pytest.mark.parametrize(
    ("expected", "head"),
    [
        ("https://source.example/canonical", '<link rel="canonical" href="/canonical">'),
        ("https://source.example/og", '<meta property="og:url" content="https://source.example/og">'),
        # the front page is not this page; a broken address is none
        (URL, '<link rel="canonical" href="https://source.example/">'),
        (URL, '<link rel="canonical" href="javascript:x">'),
        (URL, ""),
    ],
)
def test_url(expected, head):
    """The page knows its address best, unless it names what it cannot be."""
    assert expected == work(head).url


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        # several graphs, a list of types, a vocabulary written out
        (
            "post-weblog",
            '{"@graph":[{"@type":"WebPage","name":"p"},{"@type":["Thing","https://schema.org/BlogPosting"],"headline":"x"}]}',
        ),
        ("article-journal", '{"@type":"WebPage","mainEntity":{"@type":"ScholarlyArticle","headline":"x"}}'),
        # a related article is another work
        (None, '{"@type":"WebPage","name":"x","mentions":{"@type":"NewsArticle","headline":"y"}}'),
        # slips: line breaks in strings, hidden in a comment, escaped as text
        ("report", '{"@type":"Report","headline":"x\n y"}'),
        ("report", '<!-- {"@type":"Report","headline":"x"} -->'),
        ("report", "{&quot;@type&quot;:&quot;Report&quot;}"),
        # broken beyond repair
        (None, '{"@type":"Report",'),
        (None, "[" * 5_000),
        (None, '{"@type":{"x":1},"author":{"name":7},"datePublished":["2019"]}'),
    ],
)
def test_json_ld(expected, text):
    """JSON-LD is read as people write it; what is broken is not there."""
    kind = work(json_ld(text)).type

    assert expected == (kind.value if kind else None)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (False, '{"@type":"NewsArticle","isAccessibleForFree":false}'),
        (False, '{"@type":"NewsArticle","isAccessibleForFree":"False"}'),
        (True, '{"@type":"NewsArticle","isAccessibleForFree":"https://schema.org/True"}'),
        (None, '{"@type":"NewsArticle"}'),
        (None, '{"@type":"WebSite","isAccessibleForFree":false}'),
    ],
)
def test_is_free(expected, text):
    """Whether a work is free is what its own markup says, in all its spellings."""
    page = Markup.parse(URL, f"<html><head>{json_ld(text)}</head></html>")

    assert page is not None
    assert expected == is_free(page)


def test_language_doi_and_makers():
    """The other columns of a source come from the same order of trust."""
    found = work(
        '<meta name="DC.identifier" content="doi:10.5555/rs.42"><meta property="og:locale" content="de_AT">'
        '<meta name="DC.publisher" content="Lock House Press"><meta property="og:site_name" content="Review">',
        lang=' lang="en"',
    )

    assert ("10.5555/rs.42", Found(value="de", rule="opengraph"), "Lock House Press", "Review") == (
        found.doi.value,
        found.language,
        found.publisher.value,
        found.site.value,
    )
