"""What is cited is taken along: as words that are copied or marked, as files that are saved; with a mouse, with keys, without scripts."""

import re
from functools import cache

import pytest
from click.testing import CliRunner

from archiver.cli import main
from archiver.export.registry import all_formats

FILES = ("biblatex", "bibtex", "csl-json", "ris")
TITLE = "The Light on Skerrow Head"
WORDINGS = ".cite > .wording, .cite details:first-of-type .wording"  # the second has what makes a package


@cache
def cited(folder, reference, *words):
    """What the program prints."""
    done = CliRunner().invoke(main, ["cite", reference, *words, "--archive", str(folder)])
    assert 0 == done.exit_code
    return done.stdout.replace("\r\n", "\n")


def to_post(reader, home):
    """From the first page to a post; its number."""
    reader.open(home)
    reader.page.get_by_role("link", name=re.compile("September 2019")).click()
    reader.page.get_by_role("link", name=TITLE).click()
    return number(reader.page)


def to_source(page):
    """On to what its first note cites; its number."""
    page.locator(".source a.work").first.click()
    return number(page)


def number(page):
    """As `archiver cite` takes it."""
    kind, at = re.search(r"(post|source)[-/](\d+)", page.url).groups()
    return f"{kind[0]}{at}"


def saved(page, link, act):
    """What a link gives to be saved."""
    with page.expect_download() as caught:
        act(link)
    return caught.value.path().read_bytes().decode().replace("\r\n", "\n")


def files(page):
    """What the links to files give, every other one followed with a key."""
    links = page.locator(".cite .files").first.locator("a").all()
    return [saved(page, link, click if at % 2 else press) for at, link in enumerate(links)]


def click(link):
    """With a mouse."""
    link.click()


def press(link):
    """With a key."""
    link.focus()
    link.press("Enter")


@pytest.mark.slow
def test_what_is_taken_along_is_what_the_program_cites(demo_place, demo_archive, read):
    """Of a post each style's words, once they are copied; of it and of a source a file in each format for reference managers."""
    reader = read(demo_place.origin, keeps=True, permissions=["clipboard-read", "clipboard-write"])
    page = reader.page
    post = to_post(reader, demo_place.home)
    page.locator(".cite summary").first.click()
    pasted = []
    for button in page.locator(WORDINGS).get_by_role("button").all():
        press(button)
        page.wait_for_function("(button) => button.textContent === 'Copied'", arg=button.element_handle())
        pasted.append(page.evaluate("navigator.clipboard.readText()"))
    found = files(page)
    source = to_source(page)
    found += files(page)

    assert wordings(demo_archive, post) == sorted(pasted)
    assert [
        cited(demo_archive.folder, each, "-f", name) for each in (post, source) for name in FILES
    ] == found
    assert [] == reader.strays


def test_no_script_is_needed(demo_place, demo_archive, read):
    """A style's words stand there to be marked, once a key has opened them; files are saved."""
    reader = read(demo_place.origin, keeps=True, java_script_enabled=False)
    page = reader.page
    post = to_post(reader, demo_place.home)
    found = files(page)
    press(page.locator(".cite summary").first)

    assert wordings(demo_archive, post) == sorted(page.locator(WORDINGS).all_inner_texts())
    assert [cited(demo_archive.folder, post, "-f", name) for name in FILES] == found


def wordings(collection, reference):
    """Every style that is no file, as the program prints it."""
    names = (name for name in all_formats() if name not in FILES)
    return sorted(cited(collection.folder, reference, "-f", name).strip() for name in names)
