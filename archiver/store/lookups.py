"""The part of the schema that holds nothing of its own: indexes and views."""

INDEXES = (
    "CREATE INDEX snapshots_record_id ON snapshots (record_id)",
    "CREATE INDEX snapshots_url ON snapshots (url, date)",
    "CREATE INDEX snapshots_role ON snapshots (role, url)",
    "CREATE INDEX snapshots_run_id ON snapshots (run_id)",
    "CREATE INDEX snapshots_target_uri ON snapshots (target_uri, date)",
    "CREATE INDEX snapshots_payload_sha256 ON snapshots (payload_sha256)",
    "CREATE INDEX documents_text_digest ON documents (text_digest, url)",
    "CREATE INDEX post_pieces_digest ON post_pieces (digest)",
    "CREATE INDEX repeats_seed ON repeats (seed)",
    "CREATE INDEX archive_pages_snapshot_id ON archive_pages (snapshot_id)",
    "CREATE INDEX archive_page_posts_post_id ON archive_page_posts (post_id)",
    "CREATE INDEX posts_month_id ON posts (month_id)",
    "CREATE INDEX posts_outcome ON posts (outcome, next_check)",
    "CREATE INDEX posts_published ON posts (published)",
    "CREATE INDEX posts_seed ON posts (seed, published)",
    "CREATE INDEX posts_document_id ON posts (document_id)",
    "CREATE INDEX posts_snapshot_id ON posts (snapshot_id)",
    "CREATE INDEX post_urls_post_id ON post_urls (post_id)",
    "CREATE INDEX listings_url ON listings (url, list)",
    "CREATE INDEX post_pages_url ON post_pages (url)",
    "CREATE INDEX post_pages_snapshot_id ON post_pages (snapshot_id)",
    "CREATE INDEX citations_post_id ON citations (post_id, position)",
    "CREATE INDEX citation_sources_source_id ON citation_sources (source_id)",
    "CREATE INDEX internal_links_target ON internal_links (target)",
    "CREATE INDEX sources_work_id ON sources (work_id)",
    "CREATE INDEX source_keys_key ON source_keys (key)",
    "CREATE INDEX sources_work_key ON sources (work_key) WHERE work_key IS NOT NULL",
    "CREATE INDEX citations_repeats_id ON citations (repeats_id) WHERE repeats_id IS NOT NULL",
    "CREATE INDEX sources_outcome ON sources (outcome, next_check)",
    "CREATE INDEX sources_issued ON sources (issued)",
    "CREATE INDEX sources_outcome_issued ON sources (outcome, issued)",
    "CREATE INDEX sources_host ON sources (host, issued)",
    "CREATE INDEX sources_document_id ON sources (document_id)",
    "CREATE INDEX sources_snapshot_id ON sources (snapshot_id)",
    "CREATE INDEX checks_compared_document_id ON checks (compared_document_id)",
    "CREATE INDEX checks_snapshot_id ON checks (snapshot_id)",
    "CREATE INDEX quotes_citation_id ON quotes (citation_id)",
    "CREATE INDEX quotes_source_id ON quotes (source_id)",
    "CREATE INDEX quotes_document_id ON quotes (document_id)",
    "CREATE INDEX quote_checks_document_id ON quote_checks (document_id)",
    "CREATE INDEX sources_cited_document_id ON sources (cited_document_id)",
    "CREATE INDEX archive_answers_snapshot_id ON archive_answers (snapshot_id)",
    "CREATE INDEX mementos_snapshot_id ON mementos (snapshot_id)",
    "CREATE INDEX mementos_memento_url ON mementos (memento_url)",
    "CREATE INDEX snapshots_archived_from ON snapshots (url, date) WHERE archived_from IS NOT NULL",
    "CREATE INDEX shown_dead ON shown (host, snapshot_id) WHERE is_dead",
    "CREATE INDEX doubts_folder ON doubts (folder)",
    "CREATE INDEX doubts_host ON doubts (host, source_id)",
    "CREATE INDEX doubts_snapshot_id ON doubts (snapshot_id)",
    "CREATE INDEX waiting_url ON waiting (url)",
    "CREATE INDEX waiting_post_id ON waiting (post_id) WHERE post_id IS NOT NULL",
    "CREATE INDEX waiting_source_id ON waiting (source_id) WHERE source_id IS NOT NULL",
)

VIEWS = (
    # One work, under however many addresses; told by the source of it that was read, else by the first.
    """
CREATE VIEW works AS
SELECT best.work_id, best.title, best.author, best.issued, best.container_title, best.publisher, best.doi, best.outcome,
    (SELECT count(*) FROM sources WHERE work_id = best.work_id) AS sources,
    (SELECT count(DISTINCT citation_id) FROM citation_sources JOIN sources ON sources.id = source_id
        WHERE work_id = best.work_id) AS citations,
    (SELECT count(DISTINCT post_id) FROM citation_sources JOIN sources ON sources.id = source_id
        JOIN citations ON citations.id = citation_id WHERE work_id = best.work_id) AS posts
FROM sources AS best WHERE best.id = (
    SELECT id FROM sources WHERE work_id = best.work_id
    ORDER BY outcome NOT IN ('archived', 'rescued'), document_id IS NULL, title IS NULL, id LIMIT 1
)
""",
    # The proof of completeness: per month, how many of its posts each list of the blog names.
    """
CREATE VIEW ledger AS
SELECT months.id AS month_id, seed, year, month, months.url, posts_announced, posts_listed, posts_captured,
    (SELECT count(*) FROM posts WHERE month_id = months.id AND EXISTS (
        SELECT 1 FROM post_urls JOIN listings ON listings.url = post_urls.url
        WHERE post_id = posts.id AND list = 'feed'
    )) AS posts_in_feed,
    (SELECT count(*) FROM posts WHERE month_id = months.id AND EXISTS (
        SELECT 1 FROM post_urls JOIN listings ON listings.url = post_urls.url
        WHERE post_id = posts.id AND list = 'sitemap'
    )) AS posts_in_sitemap,
    (SELECT count(*) FROM posts WHERE month_id = months.id AND EXISTS (
        SELECT 1 FROM post_urls JOIN listings ON listings.url = post_urls.url
        WHERE post_id = posts.id AND list = 'rest'
    )) AS posts_in_rest,
    (SELECT count(*) FROM posts WHERE month_id = months.id AND document_id IS NOT NULL
        AND EXISTS (SELECT 1 FROM archive_pages WHERE month_id = months.id)
        AND NOT EXISTS (SELECT 1 FROM archive_page_posts WHERE post_id = posts.id)
    ) AS posts_not_on_pages,
    (SELECT count(*) FROM archive_pages JOIN snapshots ON snapshots.id = snapshot_id
        WHERE month_id = months.id AND snapshots.outcome != 'archived'
    ) AS pages_missing
FROM months
""",
)
