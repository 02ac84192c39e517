"""Drawings in files of their own: nothing in them runs or fetches, even when one is opened by itself."""

import pytest

from archiver.replay.svg import rewrite_svg

OPEN = '<svg xmlns="http://www.w3.org/2000/svg"'
LINKED = f'{OPEN} xmlns:xlink="http://www.w3.org/1999/xlink">'


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        # what is drawn stays
        ('<linearGradient id="g"/><path d="M0 0" fill="url(#g)"/>', '<linearGradient id="g"/><path d="M0 0" fill="url(&quot;#g&quot;)"/>'),
        ('<g transform="rotate(9)"><text x="1">a <tspan>b</tspan> c</text></g>', '<g transform="rotate(9)"><text x="1">a <tspan>b</tspan> c</text></g>'),
        ("<style>.a{fill:red}</style>", "<style>.a{fill:red}</style>"),
        # scripts and handlers
        ('<script>x()</script><g onload="x()" onbegin="x()"/>', "<g/>"),
        ('<script xmlns="http://www.w3.org/1999/xhtml">x()</script> a', " a"),
        ("<foreignObject><p>x</p></foreignObject><g/>", "<g/>"),
        ('<handler>x</handler><set attributeName="href" to="javascript:x"/><animate attributeName="href"/>', ""),
        # addresses
        ('<a href="javascript:x()"><g/></a><use href="//e.example/x#y"/><use href="#y"/>', '<a><g/></a><use/><use href="#y"/>'),
        ('<image href="https://e.example/x"/><feImage href="https://e.example/x"/>', "<image/>"),
        ('<image href="data:image/png;base64,AA"/>', '<image href="data:image/png;base64,AA"/>'),
        ('<g style="fill:url(//e.example/x)" filter="u\\72l(//e.example/x)"/>',
         '<g style="fill:url(&quot;about:invalid&quot;)" filter="url(&quot;about:invalid&quot;)"/>'),
        ("<style>@import 'x';<![CDATA[a>b{fill:url(//e.example/x)}]]></style>", '<style> a&gt;b{fill:url("about:invalid")}</style>'),
        ("<style>a{}<g/>@import '//e.example/x';<b>@import</b> '//e.example/x';</style>", "<style>a{}  '//e.example/x';</style>"),
    ],
)  # fmt: skip
def test_inner(inner, expected) -> None:
    """Each thing that a drawing may hold."""
    made = rewrite_svg(f"{OPEN}>{inner}</svg>".encode())

    assert (
        f"{OPEN}>{expected}</svg>".replace("></svg>", "/>" if not expected else "></svg>")
        == (made or b"").decode()
    )


def test_linked() -> None:
    """The older way to name an address is seen through."""
    made = rewrite_svg(f'{LINKED}<a xlink:href="javascript:x()"/><use xlink:href="#a"/></svg>'.encode())

    assert f'{LINKED}<a/><use xlink:href="#a"/></svg>' == (made or b"").decode()


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY x "&lt;script>1&lt;/script>">',
        '<!ENTITY x SYSTEM "file:///etc/passwd">',
        # a thousand million laughs
        '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x "&b;&b;&b;&b;">',
    ],
)
def test_entities(declared) -> None:
    """What a drawing declares is not put in, nor fetched."""
    made = rewrite_svg(f"<!DOCTYPE svg [{declared}]>{OPEN}><text>a&x;b</text></svg>".encode())

    assert f"{OPEN}><text>ab</text></svg>" == (made or b"").decode()


@pytest.mark.parametrize(
    "payload", [b"", b"x", b"<p>x</p>", b"<svg/>", b"\x00" * 9, b"<?xml version='1.0'?>"]
)
def test_no_drawing(payload) -> None:
    """What is no drawing gives none."""
    assert rewrite_svg(payload) is None


def test_depth() -> None:
    """A drawing that nests without end is read as far as it is sane."""
    assert rewrite_svg(f"{OPEN}>{'<g>' * 100_000}".encode()) is not None
