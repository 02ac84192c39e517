"""schema.org in JSON-LD, graphs and references included."""

import html
from collections.abc import Iterator, Mapping
from typing import Any

from archiver.extract.markup import Markup, one_line
from archiver.extract.metadata.claims import Claims
from archiver.web.linked_data import MEDIA_TYPE, Node, below, roots, types

# What can be the work, the surest first, and its CSL type. A page also describes its site, its author, its crumbs.
WORKS: Mapping[str, str | None] = {
    "NewsArticle": "article-newspaper",
    "ReportageNewsArticle": "article-newspaper",
    "AnalysisNewsArticle": "article-newspaper",
    "OpinionNewsArticle": "article-newspaper",
    "BackgroundNewsArticle": "article-newspaper",
    "ReviewNewsArticle": "article-newspaper",
    "BlogPosting": "post-weblog",
    "LiveBlogPosting": "post-weblog",
    "ScholarlyArticle": "article-journal",
    "MedicalScholarlyArticle": "article-journal",
    "Report": "report",
    "Article": None,
    "TechArticle": None,
    "AdvertiserContentArticle": None,
    "Thesis": "thesis",
    "Book": "book",
    "Chapter": "chapter",
    "Dataset": "dataset",
    "Legislation": "legislation",
    "DiscussionForumPosting": "post",
    "SocialMediaPosting": "post",
    "VideoObject": "motion_picture",
    "Movie": "motion_picture",
    "PodcastEpisode": "broadcast",
    "Review": "review",
    "Recipe": None,
    "HowTo": None,
    "CreativeWork": None,
    "MedicalWebPage": None,
    "WebPage": None,
}
_RANK = {name: rank for rank, name in enumerate(WORKS)}
# Only here may the work itself be: an article below `hasPart` or `mentions` is another.
_WAYS = frozenset(["@graph", "mainEntity", "mainEntityOfPage"])
_CONTAINERS = frozenset(
    ["Periodical", "Newspaper", "Blog", "CreativeWorkSeries", "PublicationIssue", "PublicationVolume", "Book"]
)


def read(page: Markup) -> Claims:
    """The claims of the object that is the work."""
    values = roots(_scripts(page))
    objects = tuple(below(values))
    known = {node["@id"]: node for node in objects if isinstance(node.get("@id"), str) and len(node) > 1}
    site = next((name for node in objects if "WebSite" in types(node) for name in _names(node, known)), None)
    work = _main(below(values, _WAYS))
    if work is None:
        return Claims(site=site)
    return Claims(
        title=_text(work.get("headline")) or _text(work.get("name")),
        authors=tuple(_names(work.get("author") or work.get("creator"), known)),
        issued=tuple(date for name in ("datePublished", "dateCreated") if (date := _text(work.get(name)))),
        site=site,
        container_title=next(_names(work.get("isPartOf"), known, among=_CONTAINERS), None),
        publisher=next(_names(work.get("publisher"), known), None),
        language=_text(work.get("inLanguage")) or next(_names(work.get("inLanguage"), known), None),
        doi=next(
            (doi for key in ("doi", "identifier", "sameAs", "@id") for doi in _identifiers(work.get(key))),
            None,
        ),
        url=_text(work.get("url")),
        type=next((WORKS[name] for name in types(work) if WORKS.get(name)), None),
    )


def _scripts(page: Markup) -> Iterator[str]:
    for script in page.root.iter("script"):
        if (script.get("type") or "").partition(";")[0].strip().lower() == MEDIA_TYPE:
            yield script.text or ""


def is_free(page: Markup) -> bool | None:
    """What the work says of `isAccessibleForFree`; None where it says nothing."""
    work = _main(below(roots(_scripts(page)), _WAYS))
    said = str(work.get("isAccessibleForFree", "")).lower() if work is not None else ""
    return {"true": True, "false": False}.get(said.rpartition("/")[2])  # also https://schema.org/False


def _main(candidates: Iterator[Node]) -> Node | None:
    """The candidate of the surest type, the first of several."""
    ranked = [
        (min(_RANK[name] for name in types(node) if name in _RANK), n, node)
        for n, node in enumerate(candidates)
        if any(name in _RANK for name in types(node))
    ]
    return min(ranked, key=lambda entry: entry[:2])[2] if ranked else None


def _names(value: Any, known: Mapping[str, Node], *, among: frozenset[str] | None = None) -> Iterator[str]:
    """The names of persons, organisations or works, given as a string, an object, a reference or a list of these."""
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, str):
            if among is None:
                yield from filter(None, [_text(entry)])
            continue
        if not isinstance(entry, dict):
            continue
        node = known.get(str(entry.get("@id")), entry) if "name" not in entry else entry
        if among is not None and not among.intersection(types(node)):
            continue
        parts = [_text(node.get("givenName")), _text(node.get("familyName"))]
        name = _text(node.get("name")) or " ".join(filter(None, parts))
        if name:
            yield name


def _identifiers(value: Any) -> Iterator[str]:
    for entry in value if isinstance(value, list) else [value]:
        said = entry.get("value") or entry.get("@id") if isinstance(entry, dict) else entry
        if isinstance(said, str) and "10." in said:
            yield said


def _text(value: Any) -> str | None:
    """A string on one line; the first of several; the value of a language-tagged one."""
    if isinstance(value, list):
        value = next(iter(value), None)
    if isinstance(value, dict):
        value = value.get("@value")
    return one_line(html.unescape(value)) or None if isinstance(value, str) else None
