"""Pages that a post answers, likes, repeats or keeps, as microformats2 says it (`u-in-reply-to`, `h-cite`).

<p class="u-in-reply-to h-cite">In reply to <a class="u-url p-name" href="https://other.example/a">A drier year</a></p>
<a class="u-like-of" href="https://other.example/b"></a>
"""

from collections.abc import Iterator
from typing import NamedTuple

from bs4 import Tag

from archiver.extract.finding.body import Body
from archiver.extract.spans import Span
from archiver.models.citation import Citation, CitationKind, CitedUrl, Form
from archiver.web.page import Page, attribute, tokens, visible_text
from archiver.web.url import resolve

_RELATIONS = {
    "u-in-reply-to": Form.REPLY,
    "u-like-of": Form.LIKE,
    "u-repost-of": Form.REPOST,
    "u-bookmark-of": Form.BOOKMARK,
    "u-citation": Form.CITATION,
}
_COMMENTS = frozenset("p-comment u-comment comment comments u-like u-repost webmention webmentions".split())
_MOST = 50  # elements outside the content, of one post


class Reply(NamedTuple):
    """A page that a post says what it is to: all that speaks of it, and its name."""

    span: Span
    name: Span
    cited: CitedUrl


def find_replies(body: Body) -> Iterator[Reply]:
    """Those in a post's content that nobody has claimed."""
    end = -1
    for element in body.with_class(*_RELATIONS):
        place = body.place(element)
        link = _link(element)
        url = body.address(link, "href") if link is not None else None
        if link is None or url is None or (place.start < end) or not body.holds(link):
            continue
        end = place.end
        yield Reply(place, body.place(link), CitedUrl(url=url, is_link=True, form=_form(element)))


def replies_beside(page: Page) -> Iterator[Citation]:
    """Those that stand in the post's entry, but outside its content."""
    if not any(name in page.html for name in _RELATIONS):
        return
    entry = page.soup.find(class_="h-entry")
    if not isinstance(entry, Tag):
        return
    for element in entry.find_all(class_=list(_RELATIONS), limit=_MOST):
        link = _link(element)
        url = resolve(page.base, attribute(link, "href")) if link is not None else None
        if link is None or url is None or _is_elsewhere(element, entry):
            continue
        yield Citation(
            position=0,
            kind=CitationKind.INLINE,
            sentence=_words_around(element) or None,
            anchor=visible_text(link) or None,
            style="h_cite",
            urls=(CitedUrl(url=url, is_link=True, form=_form(element)),),
        )


def _is_elsewhere(element: Tag, entry: Tag) -> bool:
    """Whether it stands in the content, where others find it, or in a comment."""
    for parent in element.parents:
        if parent is entry:
            return False
        named = tokens(parent, "class")
        if "e-content" in named or "h-entry" in named or not _COMMENTS.isdisjoint(named):
            return True
    return True


def _words_around(element: Tag) -> str:
    parent = element.parent
    return visible_text(element if element.name != "a" or parent is None or parent.name != "p" else parent)


def _link(element: Tag) -> Tag | None:
    if element.name == "a":
        return element if element.has_attr("href") else None
    named = element.find("a", class_="u-url", href=True) or element.find("a", href=True)
    return named if isinstance(named, Tag) else None


def _form(element: Tag) -> Form:
    return next(form for name, form in _RELATIONS.items() if name in tokens(element, "class"))
