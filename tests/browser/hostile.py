"""What strangers may have called things, and what may be asked for, to do harm: a comment above each kind."""

from tests.browser.payloads import AT, RUN, SCRIPT

# Titles, names, notes: what stands in a database, and is shown in a page.
TEXTS = (
    SCRIPT,
    f'"><img src=x onerror="{RUN}">',
    f"'><svg onload='{RUN}'>",
    f"</title></script></textarea></style>{SCRIPT}",
    f"<!--<script>{RUN}</script>-->",
    f"]]>{SCRIPT}",
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
    f"data:text/html,{SCRIPT}",
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
