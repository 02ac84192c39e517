"""Hexo with NexT: months below its archives, in parts, that nothing links to."""

from tests.discover.sites.plain import Plain


def build():
    """Make the blog."""
    return Plain(
        post="/{y}/{m}/{d}/{slug}/",
        month="/archives/{y}/{m}/",
        feed="/atom.xml",
        has_sitemap=True,
        head='<meta name="generator" content="Hexo 7.3.0">',
    ).build()
