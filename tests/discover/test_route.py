"""The way through a blog: every month page and every post, little else, whatever the software and its traps."""

from dataclasses import dataclass, field

import pytest

from archiver.discover.post import is_post
from archiver.discover.route import Route
from archiver.models.blog import Month
from archiver.models.capture import Role, Visit
from archiver.models.lead import Scope
from archiver.web.page import Page

B = "https://blog.example.org"
TODAY = Month(year=2020, month=1)
DATES = [f"{year}-{month:02d}" for year in (2018, 2019) for month in (1, 2, 4, 6, 7, 9, 12)]


@dataclass
class Blog:
    """A blog in a dictionary: what is not in it is not found. `anything` answers for what is not there."""

    pages: dict[str, str] = field(default_factory=dict)
    anything: str | None = None

    def crawl(self, start="/", scope=None, *, newest_first=False):
        """Go the whole way; every request is counted."""
        route = Route(B + start, scope or Scope(), TODAY)
        crawl = Crawl()
        waiting = route.start()
        while waiting:
            while waiting:
                lead = waiting.pop(-1 if newest_first else 0)
                path = lead.url.removeprefix(B)
                visit = Visit(role=lead.role, seed=B + start, month=str(lead.month) if lead.month else None, page=lead.page)
                html = self.pages.get(path, self.anything)
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
        f'<main>{"".join(entries)}</main>{foot}</body></html>'
    )


def rss(posts):
    """Make a feed."""
    items = (f"<item><link>{B}{path}</link><pubDate>12 {name(date)} {date[:4]} 09:00:00 GMT</pubDate></item>" for path, date in posts)
    return f"<rss><channel><title>The Blog</title>{''.join(items)}</channel></rss>"


def name(date):
    """Abbreviate a month's name."""
    return "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()[int(date[5:]) - 1]


def sitemap(paths):
    """Make a sitemap."""
    return f"<urlset>{''.join(f'<url><loc>{B}{path}</loc></url>' for path in paths)}</urlset>"


def posts_at(form):
    """Two posts a month, at addresses of a form, newest first."""
    return [(form.format(y=date[:4], m=date[5:], slug=f"post-{date}-{n}"), date) for date in sorted(DATES, reverse=True) for n in (1, 2)]


def widget(form="/{y}/{m}/"):
    """Make a list of all months."""
    links = (f'<li><a href="{form.format(y=date[:4], m=date[5:])}">{name(date)} {date[:4]}</a> (2)</li>' for date in sorted(DATES, reverse=True))
    return f"<aside><h2>Archives</h2><ul>{''.join(links)}</ul></aside>"


def month_pages(posts, form="/{y}/{m}/", *, foot=""):
    """Make the page of each month."""
    by_month = {date: [entry(*post) for post in posts if post[1] == date] for date in DATES}
    return {form.format(y=date[:4], m=date[5:]): list_page(entries, foot=foot, title=f"{name(date)} {date[:4]}") for date, entries in by_month.items()}


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
    pages["/"] = list_page([entry(*post) for post in posts[:3]], head=FEED, foot=widget() + '<a class="next" href="/page/2/">Older posts</a>')
    pages["/2019/12/"] = list_page([entry(*post) for post in posts[:2]], foot='<a href="/2019/12/page/2/">2</a><a href="/2019/12/page/3/">3</a>' + widget())
    pages["/2019/12/page/2/"] = list_page([entry(*post) for post in extra[:2]], foot='<a href="/2019/12/">1</a><a href="/2019/12/page/3/">3</a>')
    pages["/2019/12/page/3/"] = list_page([entry(*post) for post in extra[2:]], foot='<a href="/2019/12/">1</a><a href="/2019/12/page/2/">2</a>')
    pages["/feed/"] = rss(posts[:10])
    pages["/robots.txt"] = f"User-agent: *\nSitemap: {B}/wp-sitemap.xml\n"
    files = ("wp-sitemap-posts-post-1.xml", "wp-sitemap-posts-page-1.xml", "wp-sitemap-users-1.xml")
    pages["/wp-sitemap.xml"] = f"<sitemapindex>{''.join(f'<sitemap><loc>{B}/{file}</loc></sitemap>' for file in files)}</sitemapindex>"
    pages["/wp-sitemap-posts-post-1.xml"] = sitemap(paths(posts + extra))
    return Blog(pages), posts + extra


@pytest.mark.parametrize("newest_first", [False, True])
def test_months_that_the_blog_links_to(newest_first):
    """Every page of every month, every post, feed and sitemap once, and nothing else; in whatever order answers come."""
    blog, posts = wordpress()
    crawl = blog.crawl(newest_first=newest_first)
    months = {f"/{date[:4]}/{date[5:]}/": 1 for date in DATES} | {"/2019/12/page/2/": 2, "/2019/12/page/3/": 3}

    assert (paths(posts), months, []) == (crawl.posts, crawl.months, crawl.missed)
    assert len(posts) + len(months) + len(["/", "/feed/", "/robots.txt", "the index", "the file of posts"]) == len(crawl.asked)


