"""Links and bare addresses in running text."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from bs4 import Tag

from archiver.extract.finding.body import Body
from archiver.extract.finding.furniture import is_furniture
from archiver.extract.finding.links import whole_mark
from archiver.extract.finding.marks import label_at
from archiver.extract.identifiers import find_addresses, form_of
from archiver.extract.spans import Span, Spans
from archiver.models.citation import CitedUrl
from archiver.web.url import is_within

# What people keep on their own blog to cite it. Not images: those belong to the post.
_DOCUMENT = re.compile(
    r"\.(?:pdf|docx?|odt|rtf|xlsx?|ods|csv|tsv|pptx?|odp|txt|epub|djvu|ps|tex|zip|gz|json|xml|mp3|ogg|wav|m4a)$",
    re.IGNORECASE,
)
_IMAGE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)$", re.IGNORECASE)
# A start address that names a month is still the address of a blog.
_DATED = re.compile(r"/(?:(?:archives?|date)/)*(?:19|20)\d\d(?:[/_-].*)?$")


class InlineLink(NamedTuple):
    """A place in running text that cites an address."""

    span: Span
    cited: CitedUrl
    mark: Span | None = None  # all that is no part of the sentence, of a link whose text is only a mark


def find_inline(body: Body, *, blog: str) -> Iterator[InlineLink]:
    """The links in what nobody has claimed, and the addresses in words, that lead to sources."""
    links = body.all("a")
    for link in links:
        if (url := _source(body, link, blog)) is not None:
            yield InlineLink(body.place(link), CitedUrl(url=url, is_link=True), _mark(body, link))
    other = Spans(body.place(element) for element in (*links, *body.all("code", "pre", "kbd", "samp")))
    for span, url in find_addresses(body.text):
        if body.is_free(span) and not other.touches(span) and not is_internal(url, blog):
            form = form_of(body.text[span.start : span.end], url)
            yield InlineLink(span, CitedUrl(url=url, is_link=False, form=form))


def is_internal(url: str, blog: str) -> bool:
    """Whether an address is another page of the blog; a document that it keeps is a source."""
    return is_within(url, _DATED.sub("/", blog)) and not _DOCUMENT.search(urlsplit(url).path)


def _source(body: Body, link: Tag, blog: str) -> str | None:
    url = body.address(link, "href")
    if (
        url is None
        or body.fragment(link) is not None
        or is_internal(url, blog)
        or is_furniture(body, link, url)
    ):
        return None
    place = body.place(link)
    if place.end == place.start and (
        _IMAGE.search(urlsplit(url).path) or link.find(["img", "picture", "svg"]) is None
    ):
        return None  # a picture and its larger self, or an empty link
    return url


def _mark(body: Body, link: Tag) -> Span | None:
    """A raised or bracketed number that links to the source itself."""
    place = body.place(link)
    if label_at(body, place) is None:
        return None
    mark = whole_mark(body, link)
    is_bracketed = body.text[place.start] in "[("
    is_raised = (
        is_bracketed
        or link.find("sup") is not None
        or (link.parent is not None and link.parent.name == "sup")
    )
    return mark if is_raised or mark != place else None
