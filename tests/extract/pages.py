"""A page in somebody's manner, with the traps that stand beside bylines and datelines, and what is read of it."""

from archiver.extract.markup import Markup
from archiver.extract.metadata.work import read_work

ADDRESS = "https://review.example/rivers/ferry"
CAPTURED = "2026-11-28T08:00:00Z"
PROSE = (
    "<p>The ferry at the upper lock carried timber, lime and letters for ninety years, and its keeper wrote down every crossing "
    "in a book with a green spine; when the bridge opened the book stopped in the middle of a page.</p>"
    "<p>Nobody thought of keeping such a book, and yet it answers what the council minutes never mention: who came, from where, "
    "and what a bad harvest does to a river and to those who live on it.</p>"
)
RELATED = (
    '<aside class="related-stories"><h3>More on rivers</h3><p class="byline">By Somebody Else</p>'
    '<time datetime="2023-03-03">March 3, 2023</time></aside>'
    '<div id="comments"><div class="comment"><span class="author">A Reader</span> says: <time>April 9, 2021</time></div></div>'
    "<footer>© 2026 The River Post. All rights reserved.</footer>"
)


def read(body, *, head="", lang="en", url="https://www.riverpost.example/lock/last-crossing"):
    """What is read of a page: title, authors, day."""
    page = Markup.parse(
        url,
        f'<!DOCTYPE html><html lang="{lang}"><head>{head}</head><body>{body}{PROSE}{RELATED}</body></html>',
    )
    assert page is not None
    work = read_work(page, before=CAPTURED)
    return (
        work.title.value if work.title else None,
        [author.value for author in work.authors],
        work.issued.value if work.issued else None,
    )


def markup(head="", body="", *, url=ADDRESS, lang="en"):
    """Make a page."""
    page = Markup.parse(url, f'<html lang="{lang}"><head>{head}</head><body>{body}</body></html>')
    assert page is not None
    return page


def work_of(head="", body="", *, url=ADDRESS, before="2026-11-28"):
    """Read a page: the whole work."""
    return read_work(markup(head, body, url=url), before=before)


def json_ld(text):
    """Make a script."""
    return f'<script type="application/ld+json">{text}</script>'
