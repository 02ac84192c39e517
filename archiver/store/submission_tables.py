"""The part of the schema that tells what was handed over to Save Page Now."""

from archiver.models.submission import Purpose, Stage
from archiver.store.columns import one_of

SUBMISSION_TABLES = (
    f"""
CREATE TABLE submissions (       -- one time that an address was handed over, and what came of it
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL,           -- canonical, of a post or a source
    purpose TEXT NOT NULL CHECK (purpose IN ({one_of(Purpose)})),
    service TEXT NOT NULL,       -- where it was handed over
    stage TEXT NOT NULL CHECK (stage IN ({one_of(Stage)})),
    submitted TEXT NOT NULL,
    told TEXT NOT NULL,          -- when it came to this stage
    job TEXT,                    -- by which the service knows it
    memento_url TEXT,            -- where the capture is, as the service tells it
    memento_date TEXT,           -- when it was made
    error TEXT,                  -- the service's word for what went wrong, or one of ours
    reason TEXT,
    failures INTEGER NOT NULL DEFAULT 0,  -- times in a row that nothing came of it, this one included
    next_try TEXT,               -- NULL: at once; of one that was captured, by the settings
    quiet_until TEXT,            -- before this moment the service wants nothing at all
    UNIQUE (url, submitted)
)""",
)
