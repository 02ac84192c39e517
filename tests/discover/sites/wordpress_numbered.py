"""WordPress in a folder of a campus, posts as `/archives/123`: their months are below `date/`."""

from tests.discover.sites.plain import Plain


def build():
    """Make the blog."""
    return Plain(
        post="/sea/archives/{n}",
        month="/sea/archives/date/{y}/{m}",
        month_page="{path}/page/{n}",
        page="/sea/page/{}",
        start="/sea/",
        feed="/sea/feed",
        head='<link rel="stylesheet" href="/sea/wp-content/themes/x/style.css">',
        list_class="home blog",
        post_class="single single-post",
    ).build()
