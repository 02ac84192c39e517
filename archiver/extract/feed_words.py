"""The words of posts as feeds have them, line by line: what their pages are held against."""

from collections.abc import Iterable, Iterator

from archiver.extract.layout import lay_out
from archiver.extract.post_text import PostText
from archiver.models.blog import FeedWords, PostContent
from archiver.web.page import Page


def read_feed_words(contents: Iterable[PostContent]) -> Iterator[FeedWords]:
    """The same posts, read; one without words is left out."""
    for content in contents:
        body = Page(content.url, content.html).soup.body
        if body is None:
            continue
        layout = lay_out(body, as_read=True)
        text = PostText(layout).part(0, len(layout.text))
        if lines := tuple(line for line in text.split("\n") if line.strip()):
            yield FeedWords(url=content.url, lines=lines, list=content.list)
