"""What `expected.json` says is what the pages say."""

from collections import Counter

from archiver.web.page import Page, attribute, visible_text
from archiver.web.url import canonical

BLOG = "http://127.0.0.1:8000/"
_BACK_LINKS = ".footnote-backref, .reversefootnote, .wp-block-footnotes a[href^='#']"
_NOTES = ".footnote li, .footnotes li, .wp-block-footnotes > li"


def soup(answer, url):
    """A page of the demo, parsed."""
    return Page(url, answer(url).body.decode()).soup


def body(answer, post):
    """The text of a post, without the buttons that a plugin adds to it."""
    content = soup(answer, post["url"]).select_one(".entry-content")
    for button in content.select(".sharedaddy"):
        button.decompose()
    return content


def cited(truth):
    """Every citation with its post."""
    return [(post, citation) for post in truth["posts"] for citation in post["citations"]]


def test_posts_are_as_the_truth_describes_them(truth, answer):
    """Title, author and dates of every post stand on its page."""
    actual = []
    for post in truth["posts"]:
        article = soup(answer, post["url"]).select_one("article.post.type-post.hentry")
        published, modified = (
            article.select_one("time.published"),
            article.select_one("time.updated:not(.published)"),
        )
        actual.append(
            {
                "url": post["url"],
                "title": visible_text(article.select_one("h1.entry-title")),
                "author": visible_text(article.select_one(".author.vcard .fn")),
                "published": attribute(published, "datetime"),
                "modified": attribute(modified, "datetime") or None,  # never changed
                "month": attribute(published, "datetime")[:7],
            }
        )
    expected = [{key: post[key] for key in actual[0]} for post in truth["posts"]]

    assert expected == actual


def test_the_truth_knows_every_post(truth):
    """The posts of the months are the posts of the truth."""
    listed = {url for month in truth["months"] for part in month["pages"] for url in part["posts"]}

    assert {post["url"] for post in truth["posts"]} == listed


def test_sentences_and_notes_stand_in_their_posts(truth, answer):
    """With the marks cut out, every citing sentence is there word for word; so is every note."""
    for post, citation in cited(truth):
        content = body(answer, post)
        for link in content.select(_BACK_LINKS):
            link.decompose()
        notes = [visible_text(item) for item in content.select("li, p")]
        for mark in content.select("sup"):
            mark.decompose()

        assert citation["sentence"] is None or citation["sentence"] in visible_text(content)
        assert citation["note"] is None or citation["note"] in notes


def test_addresses_stand_in_their_posts_as_written(truth, answer):
    """A linked address is the target of a link in the post; the others are in its text, and nowhere linked."""
    for post, citation in cited(truth):
        content = body(answer, post)
        anchors = {attribute(link, "href"): visible_text(link) for link in content.select("a[href]")}
        for cited_url in citation["urls"]:
            url = cited_url["url"]

            assert cited_url["is_link"] == (url in anchors)
            assert cited_url["is_link"] or url in visible_text(content)
            assert citation["anchor"] in {None, anchors.get(url)}


def test_no_link_is_forgotten(truth, answer):
    """Every link in a post is a citation, a mark, or named as none."""
    for post in truth["posts"]:
        known = {
            item["url"] for citation in post["citations"] for item in citation["urls"] if item["is_link"]
        }
        found = {
            url
            for link in body(answer, post).select("a[href]")
            if not (url := attribute(link, "href")).startswith("#") and url not in truth["not_citations"]
        }

        assert known == found


def test_marks_are_counted(truth, answer):
    """A post has as many marks of each label as the truth has occurrences, numbered from one."""
    for post in truth["posts"]:
        content = body(answer, post)
        marks = [visible_text(mark) for mark in content.select("sup") if not _is_unit(mark)]
        footnotes = [citation for citation in post["citations"] if citation["kind"] == "footnote"]
        seen = Counter()
        for citation in footnotes:
            seen[citation["label"]] += 1

            assert seen[citation["label"]] == citation["occurrence"]
        assert [citation["label"] for citation in footnotes] == marks


def _is_unit(mark):
    """Whether a superscript is none of the marks: 9 m<sup>3</sup>, the 1<sup>st</sup>."""
    return str(mark.previous_sibling)[-1:] in {"m", "1"} and not mark.find("a")


def test_the_reference_shape_is_kept(truth, answer):
    """Bare marks without links, two of which come back; nine notes without numbers, of which the ninth is the eighth."""
    post = next(post for post in truth["posts"] if post["url"].endswith("/the-light-on-skerrow-head/"))
    content = body(answer, post)

    assert [] == content.select("sup a, ol")
    assert ["1", "2", "3", "3", "4", "5", "6", "6", "7", "8"] == [
        visible_text(mark) for mark in content.select("sup")
    ]
    items = content.select("ul > li")
    assert len(items) == 9
    assert items[7].a["href"] == items[8].a["href"]
    assert visible_text(items[7]) != visible_text(items[8])


def test_sources_are_what_posts_cite(truth, answer):
    """The cited addresses, made canonical and followed through redirects, are the sources, as often as it says."""
    ways, count = {}, Counter()
    for _, citation in cited(truth):
        for item in citation["urls"]:
            made = answer(item["url"])
            end = made.location if made is not None and made.location else canonical(item["url"])
            ways.setdefault(end, set()).add(item["url"])
            count[end] += 1
    expected = {source["url"]: (set(source["cited_as"]), source["citations"]) for source in truth["sources"]}
    actual = {url: (found, count[url]) for url, found in ways.items()}

    assert expected == actual


def test_what_must_not_be_asked_for_is_within_reach(truth, sites):
    """Every trap is a link that some page of the demo has: else leaving it alone proves nothing."""
    every = b"".join(answer.body for site in sites.values() for answer in site.answers.values())

    assert [] == [
        url for url in truth["never_asked"] if f'"{url.replace("&", "&amp;")}'.encode() not in every
    ]
