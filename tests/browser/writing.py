"""Archives as a crawl leaves them, of pages that a test has written; nothing is asked for."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from html import escape
from pathlib import Path

from archiver.capture.framing import frame
from archiver.collection.folder import Collection
from archiver.index import index
from archiver.models.capture import Role, Visit
from tests.verify import archives

BLOG = "http://blog.example/"
SOURCE = "http://source.example/"
_MONTH = """<html lang="{lang}"><head><title>{blog}</title></head><body class="archive"><h1>{heading}</h1>{posts}
<aside class="widget"><h2>Archives</h2><ul><li><a href="/2019/09/">September 2019</a></li></ul></aside></body></html>"""
_LISTED = '<article class="post hentry"><h2 class="entry-title"><a href="{url}">{title}</a></h2><time datetime="2019-09-{day:02d}T08:00:00+00:00">2019</time></article>'
_POST = """<html lang="{lang}" dir="{dir}"><head><title>{title}</title></head><body class="single-post"><article class="post hentry">
<h1 class="entry-title">{title}</h1><time datetime="2019-09-{day:02d}T08:00:00+00:00">2019</time><div class="entry-content">{text}
<ol>{notes}</ol></div></article></body></html>"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post with a footnote for each of the notes; a note is its words and what it cites."""

    name: str
    title: str
    notes: Sequence[tuple[str, str, str]]  # sentence, note, address
    lang: str = "en"
    dir: str = "ltr"

    @property
    def url(self) -> str:
        """Where it is."""
        return f"{BLOG}2019/09/12/{self.name}/"

    def html(self, day: int) -> str:
        """Its page."""
        text = "".join(
            f'<p>{sentence}<sup id="r{n}"><a href="#n{n}">{n}</a></sup></p>'
            for n, (sentence, _, _) in enumerate(self.notes, 1)
        )
        notes = "".join(
            f'<li id="n{n}">{note} <a href="{escape(url)}">{escape(url)}</a> <a href="#r{n}">↩</a></li>'
            for n, (_, note, url) in enumerate(self.notes, 1)
        )
        return _POST.format(lang=self.lang, dir=self.dir, title=self.title, day=day, text=text, notes=notes)


def write(
    folder: Path, title: str, posts: Sequence[Post], sources: Iterable[tuple[str, str | None, bytes]]
) -> Collection:
    """An archive of a month of posts, and of sources: path, media type as sent, body."""
    (folder / "warcs").mkdir(parents=True)
    (folder / "collection.toml").write_text(
        f'[blog]\nseeds = ["{BLOG}"]\ntitle = {json.dumps(title)}\n', encoding="utf-8"
    )
    listed = "".join(
        _LISTED.format(url=each.url, title=each.title, day=day) for day, each in enumerate(posts, 1)
    )
    month = _MONTH.format(lang="en", blog="Blog", heading="Monthly Archives: September 2019", posts=listed)
    html = "text/html; charset=utf-8"
    visits: list[tuple[str, str | None, bytes, Visit]] = [
        (BLOG, html, month.encode(), Visit(role=Role.FRONT, seed=BLOG)),
        (f"{BLOG}2019/09/", html, month.encode(), Visit(role=Role.MONTH, seed=BLOG, month="2019-09", page=1)),
    ]
    visits += [
        (each.url, html, each.html(day).encode(), Visit(role=Role.POST, seed=BLOG, month="2019-09"))
        for day, each in enumerate(posts, 1)
    ]
    visits += [
        (SOURCE + path, kind, body, Visit(role=Role.SOURCE, seed=BLOG)) for path, kind, body in sources
    ]
    out = archives.writer(folder, archives.ids())
    for minute, (url, kind, body, visit) in enumerate(visits):
        named = f"Content-Type: {kind}\r\n" if kind is not None else ""
        head = f"HTTP/1.1 200 OK\r\n{named}Content-Length: {len(body)}\r\n\r\n".encode()
        one = archives.exchange(1, target_uri=url, visit=visit, response=frame([head + body]).answer())
        out.write(replace(one, date=archives.START + timedelta(minutes=minute)))
    out.finish(exit_code=0, counts={})
    collection = Collection(folder)
    index(collection)
    return collection
