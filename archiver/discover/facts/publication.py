"""When a post was published and changed, and how the page tells it."""

from collections.abc import Callable

from archiver.discover.addresses import date_in
from archiver.discover.dates import find_date, own_day
from archiver.discover.facts.content import Place, around, inserted
from archiver.discover.facts.dated_heading import dated_heading
from archiver.discover.facts.linked_data import strings
from archiver.discover.lists.day_headings import day_over
from archiver.discover.lists.outline import Outline
from archiver.discover.lists.shown_dates import date_of, first_date, is_changed
from archiver.models.blog import Found
from archiver.web.linked_data import Node
from archiver.web.page import attribute, tokens

_Rule = Callable[[Outline, Place, Node | None], str | None]
_CREATED = frozenset(["datepublished", "dc:created", "dc:date", "schema:datecreated", "schema:datepublished"])


def published(plan: Outline, place: Place, article: Node | None) -> Found | None:
    """The date of publication by the first rule that has one; the day that the blog shows, where that is in UTC."""
    found = _first(_PUBLISHED, plan, place, article)
    if found is None:
        return None
    seen = (shown(plan, place), date_in(plan.page.url))
    own = next((day for other in seen if other and (day := own_day(found.value, other[:10]))), None)
    return Found(value=own, rule=found.rule) if own else found


def modified(plan: Outline, place: Place, article: Node | None) -> Found | None:
    """The date of the last change by the first rule that has one."""
    return _first(_MODIFIED, plan, place, article)


def shown(plan: Outline, place: Place, _article: Node | None = None) -> str | None:
    """The date that readers see beside the title."""
    beside = first_date(plan, (n for n, _ in around(plan, place)))
    inside = beside or first_date(plan, (n for n, _ in inserted(plan, place))) or dated_heading(plan, place)
    return inside or (day_over(plan, place.root) if place.is_entry else None)


def _with_time(plan: Outline, place: Place, _article: Node | None) -> str | None:
    """Seen by readers, and exact: the software writes it in the blog's own offset."""
    found = shown(plan, place)
    return found if found and "T" in found else None


def _itemprop(plan: Outline, place: Place, _article: Node | None) -> str | None:
    """In microdata, or in RDFa (Drupal)."""
    for _, tag in (*around(plan, place), *inserted(plan, place)):
        names = (*tokens(tag, "itemprop"), *tokens(tag, "property"))
        if not _CREATED.isdisjoint(names) and (
            found := find_date(attribute(tag, "content") or attribute(tag, "datetime"))
        ):
            return found
    return None


def _json_published(_plan: Outline, _place: Place, article: Node | None) -> str | None:
    return _from_json(article, "datePublished", "dateCreated")


def _json_modified(_plan: Outline, _place: Place, article: Node | None) -> str | None:
    return _from_json(article, "dateModified")


def _meta_published(plan: Outline, _place: Place, _article: Node | None) -> str | None:
    names = (
        "article:published_time",
        "article:published",
        "datepublished",
        "dc.date.issued",
        "dcterms.created",
        "dc.date",
        "citation_publication_date",
        "date",
        "pubdate",
    )
    return find_date(plan.page.meta(*names) or "")


def _meta_modified(plan: Outline, _place: Place, _article: Node | None) -> str | None:
    return find_date(
        plan.page.meta("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified") or ""
    )


def _changed(plan: Outline, place: Place, _article: Node | None) -> str | None:
    parts = (*around(plan, place), *inserted(plan, place))
    return next((found for n, tag in parts if is_changed(tag) and (found := date_of(plan, n))), None)


def _changed_with_time(plan: Outline, place: Place, article: Node | None) -> str | None:
    found = _changed(plan, place, article)
    return found if found and "T" in found else None


def _address(plan: Outline, _place: Place, _article: Node | None) -> str | None:
    return date_in(plan.page.url)


# Most trusted first. `article:published_time` and JSON-LD are often in UTC (Yoast), which may be another day, or month.
_PUBLISHED: tuple[tuple[str, _Rule], ...] = (
    ("shown-time", _with_time),
    ("itemprop", _itemprop),
    ("json-ld", _json_published),
    ("meta", _meta_published),
    ("shown-date", shown),
    ("address", _address),
)
_MODIFIED: tuple[tuple[str, _Rule], ...] = (
    ("shown", _changed_with_time),
    ("json-ld", _json_modified),
    ("meta", _meta_modified),
    ("shown", _changed),
)


def _first(
    rules: tuple[tuple[str, _Rule], ...], plan: Outline, place: Place, article: Node | None
) -> Found | None:
    for name, rule in rules:
        if found := rule(plan, place, article):
            return Found(value=found, rule=name)
    return None


def _from_json(article: Node | None, *names: str) -> str | None:
    return (
        next((found for text in strings(article, *names) if (found := find_date(text))), None)
        if article
        else None
    )
