"""What a page hides or covers until its script comes is seen all the same, and words that no style may hide."""

import pytest

from archiver.replay.frames import Framed, frames_of
from archiver.replay.page import rewrite_page
from archiver.replay.style import rewrite_stylesheet
from tests.replay.reading import find, problems

HERE = "https://kept.example/a/page.html"
_WORDS = "The mill stood by the river, and its wheel turned in spring. " * 5


def shown(html: str, content_type: str = "text/html", **settings) -> str:
    """Rewrite a page; nothing that must not be there is in it."""
    page = rewrite_page(html.encode(), content_type, HERE, find, **settings).html
    assert [] == problems(page)
    return page


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        # until a script is there
        ("<html hidden><body hidden style='opacity:0;color:red'>x", '<body style="color:red">'),
        ("<html style='display:none'><p>x", "<html"),
        ("<body style='overflow:hidden;position:fixed'>x", '<body style="">'),
        # that would come from below
        ("<div style='opacity:0;transform:translateY(9px);margin:1px'>", '<div style="margin:1px">'),
        ("<p style='visibility: hidden !important; top:0'>", '<p style=" top:0">'),
        ("<div id=app style='display:none'>", '<div id="app" style="">'),
        # as it was meant
        ("<p style='opacity:.5'>", '<p style="opacity:.5">'),
        ("<nav style='display:none'>", '<nav style="display:none">'),
        ("<input style='opacity:0'>", '<input style="opacity:0">'),
        ("<p style='background:url(\"a;opacity:0\")'>", "a%3Bopacity%3A0"),
        # a guard against frames that are not ours
        ("<style id=antiClickjack>body{display:none}</style><p>x", "<p>x</p>"),
        # an image in an object, and the words of one that we do not have
        ("<object data=m.png>words</object>after", ">after"),
        ("<object data=https://b.example/m.png>words</object>", "words"),
        ("<embed src=m.svg type=image/svg+xml>", '<img src="/kept/image/'),
        # part of what is seen, though in a template
        ("<x-card><template shadowrootmode=open><p>In</p></template></x-card>", "<p>In</p>"),
        ("<script type='math/tex'>a<b</script>", "<code>a&lt;b</code>"),
        # late images by more names
        ("<img data-echo=e.png>", "e.png"),
        # films by the address at which they can be watched
        ("<iframe src=//www.youtube.com/embed/abcdefghijk title=Talk></iframe>",
         "Video, not in the archive: Talk – https://www.youtube.com/watch?v=abcdefghijk"),
        ("<lite-youtube videoid=abcdefghijk></lite-youtube>", "https://www.youtube.com/watch?v=abcdefghijk"),
        ("<iframe src=https://player.vimeo.com/video/12345></iframe>", "Video, not in the archive: https://vimeo.com/12345"),
        ("<amp-video poster=p.png src=v.mp4></amp-video>", "<video controls"),
    ],
)  # fmt: skip
def test_what_waits_for_a_script_is_seen(html, expected) -> None:
    """Without one, and as it would have become."""
    assert expected in shown(html)


def test_what_nobody_asked_for_stays_away() -> None:
    """A curtain whose display is none stays so; a template that is none of the page's own is left out."""
    page = shown("<template><p>Not</p></template><style id=antiClickjack>body{display:none}</style>x")

    assert "Not" not in page
    assert "display:none" not in page


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f"<script>x()</script><p>{_WORDS}", False),
        ("<div id=root></div><script src=x.js></script>", True),
        ("<div></div><script src=x.js></script>", True),
        ("<div id=root>Loading</div><noscript>Please enable JavaScript</noscript><script>x()</script>", True),
        # short, and no script made it so
        ("<p>It works!", False),
        ("<p>Short</p><script type='math/tex'>x</script>", False),
    ],
)
def test_a_page_that_only_scripts_made_says_so(html, expected) -> None:
    """And where its text is to be had."""
    assert expected is ("without scripts there is little of this page" in shown(html))


def test_xhtml_is_read_as_xml() -> None:
    """An element may close itself, and words stand in CDATA; so only where the server says that it is XML."""
    page = (
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title><script src="a.js"/>'
        '<style><![CDATA[p > b{color:red}]]></style></head><body><div id="d"/><p>One<![CDATA[ <two> ]]></p>'
        '<iframe src="/f"/><textarea/><p>Three</p></body></html>'
    )
    made = shown(page, "application/xhtml+xml")

    assert "<style>p > b{color:red}</style>" in made
    assert '<div id="d"></div><p>One &lt;two> </p>' in made.replace("&gt;", ">")
    assert "<textarea></textarea><p>Three</p>" in made
    assert "Three" not in rewrite_page(page.encode(), "text/html", HERE, find).html


def test_a_plain_page_comes_without_its_styles() -> None:
    """Neither sheets nor attributes hide a word; images and links stay."""
    made = shown(
        "<link rel=stylesheet href=s.css><style>p{color:#fff}</style><body bgcolor=red background=b.png>"
        "<p hidden style='display:none'>Words<img src=i.png><a href=/l>l</a>",
        is_plain=True,
    )

    assert [True] * 3 == [word in made for word in ("Words", "/kept/image/", "/kept/link/")]
    assert [False] * 5 == [
        word in made for word in ("/kept/style/", "color:#fff", "display:none", "b.png", '"red"')
    ]


def test_a_page_of_frames_names_them() -> None:
    """In their order, from the base; the frames within a page are none."""
    page = b"<base href=/z/><frameset rows=1,2><frame src=top.html name=top><frameset cols=1,2><frame src='m.html?a=1&amp;b=2'></frameset></frameset>"

    assert (
        Framed("top", "https://kept.example/z/top.html"),
        Framed("", "https://kept.example/z/m.html?a=1&b=2"),
    ) == frames_of(page, "text/html", HERE)
    assert () == frames_of(b"<body><iframe src=a></iframe><p>&lt;frameset", "text/html", HERE)


def test_a_declared_sheet_is_read_as_declared() -> None:
    """One letter is too little to tell an encoding by."""
    from_bytes = '@charset "Shift_JIS";a::after{content:"表"}'.encode("shift_jis")

    assert '"表"' in rewrite_stylesheet(from_bytes, "text/css", HERE, find)
