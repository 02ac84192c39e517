"""Pages of few words, or of none, that are well."""

from tests.whole.misbehaving.case import PATH, Answer, Case, html, site

_WELL = "archived"


def _live(name: str, page: str, path: str = PATH) -> Case:
    return Case(name, _WELL, Answer(page), path=path)


CASES = (
    # little, but all there is
    _live("one-sentence", site("Notice", "<h1>Notice</h1><p>The ferry does not run on Sundays.</p>")),
    _live("one-sentence-bare", html("", "<p>The bridge is open.</p>")),
    _live(
        "poem",
        site(
            "Ebb",
            "<h1>Ebb</h1><p>Nobody is here.</p><p>The landing stage is gone,</p><p>the page of water blank.</p>",
        ),
    ),
    _live(
        "image-only", html("Chart of the shoals", '<img src="/chart.png" alt="Chart of the shoals, 1811">')
    ),
    _live(
        "definition",
        site(
            "found, not",
            "<h1>not found</h1><p>adj. (of an object) sought and missing; see also <i>lost</i>.</p>",
        ),
    ),
    _live(
        "short-post",
        site(
            "Orla on The Towpath",
            "<p>The lock at Lowmarsh is open again! Nine boats went up this morning.</p><p><a href='/login'>Log in</a> · <a href='/join'>Sign up</a></p>",
        ),
    ),
    _live("comment", site("Re: tar", "<h1>Re: tar</h1><p>Same here, thanks.</p>")),
    _live(
        "japanese",
        site(
            "渡し船",
            "<h1>渡し船の記録</h1><p>港の記録は毎年春に作られた。ページは十一枚ある。</p>",
            lang="ja",
        ),
    ),
    _live(
        "script-page",
        html(
            "Reader",
            '<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script src="/app.js"></script>',
        ),
    ),
    _live(
        "frames",
        html(
            "Register",
            "",
            head='</head><frameset cols="20%,80%"><frame src="/menu.htm"><frame src="/main.htm"></frameset>',
        ),
    ),
    Case(
        "plain", _WELL, Answer("Tide table\n\n6.10 high\n12.25 low\n", 200, (("Content-Type", "text/plain"),))
    ),
    Case("csv", _WELL, Answer("port,year\nA,1911\n", 200, (("Content-Type", "text/csv"),))),
    Case(
        "json", _WELL, Answer('{"crossings": 41, "errors": []}', 200, (("Content-Type", "application/json"),))
    ),
    Case("picture", _WELL, Answer(b"\x89PNG\r\n\x1a\n" + bytes(60), 200, (("Content-Type", "image/png"),))),
)
