"""Pages look as they did: what they need comes from the archive, what is missing says so."""

import pytest

from archiver.replay.finding import Use
from archiver.replay.page import rewrite_page
from tests.replay.reading import find

HERE = "https://kept.example/a/page.html"


def kept(use: str, path: str) -> str:
    """Name what the tests' archive gives."""
    return f"/kept/{use}/https%3A%2F%2Fkept.example%2F{path.replace('/', '%2F')}"


def body(html: str, **settings) -> str:
    """Rewrite what stands in a body."""
    page = rewrite_page(
        f"<!DOCTYPE html><body>{html}".encode(), "text/html; charset=utf-8", HERE, find, **settings
    )
    return page.html.partition("<body>\n")[2].removesuffix("\n</body>\n</html>\n")


def head(html: str) -> str:
    """Rewrite what stands in a head, without what is ours."""
    page = rewrite_page(
        f"<!DOCTYPE html><head>{html}<body>x".encode(), "text/html; charset=utf-8", HERE, find
    )
    return page.html.partition("</style>\n")[2].partition("\n</head>")[0]


A, B = kept("image", "a/a.png"), kept("image", "a/b.png")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        # images, in one size and in several
        ("<img src=a.png alt=A width=9>", f'<img alt="A" width="9" src="{A}">'),
        ("<img src=a.png srcset='a.png 1x, b.png 2x'>", f'<img srcset="{A} 1x, {B} 2x" src="{A}">'),
        ("<img srcset='//b.example/x 1x, b.png 2x'>", f'<img srcset="{B} 2x" src="{B}">'),
        # missing: its words are seen
        ("<img src=//b.example/x alt='A map'>", '<img alt="A map">'),
        # late ones
        ("<img class='x lazyload' src=data:image/gif;base64,AA data-src=a.png>", f'<img class="x lazyloaded" src="{A}">'),
        ("<img data-src=a.png><noscript><img src=a.png></noscript>", f'<img src="{A}">'),
        ("<img data-src=//b.example/x><noscript><img src=a.png></noscript>", f'<img><img src="{A}">'),
        ("<div data-bg=a.png>x</div>", f'<div style=";background-image:url(&quot;{A}&quot;)">x</div>'),
        ("<amp-img src=a.png></amp-img>", f'<img src="{A}">'),
        # versions
        ("<picture><source srcset=b.png type=image/webp><source srcset=//b.example/x><img src=a.png></picture>",
         f'<picture><source type="image/webp" srcset="{B}"><img src="{A}"></picture>'),
        # film and sound wait for their reader
        ("<video src=f.mp4 poster=a.png autoplay loop></video>",
         f'<video loop="" controls="" preload="metadata" src="{kept("media", "a/f.mp4")}" poster="{A}"></video>'),
        ("<audio><source src=s.ogg type=audio/ogg></audio>",
         f'<audio controls="" preload="metadata"><source type="audio/ogg" src="{kept("media", "a/s.ogg")}"></audio>'),
        # old looks
        ("<table bgcolor=red background=a.png><tr><td nowrap>x</table>",
         f'<table bgcolor="red" background="{A}"><tbody><tr><td nowrap="">x</td></tr></tbody></table>'),
        ("<center><font color=red face=Arial size=4>x</font></center>", '<center><font color="red" face="Arial" size="4">x</font></center>'),
        # styles where they stand
        ("<p style='color:red;background:url(a.png)'>x", f'<p style="color:red;background:url(&quot;{A}&quot;)">x</p>'),
        ("<style media=print>p{color:red}</style><p>x", '<style media="print">p{color:red}</style><p>x</p>'),
        # drawings and formulas
        ("<svg viewBox='0 0 9 9'><linearGradient id=g /><path d='M0 0' fill='url(#g)'/></svg>",
         '<svg viewBox="0 0 9 9"><linearGradient id="g"></linearGradient><path d="M0 0" fill="url(&quot;#g&quot;)"></path></svg>'),
        ("<math><msup><mi>x</mi><mn>2</mn></msup></math>", "<math><msup><mi>x</mi><mn>2</mn></msup></math>"),
        # links: to a capture, within the page, to what is not there, to nothing at all
        ("<a href=b?c=1&copy=2#d>x</a>", f'<a href="{kept("link", "a/b%3Fc%3D1%26copy%3D2")}#d" rel="noopener noreferrer nofollow">x</a>'),
        ("<a href=#n1 id=r1>1</a><a href=page.html#n2>2</a>", '<a id="r1" href="#n1">1</a><a href="#n2">2</a>'),
        ("<a href=https://b.example/c title=C>x</a>", '<a title="C – https://b.example/c" href="#-not-in-the-archive-" aria-disabled="true" data-outside="">x</a>'),
        ("<a href=javascript:x() onclick=y()>x</a>", "<a>x</a>"),
        # frames
        ("<iframe src=f.html title='A film'></iframe>",
         f'<a data-frame="" href="{kept("link", "a/f.html")}" rel="noopener noreferrer nofollow">Frame: A film</a>'),
        ("<iframe src=//b.example/f></iframe>", '<a data-frame="" href="#-not-in-the-archive-" title="https://b.example/f" aria-disabled="true" data-outside="">Frame, not in the archive: //b.example/f</a>'),
        ("<iframe src=f.html width=0></iframe><iframe></iframe>", ""),
        # forms
        ("<form action=/s class=c><input name=q><button>Go</button></form>",
         '<form class="c" method="dialog" autocomplete="off"><input name="q"><button>Go</button></form>'),
        # unread tags, unheard-of elements
        ("a < b &amp; c <3 <o:p>d</o:p><x-note data-kind=n>e</x-note>", 'a &lt; b &amp; c &lt;3 d<x-note data-kind="n">e</x-note>'),
        ("<xmp><b></xmp><textarea><b></textarea>", "<pre>&lt;b&gt;</pre><textarea>&lt;b&gt;</textarea>"),
        # other letters
        ("<p dir=rtl lang=he>שלום 中文", '<p dir="rtl" lang="he">שלום 中文</p>'),
    ],
)  # fmt: skip
def test_body(html, expected) -> None:
    """Each thing that a body may hold."""
    assert expected == body(html)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<link rel=stylesheet href=s.css media=screen>", f'<link rel="stylesheet" href="{kept("style", "a/s.css")}" media="screen">'),
        # not the other looks that a page offers
        ("<link rel='alternate stylesheet' title=Dark href=s.css>", ""),
        ("<link rel=stylesheet title=A href=s.css><link rel=stylesheet title=B href=t.css>", f'<link rel="stylesheet" href="{kept("style", "a/s.css")}">'),
        # a sheet that a script would have brought
        ("<link rel=stylesheet href=s.css media=print onload=\"this.media='all'\">", f'<link rel="stylesheet" href="{kept("style", "a/s.css")}" media="all">'),
        ("<link rel=preload as=style href=s.css onload=\"this.rel='stylesheet'\">", f'<link rel="stylesheet" href="{kept("style", "a/s.css")}">'),
        ("<link rel=stylesheet href='data:text/css;base64,cHtjb2xvcjpyZWR9'>", "<style>p{color:red}</style>"),
        # in their order
        ("<style>a{}</style><link rel=stylesheet href=s.css><style type=text/css>b{}</style><style type=text/less>c{}</style>",
         f'<style>a{{}}</style><link rel="stylesheet" href="{kept("style", "a/s.css")}"><style>b{{}}</style>'),
        # seen from elsewhere
        ("<base href=/z/><link rel=stylesheet href=s.css>", f'<link rel="stylesheet" href="{kept("style", "z/s.css")}">'),
        # without scripts
        ("<noscript><img src=a.png><style>p{}</style></noscript><script>x</script><style>q{}</style>", "<style>p{}</style><style>q{}</style>"),
    ],
)  # fmt: skip
def test_head(html, expected) -> None:
    """Each way in which a head brings a style sheet."""
    assert expected == head(html)


