"""The words of posts as feeds have them, line by line: what their pages are held against."""

from collections.abc import Iterable, Iterator

from lxml import etree

from archiver.discover.xml import local
from archiver.extract.layout import BLOCKS
from archiver.extract.markup import Markup
from archiver.extract.tidy import tidy
from archiver.models.blog import FeedWords, PostContent

_UNSEEN = frozenset("head iframe noscript object script select style svg template textarea".split())
_APART = frozenset(["br", "sup"])  # a mark is no part of the word before it


def read_feed_words(contents: Iterable[PostContent]) -> Iterator[FeedWords]:
    """The same posts, read; one without words is left out."""
    for content in contents:
        page = Markup.parse(content.url, content.html)
        lines = tuple(_lines(page)) if page is not None else ()
        if lines:
            yield FeedWords(url=content.url, lines=lines, list=content.list)


def _lines(page: Markup) -> Iterator[str]:
    """The text of every block, on a line of its own."""
    line: list[str] = []
    for event, element in (walk := etree.iterwalk(page.root, events=("start", "end"))):
        name = local(element)
        if name in BLOCKS or name == "br":
            yield from _folded(line)
            line = []
        elif name in _APART:
            line.append(" ")
        if event == "start" and name in _UNSEEN:
            walk.skip_subtree()
        line.append((element.text if event == "start" and name not in _UNSEEN else None) or "")
        if event == "end":
            line.append(element.tail or "")
    yield from _folded(line)


def _folded(line: list[str]) -> Iterator[str]:
    if words := tidy(" ".join("".join(line).split())):
        yield words
