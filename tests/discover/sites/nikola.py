"""Nikola: years lead to months, whose pages are numbered from the oldest; posts' addresses have no dates."""

from tests.discover.sites.common import PLAN, month_at, month_name
from tests.discover.sites.plain import Plain


def build():
    """Make the blog."""
    blog = Plain(
        post="/posts/{slug}/",
        month="/{y}/{m}/",
        month_page="{path}index-{down}.html",
        page="/index-{}.html",
        feed="/rss.xml",
        head='<meta name="generator" content="Nikola (getnikola.com)">',
        foot='<a href="/archive.html">Archive</a>',
        article='<article class="h-entry post-text {kind}"><h1 class="p-name entry-title"><a href="{path}" class="u-url">{title}</a></h1><p class="dateline"><time class="published dt-published" datetime="{published}">{date}</time></p><div class="e-content entry-content"><p>Words of {number}.</p></div></article>',
    )
    site = blog.build()
    years = "".join(f'<li><a href="/{year}/">{year}</a></li>' for year in ("2019", "2018"))
    site.add_list(
        "/archive.html", blog.shell("Archive", f'<ul class="postlist">{years}</ul>', "", "/archive.html")
    )
    for year in ("2019", "2018"):
        months = "".join(
            f'<li><a href="{month_at(month, blog.month)}">{month_name(month).split()[0]}</a></li>'
            for month in PLAN
            if month.startswith(year)
        )
        site.add_list(f"/{year}/", blog.shell(year, f'<ul class="postlist">{months}</ul>', "", f"/{year}/"))
    return site
