"""The way through generated blogs of each platform: every month's every page, every post, and little else."""

import importlib
from pathlib import Path

import pytest

from tests.discover.sites.common import keys

SITES = sorted(path.stem for path in (Path(__file__).parent / "sites").glob("*.py") if path.stem != "common")
IN_VAIN = 4  # requests: robots.txt, a sitemap or two, a month that is not there


@pytest.mark.parametrize("newest_first", [False, True])
@pytest.mark.parametrize("name", SITES)
def test_the_whole_way(name, newest_first):
    """All months and posts, in whatever order answers come; a handful of requests in vain."""
    site = importlib.import_module(f"tests.discover.sites.{name}").build()
    crawl = site.crawl(site.start, newest_first=newest_first)

    assert keys(site.own) == keys(crawl.posts)
    assert len(site.own) == len(crawl.posts)
    assert set() == site.months - set(crawl.months)
    assert [] == site.wasted(crawl)[IN_VAIN:]
