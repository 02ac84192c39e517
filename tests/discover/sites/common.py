"""What the generated blogs of all platforms share: the same posts, and the links that nobody should follow."""

from collections.abc import Callable
from dataclasses import dataclass, field

from archiver.discover.addresses import key
from tests.discover.blogs import B, Blog

NAMES = "January February March April May June July August September October November December".split()
# How many posts a month has; None of them is like another, some months are empty, and one is long.
PLAN = {
    "2018-01": 2, "2018-02": 1, "2018-03": 3, "2018-06": 1, "2018-07": 4, "2018-09": 2, "2018-10": 1, "2018-12": 3,
    "2019-01": 2, "2019-02": 5, "2019-04": 1, "2019-05": 2, "2019-06": 3, "2019-07": 8, "2019-10": 2, "2019-11": 1, "2019-12": 4,
}  # fmt: skip
SOME = 4


@dataclass(frozen=True, kw_only=True)
class Post:
    """A post of a generated blog."""

    number: int  # from the oldest
    month: str
    day: int
    time: str

    @property
    def slug(self):
        """Its part of the address."""
        return f"post-no-{self.number}"

    @property
    def title(self):
        """Its title."""
        return f"Of the Matter of {self.number}"

    @property
    def date(self):
        """The day."""
        return f"{self.month}-{self.day:02d}"

    @property
    def published(self):
        """The moment, in the blog's own offset."""
        return f"{self.date}T{self.time}:00+02:00"

    @property
    def shown(self):
        """The day in words."""
        return f"{NAMES[int(self.month[5:]) - 1]} {self.day}, {self.month[:4]}"

    def at(self, form):
        """Its address in a form."""
        year, month = self.month.split("-")
        return form.format(
            y=year,
            m=month,
            m1=int(month),
            d=f"{self.day:02d}",
            d1=self.day,
            slug=self.slug,
            n=self.number + 1000,
        )


def posts():
    """All posts, the newest first. The first of a month is of its first half hour, the last of its last."""
    made = []
    for month, count in PLAN.items():
        for n in range(count):
            day, time = 1 + n * 27 // max(1, count - 1), f"{9 + n % 9:02d}:15"
            if n == 0:
                time = "00:20"
            elif n == count - 1:
                day, time = 28, "23:30"
            made.append(Post(number=len(made) + 1, month=month, day=day, time=time))
    return made[::-1]


def by_month():
    """The posts of each month, the newest first."""
    return {month: [post for post in posts() if post.month == month] for month in reversed(PLAN)}


def month_at(month, form):
    """The address of a month in a form."""
    year, number = month.split("-")
    return form.format(y=year, m=number, m1=int(number), name=NAMES[int(number) - 1])


def month_name(month):
    """A month in words."""
    return f"{NAMES[int(month[5:]) - 1]} {month[:4]}"


def parts(items, size):
    """A list in pages."""
    return [items[n : n + size] for n in range(0, len(items), size)] or [[]]


@dataclass
class Site(Blog):
    """A generated blog: what is worth asking for, and what it answers."""

    months: set[str] = field(default_factory=set)  # every page of every month
    own: set[str] = field(default_factory=set)  # every post
    lists: set[str] = field(default_factory=set)  # further lists that are worth a request
    titles: dict[str, str] = field(default_factory=dict)  # of posts, by what tells their addresses apart
    start: str = "/"
    in_vain: int = (
        4  # requests that may lead to nothing: robots.txt, a sitemap or two, a month that is not there
    )

    def add_posts(self, form, make: Callable[[Post], str]):
        """Put the pages of all posts in."""
        for post in posts():
            self.pages[post.at(form)] = make(post)
            self.own.add(post.at(form))
            self.titles[key(B + post.at(form))] = post.title

    def add_list(self, path, html):
        """Put a list in that is worth a request."""
        self.pages[path] = html
        self.lists.add(path)

    def add_month(self, path, html):
        """Put a page of a month in."""
        self.pages[path] = html
        self.months.add(path)

    def wasted(self, crawl):
        """What was asked for in vain."""
        worth = keys(self.months | self.own | self.lists | {self.start})
        return [path for _, path in crawl.asked if not keys({path}) <= worth]