def test_one_month_given():
    """A month's page as the start: that month, with all its pages, and nothing but its posts."""
    blog, posts = wordpress()
    crawl = blog.crawl("/2019/12/")

    assert {path for path, date in posts if date == "2019-12"} == crawl.posts
    assert {"/2019/12/": 1, "/2019/12/page/2/": 2, "/2019/12/page/3/": 3} == crawl.months
    assert {Role.MONTH, Role.POST} == {role for role, _ in crawl.asked}


def test_the_second_page_of_a_month_given():
    """It stands for its month."""
    blog, _ = wordpress()

    assert blog.crawl("/2019/12/").asked == blog.crawl("/2019/12/page/2/").asked


def test_a_month_known_by_its_heading_alone():
    """The address may tell nothing."""
    posts = posts_at("/{slug}/")
    september = [post for post in posts if post[1] == "2019-09"]
    page = list_page(["<h1>Monthly Archives: September 2019</h1>", *(entry(*post) for post in september)], foot=widget())
    crawl = Blog(own_pages(posts) | {"/old?id=33": page}).crawl("/old?id=33")

    assert (paths(september), []) == (crawl.posts, crawl.missed)


@pytest.mark.parametrize(
    ("scope", "wanted"),
    [
        (Scope(months=frozenset([Month(year=2019, month=9), Month(year=2018, month=1)])), ["2019-09", "2018-01"]),
        (Scope(since=Month(year=2019, month=7)), ["2019-12", "2019-09", "2019-07"]),
        (Scope(since=Month(year=2018, month=6), until=Month(year=2018, month=9)), ["2018-06", "2018-07", "2018-09"]),
        (Scope(until=Month(year=2017, month=12)), []),
    ],
)
def test_bounds(scope, wanted):
    """Months outside are not fetched, posts outside not asked for."""
    blog, posts = wordpress()
    crawl = blog.crawl(scope=scope)

    assert {path for path, date in posts if date in wanted} == crawl.posts
    assert {f"{date[:4]}/{date[5:]}" for date in wanted} == {path[1:8] for path in crawl.months}


@pytest.mark.parametrize("limit", [1, 3, 8])
def test_limit(limit):
    """As many posts as wanted, and only the lists that they take."""
    blog, _ = wordpress()
    crawl = blog.crawl(scope=Scope(limit=limit))

    assert limit == len(crawl.posts) == len(crawl.paths(Role.POST))
    assert 4 >= len(crawl.paths(Role.MONTH))


def test_a_month_in_the_future_is_not_asked_for():
    """Nor is a future that the blog links to."""
    blog, posts = wordpress()
    blog.pages["/"] += '<a href="/2031/01/">January 2031</a>'

    assert paths(posts) == blog.crawl().posts
    assert [] == blog.crawl("/2031/01/").asked


def test_an_empty_month_in_the_list_is_normal():
    """It costs its one request."""
    blog, posts = wordpress()
    blog.pages["/"] = blog.pages["/"].replace("</ul>", '<li><a href="/2018/03/">Mar 2018</a></li><li><a href="/2018/05/">May 2018</a></li></ul>', 1)
    blog.pages["/2018/05/"] = list_page(["<p>Nothing found.</p>"])
    crawl = blog.crawl()

    assert (paths(posts), ["/2018/03/"]) == (crawl.posts, crawl.missed)


def test_posts_that_no_month_lists_are_not_lost():
    """A widget may show the last year only: what the sitemap names besides is fetched, months first."""
    blog, posts = wordpress()
    for path in ("/", "/2019/12/"):
        blog.pages[path] = "".join(part for part in blog.pages[path].split("<li>") if '<a href="/2018/' not in part) + "</ul></aside>"
    crawl = blog.crawl()

    assert (paths(posts), []) == (crawl.posts, crawl.missed)
    assert {f"/{date[:4]}/{date[5:]}/" for date in DATES} <= set(crawl.months)


def pelican():
    """Months that nothing links to; a front page in parts, a whole feed, no sitemap."""
    posts = posts_at("/{y}/{m}/{slug}/")
    pages = own_pages(posts) | month_pages(posts)
    parts = [posts[n : n + 5] for n in range(0, len(posts), 5)]
    for n, part in enumerate(parts, start=1):
        older = f'<a href="/index{n + 1}.html">&rang;</a><a href="/index{len(parts)}.html">&Rang;</a>' if n < len(parts) else ""
        pages["/" if n == 1 else f"/index{n}.html"] = list_page([entry(*post) for post in part], head=FEED, foot=f"<nav>{older}</nav>")
    pages["/feed/"] = rss(posts)
    return Blog(pages), posts


