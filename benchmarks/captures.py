"""WARCs as a crawl makes them, in any number: posts and what they cite, as whole pages with all that stands around a text.

A page has 5 to 200 kB: metadata three times over, menus, scripts, the text, comments, related links, a foot.
"""

import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html import escape

from archiver.capture.framing import frame
from archiver.capture.manifest import Manifest
from archiver.capture.writer import WarcWriter
from archiver.collection.folder import Collection
from archiver.models.capture import Exchange, Role, RunRecord, Visit

BLOG = "http://blog.example/"
STARTED = datetime(2019, 9, 12, 10, tzinfo=UTC)
_SMALLEST, _MIDDLE, _LARGEST = 5_000, 45_000, 200_000  # bytes of a page
_NOTES = 12  # of a post
_THINGS = (
    "harbour ledger keeper lantern ferry customs sandbank chart sounding brass crane tide pilot quay warehouse "
    "lock sluice dredger register toll barge rope beacon current channel estuary mooring cargo manifest survey "
    "parish council clerk surveyor inquiry letter archive photograph drawing winter autumn morning century"
).split()
_DEEDS = (
    "records describes crosses repairs measures follows carries leaves joins lists keeps loses finds opens "
    "closes names pays signs copies draws counts lights raises lowers explains"
).split()
_KINDS = (
    "old northern narrow public wooden early careful shallow private regular lost printed heavy quiet".split()
)
_LINKS = ("and", "while", "because", "although", "before", "after", "since", "where")


class Prose:
    """Sentences without end; the same for the same number."""

    def __init__(self, number: int) -> None:
        self.chance = random.Random(number)

    def words(self, least: int, most: int) -> str:
        """A few words, as in a menu or a title."""
        return " ".join(self.chance.choices(_THINGS, k=self.chance.randint(least, most))).capitalize()

    def clause(self) -> str:
        """Who does what."""
        pick = self.chance.choice
        return f"the {pick(_KINDS)} {pick(_THINGS)} {pick(_DEEDS)} the {pick(_THINGS)} of the {pick(_THINGS)}"

    def sentence(self) -> str:
        """One to three clauses, a year now and then."""
        said = self.clause().capitalize()
        for _ in range(self.chance.randint(0, 2)):
            said += f", {self.chance.choice(_LINKS)} {self.clause()}"
        return f"{said} in {self.chance.randint(1750, 1990)}." if self.chance.random() < 0.2 else f"{said}."  # noqa: PLR2004

    def paragraph(self) -> str:
        """Three to eight sentences; some hold a link."""
        said = " ".join(self.sentence() for _ in range(self.chance.randint(3, 8)))
        if self.chance.random() < 0.3:  # noqa: PLR2004
            url = f"http://source.example/{self.chance.randrange(10**6)}"
            said += f' See <a href="{url}">{self.words(2, 5)}</a>.'
        return said


def page(number: int, *, is_post: bool = False) -> bytes:
    """One page. A post has notes."""
    prose = Prose(number)
    size = prose.chance.lognormvariate(0, 0.9) * _MIDDLE
    size = min(max(size, _SMALLEST), _LARGEST)
    title = prose.words(4, 9)
    parts = [_head(prose, number, title), _menu(prose)]
    parts.append(f'<main id="content"><article class="post hentry"><h1 class="entry-title">{title}</h1>')
    parts.append('<p class="byline">By <a rel="author" href="/by/ada">Ada Moss</a>, ')
    parts.append('<time datetime="2019-09-12T10:00:00+02:00">12 September 2019</time></p>')
    parts.append('<div class="entry-content">')
    length = sum(map(len, parts)) + 4_000
    share = prose.chance.uniform(0.35, 0.8) * size  # of the text; the rest is comments and what is alike
    note = 0
    while length < share or note < 4:  # noqa: PLR2004
        note += 1
        body = prose.paragraph()
        if is_post and note <= _NOTES:
            body += f'<sup id="fnref{note}"><a href="#fn{note}">{note}</a></sup>'
        block = f"<h2>{prose.words(2, 5)}</h2>\n" if note % 7 == 0 else ""
        block += f"<blockquote><p>{body}</p></blockquote>" if note % 9 == 0 else f"<p>{body}</p>"
        parts.append(block)
        length += len(block)
    if is_post:
        parts += _notes(prose, min(note, _NOTES))
    parts.append("</div></article>")
    parts += _around(prose, size - length)
    parts.append("</main>" + _foot(prose) + "</body></html>")
    return "\n".join(parts).encode()


