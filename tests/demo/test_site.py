"""The demo blog is laid out as WordPress lays out a blog."""

import re
from importlib.resources import files
from pathlib import Path

from archiver.web.page import Page, attribute, visible_text
from archiver.web.url import resolve

BLOG = "http://127.0.0.1:8000/"


def page(answer, url):
    """A page of the demo, parsed."""
    return Page(url, answer(url).body.decode())


def listed(parsed):
    """The posts of a list, in order."""
    return [attribute(link, "href") for link in parsed.soup.select("article.hentry h2.entry-title > a")]


def test_every_month_lists_its_posts_page_by_page(truth, answer):
    """The pages of a month hold the posts that the truth says, newest first."""
    pages = [page for month in truth["months"] for page in month["pages"]]
    expected = [(page["url"], page["posts"]) for page in pages]

    actual = [(part["url"], listed(page(answer, part["url"]))) for part in pages]

    assert expected == actual


def test_a_month_leads_to_its_last_page_and_no_further(truth, answer):
    """Each page of a month but the last links to the next; one past the last is 404."""
    expected, actual = [], []
    for month in truth["months"]:
        urls = [part["url"] for part in month["pages"]]
        expected += [urls[n + 1 : n + 2] for n in range(len(urls))] + [404]
        actual += [
            [attribute(link, "href") for link in page(answer, url).soup.select("nav.pagination a.next")]
            for url in urls
        ]
        actual.append(answer(f"{urls[0]}page/{len(urls) + 1}/").status)

    assert expected == actual


def test_the_reference_page_has_its_heading(answer):
    """The month that the demo is about calls itself as classic themes do."""
    heading = page(answer, f"{BLOG}2019/09/").soup.select_one("h1.archive-title")

    assert visible_text(heading) == "Monthly Archives: September 2019"


def test_an_empty_month_is_missing_and_linked_nowhere(truth, sites, answer):
    """A month without posts is 404, and no page of the blog names it."""
    for month in truth["empty_months"]:
        path = f"{BLOG}{month.replace('-', '/')}/"

        assert answer(path).status == 404
        assert [] == [url for url, made in sites[BLOG].answers.items() if path.encode() in made.body]


def test_the_widget_counts_the_posts_of_every_month(truth, answer):
    """The archives widget lists the months, newest first, with the numbers of their posts."""
    expected = [
        (month["pages"][0]["url"], f"({sum(len(part['posts']) for part in month['pages'])})")
        for month in reversed(truth["months"])
    ]

    items = page(answer, BLOG).soup.select(".widget_archive li")
    actual = [(attribute(item.a, "href"), visible_text(item).split()[-1]) for item in items]

    assert expected == actual


def test_the_feed_and_the_sitemap_name_every_post(truth, answer):
    """Both complete lists hold every post; the feed needs two pages for it."""
    expected = {post["url"] for post in truth["posts"]}
    feed = answer(f"{BLOG}feed/").body + answer(f"{BLOG}feed/?paged=2").body
    sitemap = answer(f"{BLOG}wp-sitemap-posts-post-1.xml").body

    in_feed = set(re.findall(r"<link>([^<]+/2019/[^<]+)</link>", feed.decode()))
    in_sitemap = set(re.findall(r"<loc>([^<]+)</loc>", sitemap.decode()))

    assert (expected, expected) == (in_feed, in_sitemap)
    assert answer(f"{BLOG}feed/?paged=3").status == 404


def test_no_link_within_the_blog_is_dead(sites, answer):
    """Every link from a page of the blog to the blog leads somewhere, but for the doors that are kept shut."""
    found = set()
    for target, made in sites[BLOG].answers.items():
        if made.content_type.startswith("text/html") and made.status == 200:
            parsed = Page(resolve(BLOG, target), made.body.decode())
            found |= {link.url.partition("#")[0] for link in parsed.links if link.url.startswith(BLOG)}

    dead = {url for url in found if answer(url).status == 404 and "/wp-login.php" not in url}

    assert set() == dead
    assert len(found) > 50


def test_a_short_link_leads_to_its_post(answer):
    """`?p=` redirects to the permanent address, as WordPress does."""
    made = answer(f"{BLOG}?p=50")

    assert (301, f"{BLOG}2019/09/the-light-on-skerrow-head/") == (made.status, made.location)


def test_requisites_are_served_and_named(truth, answer):
    """Every picture, style and font that the truth wants is there, and something names it."""
    for url, requisites in truth["requisites"].items():
        bodies = [answer(url).body] + [answer(item).body for item in requisites if ".css" in item]
        for item in requisites:
            name = item.rsplit("/", 1)[1].encode()

            assert answer(item).status == 200
            assert any(name in body for body in bodies)


def test_the_package_stays_small():
    """All files of the demo together are well under 300 kB."""
    folder = Path(str(files("archiver.demo")))
    size = sum(
        file.stat().st_size
        for file in folder.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    )

    assert size < 300_000
