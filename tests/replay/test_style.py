"""Style sheets keep their look, and name no address but ours."""

import pytest
import tinycss2
from hypothesis import assume, given
from hypothesis import strategies as st

from archiver.replay.css_tokens import prepared, tokens
from archiver.replay.style import rewrite_css, rewrite_stylesheet
from tests.replay.reading import addresses, find, is_ours

HERE = "https://kept.example/s/a.css"
X = "/kept/image/https%3A%2F%2Fkept.example%2Fs%2Fx"
S = "/kept/style/https%3A%2F%2Fkept.example%2Fs%2Fx"
F = "/kept/font/https%3A%2F%2Fkept.example%2Fs%2Fx"
NONE = 'url("about:invalid")'


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        # what names no address stays as it is, to the letter
        (".a>b~c:not(.d){margin:-1px;color:#fff}", ".a>b~c:not(.d){margin:-1px;color:#fff}"),
        ("@media (min-width:1em) and print{p{width:calc(1px + 2%)}}", "@media (min-width:1em) and print{p{width:calc(1px + 2%)}}"),
        (".md\\:flex{content:'\\f101'} .é{color:red}", ".md\\:flex{content:'\\f101'} .é{color:red}"),
        ("@font-face{unicode-range:U+0025-00FF,u+4??}", "@font-face{unicode-range:U+0025-00FF,u+4??}"),
        ("a{filter:url(#b)}", 'a{filter:url("#b")}'),
        # every way to name an image
        ("a{b:url(x)}", f'a{{b:url("{X}")}}'),
        ("a{b:url( 'x' )}", f'a{{b:url( "{X}" )}}'),
        ("a{b:URL(x#y)}", f'a{{b:url("{X}#y")}}'),
        ("a{b:u\\72 l(x)}", f'a{{b:url("{X}")}}'),
        ("a{b:url(\\78)}", f'a{{b:url("{X}")}}'),
        ("a{b:src('x')}", f'a{{b:src("{X}")}}'),
        ("a{--b:url(x)}", f'a{{--b:url("{X}")}}'),
        ("a{b:image-set('x' 1x,url(x) type('image/avif'))}", f"a{{b:image-set(\"{X}\" 1x,url(\"{X}\") type('image/avif'))}}"),
        ("a{b:image-set(linear-gradient(var(--c),red) 1x)}", "a{b:image-set(linear-gradient(var(--c),red) 1x)}"),
        # a font, and not one
        ("@font-face{src:url(x) format('woff')}a{b:url(x)}", f"@font-face{{src:url(\"{F}\") format('woff')}}a{{b:url(\"{X}\")}}"),
        # further sheets, with their conditions
        ("@import 'x' print;", f'@import url("{S}") print;'),
        ("@import url(x) layer(b);", f'@import url("{S}") layer(b);'),
        ("@IMPORT/**/url('x');", f'/**/@import url("{S}");'),
        # what is not in the archive
        ("a{b:red url(//b.example/x)}", f"a{{b:red {NONE}}}"),
        ("@import 'https://b.example/x' print;a{}", "a{}"),
        ("@import url('https://b.example/x') print;a{}", "a{}"),
        ("@media print{@import 'https://b.example/x'}a{}", "@media print{ }a{}"),
        # strings that come from elsewhere to where they are addresses
        ("a{b:image-set(var(--x) 1x)}", "a{b:image-set(x-removed(--x) 1x)}"),
        ("a{b:src(var(--x))}", "a{b:src(x-removed(--x))}"),
        # old doors
        ("a{behavior:url(x)}", f"a{{behavior:{NONE}}}"),
        ("a{-moz-binding:url(x)}", f"a{{-moz-binding:{NONE}}}"),
        ("a{scroll-behavior:smooth}", "a{scroll-behavior:smooth}"),
        ("a{b:expression(c)}", "a{b:x-removed(c)}"),
        ("@namespace 'https://b.example';a{}", "a{}"),
        ("@document url(x){b{}}a{}", "a{}"),
        # data that can only be seen
        ("a{b:url(data:image/png;base64,AA==)}", 'a{b:url("data:image/png;base64,AA==")}'),
        ("a{b:url(data:text/html,x)}", f"a{{b:{NONE}}}"),
        # torn strings, addresses and comments
        ("a{b:'c\n;d:url(x)}", f"a{{b:'\n;d:url(\"{X}\")}}"),
        ("a{b:url(x y)}c{d:url(x)}", f'a{{b:x-removed()}}c{{d:url("{X}")}}'),
        ("a{b:url(x", f'a{{b:url("{X}")'),
        ("a{b:'c", "a{b:'c'"),
        ("a{b:'c\\", "a{b:'c'"),
        ("a{}/* url(x)", "a{}/**/"),
        ("10url(');b:url(x)", "10url(');b:url(x)'"),
        # marks of HTML
        ("a{b:'</style>'}", "a{b:'\\3c /style>'}"),
        ("a{b:'&lt;'}", "a{b:'\\26 lt;'}"),
        ("&:hover{}@media (width<=9px){}", "&/**/:hover{}@media (width<=9px){}"),
        ("<!-- a{} -->", "a{} -->"),
    ],
)  # fmt: skip
def test_rewritten(css, expected) -> None:
    """Each way in which a sheet can name an address, and what looks like one."""
    assert expected == rewrite_css(css, HERE, find).strip()


