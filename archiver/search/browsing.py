"""Search as people do it: words and filters, a page at a time, with what else there is to filter by."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sqlite_utils import Database

from archiver.models.pages import Found, Wanted
from archiver.models.views import Hit, Reference
from archiver.search.citing import citing, count_citing
from archiver.search.query import Query, asked
from archiver.search.ranking import every_rank, ranked
from archiver.search.snippets import snippet
from archiver.store.database import opened
from archiver.store.full_text import tokenizer_of
from archiver.store.rows import Row, every

PAGE = 20  # results
_MOST = 300  # results that are told apart: nobody reads more, and they are what filters are offered for
_ALL = 1000  # of a search that is taken as a whole
_CITERS = 3  # named in a hit
_VALUES = 12  # of a filter that are offered
_FILTERS = ("kind", "outcome", "host", "language", "since", "until", "month")
_FACETS = ("kind", "outcome", "language", "host")


def browse(
    path: Path, wanted: Wanted, *, size: int = PAGE, marks: tuple[str, str] = ("\x01", "\x02")
) -> Found:
    """What fits, a page of it. `marks` stand around the words that were found; the default are characters that no text has."""
    with opened(path) as db:
        query = asked(wanted.words, tokenizer_of(db))
        if wanted.words.strip() and query.is_empty:
            return Found(wanted=wanted, hits=(), has_more=False)
        first = size * (max(wanted.page, 1) - 1)
        rows, is_whole = _candidates(db, wanted, query, first + size, max(_MOST, min(first + size + 1, _ALL)))
        shown = rows[first : first + size]
        return Found(
            wanted=wanted,
            hits=tuple(_hit(db, row, query, marks) for row in shown),
            has_more=len(rows) > first + size,
            is_whole=is_whole,
            facets=tuple((name, _values(rows, name)) for name in _FACETS),
        )


def every_hit(path: Path, wanted: Wanted) -> Iterator[Reference]:
    """All that `browse` tells apart, by number, whatever page is wanted."""
    with opened(path) as db:
        query = asked(wanted.words, tokenizer_of(db))
        if wanted.words.strip() and query.is_empty:
            return
        rows, _ = _candidates(db, wanted, query, _ALL, _ALL)
    for row in rows:
        yield Reference(kind=row["kind"], id=row["id"])


def _candidates(db: Database, wanted: Wanted, query: Query, least: int, most: int) -> tuple[list[Row], bool]:
    """The best, in the order of their rank; without words, the youngest. And whether all that fit were looked at."""
    if query.is_empty:
        return _fitting(db, wanted, None, most), True
    found = ranked(db, query, most)
    rows = _fitting(db, wanted, found.scores, most)
    is_filtered = any(getattr(wanted, name) for name in _FILTERS)
    if found.is_whole or not is_filtered or len(rows) > least:
        return rows, found.is_whole
    # A filter that hardly any of them passes: all are looked at.
    return _fitting(db, wanted, every_rank(db, query), most), True


def _fitting(db: Database, wanted: Wanted, scores: dict[int, float] | None, most: int) -> list[Row]:
    """What passes the filters, of documents with their scores, or of all."""
    parts, values = [], []
    for kind in ("post", "source"):
        if wanted.kind in {"", kind}:
            sql, bound = _part(kind, wanted, most, is_ranked=scores is not None)
            parts.append(sql)
            values += [json.dumps(list(scores)), *bound] if scores is not None else bound
    if not parts:
        return []
    order = "rank, kind, id" if scores is not None else "date IS NULL, date DESC, kind, id"
    sql = f"SELECT * FROM ({' UNION ALL '.join(parts)}) ORDER BY {order} LIMIT {most}"  # noqa: S608
    rows = every(db, sql, *values)
    return [row | {"score": 0.0 if scores is None else scores[row["document_id"]]} for row in rows]


def _part(kind: str, wanted: Wanted, most: int, *, is_ranked: bool) -> tuple[str, list[str]]:
    conditions, values = ["1"], []
    date = "published" if kind == "post" else "sources.issued"
    tests = (
        (wanted.outcome, f"{kind}s.outcome = ?"),
        (wanted.host, _HOST[kind]),
        (wanted.language, f"{kind}s.language = ? OR ({kind}s.language IS NULL AND documents.language = ?)"),
        (wanted.since, f"{date} >= ?"),
        (wanted.until, f"substr({date}, 1, length(?)) <= ?"),
        (wanted.month, _IN_MONTH[kind]),
    )
    for text, condition in tests:
        if text:
            conditions.append(f"({condition})")
            values += [text] * condition.count("?")
    where = " AND ".join(conditions)
    # Documents are large, and only a language is asked of them: who asks for none looks none up.
    joined = _DOCUMENTS if wanted.language else ""
    if is_ranked:
        return f"SELECT json_each.key AS rank, {_SELECT[kind]} {_RANKS[kind]} {joined} WHERE {where}", values
    # The latest are chosen by an index on their dates, before anything else is looked up: of a million that takes no time.
    latest = (
        f"SELECT {kind}s.id AS chosen FROM {kind}s {joined} WHERE {where} ORDER BY {date} DESC LIMIT {most}"  # noqa: S608
    )
    chosen = f"({latest}) JOIN {kind}s ON {kind}s.id = chosen"
    return f"SELECT 0 AS rank, {_SELECT[kind]} FROM {chosen}", values  # noqa: S608


def _hit(db: Database, row: Row, query: Query, marks: tuple[str, str]) -> Hit:
    document_id = row["document_id"]
    source_ids = (
        [row["id"]] if row["kind"] == "source" else [each["id"] for each in every(db, _OF_POST, row["id"])]
    )
    return Hit(
        reference=Reference(kind=row["kind"], id=row["id"]),
        document_id=document_id or 0,
        url=row["url"] or "",
        title=row["title"],
        author=row["author"],
        date=row["date"],
        outcome=row["outcome"],
        snippet=snippet(db, document_id, query, marks),
        score=row["score"],
        cited=count_citing(db, source_ids),
        cited_by=citing(db, source_ids, limit=_CITERS) if source_ids else (),
    )


def _values(rows: list[Row], name: str) -> tuple[tuple[str, int], ...]:
    counted = Counter(str(row[name]) for row in rows if row[name])
    return tuple(sorted(counted.items(), key=lambda each: (-each[1], each[0]))[:_VALUES])


_HOST = {
    "post": """posts.seed IN (
        SELECT seed FROM (SELECT seed FROM months UNION SELECT seed FROM posts)
        WHERE replace(replace(seed, 'https://', ''), 'http://', '') LIKE ? || '%'
    )""",
    "source": "sources.host = ?",
}
# From the month to what is cited in it: the other way round, all citations would be looked at.
_IN_MONTH = {
    "post": "month_id IN (SELECT id FROM months WHERE printf('%04d-%02d', year, month) = ?)",
    "source": """sources.id IN (
        SELECT source_id FROM months CROSS JOIN posts ON month_id = months.id CROSS JOIN citations ON post_id = posts.id
        CROSS JOIN citation_sources ON citation_id = citations.id WHERE printf('%04d-%02d', year, months.month) = ?
    )""",
}
_SELECT = {
    "post": """'post' AS kind, posts.id, posts.url, posts.title, posts.author, published AS date, posts.outcome,
    NULL AS host, posts.language, document_id""",
    "source": """'source' AS kind, sources.id, sources.url, sources.title, sources.author, sources.issued AS date,
    sources.outcome, host, sources.language, document_id""",
}
_RANKS = {
    "post": "FROM json_each(?) JOIN posts ON posts.document_id = json_each.value",
    "source": "FROM json_each(?) JOIN sources ON sources.document_id = json_each.value",
}
_DOCUMENTS = "LEFT JOIN documents ON documents.id = document_id"
_OF_POST = "SELECT sources.id FROM sources JOIN post_urls ON post_urls.url = sources.url WHERE post_id = ?"
