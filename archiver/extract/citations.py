"""What a post cites: footnotes, bibliographies, links in running text, embeds."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from bs4 import Tag

from archiver.extract.coins import Coins, coins_of
from archiver.extract.finding.body import Body
from archiver.extract.finding.footnote import Footnote
from archiver.extract.finding.marks import label_at, labels_at
from archiver.extract.finds import Finds, find_all
from archiver.extract.inline import InlineLink
from archiver.extract.inside import Inside
from archiver.extract.notes import read_text, read_urls
from archiver.extract.quotations import quotations
from archiver.extract.replies import Reply
from archiver.extract.running import Running
from archiver.extract.said import read_said
from archiver.extract.spans import Span, Spans
from archiver.models.citation import Citation, CitationKind, CitedUrl, Form, InternalLink
from archiver.models.work import WorkReading

_Order = tuple[int, int]  # where a place begins, and which of those there


def read_citations(body: Tag, *, url: str, blog: str) -> tuple[Citation, ...]:
    """The citations of a post in reading order: see `read_links`."""
    return read_links(body, url=url, blog=blog)[0]


def read_links(body: Tag, *, url: str, blog: str) -> tuple[tuple[Citation, ...], tuple[InternalLink, ...]]:
    """The citations of a post in reading order, and apart from them its links to other pages of the blog.

    `body` is the content of the post, `url` the post's address, from which relative links start, and `blog` the blog's.
    """
    post = Body(body, url=url)
    finds = find_all(post, blog=blog)
    running = Running(post.text, _cuts(finds))
    inside = Inside(post, finds.footnotes)
    quoted = quotations(post, running, _places(finds))
    found = [
        *(
            pair
            for style, footnote in finds.footnotes
            for pair in _of_footnote(post, running, inside, style, footnote, quoted)
        ),
        *(((entry.start, 0), _of_entry(post, entry)) for entry in finds.entries),
        *(((coins.start, 0), _of_coins(post, coins)) for coins in finds.coins),
        *(((reply.span.start, 0), _of_reply(post, running, reply)) for reply in finds.replies),
        *(
            ((link.span.start, 0), replace(_of_link(post, running, link), quotes=quoted.get(link.span, ())))
            for link in finds.links
        ),
        *(
            (
                (embed.span.start, 0),
                Citation(position=0, kind=CitationKind.EMBED, style="embed", urls=(embed.cited,)),
            )
            for embed in finds.embeds
        ),
    ]
    found.sort(key=lambda pair: pair[0])
    citations = tuple(
        replace(citation, position=position) for position, (_, citation) in enumerate(found, start=1)
    )
    return citations, tuple(_internal(post, running, finds))


def _internal(body: Body, running: Running, finds: Finds) -> Iterator[InternalLink]:
    notes = Spans(note for _, footnote in finds.footnotes for note in footnote.notes)
    for position, (span, url) in enumerate(finds.internal, start=1):
        sentence = None if notes.touches(span) else running.sentence(span.start + 1)
        yield InternalLink(position=position, url=url, anchor=body.words(span), sentence=sentence)


def _cuts(finds: Finds) -> Iterator[Span]:
    """All that is no part of the sentences: marks, notes, and links that are only a mark."""
    for _, footnote in finds.footnotes:
        yield from footnote.marks
        yield from footnote.notes
    yield from (link.mark for link in finds.links if link.mark is not None)


def _places(finds: Finds) -> Iterator[Span]:
    """Where something is cited from running text."""
    for _, footnote in finds.footnotes:
        yield from footnote.marks
    yield from (link.span for link in finds.links)


def _of_footnote(
    body: Body,
    running: Running,
    inside: Inside,
    style: str,
    footnote: Footnote,
    quoted: Mapping[Span, tuple[str, ...]],
) -> Iterator[tuple[_Order, Citation]]:
    text, urls = read_text(body, footnote.notes, marks=inside.marks), read_urls(body, footnote.notes)
    if text is None and footnote.said is not None:
        text, urls = read_said(footnote.said, url=body.url)
    note = Citation(
        position=0,
        kind=CitationKind.FOOTNOTE,
        label=footnote.label,
        note=text,
        style=style,
        urls=urls,
        works=_described(body, footnote.notes, text),
    )
    if note.note is None and (note.label is None or not footnote.marks):
        return  # an empty item of a list, or a mark that shows nothing
    if not footnote.marks:
        yield (footnote.notes[0].start, 0), note
    for occurrence, mark in enumerate(footnote.marks, start=1):
        around = inside.running if inside.holds(mark) else running
        before, after = around.around(mark)
        sentence = around.sentence(mark.start)
        yield (
            (mark.start, _rank(body, mark, footnote.label)),
            replace(
                note,
                occurrence=occurrence,
                sentence=sentence,
                prefix=before,
                suffix=after,
                quotes=quoted.get(mark, ()),
            ),
        )


def _rank(body: Body, mark: Span, label: str | None) -> int:
    """Where in a mark for several notes (`3,1`) a label stands."""
    labels = labels_at(body, mark)
    return labels.index(label) if label in labels else 0


def _of_entry(body: Body, entry: Span) -> Citation:
    text = read_text(body, [entry])
    return Citation(
        position=0,
        kind=CitationKind.BIBLIOGRAPHY,
        note=text,
        style="bibliography",
        urls=read_urls(body, [entry]),
        works=_described(body, [entry], text),
    )


def _described(body: Body, spans: Iterable[Span], text: str | None) -> tuple[WorkReading, ...]:
    """What a description that only programs read says of a note's works; its words are the note's."""
    found = (each.work for span in spans for each in coins_of(body, span))
    return tuple(replace(work, exact=text, end=len(text)) for work in found if work is not None and text)


def _of_coins(body: Body, coins: Coins) -> Citation:
    described = (CitedUrl(url=url, is_link=False, form=Form.COINS) for url in coins.urls)
    return Citation(
        position=0,
        kind=CitationKind.BIBLIOGRAPHY,
        note=read_text(body, [coins.says]),
        style="coins",
        urls=read_urls(body, [coins.says]) or tuple(described),
        works=(coins.work,) if coins.work is not None else (),
    )


def _of_reply(body: Body, running: Running, reply: Reply) -> Citation:
    words = body.words(reply.span)
    before, after = running.around(reply.span)
    return Citation(
        position=0,
        kind=CitationKind.INLINE,
        sentence=running.sentence(reply.span.start + 1) if words else None,
        prefix=before,
        suffix=after,
        anchor=body.words(reply.name) or None,
        style="h_cite",
        urls=(reply.cited,),
    )


def _of_link(body: Body, running: Running, link: InlineLink) -> Citation:
    before, after = running.around(link.span)
    return Citation(
        position=0,
        kind=CitationKind.INLINE,
        label=label_at(body, link.span) if link.mark is not None else None,
        # the sentence is that of the character before the place: a link's own first, unless it was cut out
        sentence=running.sentence(link.span.start if link.mark is not None else link.span.start + 1),
        prefix=before,
        suffix=after,
        anchor=body.words(link.span) or None,
        urls=(link.cited,),
    )