def _head(prose: Prose, number: int, title: str) -> str:
    about = prose.sentence()
    data = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": title,
        "datePublished": "2019-09-12",
    }
    metas = "".join(
        f'<meta property="og:{name}" content="{escape(value)}">'
        for name, value in (
            ("title", title),
            ("type", "article"),
            ("site_name", "Tide"),
            ("description", about),
        )
    )
    style = "".join(f".c{n}{{margin:0 {n}px;color:#{n:06x}}}" for n in range(prose.chance.randint(10, 120)))
    script = (
        f"window.page={{id:{number}}};"
        + "function f(a){return a&&a.b?a.b(1):0}\n" * prose.chance.randint(2, 40)
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} | Tide</title>{metas}'
        f'<meta name="author" content="Ada Moss"><link rel="canonical" href="{BLOG}page/{number}">'
        f'<script type="application/ld+json">{json.dumps(data)}</script>'
        f"<style>{style}</style><script>{script}</script></head><body>"
    )


def _menu(prose: Prose) -> str:
    items = "".join(
        f'<li class="menu-item menu-item-{n}"><a href="/{n}"><span>{prose.words(1, 3)}</span></a></li>'
        for n in range(prose.chance.randint(8, 60))
    )
    return f'<header><div class="logo"><a href="/">Tide</a></div><nav class="menu"><ul>{items}</ul></nav></header>'


def _notes(prose: Prose, count: int) -> Iterator[str]:
    yield '<div class="footnotes"><ol>'
    for n in range(1, count + 1):
        url = f"http://source.example/{prose.chance.randrange(10**6)}"
        yield f'<li id="fn{n}">{prose.words(3, 6)}, <a href="{url}">{prose.words(3, 7)}</a>. <a href="#fnref{n}">↩</a></li>'
    yield "</ol></div>"


def _around(prose: Prose, size: float) -> Iterator[str]:
    """Related links and comments, until the page is as long as it is to be."""
    yield '<aside class="related"><h3>Read also</h3>'
    for n in range(prose.chance.randint(4, 20)):
        yield f'<div class="card"><a href="/r/{n}"><img src="/i/{n}.jpg" alt=""><h4>{prose.words(4, 9)}</h4></a></div>'
    yield '</aside><section id="comments"><h3>Comments</h3>'
    while size > 0:
        comment = (
            f'<div class="comment" data-id="{prose.chance.randrange(10**6)}"><div class="comment-author">'
            f"<b>{prose.words(1, 2)}</b></div><p>{prose.sentence()} {prose.sentence()}</p>"
            '<a class="reply" href="#respond">Reply</a></div>'
        )
        yield comment
        size -= len(comment)
    yield "</section>"


def _foot(prose: Prose) -> str:
    links = "".join(f'<a href="/f/{n}">{prose.words(1, 2)}</a> ' for n in range(prose.chance.randint(5, 30)))
    return f'<footer class="site-footer"><p>{links}</p><p>All words are nobody\'s.</p></footer>'


def captured(number: int, *, posts: float) -> Exchange:
    """One exchange: a post, or more often a source."""
    is_post = random.Random(~number).random() < posts
    body = page(number, is_post=is_post)
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(
        body
    )
    path = "2019/09" if is_post else "page"
    return Exchange(
        target_uri=f"{BLOG}{path}/{number}",
        date=STARTED + timedelta(seconds=number),
        visit=Visit(role=Role.POST, seed=BLOG, month="2019-09")
        if is_post
        else Visit(role=Role.SOURCE, seed=BLOG),
        request=b"GET /%d HTTP/1.1\r\nHost: blog.example\r\n\r\n" % number,
        response=frame([head + body]).answer(),
    )


def begun(collection: Collection) -> WarcWriter:
    """A new collection's first WARC, to be written."""
    collection.warcs.mkdir(parents=True)
    collection.toml.write_text(f'[blog]\nseeds = ["{BLOG}"]\n', encoding="utf-8")
    return WarcWriter(
        collection.warcs,
        run=RunRecord(run_id="bench", warc="", started="2019-09-12T10:00:00Z"),
        info=[],
        manifest=Manifest(collection.manifest),
        now=lambda: STARTED,
    )


def write(collection: Collection, count: int, *, posts: float = 0.1) -> None:
    """A collection of so many captures, not indexed yet; that share of them are posts."""
    writer = begun(collection)
    for number in range(count):
        writer.write(captured(number, posts=posts))
    writer.finish(exit_code=0, counts={})
