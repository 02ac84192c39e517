"""The beginning of a page: whole pages stay whole, endless ones end, and looking costs what reading them once costs."""

import pytest

from archiver.web.beginning import beginning

_MANY = " ".join(f"x{n}" for n in range(1000))
WHOLE = [
    # an address of a megabyte
    f"<p><img src='data:image/png;base64,{'A' * 10**6}'>",
    # a comparison in a script is no tag, whatever comes after it
    f"<script>for (n=0; n<e; n++) {{ {_MANY} }}</script><p>",
    f"<STYLE>a<b {_MANY}</STYLE><p>",
    # nor is what stands in a comment, or in an attribute's value
    f"<!-- <a {_MANY} --><p>",
    f"<p title='<a {_MANY}'>",
    f'<p title = "<a {_MANY}">',
    # text with a lone bracket
    f"<p>a < b {_MANY}",
]
CUT = [
    # more elements than one wants
    ("<p>" * 4, 3, "<p><p><p>"),
    # a crowd of attributes: with and without values, with brackets and quotes in these
    (f"<p><div {_MANY}>", 9, "<p>"),
    (f"<p><div {' '.join(f'x{n}=1' for n in range(400))}>", 9, "<p>"),
    ("<p><div " + " ".join(f"x{n}='<\">'" for n in range(400)) + ">", 9, "<p>"),
    # after what only looks like a comment, or like a script
    (f"<!--><div {_MANY}>", 9, "<!-->"),
    (f"<scripture></scripture><div {_MANY}>", 9, "<scripture></scripture>"),
]


@pytest.mark.parametrize("html", WHOLE)
def test_a_page_as_people_make_them_stays_whole(html):
    """Whatever it holds of scripts, comments and long values."""
    assert html == beginning(html)


@pytest.mark.parametrize(("html", "most", "expected"), CUT)
def test_a_page_that_would_cost_too_much_is_cut(html, most, expected):
    """Before the element that is too many, or has too many attributes."""
    assert expected == beginning(html, most)
