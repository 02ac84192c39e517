"""PyBlosxom with stories of their own: months are at `/2019/09/`, in one page each, and nothing links to them."""

from tests.discover.sites.plain import Plain


def build():
    """Make the blog."""
    return Plain(
        post="/canals/{slug}.html",
        month="/{y}/{m}/",
        month_size=99,
        page="/?page={}",
        feed="/index.rss",
        head='<meta name="generator" content="PyBlosxom 1.5.3">',
        article='<div class="blosxomEntry"><h2 class="blosxomTitle"><a href="{path}" rel="bookmark">{title}</a></h2><span class="blosxomDate">{shown}</span><div class="blosxomBody"><p>Words of {number}.</p></div><p class="blosxomFooter">posted at: 09:30 | <a href="{path}">permanent link to this entry</a></p></div>',
    ).build()
