"""Blogs that are put together from a few choices: where posts and months are, what links to them, which lists there are."""

from dataclasses import dataclass

from tests.discover.sites.common import (
    PLAN,
    Site,
    add_front,
    add_machine_lists,
    by_month,
    month_at,
    month_name,
    parts,
    posts,
    rss,
    traps,
)


@dataclass(kw_only=True)
class Plain:
    """A blog of `article.post` or of a theme's own markup. The addresses are forms."""

    post: str
    month: str | None = None
    month_page: str = "{path}page/{n}/"
    month_size: int = 3
    linked: int = 0  # how many months the widget shows, the newest first
    page: str = "/page/{}/"  # of the front page
    start: str = "/"
    feed: str = "/feed/"
    in_feed: int = 10
    has_sitemap: bool = False
    head: str = ""
    list_class: str = ""
    post_class: str = ""
    foot: str = ""
    article: str = '<article class="post hentry {kind}"><h2 class="entry-title"><a href="{path}" rel="bookmark">{title}</a></h2><time class="entry-date published" datetime="{published}">{shown}</time><div class="entry-content"><p>Words of {number}.</p></div></article>'

    def build(self):
        """Make the blog."""
        site = Site(start=self.start)
        site.add_posts(self.post, self.own_page)
        add_front(site, self.front_page, form=self.page, start=self.start)
        if self.has_sitemap:
            add_machine_lists(site, self.post, feed=self.feed, most=self.in_feed)
        else:
            site.add_list(self.feed, rss(posts()[: self.in_feed], self.post))
        for month, items in by_month().items() if self.month else ():
            self.add_month(site, month, items)
        return site

    def add_month(self, site, month, items):
        """Put the pages of a month in."""
        path = month_at(month, self.month)
        pages = parts(items, self.month_size)
        names = [
            path, *(self.month_page.format(path=path, stem=path.removesuffix(".html"), n=n, down=len(pages) - n + 1) for n in range(2, len(pages) + 1))
        ]  # fmt: skip
        for n, part in enumerate(pages):
            near = f'<a class="prev" href="{names[n - 1]}">Newer posts</a>' if n else ""
            near += (
                f'<a class="next" rel="next" href="{names[n + 1]}">Older posts</a>'
                if n + 1 < len(pages)
                else ""
            )
            heading = f"<h1>{month_name(month)}</h1>"
            site.add_month(
                names[n],
                self.shell(month_name(month), heading + self.entries(part) + near, self.list_class, path),
            )

    def front_page(self, part, more):
        """Make a page of the front page's list."""
        older = f'<a class="next" href="{more}">Older posts</a>' if more else ""
        return self.shell("The Blog", self.entries(part) + older + self.widget(), self.list_class, self.start)

    def own_page(self, post):
        """Make a post's page, with its neighbour."""
        near = "".join(
            f'<a rel="prev" href="{other.at(self.post)}">Before</a>'
            for other in posts()
            if other.number == post.number - 1
        )
        return self.shell(
            post.title, self.entry(post) + near + self.widget(), self.post_class, post.at(self.post)
        )

    def entries(self, part):
        """Make the entries of a list."""
        return "".join(map(self.entry, part))

    def entry(self, post):
        """Make one entry."""
        return self.article.format(
            path=post.at(self.post), title=post.title, published=post.published, date=post.date,
            shown=post.shown, number=post.number, kind="type-post",
        )  # fmt: skip

    def widget(self):
        """Make the list of months, which may be cut."""
        months = list(reversed(PLAN))[: self.linked]
        rows = "".join(
            f'<li><a href="{month_at(month, self.month)}">{month_name(month)}</a> ({PLAN[month]})</li>'
            for month in months
        )
        return f'<aside class="widget"><h2>Archives</h2><ul>{rows}</ul></aside>' if rows else ""

    def shell(self, title, main, kind, path):
        """Make a page."""
        return (
            f'<html><head><title>{title}</title><link rel="alternate" type="application/rss+xml" title="The Blog" href="{self.feed}">{self.head}</head>'
            f'<body class="{kind}"><header><a class="site-title" href="{self.start}" rel="home">The Blog</a></header><main>{main}</main>'
            f"{traps(path)}<footer>{self.foot}</footer></body></html>"
        )
