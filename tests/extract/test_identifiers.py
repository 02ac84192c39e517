"""Addresses in words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.extract.identifiers import find_addresses, without_tail


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        # what ends the sentence is cut
        ("Log, https://a.example/b.", ["https://a.example/b"]),
        ("(see https://a.example/b).", ["https://a.example/b"]),
        ("“https://a.example/b,” he wrote; http://c.example/?q=1;", ["https://a.example/b", "http://c.example/?q=1"]),
        # brackets of the address itself stay
        ("https://a.example/Rope_(knot)", ["https://a.example/Rope_(knot)"]),
        # without a scheme
        ("at www.a.example/b, yes", ["http://www.a.example/b"]),
        # what follows in another script, and the arrow of a back-link
        ("见https://a.example/b。还有", ["https://a.example/b"]),
        ("https://a.example/b.↩︎", ["https://a.example/b"]),
        # DOI: with and without words before it, and as an address that lost its scheme
        ("doi:10.5555/ps.2014(3)1.", ["https://doi.org/10.5555/ps.2014(3)1"]),
        ("DOI 10.5555/x, 10.5555/y; dx.doi.org/10.5555/z", [f"https://doi.org/10.5555/{n}" for n in "xyz"]),
        # other registries
        ("arXiv:2101.00001v2, arXiv:hep-th/9901001", ["https://arxiv.org/abs/2101.00001v2", "https://arxiv.org/abs/hep-th/9901001"]),
        ("hdl:2027/abc.1", ["https://hdl.handle.net/2027/abc.1"]),
        ("PMID: 123456 and PMC1234567.", ["https://pubmed.ncbi.nlm.nih.gov/123456/", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567/"]),
        # an address once, not again as the DOI inside
        ("https://doi.org/10.5555/x", ["https://doi.org/10.5555/x"]),
        # none
        ("https:// and https://… are schemes, 10.5 is a number, me@www.example.org is a mailbox", []),
    ],
)  # fmt: skip
def test_addresses_in_words(text, urls):
    """Bare addresses and registered numbers are found, without the sentence's punctuation."""
    assert urls == [address.url for address in find_addresses(text)]


@given(st.text(alphabet="https://w.exmpl 10.5/()[]…", max_size=120))
def test_places_hold_the_addresses(text):
    """Places do not overlap, and what is found ends where the place ends."""
    found = find_addresses(text)

    assert all(text[span.start : span.end].endswith(url.split("/", 3)[-1]) for span, url in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(st.text(alphabet="ab/().,]", max_size=60))
def test_cutting_the_tail_twice_cuts_nothing_more(text):
    """What is left after the cut has no tail."""
    assert without_tail(text) == without_tail(without_tail(text))
