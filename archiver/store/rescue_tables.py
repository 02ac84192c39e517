"""The part of the schema that tells what web archives have of lost sources."""

from archiver.models.memento import AnswerKind, Taken

_ANSWERS = ", ".join(f"'{answer}'" for answer in AnswerKind)
_TAKEN = ", ".join(f"'{taken}'" for taken in Taken)

RESCUE_TABLES = (
    f"""
CREATE TABLE archive_answers (   -- what a web archive said last when it was asked for a lost source
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL,           -- canonical, of the source
    archive TEXT NOT NULL,       -- its name
    answer TEXT NOT NULL CHECK (answer IN ({_ANSWERS})),
    reason TEXT,
    asked TEXT NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0,  -- crawls in a row in which it did not answer
    next_ask TEXT NOT NULL,
    snapshot_id INTEGER NOT NULL REFERENCES snapshots (id),  -- the answer
    UNIQUE (url, archive)
)""",
    f"""
CREATE TABLE mementos (          -- captures of lost sources that web archives have: those nearest to the post
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL,           -- canonical, of the source
    archive TEXT NOT NULL,
    date TEXT NOT NULL,          -- when it was captured
    memento_url TEXT NOT NULL,   -- where its bytes are
    original TEXT NOT NULL,      -- the address as the archive has it
    status INTEGER,              -- as the archive says; NULL: it does not
    digest TEXT,                 -- of its payload, as the archive says: SHA-1, base 32
    taken TEXT CHECK (taken IN ({_TAKEN})),  -- what became of it when it was fetched; NULL: it was not
    reason TEXT,
    tried TEXT,                  -- when
    failures INTEGER NOT NULL DEFAULT 0,  -- crawls in a row in which the archive did not give it
    next_try TEXT,
    same_payload INTEGER,        -- whether its bytes have that digest; NULL: it cannot be told
    agreement REAL,              -- of its text with that of the one that the source was rescued by, 0 to 1
    snapshot_id INTEGER REFERENCES snapshots (id),
    UNIQUE (url, memento_url)
)""",
)