def test_months_that_nothing_links_to():
    """Their addresses come from those of the posts; a whole feed is known by the last page of the list."""
    blog, posts = pelican()
    crawl = blog.crawl()

    assert (paths(posts), {f"/{date[:4]}/{date[5:]}/" for date in DATES}) == (crawl.posts, set(crawl.months))
    assert ["/index6.html"] == crawl.paths(Role.LISTING)
    assert ["/robots.txt", "/sitemap.xml"] == crawl.missed


def test_months_that_nothing_links_to_behind_a_short_feed():
    """Where the feed is cut, the list is read to its end."""
    blog, posts = pelican()
    blog.pages["/feed/"] = rss(posts[:7])
    crawl = blog.crawl()

    assert (paths(posts), {f"/{date[:4]}/{date[5:]}/" for date in DATES}) == (crawl.posts, set(crawl.months))
    assert [f"/index{n}.html" for n in range(2, 7)] == sorted(crawl.paths(Role.LISTING))


def test_a_named_month_that_nothing_links_to():
    """It is tried at once; the whole list need not be read for it."""
    blog, posts = pelican()
    crawl = blog.crawl(scope=Scope(months=frozenset([Month(year=2019, month=6)])))

    assert {path for path, date in posts if date == "2019-06"} == crawl.posts
    assert [] == crawl.paths(Role.LISTING)


def test_months_without_any_whole_list():
    """Stepping back month by month finds all, and ends a few empty months before the first post."""
    posts = posts_at("/{y}/{m}/{slug}/")
    pages = own_pages(posts) | month_pages(posts) | {"/": list_page([entry(*post) for post in posts[:4]])}
    crawl = Blog(pages).crawl()
    guessed = [path for path in crawl.missed if path.startswith("/20")]

    assert paths(posts) == crawl.posts
    assert 14 >= len(guessed)
    assert "/2017/08/" < min(guessed)


def test_a_blog_without_months():
    """Two trials show that there are none; posts come from feed, archive page and sitemap."""
    posts = posts_at("/{y}/{m}/{slug}/")
    front = list_page([entry(*post) for post in posts[:5]], head=FEED, foot='<a href="/archives/">Archive</a><a class="next" href="/page/2/">Next »</a>')
    pages = own_pages(posts) | {"/": front, "/feed/": rss(posts), "/sitemap.xml": sitemap([*paths(posts), "/about/", "/tags/x/", "/archives/"])}
    pages["/archives/"] = list_page([entry(*post) for post in posts])
    crawl = Blog(pages).crawl()

    assert (paths(posts), {}) == (crawl.posts, crawl.months)
    assert ["/robots.txt", "/2019/12/", "/2019/09/"] == crawl.missed
    assert [] == crawl.paths(Role.LISTING)[1:]


def test_a_blog_without_months_feed_or_sitemap():
    """The list alone, to its last page; addresses without dates."""
    posts = posts_at("/notes/{slug}/")
    parts = [posts[n : n + 5] for n in range(0, len(posts), 5)]
    pages = own_pages(posts)
    for n, part in enumerate(parts, start=1):
        older = f'<a rel="next" href="/page/{n + 1}/">Older</a>' if n < len(parts) else ""
        pages["/" if n == 1 else f"/page/{n}/"] = list_page([undated(*post) for post in part], foot=older)
    crawl = Blog(pages).crawl()

    assert paths(posts) == crawl.posts


def test_posts_in_the_sitemap_alone():
    """The sitemap's addresses count as posts where they are like those of known posts; pages are not asked for."""
    posts = posts_at("/blog/{slug}/")
    pages = own_pages(posts) | {"/": list_page([entry(*post) for post in posts[:3]])}
    pages["/sitemap.xml"] = sitemap([*paths(posts), "/", "/about/", "/blog/", "/shop/boots/", "/tags/x/", "/blog/page/2/"])
    crawl = Blog(pages).crawl()

    assert (paths(posts), paths(posts)) == (crawl.posts, set(crawl.paths(Role.POST)))


def test_a_landing_page_with_a_blog_below():
    """Where the front page shows no posts, its link to the blog is followed."""
    posts = posts_at("/blog/{slug}/")
    pages = own_pages(posts) | {"/": list_page(["<h1>Welcome</h1>"], foot='<a href="/blog/">Blog</a><a href="/docs/">Docs</a>')}
    pages["/blog/"] = list_page([entry(*post) for post in posts])

    assert paths(posts) == Blog(pages).crawl().posts


