"""The way through generated blogs of each platform: every month's every page, every post, and little else."""

import importlib
from pathlib import Path

import pytest

from archiver.discover.addresses import key
from archiver.discover.registry import FALLBACK, all_platforms
from archiver.models.blog import Month
from archiver.models.capture import Role
from archiver.models.lead import Scope
from tests.discover.blogs import B
from tests.discover.sites.common import keys, posts, trap_paths

SITES = sorted({path.stem for path in (Path(__file__).parent / "sites").glob("*.py")} - {"common", "plain"})


def build(name):
    """Make the blog of a site file."""
    return importlib.import_module(f"tests.discover.sites.{name}").build()


@pytest.mark.parametrize("newest_first", [False, True])
@pytest.mark.parametrize("name", SITES)
def test_the_whole_way(name, newest_first):
    """All months and posts, in whatever order answers come; a handful of requests in vain, and none where a trap lures.

    The first of a blog's feeds may be known by its address alone.
    """
    site = build(name)
    crawl = site.crawl(site.start, newest_first=newest_first)
    lures = {path for each in site.pages for path in trap_paths(each)} - site.months - site.own - site.lists

    assert keys(site.own) == keys(crawl.posts)
    assert len(site.own) == len(crawl.posts)
    assert set() == site.months - set(crawl.months)
    assert [] == site.wasted(crawl)[site.in_vain :]
    assert set() == {path for _, path in crawl.asked} & lures - {"/a/feed/"}


def test_every_platform_is_walked():
    """A platform file without a generated blog would never be tried as a whole."""
    walked = {name.partition("_")[0] for name in SITES}

    assert set() == set(all_platforms()) - walked - {FALLBACK}


@pytest.mark.parametrize(
    ("scope", "is_wanted"),
    [
        (Scope(since=Month(year=2019, month=7)), lambda month: month >= "2019-07"),
        (Scope(months=frozenset([Month(year=2018, month=7)])), lambda month: month == "2018-07"),
    ],
)
@pytest.mark.parametrize("name", SITES)
def test_bounds(name, scope, is_wanted):
    """Within bounds, all posts of those months and none of others, though the software names no dates; lists end early."""
    site = build(name)
    crawl = site.crawl(site.start, scope)
    wanted = {post.title for post in posts() if is_wanted(post.month)}

    assert wanted == {title for path in crawl.posts if (title := site.titles.get(key(B + path)))}
    assert len(wanted) == len(crawl.paths(Role.POST))


@pytest.mark.parametrize("name", SITES)
def test_a_limit(name):
    """A few posts cost a few requests."""
    site = build(name)
    crawl = site.crawl(site.start, Scope(limit=3))

    assert len(crawl.posts) == len(crawl.paths(Role.POST)) == 3
    assert len(crawl.asked) <= 10
