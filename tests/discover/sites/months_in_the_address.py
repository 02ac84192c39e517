"""Software that nobody named: months known by their query alone, linked with bare numbers, whole posts on their pages."""

from tests.discover.sites.common import PLAN, month_at
from tests.discover.sites.plain import Plain


def build():
    """Make the blog."""
    blog = Plain(
        post="/index.php?itemid={n}",
        month="/index.php?archive={y}-{m}",
        month_page="{path}&page={n}",
        page="/index.php?page={}",
        feed="/rss.php",
    )
    site = blog.build()
    rows = "".join(f'<a href="{month_at(month, blog.month)}">{month[5:]}.{month[:4]}</a> ' for month in PLAN)
    site.pages["/"] = site.pages["/"].replace("<footer>", f'<div id="sidebar">{rows}</div><footer>')
    return site
