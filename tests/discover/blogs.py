"""Small blogs in memory, to go the whole way through."""

from collections.abc import Callable
from dataclasses import dataclass, field

from archiver.discover.post import is_post
from archiver.discover.route import Route
from archiver.models.blog import Month
from archiver.models.capture import Role, Visit
from archiver.models.lead import Scope
from archiver.web.page import Page
from archiver.web.url import canonical

B = "https://blog.example.org"
TODAY = Month(year=2020, month=1)
DATES = [f"{year}-{month:02d}" for year in (2018, 2019) for month in (1, 2, 4, 6, 7, 9, 12)]


@dataclass
class Blog:
    """A blog in a dictionary: what is not in it is not found. `anything` answers for what is not there."""

    pages: dict[str, str] = field(default_factory=dict)
    anything: str | Callable[[str], str | None] | None = None

    def crawl(self, start="/", scope=None, *, newest_first=False):
        """Go the whole way; every request is counted."""
        route = Route(B + start, scope or Scope(), TODAY)
        crawl = Crawl()
        waiting = route.start()
        while waiting:
            while waiting:
                lead = waiting.pop(-1 if newest_first else 0)
                path = canonical(lead.url).removeprefix(B)  # as the spider asks
                visit = Visit(
                    role=lead.role,
                    seed=B + start,
                    month=str(lead.month) if lead.month else None,
                    page=lead.page,
                )
                html = self.answer(path)
                crawl.asked.append((lead.role, path))
                if html is None:
                    crawl.missed.append(path)
                    waiting += route.missed(visit)
                else:
                    waiting += route.follow(visit, lead.url, html)
                    if lead.role is Role.POST and is_post(Page(lead.url, html)):
                        crawl.posts.add(path)
                    if lead.role is Role.MONTH:
                        crawl.months[path] = lead.page
            waiting = route.exhausted()
        return crawl

    def answer(self, path):
        """Give what a server would: a page, or nothing."""
        if path in self.pages or not callable(self.anything):
            return self.pages.get(path, self.anything)
        return self.anything(path)


@dataclass
class Crawl:
    """What was asked for, and what came of it."""

    asked: list[tuple[Role, str]] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    posts: set[str] = field(default_factory=set)
    months: dict[str, int | None] = field(default_factory=dict)

    def paths(self, *roles):
        """List the addresses that were asked for in some roles."""
        return [path for role, path in self.asked if role in roles]


def post_page(path, date):
    """Make a post, with links that nobody should follow."""
    return (
        f'<html><body><header><a href="/">The Blog</a></header><article><h1>Of {path}</h1><time datetime="{date}-12T10:00:00+01:00">{date}</time>'
        f'<div class="entry-content"><p>Words. <a href="/2017/01/">An old month</a>, <a href="/private/">a page</a>.</p></div></article>'
        f'<a href="{path}?replytocom=1">Reply</a><a href="{path}?share=x">Share</a><a rel="next" href="/page/99/">Next</a></body></html>'
    )


def entry(path, date):
    """Make an entry of a list."""
    return f'<article><h2><a href="{path}">Of {path}</a></h2><time datetime="{date}-12T10:00:00+01:00">{date}-12</time><p>Words.</p></article>'


def undated(path, _date):
    """Make an entry that shows no date."""
    return f'<article><h2><a href="{path}">Of {path}</a></h2><p>Words.</p></article>'


def list_page(entries, *, head="", foot="", title="The Blog"):
    """Make a page that lists posts, among the links that such pages have."""
    return (
        f'<html><head><title>{title}</title>{head}</head><body><nav><a href="/">Home</a><a href="/about/">About</a><a href="/tag/x/">x</a></nav>'
        f"<main>{''.join(entries)}</main>{foot}</body></html>"
    )


def rss(posts):
    """Make a feed."""
    items = (
        f"<item><link>{B}{path}</link><pubDate>12 {name(date)} {date[:4]} 09:00:00 GMT</pubDate></item>"
        for path, date in posts
    )
    return f"<rss><channel><title>The Blog</title>{''.join(items)}</channel></rss>"


def name(date):
    """Abbreviate a month's name."""
    return "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()[int(date[5:]) - 1]


