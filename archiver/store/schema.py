"""The whole schema: the tables here, those of posts' own words in `word_tables` and of checks in `check_tables`, indexes and views in `lookups`, the index of words in `full_text`.

People write SQL against these tables (DESIGN.md): a change of shape raises `USER_VERSION`.
There are no migrations: the database is derived, and `archiver rebuild` makes it anew.
Ids of things that people cite (posts, sources) are never given twice, hence AUTOINCREMENT.
"""

from sqlite_utils import Database

from archiver.models.capture import Role
from archiver.models.citation import CitationKind, Form
from archiver.models.tokenizer import Tokenizer
from archiver.store.check_tables import CHECK_TABLES
from archiver.store.columns import OUTCOME, one_of
from archiver.store.full_text import TRIGGERS, full_text
from archiver.store.lookups import INDEXES, VIEWS
from archiver.store.probe_tables import PROBE_TABLES
from archiver.store.rescue_tables import RESCUE_TABLES
from archiver.store.submission_tables import SUBMISSION_TABLES
from archiver.store.word_tables import WORD_TABLES

APPLICATION_ID = 0x41726368  # "Arch"; file(1) and our Datasette plugin know the file by it
USER_VERSION = 9

TABLES = (
    """
CREATE TABLE runs (
    id TEXT PRIMARY KEY,         -- as the WARCs have it
    started TEXT,
    finished TEXT,               -- NULL: still running, or killed
    exit_code INTEGER,
    counts TEXT NOT NULL DEFAULT '{}',  -- JSON object
    settings TEXT                -- the collection's settings at that time, as TOML
)""",
    """
CREATE TABLE positions (         -- how far each WARC was read, and whose it is
    warc TEXT PRIMARY KEY,
    offset INTEGER NOT NULL DEFAULT 0,
    run_id TEXT REFERENCES runs (id)
) WITHOUT ROWID""",
    f"""
CREATE TABLE snapshots (         -- one capture of one URL; a failure is one too
    id INTEGER PRIMARY KEY,
    record_id TEXT NOT NULL,
    target_uri TEXT NOT NULL,    -- as asked for
    url TEXT NOT NULL,           -- canonical
    date TEXT NOT NULL,
    status INTEGER,              -- NULL: no answer
    content_type TEXT,
    payload_digest TEXT,
    warc TEXT NOT NULL,
    offset INTEGER NOT NULL,
    length INTEGER NOT NULL,
    kind TEXT NOT NULL,          -- WARC-Type
    truncated TEXT,
    via TEXT,
    archived_from TEXT,          -- where a web archive gave it; NULL: captured from the web
    creation_date TEXT,          -- when it did; `date` is when the archive captured it
    payload_sha256 TEXT,         -- equal payloads are known by it
    etag TEXT,
    last_modified TEXT,
    refers_to_target_uri TEXT,   -- of a revisit: the capture that holds its payload
    refers_to_date TEXT,
    location TEXT,               -- absolute target of a redirect
    next_url TEXT,               -- the same, canonical
    seed TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ({one_of(Role)})),
    outcome {OUTCOME},          -- verdict on this answer alone, redirects not followed
    reason TEXT,
    failure TEXT,                -- why there is no whole answer
    run_id TEXT REFERENCES runs (id),
    document_id INTEGER REFERENCES documents (id)  -- its reading; an earlier one's, when they are equal
)""",
    """
CREATE TABLE documents (         -- the reading of one snapshot; of one that holds several posts whole, a row each
    id INTEGER PRIMARY KEY,
    snapshot_id INTEGER NOT NULL REFERENCES snapshots (id),
    kind TEXT NOT NULL CHECK (kind IN ('post', 'source')),
    url TEXT NOT NULL,
    title TEXT,
    author TEXT,
    issued TEXT,
    site TEXT,
    language TEXT,
    text TEXT NOT NULL,
    words INTEGER NOT NULL,
    text_digest TEXT NOT NULL,
    extractor TEXT NOT NULL,
    type TEXT,
    container_title TEXT,
    publisher TEXT,
    doi TEXT,
    authors TEXT NOT NULL,       -- JSON, CSL names
    modified TEXT,
    section TEXT,
    isbn TEXT,
    license TEXT,
    paywall INTEGER,             -- NULL: the page says nothing
    language_confidence REAL,
    encoding TEXT,
    media_type TEXT,
    size INTEGER,
    pages INTEGER,
    html TEXT NOT NULL,
    agreement REAL,
    found_by TEXT NOT NULL,      -- JSON: field and rule
    disagreements TEXT NOT NULL, -- JSON
    doubts TEXT,                 -- NULL: none
    UNIQUE (snapshot_id, url)
)""",
    """
CREATE TABLE months (            -- one month of a blog's archive
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    seed TEXT NOT NULL,
    year INTEGER NOT NULL,
    month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
    url TEXT,                    -- NULL: made from the dates of posts
    posts_announced INTEGER,     -- how many the blog's own list of months says
    posts_listed INTEGER NOT NULL DEFAULT 0,
    posts_captured INTEGER NOT NULL DEFAULT 0,
    UNIQUE (seed, year, month)
)""",
    """
CREATE TABLE archive_pages (     -- one page of a month's listing
    id INTEGER PRIMARY KEY,
    month_id INTEGER NOT NULL REFERENCES months (id),
    page INTEGER NOT NULL,
    url TEXT NOT NULL,
    snapshot_id INTEGER NOT NULL REFERENCES snapshots (id),
    UNIQUE (month_id, page)
)""",
    f"""
CREATE TABLE posts (             -- one entry of the blog; a listed one that is not captured yet is pending
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    seed TEXT NOT NULL,
    url TEXT NOT NULL UNIQUE,    -- canonical; with a fragment where it is a place on the page of a day or a month
    title TEXT,
    author TEXT,                 -- several are joined by "; "
    published TEXT,
    modified TEXT,
    language TEXT,
    categories TEXT NOT NULL DEFAULT '[]',  -- JSON array
    tags TEXT NOT NULL DEFAULT '[]',        -- JSON array
    found_by TEXT NOT NULL DEFAULT '{{}}',  -- JSON object: column to the rule that found its value
    outcome {OUTCOME},
    reason TEXT,
    first_captured TEXT,
    last_checked TEXT,
    next_check TEXT,
    month_id INTEGER REFERENCES months (id),
    document_id INTEGER REFERENCES documents (id),
    snapshot_id INTEGER REFERENCES snapshots (id)
)""",
    """
CREATE TABLE post_urls (         -- every address under which a post was met
    url TEXT PRIMARY KEY,
    post_id INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE
) WITHOUT ROWID""",
    """
CREATE TABLE post_pages (        -- a page after the first, of a post over several
    post_id INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    page INTEGER NOT NULL,       -- from 2
    url TEXT NOT NULL,           -- canonical
    snapshot_id INTEGER REFERENCES snapshots (id),  -- NULL: not captured yet
    PRIMARY KEY (post_id, page)
) WITHOUT ROWID""",
    """
CREATE TABLE listings (          -- what feeds and sitemaps name, to be held against the months
    list_url TEXT NOT NULL,      -- canonical
    url TEXT NOT NULL,           -- canonical; not all that a sitemap names is a post
    list TEXT NOT NULL CHECK (list IN ('feed', 'sitemap', 'rest')),
    modified TEXT,               -- when the post was changed, as the list has it
    PRIMARY KEY (list_url, url)
) WITHOUT ROWID""",
    """
CREATE TABLE archive_page_posts (  -- which posts an archive page lists, in its order
    archive_page_id INTEGER NOT NULL REFERENCES archive_pages (id) ON DELETE CASCADE,
    post_id INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    PRIMARY KEY (archive_page_id, post_id)
) WITHOUT ROWID""",
    f"""
CREATE TABLE citations (         -- one place where a post cites something
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    post_id INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ({one_of(CitationKind)})),
    label TEXT,
    occurrence INTEGER NOT NULL DEFAULT 1,
    sentence TEXT,
    prefix TEXT,
    suffix TEXT,
    note TEXT,
    anchor TEXT,
    style TEXT NOT NULL,
    works TEXT NOT NULL DEFAULT '[]',  -- JSON array of CSL items: what the note says of the works that it cites
    repeats_id INTEGER REFERENCES citations (id) ON DELETE SET NULL  -- the citation that it names again (Ibid.)
)""",
    """
CREATE TABLE internal_links (    -- a link from a post to another page of its blog: no citation
    id INTEGER PRIMARY KEY,
    post_id INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    url TEXT NOT NULL,           -- as written
    target TEXT NOT NULL,        -- canonical; `post_urls` tells whether it is a post
    anchor TEXT NOT NULL,
    sentence TEXT,
    UNIQUE (post_id, position)
)""",
    f"""
CREATE TABLE sources (           -- one cited work, however often cited
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    url TEXT UNIQUE,             -- canonical; NULL: not on the web
    work_key TEXT,               -- under which notes without an address are one work
    work_id INTEGER REFERENCES sources (id),  -- the first source that is the same work; its own number where none is
    host TEXT,
    type TEXT,
    title TEXT,
    author TEXT,
    issued TEXT,
    container_title TEXT,
    publisher TEXT,
    language TEXT,
    doi TEXT,
    outcome {OUTCOME},
    reason TEXT,
    first_cited TEXT,
    strikes INTEGER NOT NULL DEFAULT 0,  -- days in a row on which it could not be had
    last_checked TEXT,
    next_check TEXT,
    snapshot_id INTEGER REFERENCES snapshots (id),
    document_id INTEGER REFERENCES documents (id),
    cited_document_id INTEGER REFERENCES documents (id)  -- its reading nearest to the day it was first cited
)""",
    """
CREATE TABLE source_keys (       -- by what sources are known to be one work
    source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    PRIMARY KEY (source_id, key)
) WITHOUT ROWID""",
    f"""
CREATE TABLE citation_sources (  -- a URL in that place
    citation_id INTEGER NOT NULL REFERENCES citations (id) ON DELETE CASCADE,
    source_id INTEGER NOT NULL REFERENCES sources (id),
    position INTEGER NOT NULL,
    url TEXT,                    -- as written
    is_link INTEGER NOT NULL,
    form TEXT CHECK (form IN ({one_of(Form)})),  -- how it is given; NULL: a work without an address
    PRIMARY KEY (citation_id, position)
)""",
    *CHECK_TABLES,
    """
CREATE TABLE waiting (           -- whose redirects lead to an address that was not captured since
    url TEXT NOT NULL,           -- canonical
    post_id INTEGER REFERENCES posts (id) ON DELETE CASCADE,
    source_id INTEGER REFERENCES sources (id) ON DELETE CASCADE
)""",
    *RESCUE_TABLES,
    *PROBE_TABLES,
    *SUBMISSION_TABLES,
    *WORD_TABLES,
)


def create(db: Database, tokenizer: Tokenizer = Tokenizer.PORTER) -> None:
    """Make all tables, whole or not at all, and mark the file as ours."""
    with db.atomic():
        for statement in (*TABLES, *INDEXES, *VIEWS, full_text(tokenizer), *TRIGGERS):
            db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {USER_VERSION}")
