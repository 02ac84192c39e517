"""Finds everything that a post cites. What it says is read elsewhere: see `citations`."""

from collections.abc import Iterator
from dataclasses import dataclass

from archiver.extract.bibliography import find_bibliography
from archiver.extract.cite import find_references
from archiver.extract.coins import Coins, find_coins
from archiver.extract.embeds import Embed, find_embeds
from archiver.extract.finding.body import Body
from archiver.extract.finding.footnote import Footnote
from archiver.extract.finding.furniture import furniture
from archiver.extract.inline import InlineLink, find_inline
from archiver.extract.internal import find_internal
from archiver.extract.registry import find_footnotes
from archiver.extract.replies import Reply, find_replies
from archiver.extract.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Finds:
    """The places in a post that cite something. No two overlap."""

    footnotes: tuple[tuple[str, Footnote], ...]  # with the name of their style
    embeds: tuple[Embed, ...]
    entries: tuple[Span, ...]  # of bibliographies
    coins: tuple[Coins, ...]
    replies: tuple[Reply, ...]
    links: tuple[InlineLink, ...]
    internal: tuple[tuple[Span, str], ...]  # links to other pages of the blog, which may stand in notes


def find_all(body: Body, *, blog: str) -> Finds:
    """Footnotes first, then embeds and bibliographies, then what describes itself, then the links in what is left.

    Each sees what those before left.
    """
    rest = body.without(furniture(body))
    internal = tuple(find_internal(rest, blog=blog))
    footnotes = find_footnotes(rest)
    rest = rest.without(span for _, footnote in footnotes for span in (*footnote.marks, *footnote.notes))
    embeds = tuple(find_embeds(rest, blog=blog))
    rest = rest.without(embed.span for embed in embeds)
    entries = tuple(sorted(set(find_bibliography(rest, _endnotes(body, footnotes)))))
    rest = rest.without(entries)
    entries = tuple(sorted({*entries, *find_references(rest)}))
    rest = rest.without(entries)
    notes = (note for _, footnote in footnotes for note in footnote.notes)
    coins = tuple(find_coins(rest, (*notes, *entries), blog=blog))
    rest = rest.without(each.says for each in coins)
    replies = tuple(find_replies(rest))
    rest = rest.without(reply.span for reply in replies)
    return Finds(
        footnotes=footnotes,
        embeds=embeds,
        entries=entries,
        coins=coins,
        replies=replies,
        links=tuple(find_inline(rest, blog=blog)),
        internal=internal,
    )


def _endnotes(body: Body, footnotes: tuple[tuple[str, Footnote], ...]) -> Iterator[Span]:
    """The notes that stand apart from the text: a sidenote stands in its mark's paragraph."""
    cited_from = {body.paragraph(mark.start) for _, footnote in footnotes for mark in footnote.marks}
    for _, footnote in footnotes:
        yield from (note for note in footnote.notes if body.paragraph(note.start) not in cited_from)
