"""What a page says of itself in JSON-LD: the schema.org article that it is."""

from collections.abc import Iterator
from typing import Any

from archiver.web.linked_data import MEDIA_TYPE, Node, below, roots, types
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


def article_of(page: Page) -> Node | None:
    """The one article that a page is; None where it names none, or several as a list does."""
    nodes = list(_nodes(page))
    articles = [node for node in nodes if not _ARTICLES.isdisjoint(types(node))]
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
    scripts = (script for script in page.named("script") if script.get("type") == MEDIA_TYPE)
    return below(roots(script.string or "" for script in scripts), _WAYS_IN)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _resolved(value: Any, known: dict[str, Node]) -> Any:
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return known.get(value["@id"], value)
    return value


def _strings(value: Any) -> tuple[str, ...]:
    found = (item.get("name") if isinstance(item, dict) else item for item in _listed(value))
    return tuple(text.strip() for text in found if isinstance(text, str) and text.strip())