@pytest.mark.parametrize(
    ("payload", "content_type"),
    [
        # by its own declaration
        ('@charset "iso-8859-1";a{content:"é"}'.encode("latin-1"), "text/css"),
        # by its mark
        ('\ufeffa{content:"é"}'.encode(), "text/css; charset=iso-8859-1"),
        # by its server
        ('a{content:"é"}'.encode("cp1252"), "text/css; charset=windows-1252"),
    ],
)
def test_encodings(payload, content_type) -> None:
    """A sheet is read in the encoding that it, or its server, says."""
    assert 'a{content:"é"}' == rewrite_stylesheet(payload, content_type, HERE, find)


PIECES = st.sampled_from(
    [
        *"url( src( image-set( var( @import @namespace @font-face u\\72l( URL( 10url( -url( #url( \\ \\\n \" ' ( ) { } ; : , / /* */ // < <! <!-- --> </style> & &lt; @ # -- - + . 1 1e".split(
            " "
        ),
        *[
            " ",
            "\n",
            "\x00",
            "é",
            "\x80",
            "\u2028",
            "a",
            "x:",
            "https://evil.example/",
            "//evil.example",
            "\\a ",
            "\\72",
            "behavior:",
        ],
    ]
)
SOUP = st.lists(PIECES, max_size=25).map("".join)


@given(SOUP)
def test_no_address_is_missed(css) -> None:
    """Whatever a sheet is made of, another reader finds no address in the result that we did not give."""
    assert [] == [link for link in addresses(rewrite_css(css, HERE, find)) if not is_ours(link)]


@given(SOUP)
def test_no_mark_of_html_is_left(css) -> None:
    """The result is a sheet wherever it stands: it ends no element, begins none, and says no character by its name."""
    written = rewrite_css(css, HERE, find)

    assert not any(f"<{letter}" in written for letter in "ahsx!/?")
    assert "&" not in written.replace("&/**/", "")


@given(SOUP)
def test_tokens_are_the_sheet(css) -> None:
    """No character is lost or read twice."""
    assert prepared(css) == "".join(token.text for token in tokens(prepared(css)))


@given(SOUP)
def test_addresses_are_those_that_others_find(css) -> None:
    """Our tokens and tinycss2's agree on what is an address without quotes."""
    assume("\\\n" not in prepared(css))  # no escape (CSS Syntax 3, 4.3.8), and yet tinycss2 takes it for one
    theirs: list[str] = []
    waiting = tinycss2.parse_component_value_list(css)
    while waiting:
        node = waiting.pop(0)
        if node.type == "url":
            theirs.append(node.value)
        waiting = [*(getattr(node, "arguments", None) or getattr(node, "content", None) or []), *waiting]

    assert theirs == [token.value for token in tokens(prepared(css)) if token.kind == "url"]
