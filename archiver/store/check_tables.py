"""The tables of what was found each time that a source was looked at: the verdict, and the words that posts quote from it."""

from archiver.store.columns import OUTCOME

CHECK_TABLES = (
    f"""
CREATE TABLE checks (            -- one verdict on a source at one time
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES sources (id),
    snapshot_id INTEGER NOT NULL REFERENCES snapshots (id),
    date TEXT NOT NULL,
    outcome {OUTCOME},
    reason TEXT,
    similarity REAL,             -- 0 to 1, with the reading nearest to the day it was first cited; NULL: nothing to compare
    change TEXT,                 -- from that reading: same-bytes, same-text, minor, changed, major, replaced
    compared_document_id INTEGER REFERENCES documents (id),  -- that reading; NULL: not compared yet, or nothing was read
    UNIQUE (source_id, snapshot_id)
)""",
    """
CREATE TABLE quotes (            -- words that a post quotes from a source
    id INTEGER PRIMARY KEY,
    citation_id INTEGER NOT NULL REFERENCES citations (id) ON DELETE CASCADE,
    source_id INTEGER NOT NULL REFERENCES sources (id),
    exact TEXT NOT NULL,
    found TEXT CHECK (found IN ('verbatim', 'near', 'gone')),  -- NULL: the source has no text yet
    start INTEGER,               -- characters of the document's text
    "end" INTEGER,
    agreement REAL,              -- share of the words that stand there; 1: all, but for typography and spelling. NULL: gone
    document_id INTEGER REFERENCES documents (id)  -- where it was looked for
)""",
    """
CREATE TABLE quote_checks (      -- how such words stood in each reading of the source
    quote_id INTEGER NOT NULL REFERENCES quotes (id) ON DELETE CASCADE,
    document_id INTEGER NOT NULL REFERENCES documents (id),
    found TEXT NOT NULL CHECK (found IN ('verbatim', 'near', 'gone')),
    agreement REAL,              -- as in `quotes`
    PRIMARY KEY (quote_id, document_id)
) WITHOUT ROWID""",
)
