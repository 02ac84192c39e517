"""What a blog is made of: months, pages of months, posts (schema.org BlogPosting)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Month:
    """A calendar month. Sorts by time; prints as `2019-09`."""

    year: int
    month: int  # 1 to 12

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @classmethod
    def parse(cls, text: str) -> "Month":
        """Read `2019-09`.

        Raises:
            ValueError: the text is no month.
        """
        year, _, month = text.strip().partition("-")
        if not (len(year) == 4 and len(month) in {1, 2} and year.isascii() and f"{year}{month}".isdecimal()):  # noqa: PLR2004
            raise ValueError(f"{text!r} is no month; write it as 2019-09")
        made = cls(year=int(year), month=int(month))
        if not 1 <= made.month <= 12:  # noqa: PLR2004
            raise ValueError(f"{text!r} is no month; write it as 2019-09")
        return made


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLink:
    """A link to the first page of a monthly archive."""

    month: Month
    url: str
    posts: int | None = None  # how many posts the widget says that it has


@dataclass(frozen=True, slots=True, kw_only=True)
class PostLink:
    """A post as a listing, a feed or a sitemap names it. What the listing leaves out is None."""

    url: str
    title: str | None = None
    published: str | None = None  # ISO 8601, with the offset that was given
    modified: str | None = None  # the same, of a feed or a list that tells it


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a page that lists posts says: its posts in order, and where the list goes on."""

    posts: tuple[PostLink, ...] = ()
    next_pages: tuple[str, ...] = ()  # further pages of this same list
    month: Month | None = None  # the month that the page is about, where it says so


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """An RSS or Atom document, or a page of a list of posts in JSON."""

    title: str | None = None
    posts: tuple[PostLink, ...] = ()
    next_pages: tuple[str, ...] = ()  # RFC 5005: rel=next, rel=prev-archive; for JSON as the software counts
    unnamed_page: str | None = (
        None  # an older part that the software is known to serve, though the feed names none
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PostContent:
    """A post's own words as a feed or a list of posts gives them: all, or the beginning."""

    url: str
    html: str
    list: str  # feed or rest


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedWords:
    """The same, read: the lines of its text."""

    url: str
    lines: tuple[str, ...]
    list: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitemap:
    """A sitemap file or a sitemap index (sitemaps.org). `lastmod` is the date of change, not of publication."""

    urls: tuple[tuple[str, str | None], ...] = ()  # address, lastmod
    sitemaps: tuple[str, ...] = ()  # further files, of an index


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What the first look at a blog tells."""

    platform: str  # file name in `discover/platforms`
    title: str | None = None
    months: tuple[MonthLink, ...] = ()
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()  # those that the platform is known to have; robots.txt names others
    lists: tuple[
        str, ...
    ] = ()  # the first page of each complete list that the software has beside its months
    words: str | None = None  # a list of the latest posts with their own words, where the software serves one
    listings: tuple[str, ...] = ()  # pages that say "Archive", "All posts", "Older posts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A value and the rule that found it, so that the archive can say how it knows."""

    value: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PostFacts:
    """What a post's own page says of the post."""

    url: str  # canonical, as the page gives it
    title: Found | None = None
    authors: tuple[Found, ...] = ()
    published: Found | None = None  # ISO 8601 with the post's own offset, as precise as given
    modified: Found | None = None
    language: Found | None = None  # ISO 639-1 or -2
    categories: tuple[Found, ...] = ()
    tags: tuple[Found, ...] = ()
