"""Whether two captures call their work the same."""

from archiver.extract.metadata.titles import is_room, key, without_site
from archiver.judge.drift.folding import words
from archiver.models.citation import Document

_SAME = 0.6  # Dice coefficient of their words
_OTHER = 0.3


def same_title(old: Document, new: Document) -> bool | None:
    """Whether it is the same title; None where one has none, calls itself by its site, or is only a little like the other.

    >>> page = lambda title: Document(kind="source", url="https://a.example/", title=title, site="The Review")
    >>> same_title(page("Salt Roads"), page("Salt roads – The Review")), same_title(page("Salt Roads"), page("Not found"))
    (True, False)
    >>> same_title(page("The Review"), page("The Review"))
    """
    ours, theirs = _title(old, new), _title(new, old)
    if not ours or not theirs:
        return None
    if key(ours) == key(theirs):
        return True
    first, second = set(words(ours)), set(words(theirs))
    likeness = 2 * len(first & second) / (len(first) + len(second) or 1)
    return True if likeness >= _SAME else False if likeness <= _OTHER else None


def _title(document: Document, other: Document) -> str:
    """The title without the site's name; empty where it names no work."""
    sites = {site for site in (document.site, other.site) if site}
    title = without_site(
        document.title or "", sites=sites, headings=[other.title] if other.title else [], url=document.url
    )
    return "" if is_room(title) or key(title) in {"", *map(key, sites)} else title