def keys(paths):
    """What tells addresses apart."""
    return {key(B + path) for path in paths}


def rss(items, form, *, generator="Some Software", more=""):
    """Make a feed of posts, dated in UTC as most are."""
    entries = "".join(
        f"<item><title>{post.title}</title><link>{B}{post.at(form)}</link><pubDate>{utc(post)}</pubDate></item>"
        for post in items
    )
    return f"<rss version='2.0'><channel><title>The Blog</title><generator>{generator}</generator>{more}{entries}</channel></rss>"


def utc(post):
    """A moment two hours earlier, as RFC 822 has it, though it may be another month."""
    hour = int(post.time[:2]) - 2
    day = post.day if hour >= 0 else max(1, post.day - 1)
    return (
        f"{day} {NAMES[int(post.month[5:]) - 1][:3]} {post.month[:4]} {hour % 24:02d}:{post.time[3:]}:00 GMT"
    )


def sitemap(paths, *, lastmod="2020-01-01"):
    """Make a sitemap; all was changed on one day."""
    return f"<urlset>{''.join(f'<url><loc>{B}{path}</loc><lastmod>{lastmod}</lastmod></url>' for path in sorted(paths))}</urlset>"


def trap_paths(path):
    """Addresses that lead to the same again, to an action, or nowhere."""
    query = "&" if "?" in path else "?"
    return (
        f"{path}{query}replytocom=7#respond",
        f"{path}{query}replyto=7",
        f"{path}{query}like_comment=7",
        f"{path}{query}showComment=1569600000000#c7",
        f"{path}{query}share=twitter",
        f"{path}{query}print=1",
        f"{path}{query}amp",
        f"{path}{query}s=weir",
        f"{path}{query}x=1&amp;amp;y=2",
        f"{path}{query}PHPSESSID=0123456789abcdef",
        f"{path.rstrip('/')}/amp/",
        f"{path.rstrip('/')}/a/feed/",
        f"{path.rstrip('/')}/comment-page-2/#comments",
        f"{path.rstrip('/')}/print/",
        f"{path.rstrip('/')}/trackback/",
        f"/wp-json/oembed/1.0/embed?url={path}",
        "/search?updated-max=2019-07-01T00:00:00%2B02:00&max-results=7",
        "/?s=lock",
        "/tag/locks/",
        "/category/canals/",
        "/author/mara-vane/",
        "/2019/07/03/",
        "/js/js/js/js/",
        "/a%25252525b/",
        "/wp-login.php",
        "/login",
        "/about/",
        "/fr/",
        "/uploads/lock.jpg",
        "https://elsewhere.example/2019/07/a-post/",
        "/events/2031/07/",
    )


def traps(path):
    """Links to them: all on pages that list posts, some in turn on those of months and posts, which are many."""
    shown = list(enumerate(trap_paths(path)))
    if digits := [int(letter) for letter in path if letter.isdecimal()]:
        shown = shown[sum(digits) % SOME :: SOME]
    links = (f'<a href="{href.replace("&", "&amp;")}">{n}. more</a>' for n, href in shown)
    return f'<div class="further">{" ".join(links)}</div>'


def add_front(site, make, *, form="/page/{}/", size=7, start="/"):
    """Put the front page in, with its further pages; `make` gets the posts, and the address of the next page."""
    pages = parts(posts(), size)
    for n, part in enumerate(pages, start=1):
        path = start if n == 1 else form.format(n)
        more = form.format(n + 1) if n < len(pages) else None
        site.add_list(path, make(part, more))


def add_machine_lists(
    site, form, *, feed="/feed.xml", most=10, pages=("/about/",), generator="Some Software"
):
    """Put a short feed, robots.txt and a sitemap in, among whose addresses are pages and lists."""
    site.add_list(feed, rss(posts()[:most], form, generator=generator))
    site.add_list("/robots.txt", f"User-agent: *\nSitemap: {B}/sitemap.xml\n")
    site.add_list(
        "/sitemap.xml", sitemap([*(post.at(form) for post in posts()), *pages, "/", "/tags/locks/"])
    )
