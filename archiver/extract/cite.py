"""References in running text that `<cite>` holds whole: under a quotation, or in a sentence.

<blockquote><p>It rained.</p><cite>Ek, Ida. “Rain.” Coast Review, 2019.</cite></blockquote>

What is only a title (HTML, 4.5.6) is none; where a link leads to the work, the link cites it.
"""

from collections.abc import Iterator

from archiver.extract.finding.body import Body
from archiver.extract.finding.references import looks_like_reference
from archiver.extract.spans import Span
from archiver.web.page import tokens

_COMMENTER = "fn"  # WordPress's name for who comments


def find_references(body: Body) -> Iterator[Span]:
    """The places of unclaimed references without a link."""
    end = -1
    for element in body.all("cite"):
        place = body.place(element)
        if place.start < end or _COMMENTER in tokens(element, "class") or any(body.links(place)):
            continue
        if looks_like_reference(body.words(place)):
            end = place.end
            yield place
