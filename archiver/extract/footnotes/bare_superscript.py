"""Raised numbers that nothing links, and notes at the end that carry no number.

<p>It rained.<sup>1</sup></p>
<ol><li>The log.</li></ol>        or <hr><p>The log.</p>, or only the last paragraphs
"""

from collections.abc import Iterator

from archiver.extract.finding.body import Body
from archiver.extract.finding.counting import count_off
from archiver.extract.finding.footnote import Evidence, Footnote
from archiver.extract.finding.pairing import raised_numbers

EVIDENCE = Evidence.COUNTED


def find_footnotes(body: Body) -> Iterator[Footnote]:
    """Notes that belong to raised numbers by their order."""
    yield from count_off(body, raised_numbers(body))
