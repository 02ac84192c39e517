"""Hugo with dated addresses: no months, a feed of ten, a sitemap."""

from tests.discover.sites.plain import Plain


def build():
    """Make the blog."""
    head = '<meta name="generator" content="Hugo 0.111.3">'
    return Plain(
        post="/posts/{y}/{m}/{slug}/", page="/page/{}/", feed="/index.xml", has_sitemap=True, head=head
    ).build()
