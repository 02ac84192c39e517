"""A blog whose theme and plug-ins write among its author's words, from a crawl to the texts."""

from html import escape

import pytest

from archiver.collection.folder import create_collection
from tests.whole.conftest import rows
from tests.whole.serving import serving

SLUGS = "ebb toll sluice weir quay barge rope flood".split()
OWN = {
    slug: (
        f"In 19{n:02d} the keeper of the {slug} wrote down every crossing, and lost the book in the same winter.[1]",
        f"Nobody asked for the {slug} again until the parish had to pay for it, {n} years later.",
        "— Ada Moss, at the lock",
        f"River Board, minutes on the {slug}, 19{n:02d}.",
    )
    for n, slug in enumerate(SLUGS, start=10)
}


def path_of(slug):
    """Where a post is: four in each of two months."""
    return f"/2019/{9 if SLUGS.index(slug) < 4 else 10:02d}/{slug}/"


def content(slug):
    """What the author wrote."""
    first, second, signature, note = OWN[slug]
    return (
        f'<p>{first[:-3]}<sup id="r1"><a href="#n1">1</a></sup></p><p>{second}</p><p>{signature}</p>'
        f'<ol class="footnotes"><li id="n1">{note} <a href="#r1">↩</a></li></ol>'
    )


def added(slug):
    """What the theme writes around it: a line over it, other posts and the author under it, a request at the end."""
    n = SLUGS.index(slug)
    others = "".join(
        f'<div class="card-x"><a href="{path_of(other)}">Of the {other.title()}</a><p>{OWN[other][1][:40]}…</p></div>'
        for other in (SLUGS[n - 1], SLUGS[n - 2])
    )
    over = f'<div class="line-x">{n + 2} min read · {n * 7} comments</div>'
    request = "<p>If this was of use to you, tell a friend, and come back on Thursday.</p>"
    author = '<div class="who-x"><p>Ada Moss keeps the lock, and writes here when it is shut.</p></div>'
    return over, f'{request}<h3>Read on</h3><div class="more-x">{others}</div>{author}'


def post(slug):
    """A post's page."""
    over, under = added(slug)
    day = f"2019-{path_of(slug)[6:8]}-{2 + 5 * (SLUGS.index(slug) % 4):02d}"
    return (
        f'<html><head><title>Of the {slug.title()}</title></head><body><article class="hentry"><h1 class="entry-title">Of the {slug.title()}</h1>'
        f'<time class="published" datetime="{day}">{day}</time><div class="entry-content">{over}{content(slug)}{under}</div></article></body></html>'
    )


def listing(slugs, head=""):
    """A list of posts."""
    entries = "".join(
        f'<article><h2><a href="{path_of(slug)}">Of the {slug}</a></h2></article>' for slug in slugs
    )
    months = '<ul><li><a href="/2019/10/">October 2019</a></li><li><a href="/2019/09/">September 2019</a></li></ul>'
    return f"<html><head><title>The Lock</title>{head}</head><body><main>{entries}</main><aside>{months}</aside></body></html>"


def feed(base, slugs):
    """The feed of some posts, with all of their words."""
    items = "".join(
        f"<item><link>{base}{path_of(slug)}</link><description>{escape(content(slug))}</description></item>"
        for slug in slugs
    )
    return f"<rss><channel><title>The Lock</title>{items}</channel></rss>"


@pytest.fixture(params=[(), SLUGS[-2:]], ids=["no-feed", "feed-of-two"])
def blog(request):
    """The blog, with a feed of so many posts."""
    head = '<link rel="alternate" type="application/rss+xml" href="/feed/">' if request.param else ""
    pages = {path_of(slug): post(slug) for slug in SLUGS}
    pages |= {"/2019/09/": listing(SLUGS[:4]), "/2019/10/": listing(SLUGS[4:]), "/": listing(SLUGS[4:], head)}

    def page(path):
        return feed(site.url.rstrip("/"), request.param) if path == "/feed/" and head else pages.get(path)

    with serving(page) as site:
        yield site, list(request.param)


@pytest.mark.slow
def test_a_posts_text_is_its_authors(blog, tmp_path, archiver):
    """Notes and signature stay, all else goes; a rebuild gives the same."""
    site, in_feed = blog
    database = create_collection(tmp_path / "archive", site.settings).database
    sql = (
        "SELECT posts.url, text, extractor FROM posts JOIN documents ON documents.id = document_id ORDER BY 1"
    )
    expected = sorted(
        (
            f"{site.url.rstrip('/')}{path_of(slug)}",
            "\n".join(OWN[slug]),
            f"post; {'feed' if slug in in_feed else 'container'}",
        )
        for slug in SLUGS
    )
    found = []
    for command in ("crawl", "rebuild"):
        done = archiver(command, cwd=tmp_path)
        found.append((done.returncode, done.stderr, [tuple(row.values()) for row in rows(database, sql)]))

    assert [(0, "", expected)] * 2 == found