def sitemap(paths):
    """Make a sitemap."""
    return f"<urlset>{''.join(f'<url><loc>{B}{path}</loc></url>' for path in paths)}</urlset>"


def posts_at(form):
    """Two posts a month, at addresses of a form, newest first."""
    return [
        (form.format(y=date[:4], m=date[5:], slug=f"post-{date}-{n}"), date)
        for date in sorted(DATES, reverse=True)
        for n in (1, 2)
    ]


def widget(form="/{y}/{m}/"):
    """Make a list of all months."""
    links = (
        f'<li><a href="{form.format(y=date[:4], m=date[5:])}">{name(date)} {date[:4]}</a> (2)</li>'
        for date in sorted(DATES, reverse=True)
    )
    return f"<aside><h2>Archives</h2><ul>{''.join(links)}</ul></aside>"


def month_pages(posts, form="/{y}/{m}/", *, foot=""):
    """Make the page of each month."""
    by_month = {date: [entry(*post) for post in posts if post[1] == date] for date in DATES}
    return {
        form.format(y=date[:4], m=date[5:]): list_page(entries, foot=foot, title=f"{name(date)} {date[:4]}")
        for date, entries in by_month.items()
    }


def own_pages(posts):
    """Make the page of each post."""
    return {path: post_page(path, date) for path, date in posts}


def paths(posts):
    """List the addresses of posts."""
    return {path for path, _ in posts}


FEED = '<link rel="alternate" type="application/rss+xml" title="The Blog &raquo; Feed" href="/feed/"><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">'


def wordpress():
    """A blog with an archive widget, a feed and a sitemap index; its first month goes over three pages."""
    posts = posts_at("/{y}/{m}/{slug}/")
    extra = [(f"/2019/12/more-{n}/", "2019-12") for n in range(4)]
    pages = own_pages(posts + extra) | month_pages(posts, foot=widget())
    pages["/"] = list_page(
        [entry(*post) for post in posts[:3]],
        head=FEED,
        foot=widget() + '<a class="next" href="/page/2/">Older posts</a>',
    )
    pages["/2019/12/"] = list_page(
        [entry(*post) for post in posts[:2]],
        foot='<a href="/2019/12/page/2/">2</a><a href="/2019/12/page/3/">3</a>' + widget(),
    )
    pages["/2019/12/page/2/"] = list_page(
        [entry(*post) for post in extra[:2]], foot='<a href="/2019/12/">1</a><a href="/2019/12/page/3/">3</a>'
    )
    pages["/2019/12/page/3/"] = list_page(
        [entry(*post) for post in extra[2:]], foot='<a href="/2019/12/">1</a><a href="/2019/12/page/2/">2</a>'
    )
    pages["/feed/"] = rss(posts[:10])
    pages["/robots.txt"] = f"User-agent: *\nSitemap: {B}/wp-sitemap.xml\n"
    files = ("wp-sitemap-posts-post-1.xml", "wp-sitemap-posts-page-1.xml", "wp-sitemap-users-1.xml")
    pages["/wp-sitemap.xml"] = (
        f"<sitemapindex>{''.join(f'<sitemap><loc>{B}/{file}</loc></sitemap>' for file in files)}</sitemapindex>"
    )
    pages["/wp-sitemap-posts-post-1.xml"] = sitemap(paths(posts + extra))
    return Blog(pages), posts + extra


def pelican():
    """Months that nothing links to; a front page in parts, a whole feed, no sitemap."""
    posts = posts_at("/{y}/{m}/{slug}/")
    pages = own_pages(posts) | month_pages(posts)
    parts = [posts[n : n + 5] for n in range(0, len(posts), 5)]
    for n, part in enumerate(parts, start=1):
        older = (
            f'<a href="/index{n + 1}.html">&rang;</a><a href="/index{len(parts)}.html">&Rang;</a>'
            if n < len(parts)
            else ""
        )
        pages["/" if n == 1 else f"/index{n}.html"] = list_page(
            [entry(*post) for post in part], head=FEED, foot=f"<nav>{older}</nav>"
        )
    pages["/feed/"] = rss(posts)
    return Blog(pages), posts
