"""The hosts, served on loopback: each on an address of its own, all on one port; and the blog that cites them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.whole.misbehaving.case import Answer, Case
from tests.whole.simulated.hosts import Hosts, Last, Request, served

_BLOG = "127.0.0.1"
_FIRST = "127.31.{}.{}"
_POST = 12  # sources in a post
_PAGE = (
    '<html><head><title>{title}</title></head><body class="{kind}">{main}'
    '<aside class="widget"><h2>Archives</h2><ul>{months}</ul></aside></body></html>'
)
_ENTRY = (
    '<article class="post hentry"><h2 class="entry-title"><a href="{path}">Note {n}</a></h2>'
    '<time datetime="{day}T08:00:00+00:00">{day}</time><p>One thing…</p></article>'
)
_NOTE = (
    '<article class="post hentry"><h1 class="entry-title">Note {n}</h1><time datetime="{day}T08:00:00+00:00">{day}</time>'
    '<div class="entry-content">{marks}<ol>{notes}</ol></div></article>'
)


@dataclass
class Web:
    """Where everything is, and what was asked."""

    blog: str
    hosts: Hosts
    urls: dict[str, str] = field(default_factory=dict)  # of the cases, by their names


def _blog(urls: Sequence[str]) -> dict[str, Answer]:
    """A blog with a post a month, each of which cites some."""
    posts, pages = [urls[start : start + _POST] for start in range(0, len(urls), _POST)], {}
    months = [(2019 + n // 12, n % 12 + 1) for n in range(len(posts))]
    side = "".join(f'<li><a href="/{year}/{month:02}/">{year}-{month:02}</a></li>' for year, month in months)
    entries = []
    for n, ((year, month), cited) in enumerate(zip(months, posts, strict=True)):
        day, path = f"{year}-{month:02}-09", f"/{year}/{month:02}/09/note-{n}/"
        marks = "".join(
            f'<p>Thing {k} of note {n} is so, and was seen.<sup id="r{k}"><a href="#n{k}">{k}</a></sup></p>'
            for k, _ in enumerate(cited, 1)
        )
        notes = "".join(
            f'<li id="n{k}">See <a href="{url}">page {k}</a>. <a href="#r{k}">↩</a></li>'
            for k, url in enumerate(cited, 1)
        )
        entries.append(_ENTRY.format(path=path, n=n, day=day))
        title = f"Note {n} – The Ledger"
        main = _NOTE.format(n=n, day=day, marks=marks, notes=notes)
        pages[path] = Answer(_PAGE.format(title=title, kind="single-post", main=main, months=side))
        listing = f"<h1>Monthly Archives: {year}-{month:02}</h1>{entries[-1]}"
        pages[f"/{year}/{month:02}/"] = Answer(
            _PAGE.format(title="The Ledger", kind="archive", main=listing, months=side)
        )
    front = "<h1>The Ledger</h1>" + "".join(entries[-2:])
    pages["/"] = Answer(_PAGE.format(title="The Ledger", kind="archive", main=front, months=side))
    return pages


def _answer_of(case: Case, path: str) -> Answer:
    if path == case.path:
        return case.answer
    bare = path.partition("?")[0]
    found = case.more.get(path) or case.more.get(bare)
    if found is not None:
        return found
    return Answer("", 404) if path == "/robots.txt" else case.other


def _wire(answer: Answer) -> bytes:
    if answer.raw is not None:
        return answer.raw
    body = answer.body if isinstance(answer.body, bytes) else answer.body.encode()
    named = {name.lower() for name, _ in answer.headers}
    kind = () if "content-type" in named else (("Content-Type", "text/html; charset=utf-8"),)
    fields = (*answer.headers, *kind, ("Content-Length", str(len(body))), ("Connection", "close"))
    head = "".join(f"{name}: {value}\r\n" for name, value in fields)
    return f"HTTP/1.1 {answer.status} So\r\n{head}\r\n".encode() + body


@contextmanager
def web(cases: Sequence[tuple[str, Case]]) -> Iterator[Web]:
    """Serve cases, each under a name of its own."""
    hosts = {_FIRST.format(n // 250, n % 250 + 1): pair for n, pair in enumerate(cases)}

    def respond(request: Request) -> Last:
        is_blog = request.host == _BLOG
        answer = (
            pages.get(request.path, Answer("", 404))
            if is_blog
            else _answer_of(hosts[request.host][1], request.path)
        )
        return Last(_wire(answer), is_kept=answer.then == "wait")

    pages: dict[str, Answer] = {}
    with served([_BLOG, *hosts], respond) as listening:
        made = Web(f"http://{_BLOG}:{listening.port}/", listening)
        for host, (name, case) in hosts.items():
            at = f"{host}:{listening.port}"
            made.urls[name] = case.url.format(host=at) or f"http://{at}{case.path}"
        pages |= _blog(list(made.urls.values()))
        yield made
