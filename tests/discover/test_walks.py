"""The way through generated blogs of each platform: every month's every page, every post, and little else."""

import importlib
from pathlib import Path

import pytest

from archiver.discover.registry import FALLBACK, all_platforms
from tests.discover.sites.common import keys, trap_paths

SITES = sorted({path.stem for path in (Path(__file__).parent / "sites").glob("*.py")} - {"common", "plain"})


@pytest.mark.parametrize("newest_first", [False, True])
@pytest.mark.parametrize("name", SITES)
def test_the_whole_way(name, newest_first):
    """All months and posts, in whatever order answers come; a handful of requests in vain."""
    site = importlib.import_module(f"tests.discover.sites.{name}").build()
    crawl = site.crawl(site.start, newest_first=newest_first)

    assert keys(site.own) == keys(crawl.posts)
    assert len(site.own) == len(crawl.posts)
    assert set() == site.months - set(crawl.months)
    assert [] == site.wasted(crawl)[site.in_vain :]


def test_every_platform_is_walked():
    """A platform file without a generated blog would never be tried as a whole."""
    walked = {name.partition("_")[0] for name in SITES}

    assert set() == set(all_platforms()) - walked - {FALLBACK}


@pytest.mark.parametrize("name", SITES)
def test_no_trap_is_asked_for(name):
    """Of the links that lead nowhere, none is followed; the first of a blog's feeds may be told by its address alone."""
    site = importlib.import_module(f"tests.discover.sites.{name}").build()
    crawl = site.crawl(site.start)
    lures = {path for each in site.pages for path in trap_paths(each)} - site.months - site.own - site.lists

    assert set() == {path for _, path in crawl.asked} & lures - {"/a/feed/"}
