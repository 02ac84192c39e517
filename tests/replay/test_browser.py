"""What Chromium makes of pages that mean harm: nothing runs, and nothing is asked for but what we gave."""

import pytest

from archiver.replay.finding import Use
from archiver.replay.headers import Serving, security_headers
from archiver.replay.page import rewrite_page
from tests.replay.hostile import EVIL, FRAGMENTS, RUN
from tests.replay.reading import find

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("browser"),
]  # one Chromium at a time: it has eight seconds for a page

HERE = "https://kept.example/a/page.html"
RAN = "location=/ran/"  # a script that runs asks for /ran/
ATTACKS = [fragment.replace(RUN, RAN).replace(EVIL, "http://evil.example") for fragment in FRAGMENTS]
PAGE = b"""<!DOCTYPE html><html><head><title>Untouched</title><link rel=stylesheet href=/s.css><style>
@import url(/t.css);
@font-face{font-family:f;src:url(/f.woff2)} p{font-family:f;background:url(/b.png)} q{background:url(http://evil.example/q)}
</style><body background=/c.png><p>Words <q>quoted</q><img src=/i.png><img data-src=/late.png><img src=http://evil.example/i>
<img srcset="/one.png 1x, http://evil.example/two 2x"><picture><source srcset=/p.webp><img src=/never.png></picture>
<svg><image href=/v.svg width=9 height=9 /></svg><iframe src=/frame></iframe><script>document.title='Touched'</script>
<a href=http://evil.example/ id=l>x</a><form action=http://evil.example/f><input autofocus></form>"""


def pages(served, attacks: list[str], headers: dict[str, str], *, rewritten: bool) -> None:
    """Serve each attack as a page of its own, and a page with all of them in frames."""
    for number, attack in enumerate(attacks):
        page = f"<!DOCTYPE html><title>x</title><p>Words</p>{attack}".encode()
        body = rewrite_page(page, "text/html", HERE, find).html.encode() if rewritten else page
        served.put(f"/page/{number}", {"Content-Type": "text/html; charset=utf-8"} | headers, body)
    frames = "".join(f"<iframe src=/page/{number}></iframe>" for number in range(len(attacks)))
    served.put("/", {"Content-Type": "text/html"}, f"<!DOCTYPE html><title>x</title>{frames}".encode())


def of_page(served) -> dict[str, str]:
    """Make the headers of a page."""
    return security_headers(Serving.PAGE, f"http://127.0.0.1:{served.port}/kept/")


def foreign(served) -> set[tuple[str, str]]:
    """What was asked for, but for pages, what we gave, and what Chromium asks for itself."""
    return {
        (host, path)
        for host, path in served.asked
        if host in {"127.0.0.1", "evil.example"}
        and not (host == "127.0.0.1" and path.startswith(("/page/", "/kept/")))
    } - {("127.0.0.1", "/"), ("127.0.0.1", "/favicon.ico")}


def test_attacks_work(served, browse) -> None:
    """As they came, without headers, many of the pages run their script and ask others: the tests below can fail."""
    pages(served, ATTACKS, {}, rewritten=False)
    browse("/")

    assert ("127.0.0.1", "/ran/") in foreign(served)
    assert len(foreign(served)) > 20


@pytest.mark.parametrize("with_headers", [True, False], ids=["with headers", "as a file would be"])
def test_rewritten_pages_do_nothing(served, browse, with_headers) -> None:
    """Rewritten they run nothing and ask nobody, with our headers and also without."""
    pages(served, ATTACKS, of_page(served) if with_headers else {}, rewritten=True)
    browse("/")

    assert len([path for _, path in served.asked if path.startswith("/page/")]) == len(ATTACKS)
    assert set() == foreign(served)


def test_headers_alone_stop_scripts(served, browse) -> None:
    """Were a page to come through as it was, the headers would still let no script of it run."""
    pages(served, ATTACKS, of_page(served), rewritten=False)
    browse("/")

    assert ("127.0.0.1", "/ran/") not in served.asked


def test_page_gets_what_it_needs(served, browse) -> None:
    """A page shows its images, styles and fonts out of the archive, and nothing else; its title stays."""
    page = rewrite_page(PAGE, "text/html", HERE, find)
    served.put("/page/0", of_page(served), page.html.encode())
    for name in ("s", "t"):
        style = find(f"https://kept.example/{name}.css", Use.STYLE)
        assert style is not None
        headers = security_headers(Serving.STYLE, f"http://127.0.0.1:{served.port}/kept/")
        served.put(style, headers, f"p{{list-style:url(/kept/image/{name})}} p{{display:list-item}}".encode())
    document = browse("/page/0")

    kept = {
        path.removeprefix("/kept/").replace("https%3A%2F%2Fkept.example%2F", "") for _, path in served.asked
    }
    assert "<title>Untouched</title>" in document
    assert {
        *("style/s.css", "style/t.css", "font/f.woff2", "image/b.png", "image/i.png"),
        *("image/late.png", "image/one.png", "image/p.webp", "image/v.svg"),
        "image/c.png",
    } <= kept
    assert {("127.0.0.1", "/page/0")} == {
        asked for asked in served.asked if not asked[1].startswith("/kept/")
    } - {asked for asked in served.asked if asked[0] not in {"127.0.0.1", "evil.example"}}
