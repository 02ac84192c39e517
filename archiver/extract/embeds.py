"""What a post shows of other pages: frames, videos, quoted posts."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from bs4 import Tag

from archiver.extract.finding.body import Body
from archiver.extract.spans import Span
from archiver.models.citation import CitedUrl
from archiver.web.page import attribute
from archiver.web.url import site

_PLAYERS = ("iframe", "embed", "object", "video", "audio")
# Where players keep their address, the last two until a script moves it.
_ADDRESSES = ("src", "data", "data-src", "data-lazy-src")
# Quoted posts: the class that the service's code gives to the quote, and the attribute that holds the address.
_QUOTES = {
    "twitter-tweet": "",
    "twitter-video": "",
    "instagram-media": "data-instgrm-permalink",
    "tiktok-embed": "cite",
    "mastodon-embed": "data-embed-url",
    "bluesky-embed": "data-bluesky-uri",
    "reddit-embed-bq": "",
    "reddit-card": "",
    "wp-embedded-content": "",
}
# Frames that show no source: advertisements, counters, forms of the blog itself.
_NO_SOURCES = re.compile(
    r"(?:doubleclick\.net|googlesyndication\.com|googletagmanager\.com|amazon-adsystem\.com)$"
)


class Embed(NamedTuple):
    """A shown page: its place, and its address."""

    span: Span
    cited: CitedUrl


def find_embeds(body: Body, *, blog: str) -> Iterator[Embed]:
    """The unclaimed frames, players and quoted posts that come from elsewhere, in no order."""
    quotes = {id(quote): quote for quote in body.all("blockquote") if _is_quoted_post(quote)}
    for quote in quotes.values():
        if (url := _quoted(body, quote)) is not None and site(url) != site(blog):
            yield Embed(body.place(quote), CitedUrl(url=url, is_link=True))
    shown = {attribute(quote, "data-secret") for quote in quotes.values()} - {""}
    for player in body.all(*_PLAYERS):
        url = _played(body, player)
        if (
            url is not None
            and attribute(player, "data-secret")
            not in shown  # WordPress shows a quoted post again, in a frame
            and site(url) != site(blog)
            and not _NO_SOURCES.search(urlsplit(url).hostname or "")
        ):
            yield Embed(body.place(player), CitedUrl(url=url, is_link=True))


def _is_quoted_post(quote: Tag) -> bool:
    return bool(attribute(quote, "cite")) or not _QUOTES.keys().isdisjoint(attribute(quote, "class").split())


def _quoted(body: Body, quote: Tag) -> str | None:
    """The address of the quoted post: an attribute, else its last link, which the services make its date."""
    names = [*(_QUOTES[token] for token in attribute(quote, "class").split() if token in _QUOTES), "cite"]
    for name in names:
        if name and (url := body.address(quote, name)):
            return url
    links = [body.address(link, "href") for link in body.links(body.place(quote))]
    return next((url for url in reversed(links) if url is not None), None)


def _played(body: Body, player: Tag) -> str | None:
    inner = (body.address(source, "src") for source in player.find_all("source"))
    urls = (*(body.address(player, name) for name in _ADDRESSES), *inner)
    return next((url for url in urls if url is not None), None)
