"""The demo as a folder of pages: everything that a page names is in the folder, and nothing is asked for outside."""

import re
import subprocess
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest

from tests.browser import chromium
from tests.whole.conftest import run_archiver

pytestmark = pytest.mark.slow

_FETCHED = {
    ("link", "href"),
    ("img", "src"),
    ("script", "src"),
    ("iframe", "src"),
    ("source", "srcset"),
    ("img", "srcset"),
    ("video", "poster"),
    ("video", "src"),
    ("audio", "src"),
    ("object", "data"),
    ("embed", "src"),
    ("form", "action"),
    ("body", "background"),
}


class Addresses(HTMLParser):
    """What a page fetches, and where its links lead."""

    def __init__(self, page):
        super().__init__()
        self.fetched, self.links, self.ids = [], [], set()
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        """Remember."""
        said = dict(attrs)
        self.ids.add(said.get("id"))
        for name, value in attrs:
            if (tag, name) in _FETCHED and value:
                self.fetched += (
                    [each.split()[0] for each in value.split(",")] if name == "srcset" else [value]
                )
        if tag == "a" and said.get("href"):
            self.links.append(said["href"])


@pytest.fixture(scope="module")
def site(whole, tmp_path_factory):
    """Written by the program, into a folder with a space in its name; the archive is not needed afterwards."""
    folder = tmp_path_factory.mktemp("site") / "to give away"
    done = run_archiver("export", "site", "--archive", whole.collection.folder, folder, cwd=folder.parent)

    assert (0, "") == (done.returncode, done.stderr)
    return folder


@pytest.fixture(scope="module")
def pages(site) -> dict[str, Addresses]:
    """All pages, by their names."""
    return {path.name: Addresses(path.read_text(encoding="utf-8")) for path in site.glob("*.html")}


def test_everything_that_a_page_fetches_is_in_the_folder(site, pages):
    """Styles, images, frames, scripts; no page asks anybody else."""
    names = {path.name for path in site.iterdir()}
    wanted = {
        (name, url)
        for name, page in pages.items()
        for url in page.fetched
        if not url.startswith(("data:", "about:"))
    }

    assert set() == {(name, url) for name, url in wanted if urlsplit(url).path not in names}
    assert set() == {(name, url) for name, url in wanted if urlsplit(url).scheme or urlsplit(url).netloc}


def test_style_sheets_fetch_from_the_folder_too(site):
    """Whatever they were written for."""
    names = {path.name for path in site.iterdir()}
    found = [
        url.strip("\"' ")
        for path in [*site.glob("content-*.css"), *site.glob("content-*.html")]
        for url in re.findall(r"url\(([^)]*)\)", path.read_text(encoding="utf-8"))
    ]

    assert set() == {
        url for url in found if not url.startswith(("data:", "about:", "#")) and url not in names
    }


def test_every_citation_leads_to_its_source(site, pages, whole):
    """From the mark to the note, from the note to the source, from the source to its captures: all inside."""
    posts = {name: page for name, page in pages.items() if name.startswith("post-")}
    (count,) = whole.rows("SELECT count(*) AS n FROM posts WHERE first_captured IS NOT NULL")
    inner = {
        (name, link)
        for name, page in pages.items()
        if not name.startswith("content-")
        for link in page.links
        if not urlsplit(link).scheme and not link.startswith("#")
    }

    assert count["n"] == len(posts)
    assert set() == {(name, link) for name, link in inner if not (site / urlsplit(link).path).is_file()}
    assert set() == {
        (name, link)
        for name, page in posts.items()
        for link in page.links
        if link.startswith("#c") and link[1:] not in page.ids
    }


def test_an_archived_page_has_no_script(site):
    """Ours have two; what was captured has none."""
    for path in site.glob("content-*.html"):
        assert "<script" not in path.read_text(encoding="utf-8").lower(), path.name


def test_search_runs_in_the_browser(site):
    """From the disk, without a server; what strangers wrote is only text."""
    browser = chromium.found()
    if browser is None:
        pytest.skip(chromium.MISSING)
    title = re.search(r"<h1[^>]*>(.*?)</h1>", (site / "post-1.html").read_text(encoding="utf-8"))
    assert title is not None
    word = max(re.findall(r"[A-Za-z]+", title[1]), key=len)
    flags = "--headless=new --no-sandbox --disable-gpu --virtual-time-budget=5000 --dump-dom".split()
    shown = subprocess.run(
        [browser, *flags, f"{(site / 'search.html').as_uri()}?q={word}"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    ).stdout

    assert 'href="post-1.html"' in shown
    assert " found" in shown


def test_a_folder_with_something_in_it_is_left_alone(whole, tmp_path):
    """One clear line."""
    (tmp_path / "mine").write_text("mine")
    done = run_archiver("export", "site", "--archive", whole.collection.folder, tmp_path, cwd=tmp_path)

    assert (1, ["mine"]) == (done.returncode, [each.name for each in tmp_path.iterdir()])
    assert "is not empty" in done.stderr