def test_archives_by_year():
    """An archive page that lists years, whose pages list months (Nikola)."""
    posts = posts_at("/posts/{slug}/")
    pages = own_pages(posts) | month_pages(posts) | {"/": list_page([entry(*post) for post in posts[:3]], foot='<a href="/archive.html">Archive</a>')}
    pages["/archive.html"] = list_page(['<ul><li><a href="/2019/">2019</a> (14)</li><li><a href="/2018/">2018</a> (14)</li></ul>'])
    for year in ("2018", "2019"):
        links = (f'<li><a href="/{date[:4]}/{date[5:]}/">{name(date)}</a> (2)</li>' for date in DATES if date.startswith(year))
        pages[f"/{year}/"] = list_page([f"<ul>{''.join(links)}</ul>"])
    crawl = Blog(pages).crawl()

    assert (paths(posts), {f"/{date[:4]}/{date[5:]}/" for date in DATES}) == (crawl.posts, set(crawl.months))


def test_an_endless_calendar():
    """Months that only lead to further empty months are given up."""
    posts = posts_at("/{slug}/")
    pages = own_pages(posts) | {"/": list_page([entry(*post) for post in posts], foot='<table id="wp-calendar"><a href="/2019/11/">« Nov</a></table>')}
    for year in range(1990, 2021):
        for month in range(1, 13):
            before = f"/{year if month > 1 else year - 1}/{month - 1 or 12:02d}/"
            pages[f"/{year}/{month:02d}/"] = list_page(["<p>Nothing.</p>"], foot=f'<a href="{before}">« before</a>')
    crawl = Blog(pages).crawl()

    assert (paths(posts), True) == (crawl.posts, len(crawl.paths(Role.MONTH)) <= 6)


def test_a_server_that_answers_anything():
    """A blog that shows its front page for every address has no months, and no end of pages."""
    posts = posts_at("/{y}/{m}/{slug}/")
    front = list_page([entry(*post) for post in posts[:5]], foot='<a rel="next" href="/page/2/">Older posts</a>')
    crawl = Blog(own_pages(posts) | {"/": front}, anything=front).crawl()

    assert (paths(posts[:5]), True) == (crawl.posts, len(crawl.asked) <= 5 + 10)


def test_a_list_without_end():
    """A list whose pages repeat themselves ends with the first that tells nothing new."""
    posts = posts_at("/{slug}/")
    pages = own_pages(posts)
    for n in range(1, 500):
        part = posts[(n - 1) * 7 : n * 7] or posts[-7:]
        pages["/" if n == 1 else f"/page/{n}/"] = list_page([entry(*post) for post in part], foot=f'<a rel="next" href="/page/{n + 1}/">Older</a>')
    crawl = Blog(pages).crawl()

    assert (paths(posts), True) == (crawl.posts, len(crawl.paths(Role.LISTING)) <= 6)


def test_the_blog_ends_at_its_folder():
    """A blog in a folder of a larger site is that folder; another site is another."""
    posts = posts_at("/blog/{slug}/")
    others = [entry("/news/x/", "2019-12"), entry("https://elsewhere.example/y/", "2019-12")]
    pages = own_pages(posts) | {"/blog/": list_page([*(entry(*post) for post in posts), *others], foot='<a href="/2019/12/">December 2019</a><a href="/2019/09/">September 2019</a>')}
    crawl = Blog(pages).crawl("/blog/")

    assert paths(posts) == set(crawl.paths(Role.POST))
    assert [] == crawl.paths(Role.MONTH)


def test_a_border_of_months_is_in_the_blogs_own_time():
    """A feed in UTC puts a post of half past eleven into the next month; the month's page knows better."""
    blog, posts = wordpress()
    late = "/2019/09/late/"
    blog.pages[late] = post_page(late, "2019-09")
    blog.pages["/2019/09/"] = blog.pages["/2019/09/"].replace("</main>", entry(late, "2019-09") + "</main>")
    blog.pages["/feed/"] = f"<rss><channel><item><link>{B}{late}</link><pubDate>1 Oct 2019 03:30:00 GMT</pubDate></item></channel></rss>"
    crawl = blog.crawl(scope=Scope(months=frozenset([Month(year=2019, month=10)])))

    assert set() == crawl.posts
    assert paths(posts) | {late} == blog.crawl().posts


@pytest.mark.parametrize("html", ["", "<p>Nothing here.</p>", "<rss/>", "\x00\x01", "<html><body><h1>Shop</h1><h2><a href='/boots/'>Boots</a></h2></body></html>"])
def test_an_address_that_is_no_blog(html):
    """It ends after a few requests, and no post was found."""
    crawl = Blog({"/": html}).crawl()

    assert (set(), True) == (crawl.posts, len(crawl.asked) <= 5)
