"""A reader's way: search, a post, its third footnote, the source, the copy that is kept of it; with a mouse, with keys, without scripts."""

import re

import pytest

THIRD = re.compile(r"^\W*3\W*$")
TITLE = "The Light on Skerrow Head"


def open_post(reader, home: str) -> None:
    """From the first page, by its month."""
    page = reader.page
    reader.open(home)
    page.get_by_role("link", name=re.compile("September 2019")).click()
    page.get_by_role("link", name=TITLE).click()


def to_source(page) -> None:
    """From a post to the source of its third footnote, by its note."""
    page.locator("a.mark", has_text=THIRD).first.click()
    card = page.locator(".card:target, .card.chosen")
    assert 1 == card.count()
    assert card.is_visible()
    assert card.evaluate(
        "(card) => { const at = card.getBoundingClientRect(); return at.top >= 0 && at.top < innerHeight }"
    )
    card.locator(".source a.work").first.click()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_the_third_footnote_is_four_clicks_away(demo_place, read, scripts):
    """Month, post, mark, source; then its copy as text and as it looked. Nothing is asked outside, nothing of the copy runs."""
    reader = read(demo_place.origin, java_script_enabled=scripts)
    page = reader.page
    open_post(reader, demo_place.home)
    reader.look(f"post-{demo_place.is_served}")
    to_source(page)
    source = page.url
    reader.look(f"source-{demo_place.is_served}")
    page.locator("#captures ~ * a, .time a").first.click()
    snapshot = page.url
    reader.look(f"snapshot-{demo_place.is_served}")
    assert page.locator("#text p").count()
    page.get_by_role("link", name="Page", exact=True).click()
    frame = page.frame_locator("iframe.page")
    frame.locator("body").wait_for()
    reader.look(f"page-view-{demo_place.is_served}")

    assert ("source" in source, "snapshot" in snapshot) == (True, True)
    assert frame.locator("p").count()
    assert ([], []) == (reader.strays, reader.happened)


@pytest.mark.parametrize("width", [1280, pytest.param(360, marks=pytest.mark.slow)])
def test_search_leads_to_the_place_in_the_text(demo_place, read, width):
    """What is typed is found; the result leads to the post, where the words are in sight."""
    reader = read(demo_place.origin, width=width)
    page = reader.page
    reader.open(demo_place.home)
    page.get_by_role("searchbox").fill("skerrow lens")
    page.get_by_role("searchbox").press("Enter")
    hits = page.locator(".hits h2 a")
    hits.first.wait_for()
    reader.look(f"search-{demo_place.is_served}-{width}")
    found = hits.all_inner_texts()
    hits.filter(has_text=TITLE).first.click()

    assert TITLE in found
    assert page.locator("h1").inner_text() == TITLE
    assert [] == reader.strays


def test_keys_are_enough(demo_served, read):
    """Tab reaches a mark and shows where one is; Enter opens its note, Tab leads on to the source, Escape back to the mark."""
    reader = read(demo_served.origin)
    page = reader.page
    open_post(reader, demo_served.home)
    mark = page.locator("a.mark", has_text=THIRD).first
    wanted = mark.get_attribute("href")
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('href')") == wanted:
            break
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    page.keyboard.press("Enter")
    card = page.evaluate("'#' + document.activeElement.id")
    page.keyboard.press("Escape")
    back = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")
    reached = []
    while "work" not in reached and len(reached) < 9:
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.className"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/source/*")

    assert ("solid", wanted, wanted) == (outline, card, back)


def test_the_first_key_leads_past_what_is_on_every_page(demo_place, read):
    """Tab and Enter, and the text is next."""
    reader = read(demo_place.origin)
    reader.open(demo_place.home)
    reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Enter")

    assert "main" == reader.page.evaluate("document.activeElement.id")


def test_back_leads_back(demo_place, read):
    """From a note to its mark by its arrow; from a source to the post as browsers do."""
    reader = read(demo_place.origin, width=360)
    page = reader.page
    open_post(reader, demo_place.home)
    post = page.url
    page.locator("a.mark", has_text=THIRD).first.click()
    page.locator(".card:target .back").click()
    mark = page.evaluate("location.hash")
    page.go_back()
    page.locator(".card:target a.work").first.click()
    page.go_back()

    assert mark.startswith("#m")
    assert post == page.url.partition("#")[0]
