"""What a page says of itself in JSON-LD: the schema.org article that it is."""

import json
from collections.abc import Iterator
from typing import Any

from archiver.web.page import Page

# schema.org's Article and what is below it, as far as blogs use it.
_ARTICLES = frozenset(
    "Article BlogPosting NewsArticle LiveBlogPosting TechArticle ScholarlyArticle OpinionNewsArticle AnalysisNewsArticle "
    "ReportageNewsArticle ReviewNewsArticle SocialMediaPosting AdvertiserContentArticle SatiricalArticle Report".split()
)
_WAYS_IN = (
    "@graph",
    "mainEntity",
    "mainEntityOfPage",
)  # what stands below these is the page's own; blogPost and hasPart list others
_LARGEST = 1_000_000  # characters of one script

Node = dict[str, Any]


def article_of(page: Page) -> Node | None:
    """The one article that a page is; None where it names none, or several as a list does."""
    nodes = list(_nodes(page))
    articles = [node for node in nodes if not _ARTICLES.isdisjoint(_strings(node.get("@type")))]
    if len(articles) != 1:
        return None
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)}
    article = dict(articles[0])
    article["author"] = [_resolved(author, known) for author in _listed(article.get("author"))]
    return article


def strings(node: Node, *names: str) -> tuple[str, ...]:
    """The texts under the first of the names that has some; of a thing, its name."""
    for name in names:
        if found := _strings(node.get(name)):
            return found
    return ()


def _nodes(page: Page) -> Iterator[Node]:
    for script in page.soup.find_all("script", type="application/ld+json"):
        waiting = [_parsed(script.string or "")]
        while waiting:
            value = waiting.pop()
            if isinstance(value, list):
                waiting.extend(reversed(value))
            elif isinstance(value, dict):
                yield value
                waiting.extend(value[name] for name in reversed(_WAYS_IN) if name in value)


def _parsed(text: str) -> Any:
    """The value of a script; nothing where it is no JSON, which readers of JSON-LD skip."""
    if len(text) > _LARGEST:
        return None
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _resolved(value: Any, known: dict[str, Node]) -> Any:
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return known.get(value["@id"], value)
    return value


def _strings(value: Any) -> tuple[str, ...]:
    found = (item.get("name") if isinstance(item, dict) else item for item in _listed(value))
    return tuple(text.strip() for text in found if isinstance(text, str) and text.strip())
