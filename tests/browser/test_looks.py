"""What pages look like: to somebody with a phone, in the dark, with a screen reader, on paper, in another script."""

import re
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pypdfium2
import pytest

from tests.browser.reader import PHONE, WIDE

# Every kind of page, after the database's name; and one by each of its states.
PAGES = (
    "-/home",
    "-/search",
    "-/search?q=lamp",
    "-/search?q=nothing+of+the+kind&kind=post",
    "-/month/2019-09",
    "-/post/3",  # footnotes
    "-/post/11",  # none
    "-/source/1",
    "-/source/10",  # gone
    "-/source/12",  # not on the web
    "-/source/16",  # looked at twice
    "-/snapshot/8",
    "-/diff?old=1&new=2",
    "-/post/999",  # not there
)
KINDS = (
    "-/home",
    "-/post/3",
    "-/source/1",
    "-/snapshot/8",
    "-/search?q=lamp",
    "-/month/2019-09",
    "-/diff?old=1&new=2",
    "-/post/999",
)
SCRIPTS = (
    "-/home",
    "-/search?q=1871",
    "-/month/2019-09",
    *(f"-/post/{n}" for n in range(1, 7)),
    "-/source/1",
    "-/source/3",
    "-/snapshot/10",
)


def faults(reader, urls) -> list[tuple[str, list[str]]]:
    """What is wrong with pages, by page."""
    found = []
    for url in urls:
        reader.open(url)
        name = re.sub(r"\W+", "-", url.partition("/-/")[2])
        reader.look(f"{name}-{reader.page.viewport_size['width']}")
        found.append((url, [*reader.barriers(), *reader.overflow()]))
    return [(url, each) for url, each in found if each]


@pytest.mark.parametrize(
    ("width", "scheme", "pages"),
    [(WIDE, "light", KINDS), pytest.param(PHONE, "dark", KINDS[:4], marks=pytest.mark.slow)],
    ids=["wide", "phone"],
)
def test_everybody_can_read_the_pages(demo_served, read, width, scheme, pages):
    """By axe-core nothing stands in the way (WCAG 2.2 A, AA), and no page can be pushed sideways."""
    reader = read(demo_served.origin, width=width, color_scheme=scheme)

    assert [] == faults(reader, [f"{demo_served.origin}/archive/{each}" for each in pages])
    assert [] == reader.strays


@pytest.mark.slow
@pytest.mark.parametrize("width", [WIDE, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_in_every_way(demo_served, scripts_served, read, width, scheme):
    """The same, of all pages, sizes and colours, without scripts as well."""
    for place, pages in ((demo_served, PAGES), (scripts_served, SCRIPTS)):
        reader = read(place.origin, width=width, color_scheme=scheme)
        assert [] == faults(reader, [f"{place.origin}/archive/{each}" for each in pages])


@pytest.mark.slow
def test_files_look_as_good(demo_site, read):
    """As files the pages are the same; search says what it does."""
    reader = read(demo_site.origin, width=PHONE)
    folder = Path(url2pathname(urlsplit(demo_site.origin).path))
    kept = min(
        path.name.partition("-")[2] for path in folder.glob("page-*.html")
    )  # a crawl numbers as answers come
    names = (
        "index.html",
        "search.html",
        "search.html?q=lamp",
        "month-2019-09.html",
        "post-3.html",
        "source-1.html",
        "source-10.html",
        f"snapshot-{kept}",
        f"page-{kept}",
    )

    assert [] == faults(reader, [f"{demo_site.origin}/{each}" for each in names])
    assert [] == reader.strays


def test_on_paper_the_notes_say_where_their_sources_are(demo_served, read):
    """A printed post has its text, its notes and the address of each source; nothing that is for clicking."""
    reader = read(demo_served.origin)
    page = reader.page
    reader.open(f"{demo_served.origin}/archive/-/post/3")
    urls = [re.sub(r"\W", "", each) for each in page.locator(".card .source .address").all_inner_texts()]
    paper = page.pdf(format="A4")
    (reader.screenshots / "paper.pdf").write_bytes(paper)
    with pypdfium2.PdfDocument(paper) as document:
        text = "".join(each.get_textpage().get_text_range() for each in document)
    notes = page.locator(".card .which b").all_inner_texts()
    printed = re.sub(r"\W|\ufffe", "", text)

    assert len(urls) >= 9
    assert [] == [url for url in urls if url not in printed]
    assert ["1", "2", "3"] == notes[:3]
    assert "11 citations" in text
    assert re.search(r"3\s*Vane, Cuthbert", text)
    assert "Search posts and sources" not in text


@pytest.mark.parametrize(
    ("number", "way"),
    [(1, "rtl"), (2, "rtl"), (3, "ltr"), (4, "ltr")],
    ids=["Arabic", "Hebrew", "Chinese", "Japanese"],
)
def test_other_scripts_run_as_they_should(scripts_served, read, number, way):
    """Text and notes in their direction, addresses from left to right; marks lead to their notes; every word is found."""
    reader = read(scripts_served.origin, width=PHONE)
    page = reader.page
    reader.open(f"{scripts_served.origin}/archive/-/post/{number}")
    reader.look(f"script-{number}")
    ways = page.evaluate(
        "['article h1', '.card .note', '.card .address'].map((each) => getComputedStyle(document.querySelector(each)).direction)"
    )
    page.locator("a.mark").nth(2).click()

    assert [way, way, "ltr"] == ways
    assert 1 == page.locator(".card:target").count()
    assert [] == reader.overflow()


@pytest.mark.slow
def test_three_hundred_notes(scripts_served, read):
    """The last of them comes into sight beside the text, which stays where it was; without scripts the text may move."""
    for scripts in (True, False):
        reader = read(scripts_served.origin, java_script_enabled=scripts)
        page = reader.page
        reader.open(f"{scripts_served.origin}/archive/-/post/5")
        mark = page.locator("a.mark").last
        mark.click()
        card = page.locator("#c300")

        assert 300 == page.locator(".card").count()
        assert 0 <= card.bounding_box()["y"] < 800
        assert 0 <= mark.bounding_box()["y"] < 800 or not scripts
