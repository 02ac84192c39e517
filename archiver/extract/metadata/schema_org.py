"""The vocabulary of schema.org, and its values as pages write them."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from archiver.extract.markup import one_line
from archiver.extract.metadata.claims import Signature
from archiver.web.linked_data import Node, types

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
_ORGANISATIONS = frozenset(
    "Organization NewsMediaOrganization Corporation GovernmentOrganization EducationalOrganization CollegeOrUniversity NGO "
    "LocalBusiness NewsOrganization".split()
)
_TAG = re.compile(r"<[a-zA-Z/][^<>]{0,300}>")
_NOT_LETTERS = re.compile(r"[\W_]+")


def names(value: Any, known: Mapping[str, Node], *, among: frozenset[str] | None = None) -> Iterator[str]:
    """The names of persons, organisations or works, given as a string, an object, a reference or a list of these."""
    for name, _ in _named(value, known, among=among):
        yield name


def signatures(value: Any, known: Mapping[str, Node]) -> list[Signature]:
    """As `names`, with what each is said to be."""
    return [Signature(name, _is_person(types(node))) for name, node in _named(value, known, among=None)]


def identifiers(value: Any, *, marks: str = "10.") -> Iterator[str]:
    """The strings in a value, and the values or ids of the objects in it, that hold what marks such an identifier."""
    for entry in value if isinstance(value, list) else [value]:
        said = (
            (entry.get("value") or entry.get("@id") or entry.get("url")) if isinstance(entry, dict) else entry
        )
        if isinstance(said, str) and marks in said:
            yield said


def text(value: Any) -> str | None:
    """A string on one line; the first of several; the value of a language-tagged one."""
    if isinstance(value, list):
        value = next(iter(value), None)
    if isinstance(value, dict):
        value = value.get("@value")
    return one_line(_TAG.sub("", html.unescape(value))) or None if isinstance(value, str) else None


def truth(value: Any) -> bool | None:
    """A truth value in all its spellings: true, "False", `https://schema.org/True`."""
    said = str(value if not isinstance(value, list) else next(iter(value), "")).lower()
    return {"true": True, "false": False}.get(said.rpartition("/")[2])


def first(found: Iterable[str]) -> str | None:
    """The first that there is."""
    return next(iter(found), None)


def key(written: str) -> str:
    """What of a heading counts when two are compared."""
    return _NOT_LETTERS.sub("", written.casefold())


def _named(
    value: Any, known: Mapping[str, Node], *, among: frozenset[str] | None
) -> Iterator[tuple[str, Node]]:
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, str):
            node: Node = known.get(entry, {}) if entry in known else {}
            name = (text(node.get("name")) if node else None) or text(entry)
            if among is None and name:
                yield name, node
            continue
        if not isinstance(entry, dict):
            continue
        node = known.get(str(entry.get("@id")), entry) if "name" not in entry else entry
        if among is not None and not among.intersection(types(node)):
            continue
        parts = [text(node.get("givenName")), text(node.get("familyName"))]
        said = node.get("name")
        for each in said if isinstance(said, list) else [said]:
            if name := text(each) or " ".join(filter(None, parts)):
                yield name, node


def _is_person(kinds: tuple[str, ...]) -> bool | None:
    if "Person" in kinds:
        return True
    return False if _ORGANISATIONS.intersection(kinds) else None
