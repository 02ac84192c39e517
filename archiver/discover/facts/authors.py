"""A post's authors, and how the page tells them."""

import re
from collections.abc import Callable, Iterator

from bs4 import Tag

from archiver.discover.facts.content import Place, around, inserted
from archiver.discover.facts.linked_data import strings
from archiver.discover.facts.name_line import name_line, names_after_by
from archiver.discover.lists.outline import Outline
from archiver.models.blog import Found
from archiver.web.linked_data import Node
from archiver.web.page import attribute, tokens, visible_text

_BY = re.compile(
    r"^(?:(?:posted|written|published)\s+)?(?:by|von|par|por|di|door|av|af)\b:?\s+|^author:\s*", re.IGNORECASE
)
_LIST = re.compile(r"/authors?/[^/]|[?&]author=[^&]")
_AND = re.compile(r"\s*(?:;|,|\band\b|\bund\b|\bet\b|&)\s*")
_NAMED = frozenset(
    "author-name post-author-name wp-block-post-author__name wp-block-post-author-name byline-name author__name avatar__name authorname username".split()
)
_LINES = frozenset(["byline", "author", "post-author", "entry-author", "by-author", "post-byline"])
_FEET = frozenset(["post-footers", "entry-footer-info", "posted", "post-footer", "postmetadata", "submitted"])
_LONGEST = 80  # characters; a longer name is a sentence
_Rule = Callable[[Outline, Place, Node | None], Iterator[str]]


def authors_of(plan: Outline, place: Place, article: Node | None) -> tuple[Found, ...]:
    """The authors by the first rule that has some; each once, in the page's order."""
    for name, rule in _RULES:
        names = dict.fromkeys(text for text in rule(plan, place, article) if text and len(text) <= _LONGEST)
        if names:
            return tuple(Found(value=text, rule=name) for text in names)
    return ()


def _parts(plan: Outline, place: Place) -> Iterator[Tag]:
    """What may hold a name: no tower of elements, and no prose."""
    return (
        tag for n, tag in (*around(plan, place), *inserted(plan, place)) if tag.attrs and plan.is_small(n)
    )


def _microformat(plan: Outline, place: Place, _article: Node | None) -> Iterator[str]:
    for tag in _parts(plan, place):
        if "p-author" in tokens(tag, "class"):
            yield from _people(tag, {"p-name", "fn"})


def _microdata(plan: Outline, place: Place, _article: Node | None) -> Iterator[str]:
    for tag in _parts(plan, place):
        if "author" in tokens(tag, "itemprop"):
            named = tag.find(True, attrs={"itemprop": "name"})
            if isinstance(named, Tag):
                yield attribute(named, "content") or _name(named)
            else:
                yield from _people(tag, set())


def _relation(plan: Outline, place: Place, _article: Node | None) -> Iterator[str]:
    return (_name(tag) for tag in _parts(plan, place) if tag.name == "a" and "author" in tokens(tag, "rel"))


def _list_link(plan: Outline, place: Place, _article: Node | None) -> Iterator[str]:
    """A link to the list of an author's posts."""
    return (
        _name(tag) for tag in _parts(plan, place) if tag.name == "a" and _LIST.search(attribute(tag, "href"))
    )


def _card(plan: Outline, place: Place, _article: Node | None) -> Iterator[str]:
    """hCard: `.author.vcard .fn`; Pelican sets several into one card."""
    for tag in _parts(plan, place):
        if not {"author", "vcard"}.isdisjoint(tokens(tag, "class")):
            for inner in tag.find_all(class_="fn"):
                yield from _people(inner, set())


def _named(plan: Outline, place: Place, _article: Node | None) -> Iterator[str]:
    """One a link, where there are several (Ghost)."""
    for tag in _parts(plan, place):
        if not _NAMED.isdisjoint(tokens(tag, "class")):
            yield from _people(tag, set()) if len(tag.find_all("a")) > 1 else (_name(tag),)


def _linked_data(_plan: Outline, _place: Place, article: Node | None) -> Iterator[str]:
    return iter(strings(article, "author")) if article else iter(())


def _line(plan: Outline, place: Place, _article: Node | None) -> Iterator[str]:
    for tag in _parts(plan, place):
        if not _LINES.isdisjoint(tokens(tag, "class")):
            text = visible_text(tag)
            said = _BY.sub("", text)
            if said != text or not any(letter.isdigit() for letter in text):
                yield from _AND.split(said.strip())


def _foot(plan: Outline, place: Place, _article: Node | None) -> Iterator[str]:
    """Below the words: "Posted by Mara Vane at 9:30 AM" (Movable Type, Typepad)."""
    for tag in _parts(plan, place):
        if not _FEET.isdisjoint(tokens(tag, "class")):
            yield from names_after_by(visible_text(tag))


def _by_the_title(plan: Outline, place: Place, _article: Node | None) -> Iterator[str]:
    return iter(name_line(plan, place))


def _meta(plan: Outline, _place: Place, _article: Node | None) -> Iterator[str]:
    text = plan.page.meta(
        "article:author", "dc.creator", "dcterms.creator", "citation_author", "author", "parsely-author"
    )
    for candidate in (text, plan.page.meta("author")):
        if candidate and "://" not in candidate and not candidate.startswith("@"):
            yield candidate
            return


# Most trusted first: what is said of this post, then what the page's head says, which may be the site's owner.
_RULES: tuple[tuple[str, _Rule], ...] = (
    ("p-author", _microformat),
    ("itemprop-author", _microdata),
    ("rel-author", _relation),
    ("hcard", _card),
    ("author-name", _named),
    ("author-link", _list_link),
    ("json-ld", _linked_data),
    ("byline", _line),
    ("byline", _foot),
    ("by-the-title", _by_the_title),
    ("meta", _meta),
)


def _people(tag: Tag, names: set[str]) -> Iterator[str]:
    """The people of a name card: one a link, where it has links; else its name, else its words."""
    links = [link for link in tag.find_all("a") if _name(link)]
    if len(links) > 1:
        yield from map(_name, links)
        return
    inner = next((part for part in tag.find_all(True) if not names.isdisjoint(tokens(part, "class"))), None)
    yield _name(inner or (links[0] if links else tag))


def _name(tag: Tag) -> str:
    return _BY.sub("", visible_text(tag)).strip()
