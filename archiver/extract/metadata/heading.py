"""The title of the work: the one that readers see, confirmed by the one that machines are told."""

from collections.abc import Sequence
from itertools import islice
from urllib.parse import urlsplit

from lxml import etree

from archiver.extract.markup import inner_text
from archiver.extract.metadata.sight import Sight
from archiver.extract.metadata.titles import as_spoken, is_room, key, part_in, trimmed, without_site
from archiver.extract.metadata.weighing import Claimed
from archiver.models.blog import Found
from archiver.web.url import resolve

_LONGEST = 500  # characters
_MOST_LOWER = 5  # headings of lower ranks that are looked at where there is no other title
_MOST_PARTS = 15  # headings of lower ranks that may be the work's
_LOWER = frozenset(["h2", "h3", "h4"])
_WORDS = 5  # of a headline
_LETTERS = 8  # of one in a script without spaces


def choose_title(sight: Sight, told: Sequence[Found], makers: set[str]) -> Found | None:
    """The title by the first rule that has one; one that is only the site's name where there is no other."""
    own = [found for found in told if key(found.value) not in makers] or told
    if not own:
        return None
    headline = _headline(sight, makers)
    # Told twice, once to readers: what stands first was written for search engines or for sharing.
    if headline is not None and not headline.isupper():
        rule = next(
            (found.rule for found in own if key(found.value) == key(headline) and found.rule != "heading"),
            None,
        )
        if rule in {None, "head"} and _is_after_a_kicker(own[0], headline):
            return own[0]
        if rule or _is_long(headline):
            return Found(value=headline, rule=rule or "heading")
    return _titled(sight, own) if own[0].rule == "microdata" else own[0]


def _titled(sight: Sight, own: Sequence[Found]) -> Found:
    """What the heading and the page's title say together, where an item that is marked is another: a teaser, the blog."""
    shown = key(inner_text(sight.heading.element)) if sight.heading is not None else ""
    return next((found for found in own if found.rule == "head" and key(found.value) == shown), own[0])


def titles(sight: Sight, claims: Claimed, makers: set[str]) -> list[Found]:
    """What each rule says, without the site's name, in the words of the page's own heading."""
    page = sight.page
    written = [(rule, trimmed(claim.title[:_LONGEST])) for rule, claim in claims if claim.title]
    shown = [inner_text(sight.heading.element)[:_LONGEST]] if sight.heading is not None else []
    lower = (inner_text(part.element)[:_LONGEST] for part in sight.outline.headings[:_MOST_LOWER])
    written += [("heading", heading) for heading in (*page.headings[:1], *islice(filter(None, lower), 1))][:1]
    headings = [
        heading
        for heading in dict.fromkeys(map(trimmed, [*page.headings, *shown]))
        if key(heading) not in makers and not is_room(heading)
    ]
    parts = _under_the_site(sight)
    return [
        Found(
            value=part_in(title, parts)
            or as_spoken(without_site(title, sites=makers, headings=headings, url=page.url), headings),
            rule=rule,
        )
        for rule, title in written
    ]


def _under_the_site(sight: Sight) -> list[str]:
    """The lower headings, where the highest is the site's: there is none, or it leads to the front page."""
    tops = sight.page.tags.get("h1", ())
    if any(not _is_home(sight, top) for top in tops if inner_text(top)):
        return []
    found = (
        trimmed(inner_text(part.element)[:_LONGEST])
        for part in sight.outline.headings[:_MOST_PARTS]
        if part.element.tag in _LOWER
    )
    return [heading for heading in found if key(heading) and not is_room(heading)]


def _is_home(sight: Sight, heading: etree._Element) -> bool:
    """Whether a heading is a link to a front page."""
    holders = (*islice(heading.iter("a"), 1), *islice(heading.iterancestors("a"), 1))
    return any(
        url is not None and not urlsplit(url).path.strip("/")
        for url in (resolve(sight.page.base, link.get("href") or "") for link in holders)
    )


def _headline(sight: Sight, makers: set[str]) -> str | None:
    """The one heading of the highest rank, where it is that of a work, and no lower one says the page's title."""
    if sight.heading is None or sight.heading.element.tag != "h1":
        return None
    headings = [
        heading
        for heading in map(trimmed, sight.page.headings)
        if key(heading) not in makers and not is_room(heading)
    ]
    return headings[0] if len(headings) == 1 else None


def _is_after_a_kicker(found: Found, headline: str) -> bool:
    """Whether a heading is the name of a section, a colon, and the title that machines are told."""
    return found.rule != "head" and key(headline.partition(": ")[2]) == key(found.value)


def _is_long(headline: str) -> bool:
    """Whether a heading is a sentence rather than the name of a section."""
    return len(headline.split()) >= _WORDS or (
        not headline.isascii() and " " not in headline and len(headline) >= _LETTERS
    )
