"""schema.org in JSON-LD, graphs and references included."""

from collections.abc import Iterable, Iterator

from archiver.extract.markup import Markup
from archiver.extract.metadata.claims import Claims
from archiver.extract.metadata.schema_org import (
    WORKS,
    first,
    identifiers,
    key,
    names,
    signatures,
    text,
    truth,
)
from archiver.web.linked_data import MEDIA_TYPE, Node, below, roots, types

_RANK = {name: rank for rank, name in enumerate(WORKS)}
# Only here may the work itself be: an article below `hasPart` or `mentions` is another.
_WAYS = frozenset(["@graph", "mainEntity", "mainEntityOfPage"])
_PAGES = frozenset(["WebPage", "MedicalWebPage"])
_CONTAINERS = frozenset(
    ["Periodical", "Newspaper", "Blog", "CreativeWorkSeries", "PublicationIssue", "PublicationVolume", "Book"]
)


def read(page: Markup) -> Claims:
    """The claims of the object that is the work."""
    values = roots(_scripts(page))
    if not values:
        return Claims()
    objects = tuple(below(values))
    known = {node["@id"]: node for node in objects if isinstance(node.get("@id"), str) and len(node) > 1}
    site = next((name for node in objects if "WebSite" in types(node) for name in names(node, known)), None)
    work = _main(page, below(values, _WAYS))
    if work is None:
        return Claims(site=site)
    dates = tuple(date for name in ("datePublished", "dateCreated") if (date := text(work.get(name))))
    # Systems describe every page so, imprint and all; only what is called a work has come out on a day.
    is_page = _PAGES.issuperset(set(types(work)) & set(WORKS))
    return Claims(
        title=text(work.get("headline")) or text(work.get("name")),
        authors=tuple(
            signatures(work.get("author"), known)
            or signatures(work.get("creator"), known)
            or signatures(work.get("contributor"), known)
        ),
        issued=() if is_page else dates,
        page_dates=dates if is_page else (),
        modified=tuple(filter(None, [text(work.get("dateModified"))])),
        site=site,
        container_title=first(names(work.get("isPartOf"), known, among=_CONTAINERS)),
        publisher=first(names(work.get("publisher"), known)),
        section=text(work.get("articleSection")),
        language=text(work.get("inLanguage")) or first(names(work.get("inLanguage"), known)),
        doi=first(
            doi for name in ("doi", "identifier", "sameAs", "@id") for doi in identifiers(work.get(name))
        ),
        isbn=text(work.get("isbn")),
        license=text(work.get("license")) or first(identifiers(work.get("license"), marks="/")),
        url=text(work.get("url")) or first(identifiers(work.get("mainEntityOfPage"), marks="/")),
        type=next((WORKS[name] for name in types(work) if WORKS.get(name)), None),
        paywall=_paywall(work),
    )


def is_free(page: Markup) -> bool | None:
    """What the work says of `isAccessibleForFree`; None where it says nothing."""
    work = _main(page, below(roots(_scripts(page)), _WAYS))
    is_walled = _paywall(work) if work is not None else None
    return None if is_walled is None else not is_walled


def _scripts(page: Markup) -> Iterator[str]:
    for script in page.tags.get("script", ()):
        if (script.get("type") or "").partition(";")[0].strip().lower() == MEDIA_TYPE:
            yield script.text or ""


def _paywall(work: Node) -> bool | None:
    """Whether the work, or a part of it, is not free. Search engines ask for it in both places."""
    said = [truth(node.get("isAccessibleForFree")) for node in (work, *below([work.get("hasPart")], ()))]
    if False in said:
        return True
    return False if True in said else None


def _main(page: Markup, candidates: Iterable[Node]) -> Node | None:
    """The candidate of the surest type; of several the one that has the page's heading, else the first."""
    ranked = [
        (min(_RANK[name] for name in types(node) if name in _RANK), node)
        for candidate in candidates
        for node in (candidate, *_only_post(candidate))
        if any(name in _RANK for name in types(node))
    ]
    if not ranked:
        return None
    best = min(rank for rank, _ in ranked)
    equal = [node for rank, node in ranked if rank == best]
    if len(equal) == 1:
        return equal[0]
    shown = {key(heading) for heading in (*page.headings, page.meta("og:title") or "")}
    return next((node for node in equal if key(text(node.get("headline")) or "") in shown), equal[0])


def _only_post(node: Node) -> Iterator[Node]:
    """The post of a blog that is described on the page of that one post."""
    posts = node.get("blogPost") if "Blog" in types(node) else None
    if isinstance(posts, dict):
        yield posts
    elif isinstance(posts, list) and len(posts) == 1 and isinstance(posts[0], dict):
        yield posts[0]
