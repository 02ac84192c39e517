"""The part of the schema that tells what hosts show in place of pages that they do not have."""

PROBE_TABLES = (
    """
CREATE TABLE probes (            -- an address that nobody has made a page for, asked beside a source in doubt
    folder TEXT PRIMARY KEY,     -- what it and its neighbours have in common
    url TEXT NOT NULL,           -- canonical
    asked TEXT NOT NULL
) WITHOUT ROWID""",
    """
CREATE TABLE shown (             -- what a page shows that is dead, made up or in doubt; numbers and the words of its address left out
    snapshot_id INTEGER PRIMARY KEY REFERENCES snapshots (id),
    host TEXT NOT NULL,
    is_dead INTEGER NOT NULL,    -- a source that is known to be lost
    title TEXT NOT NULL,
    main TEXT NOT NULL,
    whole TEXT NOT NULL,
    canonical TEXT
)""",
    """
CREATE TABLE doubts (            -- sources whose page may stand in for another: judged anew when more is known
    source_id INTEGER PRIMARY KEY REFERENCES sources (id) ON DELETE CASCADE,
    folder TEXT NOT NULL,
    host TEXT NOT NULL,
    snapshot_id INTEGER NOT NULL REFERENCES snapshots (id)  -- where its address leads
)""",
)
