"""A blog that does not change, of any size, and hosts that it cites: each source on one of some hundred hosts."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property

from tests.whole.misbehaving.case import story
from tests.whole.simulated.answers import page, said
from tests.whole.simulated.hosts import Request

BLOG = "127.0.0.1"
_FIRST = date(2018, 1, 3)
_KNOWN_BY = ("etag", "date", "nothing")
TOML = """\
[blog]
seeds = ["{blog}"]

[politeness]
delay = 0.0
timeout = 20.0
retries = 1
longest_wait = 2.0

[network]
allow_networks = ["127.0.0.0/8"]

[rescue]
enabled = false
"""


class Unchanged:
    """The blog and its sources, as bytes by address. `known_by` says how pages are known again; None: each host its own way."""

    def __init__(
        self, posts: int, sources: int, hosts: int, *, known_by: str | None = None, redirected: int = 10
    ) -> None:
        self.posts, self.sources = posts, sources
        self.hosts = [f"127.77.{n // 200}.{n % 200 + 1}" for n in range(hosts)]
        self._known_by = known_by
        self._redirected = redirected  # of so many sources one
        self.port = 0

    @property
    def blog(self) -> str:
        """Its address."""
        return f"http://{BLOG}:{self.port}/"

    def source(self, number: int) -> str:
        """Where a source is."""
        return f"http://{self.hosts[number % len(self.hosts)]}:{self.port}/{2000 + number % 20}/{number}.html"

    def respond(self, request: Request) -> bytes:
        """What a host says."""
        if request.host == BLOG:
            return self._blog(request)
        if request.path == "/robots.txt":
            number = self.hosts.index(request.host)
            return (
                said("User-agent: *\nDisallow: /private/\n", kind="text/plain")
                if number % 2
                else said("", 404)
            )
        if request.path.endswith(".css"):
            return page(request, "body { margin: 2em }", known_by="etag", kind="text/css")
        number = int(request.path.rpartition("/")[2].partition(".")[0])
        if number % self._redirected == 0 and request.path.endswith(".html"):
            return said("", 301, ("Location", request.path.removesuffix("html") + "htm"))
        return page(request, self._source(number), known_by=self._way(request.host))

    def _way(self, host: str) -> str:
        return self._known_by or _KNOWN_BY[sum(map(int, host.split("."))) % len(_KNOWN_BY)]

    def _source(self, number: int) -> str:
        return (
            f"<html><head><title>Work {number}</title><link rel=stylesheet href=/style.css></head><body><article><h1>Work {number}</h1>"
            f"<p>By Orla Tamm</p>{story(str(number), 250)}</article></body></html>"
        )

    def _blog(self, request: Request) -> bytes:
        body = self._pages.get(request.path)
        if body is None:
            return said("<h1>404</h1>", 404)
        kind = (
            "text/html; charset=utf-8"
            if body.startswith("<html")
            else "text/xml"
            if body.startswith("<")
            else "text/plain"
        )
        return page(request, body, known_by=self._known_by or "etag", kind=kind)

    @cached_property
    def _days(self) -> list[date]:
        """A post on each, to the end of 2026."""
        step = (date(2026, 12, 28) - _FIRST) / self.posts
        return [_FIRST + step * n for n in range(self.posts)]

    @cached_property
    def _pages(self) -> dict[str, str]:
        return dict(self._made())

    def _made(self) -> Iterator[tuple[str, str]]:
        """As WordPress lays them out."""
        months: dict[str, list[str]] = {}
        for number, day in enumerate(self._days):
            path = f"/{day:%Y/%m/%d}/note-{number}/"
            months.setdefault(f"/{day:%Y/%m}/", []).append(_entry(number, day, path))
            yield path, self._post(number, day)
        side = "".join(f'<li><a href="{path}">{path[1:5]}-{path[6:8]}</a></li>' for path in months)
        for path, entries in months.items():
            yield path, _listing(f"Monthly Archives: {path[1:5]}-{path[6:8]}", entries, side)
        newest = [entry for entries in months.values() for entry in entries][-5:]
        yield "/", _listing("The Ledger", newest[::-1], side)
        yield "/feed/", self._feed()
        yield "/robots.txt", f"User-agent: *\nDisallow: /wp-admin/\nSitemap: {self.blog}sitemap.xml\n"
        yield "/sitemap.xml", self._sitemap()

    def _post(self, number: int, day: date) -> str:
        each = self.sources // self.posts
        cited = [self.source(n) for n in range(number * each, (number + 1) * each)]
        marks = "".join(
            f'<p>Thing {k} of note {number} is so, and was seen.<sup id="r{k}"><a href="#n{k}">{k}</a></sup></p>'
            for k, _ in enumerate(cited, 1)
        )
        notes = "".join(
            f'<li id="n{k}">See <a href="{url}">work {k}</a>. <a href="#r{k}">↩</a></li>'
            for k, url in enumerate(cited, 1)
        )
        return (
            f'<html><head><title>Note {number} – The Ledger</title></head><body class="single-post"><article class="post hentry">'
            f'<h1 class="entry-title">Note {number}</h1><time datetime="{day}T08:00:00+00:00">{day}</time>'
            f'<div class="entry-content">{marks}<ol>{notes}</ol></div></article></body></html>'
        )

    def _feed(self) -> str:
        items = "".join(
            f"<item><title>Note {n}</title><link>{self.blog.rstrip('/')}/{day:%Y/%m/%d}/note-{n}/</link>"
            f"<pubDate>{day:%a, %d %b %Y} 08:00:00 +0000</pubDate></item>"
            for n, day in list(enumerate(self._days))[-10:][::-1]
        )
        return f'<?xml version="1.0"?><rss version="2.0"><channel><title>The Ledger</title>{items}</channel></rss>'

    def _sitemap(self) -> str:
        entries = "".join(
            f"<url><loc>{self.blog.rstrip('/')}/{day:%Y/%m/%d}/note-{n}/</loc><lastmod>{day + timedelta(days=1)}</lastmod></url>"
            for n, day in enumerate(self._days)
        )
        return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'


def _entry(number: int, day: date, path: str) -> str:
    return (
        f'<article class="post hentry"><h2 class="entry-title"><a href="{path}">Note {number}</a></h2>'
        f'<time datetime="{day}T08:00:00+00:00">{day}</time><p>One thing…</p></article>'
    )


def _listing(heading: str, entries: list[str], side: str) -> str:
    return (
        '<html><head><title>The Ledger</title><link rel="alternate" type="application/rss+xml" href="/feed/"></head>'
        f'<body class="archive"><h1>{heading}</h1>{"".join(entries)}<aside class="widget"><h2>Archives</h2><ul>{side}</ul></aside></body></html>'
    )
