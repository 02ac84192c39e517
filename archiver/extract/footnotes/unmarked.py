"""Notes that no mark names: the text has lost its marks, or never had any.

<p>It rained.</p>
<h2>Notes</h2>
<ol><li>Ek, “Rain,” Coast Review, May 2, 2019.</li></ol>

What is headed Notes may be advice: the items must read like references, or lead to other pages.
"""

from collections.abc import Iterator

from archiver.extract.finding.body import Body
from archiver.extract.finding.endnotes import Endnotes
from archiver.extract.finding.footnote import Evidence, Footnote
from archiver.extract.finding.items import Item, Items
from archiver.extract.finding.references import looks_like_reference
from archiver.web.page import attribute

EVIDENCE = Evidence.ALONE

_ENOUGH = 0.5  # of the items


def find_footnotes(body: Body) -> Iterator[Footnote]:
    """The items of sections headed Notes that are told to be notes by what they say."""
    items = Items(body)
    for area in Endnotes(body).notes():
        found = [item for item in items.inside(area) if body.is_free(item.span) and body.words(item.text)]
        labelled = [item for item in found if item.label is not None]
        if labelled and sum(_cites(body, item) for item in labelled) >= _ENOUGH * len(labelled):
            for item in labelled:
                yield Footnote(label=item.label, notes=(item.text,))


def _cites(body: Body, item: Item) -> bool:
    leads = any(attribute(link, "href") and body.fragment(link) is None for link in body.links(item.span))
    return leads or looks_like_reference(body.words(item.text))
