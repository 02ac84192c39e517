"""What a page needs to be looked at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.discover.requisites import requisites, requisites_of_style
from archiver.web.page import Page

URL = "https://blog.example.org/2019/09/a/"
PAGE = """<!doctype html><html><head>
<link rel="stylesheet" href="/style.css?v=1"><link rel="preload" as="font" href="/f.woff2"><link rel="preload" as="fetch" href="/data.json">
<link rel="shortcut icon" href="/favicon.ico"><link rel="alternate" href="/feed/"><link rel="next" href="/b/">
<style>@import "print.css"; body { background: url(bg.png) } /* url(no.png) */</style><script src="/s.js"></script><script>var x = "url(y.png)"</script>
</head><body style="background: url('b2.png')">
<img src="one.jpg" srcset="one-2x.jpg 2x, /w,300/one.jpg 300w,one-4x.jpg 4x" alt="">
<img src="data:image/gif;base64,R0lGOD" data-src="lazy.jpg" data-srcset="lazy-2x.jpg 2x"><noscript><img src="lazy.jpg"></noscript>
<picture><source srcset="p.webp"><img src="p.jpg"></picture><video poster="still.jpg" src="film.mp4"><source src="film.webm"></video><audio src="a.mp3"></audio>
<input type="image" src="go.png"><input type="text" src="no2.png"><svg><image href="v.svg"/></svg><img src="one.jpg#again"><img src=""><img src="#x">
<a href="/c/">c</a><iframe src="https://video.example/e"></iframe></body></html>"""


def test_a_page():
    """Images in all their ways, styles, scripts, icons and fonts; no audio, no video, no links, no frames of others."""
    here, root = URL, "https://blog.example.org/"
    expected = [
        root + "style.css?v=1",
        root + "f.woff2",
        root + "favicon.ico",
        here + "print.css",
        here + "bg.png",
        root + "s.js",
        here + "b2.png",
        here + "one.jpg",
        here + "one-2x.jpg",
        root + "w,300/one.jpg",
        here + "one-4x.jpg",
        here + "lazy.jpg",
        here + "lazy-2x.jpg",
        here + "p.webp",
        here + "p.jpg",
        here + "still.jpg",
        here + "go.png",
        here + "v.svg",
    ]

    assert expected == list(requisites(Page(URL, PAGE)))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        # frames of a set, and those of the page's own host
        ("<frameset><frame src=/m.html><frame src=https://b.example/n></frameset>", ["https://blog.example.org/m.html", "https://b.example/n"]),
        ("<iframe src=/table.html></iframe><iframe src=https://video.example/e></iframe>", ["https://blog.example.org/table.html"]),
        # images in objects; no films, no applets
        ("<object data=/o.png></object><embed src=/e type=image/gif><object data=/f.swf></object>", ["https://blog.example.org/o.png", "https://blog.example.org/e"]),
        ("<body background=/b.gif><table background=/t.gif><tr><td background=/d.gif>", [f"https://blog.example.org/{name}.gif" for name in "btd"]),
        # late ones by other names
        ("<img data-echo=/l.png><p data-bg=\"url('/g.png')\">", ["https://blog.example.org/l.png", "https://blog.example.org/g.png"]),
        # the second source, which some parsers put into the first
        ("<picture><source srcset=/1.avif><source srcset=/2.webp><img src=/3.png></picture>", ["https://blog.example.org/1.avif", "https://blog.example.org/2.webp", "https://blog.example.org/3.png"]),
    ],
)  # fmt: skip
def test_other_ways(html, expected):
    """Of all times."""
    assert expected == list(requisites(Page(URL, html)))


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("@import url(a.css); @import 'b.css' screen;", ["a.css", "b.css"]),
        ("@font-face { src: url('f.woff2') format('woff2'), url( f.woff ) }", ["f.woff2", "f.woff"]),
        ('.a { background: URL("x y.png") }', ["x y.png"]),
        (".a { background: url(../i/b.png) } .b { background: url(../i/b.png) }", ["../i/b.png"]),
        ("/* url(no.png) */ .a { fill: url(#g); background: url(data:image/png;base64,xx) }", []),
        (r".a { background: url(a\29.png) }", ["a).png"]),
        (".a { background: url( }", []),
        ("/* never closed url(no.png)", []),
    ],
)
def test_a_style_sheet(css, expected):
    """Imports, fonts and images; comments, fragments and data are none."""
    base = "https://blog.example.org/css/s.css"
    full = [f"https://blog.example.org/css/{name}".replace("/css/../", "/") for name in expected]

    assert full == list(requisites_of_style(base, css))


@given(st.text(alphabet="ab @importurl()'\"\\/*;,{} \n", max_size=200))
def test_no_style_breaks_the_reader(css):
    """Whatever comes, whole addresses come out."""
    assert all(
        url.startswith("https://") for url in requisites_of_style("https://blog.example.org/s.css", css)
    )
    assert all(
        url.startswith("https://") for url in requisites(Page(URL, f'<img srcset="{css}"><p style="{css}">'))
    )


def test_a_long_style_takes_time_in_line_with_its_size():
    """Half a million spaces and openings that are never closed come back at once."""
    css = "url(" + " " * 500_000 + "@import " * 50_000 + "/*" * 50_000

    assert () == requisites_of_style("https://blog.example.org/s.css", css)
