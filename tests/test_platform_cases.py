"""Every platform file has a case, every case is claimed by one platform, and the first look at it tells what its page says."""

import json
from pathlib import Path

import pytest

from archiver.discover.look import look
from archiver.discover.registry import FALLBACK, all_platforms, claims, platform_of
from archiver.web.page import Page

CASES = sorted(path for path in (Path(__file__).parent / "cases" / "platforms").iterdir() if path.is_dir())


def read(folder):
    """Read a case: its page, and what is expected of it."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return Page(expected["url"], (folder / "page.html").read_text(encoding="utf-8")), expected


def test_every_platform_has_a_case():
    """A file in `platforms/` without a case would never be tried."""
    shown = {platform_of(read(folder)[0]).NAME for folder in CASES}

    assert set(all_platforms()) == shown


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_every_case_is_claimed_by_one_platform(folder):
    """Exactly the platform that the case is named for; the fallback is what nobody claims."""
    page, expected = read(folder)
    claimed = () if expected["platform"] == FALLBACK else (expected["platform"],)

    assert claimed == claims(page)
    assert folder.name.split("-")[0] == expected["platform"]


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_the_first_look_tells_what_the_page_says(folder):
    """Months with their counts, feeds without those of comments, lists; nothing else."""
    page, expected = read(folder)
    seen = look(page)

    assert {key: expected[key] for key in ("platform", "title", "months", "feeds", "listings")} == {
        "platform": seen.platform,
        "title": seen.title,
        "months": [[str(link.month), link.url, link.posts] for link in seen.months],
        "feeds": list(seen.feeds),
        "listings": list(seen.listings),
    }


def test_a_page_that_two_platforms_claim_falls_back(monkeypatch):
    """No order decides between two files: the fault shows, and the common habits are used."""
    monkeypatch.setattr("archiver.discover.registry.claims", lambda _: ("one", "two"))

    assert FALLBACK == platform_of(Page("https://a.example/", "<p>")).NAME
