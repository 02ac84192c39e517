"""Reads a note that was found: its text without back-links, and every address in it."""

import re
from collections.abc import Callable, Iterable, Iterator

from bs4 import Tag

from archiver.extract.coins import coins_of
from archiver.extract.finding.body import Body
from archiver.extract.finding.marks import label_of
from archiver.extract.identifiers import find_addresses, form_of
from archiver.extract.spans import Span, Spans
from archiver.models.citation import CitedUrl, Form
from archiver.web.page import attribute, tokens

_BEFORE = re.compile(r"[\s\[(^,]*")  # opens or parts back-links
_AFTER = re.compile(r"[\])^,]*[.:]?\s*")
_ENDING = re.compile(r"[\s\[\])(,]*")
# What back-links say: arrows, carets, or words. WordPress and themes print the arrows with variation selectors.
_ARROWS = re.compile(
    r"[↩↵↑⤴⏎⬆⇑▲^\ufe0e\ufe0f\s\d]+|(?:back|return|top|up|jump(?: up| back)?)(?: to .{1,40})?", re.IGNORECASE
)
_NAMES = frozenset(
    "doc-backlink footnote-backref footnote-back footnote-back-link reversefootnote easy-footnote-to-top "
    "data-footnote-backref footnote-label fn-backref footnotes__item-backlink".split()
)
# What holds back-links, or stands for one where nothing links: MediaWiki, Drupal 4, LessWrong, Footnotes Made Easy.
_HOLDERS = (
    "mw-cite-backlink footnotes__item-backlinks footnotes__item-backlink footnote-back-link footnote-backlink "
    "footnote-back-link-wrapper"
).split()
_LONGEST_BACK_LINK = 60


def read_text(body: Body, spans: Iterable[Span], *, marks: Spans | None = None) -> str | None:
    """A note's text as its author wrote it, without the marks of other notes; None when there is none."""
    pieces: list[str] = []
    for span in spans:
        kept = trimmed(body, span)
        said = "".join(body.text[a:b] for a, b in (marks.gaps(kept) if marks is not None else (kept,)))
        if words := " ".join(said.split()):
            pieces.append(words)
    return " ".join(pieces) or None


def read_urls(body: Body, spans: Iterable[Span]) -> tuple[CitedUrl, ...]:
    """The addresses of a note in their order, each once: links, and what stands in words; COinS where there is neither.

    What COinS adds to an address that readers see is the same work again.
    """
    parts = [trimmed(body, span) for span in spans]
    return _each_once(body, parts, _urls) or _each_once(body, parts, _coins_urls)


def is_back_link(body: Body, link: Tag) -> bool:
    """Whether a link leads from a note to its mark."""
    name = body.fragment(link)
    if name is None and not attribute(link, "href").startswith("#"):
        return False
    place = body.place(link)
    targets = body.with_id(name)[:1] if name is not None else ()
    if place.end - place.start > _LONGEST_BACK_LINK or any(
        body.place(each).start > place.end for each in targets
    ):
        return False  # a mark within the note leads on
    named = {*tokens(link, "class"), *tokens(link, "role")}
    words = body.words(place)
    return (
        not words
        or not named.isdisjoint(_NAMES)
        or _ARROWS.fullmatch(words) is not None
        or label_of(words) is not None
    )


def trimmed(body: Body, span: Span) -> Span:
    """A note without the back-links at its two ends, and without the label when that is one."""
    backs = tuple(_backs(body, span))
    start, end = span
    for back in backs:
        opening = _BEFORE.match(body.text, start, end)
        if opening is None or opening.end() < back.start or back.end <= back.start:
            break
        closing = _AFTER.match(body.text, back.end, end)
        start = closing.end() if closing else back.end
    for back in reversed(backs):
        rest = _ENDING.match(body.text, back.end, end)
        if back.start < start or rest is None or rest.end() < end:
            break
        end = back.start
        while end > start and body.text[end - 1] in " \n\u2028\u00a0([,":
            end -= 1
    return Span(start, max(start, end))


def _backs(body: Body, span: Span) -> Iterator[Span]:
    """The places of the back-links of a note in their order; of those within each other the outer one."""
    links = (body.place(link) for link in body.links(span) if is_back_link(body, link))
    holders = (body.place(element) for element in body.inside(span, *_HOLDERS))
    end = span.start
    for back in sorted((*links, *holders), key=lambda back: (back.start, -back.end)):
        if end <= back.start and back.end <= span.end and back.end - back.start <= _LONGEST_BACK_LINK:
            yield back
            end = back.end


def _each_once(
    body: Body, parts: Iterable[Span], find: Callable[[Body, Span], Iterator[tuple[int, CitedUrl]]]
) -> tuple[CitedUrl, ...]:
    found: dict[str, CitedUrl] = {}
    for part in parts:
        for _, cited in sorted(find(body, part), key=lambda pair: pair[0]):
            found.setdefault(cited.url, cited)
    return tuple(found.values())


def _urls(body: Body, span: Span) -> Iterator[tuple[int, CitedUrl]]:
    links = list(body.links(span))
    for link in links:
        url = body.address(link, "href") if body.fragment(link) is None else None
        if url is not None:
            yield body.place(link).start, CitedUrl(url=url, is_link=True)
    linked = Spans(body.place(link) for link in links)
    text = body.text[span.start : span.end]
    for place, url in find_addresses(text):
        here = Span(span.start + place.start, span.start + place.end)
        if not linked.touches(here):
            yield (
                here.start,
                CitedUrl(url=url, is_link=False, form=form_of(body.text[here.start : here.end], url)),
            )


def _coins_urls(body: Body, span: Span) -> Iterator[tuple[int, CitedUrl]]:
    for found in coins_of(body, span):
        yield from ((found.start, CitedUrl(url=url, is_link=False, form=Form.COINS)) for url in found.urls)
