"""WordPress before its sitemaps, the API closed: a widget that shows five months and a calendar; the older months are found one by one."""

import re

from tests.discover.blogs import list_page
from tests.discover.sites.common import PLAN, month_at, rss
from tests.discover.sites.common import posts as all_posts
from tests.discover.sites.plain import Plain

FEED_PAGE = 10


def build():
    """Make the blog."""
    blog = Plain(
        post="/{y}/{m}/{d}/{slug}/",
        month="/{y}/{m}/",
        linked=5,
        head='<meta name="generator" content="WordPress 5.2"><link rel="https://api.w.org/" href="/wp-json/">',
        list_class="blog home",
        post_class="single single-post",
    )
    site = blog.build()
    months = list(PLAN)
    for n, month in enumerate(months):
        before = months[n - 1] if n else "2017-12"
        calendar = f'<table id="wp-calendar"><tr><td><a href="{month_at(before, blog.month)}">« before</a></td></tr></table>'
        path = month_at(month, blog.month)
        site.pages[path] = site.pages[path].replace("</main>", f"</main>{calendar}")
    for n in range(1, len(all_posts()) // FEED_PAGE + 2):
        items = all_posts()[(n - 1) * FEED_PAGE : n * FEED_PAGE]
        site.add_list(
            "/feed/" if n == 1 else f"/feed/?paged={n}",
            rss(items, blog.post, generator="https://wordpress.org/?v=5.2"),
        )
    site.anything = _calendar
    site.in_vain = 7  # with the closed API, the calendar's three empty months, and the feed's end
    return site


def _calendar(path):
    """Any month before the first is there, empty, and leads to the one before it."""
    match = re.fullmatch(r"/(\d{4})/(\d\d)/", path)
    if match is None or int(match[1]) > 2017:
        return None
    year, month = int(match[1]), int(match[2])
    before = f"/{year if month > 1 else year - 1}/{month - 1 or 12:02d}/"
    return list_page(["<p>Nothing found.</p>"], foot=f'<a href="{before}">« before</a>')
