"""What pages tell machines: JSON-LD (schema.org) with `archivedAt`, and COinS (Z39.88) for reference managers."""

from collections.abc import Mapping
from urllib.parse import urlencode

from markupsafe import escape

from archiver.models.views import PostView, SnapshotView, SourceView
from archiver.pages.rendering import script_data

_TYPES = {
    "post-weblog": "BlogPosting",
    "article-journal": "ScholarlyArticle",
    "article-newspaper": "NewsArticle",
    "article-magazine": "Article",
    "book": "Book",
    "chapter": "Chapter",
    "report": "Report",
    "thesis": "Thesis",
    "webpage": "WebPage",
}


def of_post(post: PostView, archived_at: str | None) -> tuple[str, str]:
    """JSON-LD and COinS of a post, as markup. `archived_at` is where a capture of it is shown, absolute."""
    return (
        _json_ld("BlogPosting", post.title, post.author, post.published, post.url, archived_at),
        _coins(post.title, post.author, post.published, post.url, genre="blogPost"),
    )


def of_source(source: SourceView, archived_at: str | None) -> tuple[str, str]:
    """The same of a source."""
    kind = _TYPES.get(source.type or "", "CreativeWork")
    more = {"publisher": source.publisher, "isPartOf": source.container_title, "sameAs": _doi(source.doi)}
    return (
        _json_ld(kind, source.title, source.author, source.issued, source.url, archived_at, more),
        _coins(
            source.title,
            source.author,
            source.issued,
            source.url,
            doi=source.doi,
            container=source.container_title,
        ),
    )


def of_snapshot(snapshot: SnapshotView, title: str | None, archived_at: str | None) -> tuple[str, str]:
    """The same of a capture of a page."""
    return (
        _json_ld("WebPage", title, None, None, snapshot.target_uri, archived_at, {"dateModified": None}),
        _coins(title, None, None, snapshot.target_uri),
    )


def _json_ld(
    kind: str,
    name: str | None,
    author: str | None,
    date: str | None,
    url: str | None,
    archived_at: str | None,
    more: Mapping[str, str | None] | None = None,
) -> str:
    said: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": kind,
        "name": name,
        "author": author,
        "datePublished": date,
        "url": url,
        "archivedAt": archived_at,
        **(more or {}),
    }
    return script_data({key: value for key, value in said.items() if value})


def _coins(
    title: str | None,
    author: str | None,
    date: str | None,
    url: str | None,
    *,
    genre: str = "",
    doi: str | None = None,
    container: str | None = None,
) -> str:
    """A span that Zotero's connector reads (OpenURL 1.0, format `dc`)."""
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.type", genre or "webpage"),
        ("rft.title", title),
        ("rft.source", container),
        ("rft.creator", author),
        ("rft.date", (date or "")[:10]),
        ("rft.identifier", url),
        ("rft_id", f"info:doi/{doi}" if doi else None),
    ]
    query = urlencode([(name, value) for name, value in pairs if value])
    return f'<span class="Z3988" title="{escape(query)}"></span>'


def _doi(doi: str | None) -> str | None:
    return f"https://doi.org/{doi}" if doi else None
