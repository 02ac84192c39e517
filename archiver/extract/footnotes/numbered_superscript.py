"""Raised numbers that nothing links, with the same number before each note.

<p>It rained.<sup>1</sup></p>
<p><sup>1</sup> The log.</p>      or <p><strong>1</strong> The log.</p>, or <p>1. The log.<br>2. The diary.</p>
"""

from collections.abc import Iterator

from archiver.extract.finding.body import Body
from archiver.extract.finding.footnote import Evidence, Footnote
from archiver.extract.finding.pairing import pair, raised_numbers

EVIDENCE = Evidence.PAIRED


def find_footnotes(body: Body) -> Iterator[Footnote]:
    """Notes that begin with the number of a raised mark."""
    yield from pair(body, raised_numbers(body))
