"""Serendipity, which no file claims: months at `/archives/2019/09.html`, their further parts at `/archives/2019/09/P2.html`."""

from tests.discover.sites.plain import Plain


def build():
    """Make the blog."""
    return Plain(
        post="/archives/{n}-{slug}.html",
        month="/archives/{y}/{m}.html",
        month_page="{stem}/P{n}.html",
        linked=17,
        page="/archives/P{}.html",
        feed="/feeds/index.rss2",
    ).build()
