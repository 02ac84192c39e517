"""Hugo without a sitemap: the list is read to its end."""

from tests.discover.sites.plain import Plain


def build():
    """Make the blog."""
    foot = 'Powered by <a href="https://gohugo.io/">Hugo</a>'
    return Plain(post="/posts/{slug}/", page="/page/{}/", feed="/index.xml", foot=foot).build()
