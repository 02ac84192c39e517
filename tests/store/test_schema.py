"""The tables that people write SQL against."""

from archiver.store.schema import APPLICATION_ID, USER_VERSION
from archiver.store.store import Store

PUBLIC = {
    "months": "id, seed, year, month, url, posts_listed, posts_captured",
    "archive_pages": "id, month_id, page, url, snapshot_id",
    "posts": "id, url, title, author, published, modified, month_id, document_id, snapshot_id",
    "citations": "id, post_id, position, kind, label, occurrence, sentence, prefix, suffix, note, anchor, style",
    "citation_sources": "citation_id, source_id, position, url, is_link",
    "sources": (
        "id, url, type, title, author, issued, container_title, publisher, language, doi, outcome, reason, "
        "first_cited, last_checked, next_check, snapshot_id, document_id"
    ),
    "snapshots": (
        "id, record_id, target_uri, date, status, content_type, payload_digest, warc, offset, length, kind, "
        "truncated, via, archived_from"
    ),
    "documents": (
        "id, snapshot_id, kind, url, title, author, issued, site, language, text, words, text_digest, extractor"
    ),
    "checks": "id, source_id, snapshot_id, date, outcome, reason, similarity, change",
    "quotes": "id, citation_id, source_id, exact, found",
    "runs": "id, started, finished, exit_code, counts, settings",
}
OURS = {
    "archive_page_posts",
    "feed_words",
    "feed_word_months",
    "archive_answers",
    "mementos",
    "left_out",
    "piece_keys",
    "post_pieces",
    "repeats",
    "listings",
    "post_pages",
    "source_keys",
    "submissions",
    "internal_links",
    "positions",
    "post_urls",
    "quote_checks",
    "waiting",
    "probes",
    "shown",
    "doubts",
}
SHADOWS = {f"documents_fts{end}" for end in ("", "_config", "_data", "_docsize", "_idx")}


def test_schema_has_exactly_these_tables(store: Store) -> None:
    """Nothing is created on the fly, and nothing is missing."""
    expected = {*PUBLIC, *OURS, *SHADOWS, "sqlite_sequence"}

    assert expected == set(store.db.table_names())


def test_schema_keeps_its_promised_columns(store: Store) -> None:
    """Every column that DESIGN.md names is there, under that name."""
    promised = {(table, name) for table, names in PUBLIC.items() for name in names.split(", ")}
    found = {(table, name) for table in PUBLIC for name in store.db.table(table).columns_dict}

    assert set() == promised - found


def test_file_is_marked_as_ours(store: Store) -> None:
    """Other programs can tell the file and its version; readers can read while it is written; keys are checked."""
    pragmas = ("application_id", "user_version", "journal_mode", "foreign_keys")
    found = [store.db.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas]

    assert [APPLICATION_ID, USER_VERSION, "wal", 1] == found


def test_full_text_index_holds_no_copy_of_the_text(store: Store) -> None:
    """Titles, authors and texts are indexed with stemming and without accents; the text stands in documents alone."""
    documents = store.db.table("documents_fts")
    expected = """content="documents", content_rowid='id', tokenize='porter unicode61 remove_diacritics 2'"""

    assert expected in documents.schema
    assert ["title", "author", "text"] == list(documents.columns_dict)
    assert "documents_fts" == store.db.table("documents").detect_fts()


def test_every_foreign_key_has_an_index(store: Store) -> None:
    """Following a reference backwards never reads a whole table."""
    bare = []
    for table in store.db.tables:
        firsts = {index.columns[0] for index in table.indexes} | set(table.pks[:1])
        bare += [(table.name, key.column) for key in table.foreign_keys if key.column not in firsts]

    # Small tables, or keys whose other end is never deleted or looked up from there.
    assert [("piece_keys", "document_id"), ("positions", "run_id"), ("snapshots", "document_id")] == sorted(
        bare
    )
