"""What plain Datasette needs to be told of the archive (docs.datasette.io, "Metadata"; for 0.65 and 1.0)."""

from typing import Any

from archiver.search.datasette.columns import COLUMNS, TABLES
from archiver.search.datasette.queries import QUERIES


def metadata(title: str, *, database: str = "archive") -> dict[str, Any]:
    """Titles, descriptions, labels, facets and canned queries. `database` is the file's name without its ending."""
    return {
        "title": title,
        "description": "A blog and every source that it cites, as they were when they were captured.",
        "databases": {
            database: {
                "title": title,
                "tables": {name: _table(name) for name in TABLES} | {"sqlite_sequence": {"hidden": True}},
                "queries": QUERIES,
            }
        },
    }


def configuration(*, database: str = "archive") -> dict[str, Any]:
    """What Datasette 1.0 reads from `datasette.yaml`: how tables are first shown, and canned queries. Titles are metadata there, too."""
    return {
        "databases": {
            database: {
                "tables": {name: dict(looks) for name, looks in _LOOKS.items()}
                | {"sqlite_sequence": {"hidden": True}},
                "queries": QUERIES,
            }
        }
    }


def _table(name: str) -> dict[str, Any]:
    title, description = TABLES[name]
    return {"title": title, "description": description, "columns": COLUMNS[name], **_LOOKS.get(name, {})}


# How each table is first shown.
_LOOKS: dict[str, dict[str, Any]] = {
    "months": {"sort_desc": "year", "facets": ["year"]},
    "archive_pages": {"label_column": "url", "sort": "id"},
    "archive_page_posts": {"sort": "archive_page_id"},
    "posts": {
        "label_column": "title",
        "sort_desc": "published",
        "facets": ["outcome", "author", {"array": "categories"}],
    },
    "post_urls": {"hidden": True},
    "citations": {"facets": ["kind", "style"]},
    "citation_sources": {"facets": ["is_link"]},
    "sources": {"label_column": "url", "facets": ["outcome", "host", "type"]},
    "snapshots": {
        "label_column": "target_uri",
        "sort_desc": "id",
        "facets": ["role", "outcome", "status"],
        "units": {"offset": "byte", "length": "byte"},
    },
    "documents": {"label_column": "title", "facets": ["kind", "language"], "size": 20},
    "checks": {"sort_desc": "date", "facets": ["outcome"]},
    "quotes": {"label_column": "exact", "facets": ["found"]},
    "runs": {"label_column": "started", "sort_desc": "started"},
    "positions": {"hidden": True},
    "waiting": {"hidden": True},
}