@pytest.mark.parametrize(
    ("doctype", "expected"),
    [
        ("<!DOCTYPE html>", "<!DOCTYPE html>\n<html"),
        (
            "<!doctype HTML PUBLIC '-//W3C//DTD HTML 3.2//EN'>",
            "<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 3.2//EN'>\n<html",
        ),
        (
            '<!DOCTYPE html SYSTEM "about:legacy-compat">',
            '<!DOCTYPE html SYSTEM "about:legacy-compat">\n<html',
        ),
        # quirks
        ("", "<html"),
    ],
)
def test_doctype(doctype, expected) -> None:
    """A page is laid out by the rules that its declaration asks for."""
    assert rewrite_page(f"{doctype}<html><p>x".encode(), "text/html", HERE, find).html.startswith(expected)


def test_what_styles_hang_on_stays() -> None:
    """The document and its body keep their classes, ids, language and old looks."""
    page = rewrite_page(
        b"<html lang=de dir=ltr class='no-js x'><body id=top class=post bgcolor=white text=black style='margin:0' onload=x()>y",
        "text/html",
        HERE,
        find,
    )

    assert '<html lang="de" dir="ltr" class="no-js x">' in page.html
    assert '<body id="top" class="post" bgcolor="white" text="black" style="margin:0">' in page.html


def test_missing_is_told() -> None:
    """What a page needs and the archive does not have is named, once; links are no need."""
    page = rewrite_page(
        b"<html><img src=//b.example/x><img src=//b.example/x#y><a href=//b.example/z>l</a><style>@import '//b.example/s'</style>",
        "text/html",
        HERE,
        find,
    )

    assert (("https://b.example/x", Use.IMAGE), ("https://b.example/s", Use.STYLE)) == page.missing


def test_each_address_is_asked_once() -> None:
    """Whoever looks things up in a database is not asked twice for the same."""
    asked = []
    rewrite_page(
        b"<html>" + b"<img src=a.png><img src=./a.png><a href=a.png>x</a>" * 9,
        "text/html",
        HERE,
        lambda url, use: asked.append((url, use)),
    )

    assert [("https://kept.example/a/a.png", Use.IMAGE), ("https://kept.example/a/a.png", Use.LINK)] == asked


@pytest.mark.parametrize(
    ("payload", "content_type", "expected"),
    [
        (b"", "text/html", "There is nothing to show: the answer had no body."),
        (b"%PDF-1.4\n1 0 obj", "text/html", "This is no page: it is application/pdf."),
        (b"<html><script>x</script>", "text/html", "There is nothing to show: the page is empty."),
    ],
)
def test_reason(payload, content_type, expected) -> None:
    """What cannot be shown says why."""
    page = rewrite_page(payload, content_type, HERE, find)

    assert ("", expected) == (page.html, page.reason)


def test_encoding_is_told_anew() -> None:
    """A page is read as browsers read it and sent as UTF-8."""
    page = rewrite_page("<html><meta charset=windows-1251><p>Мир".encode("cp1251"), "text/html", HERE, find)

    assert "<p>Мир</p>" in page.html
    assert page.html.count("charset") == 1
