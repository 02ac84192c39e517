"""A little blog that goes on, and sources that live and die by a script that anyone can read: what is true on which day."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from archiver.models.citation import Outcome
from tests.whole.misbehaving.case import story
from tests.whole.simulated.answers import page, said
from tests.whole.simulated.hosts import Request

BLOG = "127.0.0.1"
_FIRST = date(2027, 1, 1)
_POSTS, _EACH, _CITED = 8, 4, 3  # posts at the beginning; days to the next one; sources of each
_EDITED = 9  # days after which the first post is edited again, and cites one more


@dataclass(frozen=True, slots=True)
class Life:
    """What becomes of a source: on a day of its own, what it is and what its host says."""

    outcome: Callable[[int], Outcome]
    answer: Callable[[int, Request, str], bytes | None]  # the day of its life, the request, its title


def _article(title: str, more: str = "") -> str:
    return (
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>By Orla Tamm</p>{story(title, 150)}</article>"
        f"<aside>{more}</aside></body></html>"
    )


def _well(known_by: str) -> Life:
    return Life(
        lambda _: Outcome.ARCHIVED,
        lambda _, request, title: page(request, _article(title), known_by=known_by),
    )


def _from(day: int, outcome: Outcome, answer: bytes | None, *, until: int = 10_000) -> Life:
    """Well; from a day on something else; perhaps well again."""
    return Life(
        lambda now: outcome if day <= now < until else Outcome.ARCHIVED,
        lambda now, request, title: answer if day <= now < until else page(request, _article(title)),
    )


def _moved(day: int) -> Life:
    def answer(now: int, request: Request, title: str) -> bytes:
        if now >= day and not request.path.startswith("/new/"):
            return said("", 301, ("Location", "/new/" + request.path.rpartition("/")[2]))
        return page(request, _article(title))

    return Life(lambda _: Outcome.ARCHIVED, answer)


_LOGIN = "<html><head><title>Log in</title></head><body><h1>Log in</h1><form><input type=password></form></body></html>"
LIVES = (
    _well("etag"),
    _well("nothing"),
    # a banner with a date in it
    Life(
        lambda _: Outcome.ARCHIVED,
        lambda now, request, title: page(request, _article(title, f"<p>Day {now}</p>"), known_by="nothing"),
    ),
    _from(7, Outcome.GONE, said("<h1>404</h1>", 404)),
    _from(
        9,
        Outcome.PARKED,
        said("<html><title>for sale</title><body><p>This domain is for sale!</p></body></html>"),
    ),
    # silent for some weeks
    _from(6, Outcome.UNREACHABLE, None, until=27),
    # one bad day in nine kills nobody
    Life(
        lambda now: Outcome.UNREACHABLE if now % 9 == 4 else Outcome.ARCHIVED,
        lambda now, request, title: said("", 500) if now % 9 == 4 else page(request, _article(title)),
    ),
    _moved(8),
    _from(5, Outcome.SOFT_404, said("", 302, ("Location", "/"))),
    # another text in its place
    Life(
        lambda _: Outcome.ARCHIVED,
        lambda now, request, title: page(request, _article(title if now < 10 else f"Other {title}")),
    ),
    _from(8, Outcome.LOGIN_WALL, said(_LOGIN)),
    # dead when first met
    _from(0, Outcome.GONE, said("<h1>410</h1>", 410)),
)


@dataclass
class Changing:
    """The blog and its sources. The day is set by whoever lets nights pass."""

    port: int = 0
    day: int = 0
    most: int = 200  # sources, each on a host of its own

    @property
    def blog(self) -> str:
        """Its address."""
        return f"http://{BLOG}:{self.port}/"

    @property
    def addresses(self) -> list[str]:
        """All hosts."""
        return [BLOG, *(_host(n) for n in range(self.most))]

    def born(self, number: int) -> int:
        """The day on which a source is cited first."""
        if number >= self.most // 2:
            return (number - self.most // 2 + 1) * _EDITED
        return max(0, number // _CITED - _POSTS + 1) * _EACH

    def cited(self) -> list[int]:
        """The sources that are cited by now."""
        return [n for n in range(self.most) if self.born(n) <= self.day]

    def url(self, number: int) -> str:
        """Where a source is."""
        return f"http://{_host(number)}:{self.port}/works/{number}.html"

    def truth(self, number: int, day: int) -> Outcome:
        """What one look at a source on that day sees."""
        return LIVES[number % len(LIVES)].outcome(day - self.born(number))

    def respond(self, request: Request) -> bytes | None:
        """What a host says today."""
        if request.host == BLOG:
            return self._blog(request)
        if request.path == "/robots.txt":
            return said("", 404)
        _, _, high, low = request.host.split(".")
        number = int(high) * 200 + int(low) - 1
        if request.path == "/":
            return page(request, f"<html><title>Host {number}</title><body><p>Welcome.</p></body></html>")
        if not request.path.endswith(f"/{number}.html"):
            return said("<h1>404</h1>", 404)
        return LIVES[number % len(LIVES)].answer(self.day - self.born(number), request, f"Work {number}")

    def _posts(self) -> Iterator[tuple[date, list[int], date]]:
        """When each was written, what it cites, when it was changed last."""
        for number in range(_POSTS + self.day // _EACH):
            written = _FIRST + timedelta(days=(number - _POSTS + 1) * _EACH)
            cites = [n for n in range(number * _CITED, (number + 1) * _CITED) if n < self.most // 2]
            changed = written
            if number == 0 and self.day >= _EDITED:
                cites += [n for n in range(self.most // 2, self.most) if self.born(n) <= self.day]
                changed = _FIRST + timedelta(days=self.day // _EDITED * _EDITED)
            yield written, cites, changed

    def _blog(self, request: Request) -> bytes:
        body = dict(self._pages()).get(request.path)
        kind = "text/html; charset=utf-8" if (body or "<html").startswith("<html") else "text/xml"
        return said("<h1>404</h1>", 404) if body is None else page(request, body, kind=kind)

    def _pages(self) -> Iterator[tuple[str, str]]:
        months: dict[str, list[str]] = {}
        entries, urls = [], []
        for number, (written, cites, changed) in enumerate(self._posts()):
            path = f"/{written:%Y/%m/%d}/note-{number}/"
            entry = (
                f'<article class="post hentry"><h2 class="entry-title"><a href="{path}">Note {number}</a></h2>'
                f'<time datetime="{written}T08:00:00+00:00">{written}</time><p>One thing…</p></article>'
            )
            months.setdefault(f"/{written:%Y/%m}/", []).append(entry)
            entries.append(entry)
            urls.append(
                f"<url><loc>{self.blog.rstrip('/')}{path}</loc><lastmod>{changed}T02:00:00Z</lastmod></url>"
            )
            yield path, self._post(number, written, cites)
        side = "".join(f'<li><a href="{path}">{path[1:5]}-{path[6:8]}</a></li>' for path in months)
        for path, each in months.items():
            yield path, _listing(f"Monthly Archives: {path[1:5]}-{path[6:8]}", each, side)
        yield "/", _listing("The Ledger", entries[-4:][::-1], side)
        yield (
            "/sitemap.xml",
            f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{"".join(urls)}</urlset>',
        )

    def _post(self, number: int, written: date, cites: list[int]) -> str:
        marks = "".join(
            f'<p>Thing {n} is so, and was seen.<sup id="r{n}"><a href="#n{n}">{k}</a></sup></p>'
            for k, n in enumerate(cites, 1)
        )
        notes = "".join(
            f'<li id="n{n}">See <a href="{self.url(n)}">work {n}</a>. <a href="#r{n}">↩</a></li>'
            for n in cites
        )
        return (
            f'<html><head><title>Note {number} – The Ledger</title></head><body class="single-post"><article class="post hentry">'
            f'<h1 class="entry-title">Note {number}</h1><time datetime="{written}T08:00:00+00:00">{written}</time>'
            f'<div class="entry-content">{marks}<ol>{notes}</ol></div></article></body></html>'
        )


def _host(number: int) -> str:
    return f"127.88.{number // 200}.{number % 200 + 1}"


def _listing(heading: str, entries: list[str], side: str) -> str:
    return (
        f'<html><head><title>The Ledger</title></head><body class="archive"><h1>{heading}</h1>{"".join(entries)}'
        f'<aside class="widget"><h2>Archives</h2><ul>{side}</ul></aside></body></html>'
    )
