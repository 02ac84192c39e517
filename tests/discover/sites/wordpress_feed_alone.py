"""WordPress with its API closed, without months or further pages: older posts are in parts of the feed that it does not name."""

from tests.discover.sites.common import posts, rss
from tests.discover.sites.plain import Plain

AT_ONCE = 10


def build():
    """Make the blog."""
    blog = Plain(
        post="/{slug}/",
        head='<meta name="generator" content="WordPress 5.2">',
        list_class="home blog",
        post_class="single single-post",
    )
    site = blog.build()
    for n in range(2, 8):
        site.lists.remove(f"/page/{n}/")
        del site.pages[f"/page/{n}/"]
    site.pages["/"] = site.pages["/"].replace("/page/2/", "/about/")
    for n in range(1, len(posts()) // AT_ONCE + 2):
        part = posts()[(n - 1) * AT_ONCE : n * AT_ONCE]
        path = "/feed/" if n == 1 else f"/feed/?paged={n}"
        site.add_list(path, rss(part, blog.post, generator="https://wordpress.org/?v=5.2"))
    site.in_vain = 5  # with two months that are not there, and the feed's end
    return site
