"""Dotclear, which no file claims: two months are linked to; the list goes back further, and so do the months."""

from tests.discover.sites.plain import Plain


def build():
    """Make the blog."""
    return Plain(
        post="/index.php/post/{y}/{m}/{d}/{slug}",
        month="/index.php/archive/{y}/{m}",
        month_size=50,
        linked=2,
        page="/index.php/page/{}",
        feed="/index.php/feed/atom",
    ).build()
