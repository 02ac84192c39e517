"""A blog without months that shows its front page for any month, day or argument, and goes on without end."""

from tests.discover.sites.plain import Plain


def build():
    """Make the blog."""
    site = Plain(post="/{y}/{m}/{slug}.html", page="/page/{}/", has_sitemap=True).build()
    front = site.pages["/"]
    site.anything = lambda path: None if path == "/robots.txt" else front
    return site
