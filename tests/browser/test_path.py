"""A reader's way: search, a post, its third footnote, the source, the copy that is kept of it."""

import re


def third_footnote(reader) -> None:
    """From a post to the source of its third footnote."""
    page = reader.page
    page.locator("a.mark", has_text=re.compile(r"^\W*3\W*$")).first.click()
    card = page.locator(".card:target, .card.chosen")
    assert 1 == card.count()
    assert card.is_visible()
    card.locator(".source a.work").first.click()


def test_the_third_footnote_is_five_clicks_away(demo_place, read):
    """Month, post, mark, source, copy: nothing is typed, nothing is asked outside, and no script of the copy runs."""
    reader = read(demo_place.origin)
    page = reader.page
    reader.open(demo_place.home)
    page.locator(".calendar a").first.click()
    page.locator(".posts a.title", has_text="Skerrow Head").first.click()
    third_footnote(reader)
    where = page.url
    page.locator(".time a").first.click()

    assert "/source" in where
    assert page.locator("nav.tabs").is_visible()
    assert ([], []) == (reader.strays, reader.happened)
