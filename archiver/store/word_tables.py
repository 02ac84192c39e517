"""The part of the schema from which it follows what of a post's page is its author's. `left_out` is for people to read."""

WORD_TABLES = (
    """
CREATE TABLE post_pieces (       -- how a post's page was read, piece by piece; its document holds those that are the author's
    document_id INTEGER PRIMARY KEY REFERENCES documents (id),
    digest TEXT NOT NULL,        -- of all pieces: equal pages are known by it
    pieces TEXT NOT NULL,        -- JSON: of each piece the characters of its text and its HTML, what it is, its box and key
    doubts TEXT                  -- those of the reading, before a feed was asked
)""",
    """
CREATE TABLE left_out (          -- pieces of a post's page that are not in its text
    document_id INTEGER NOT NULL REFERENCES documents (id),
    position INTEGER NOT NULL,   -- among the pieces, from 1
    reason TEXT NOT NULL CHECK (reason IN ('feed', 'template')),  -- the post's feed lacks it; it is the blog's
    text TEXT NOT NULL,
    html TEXT NOT NULL,
    PRIMARY KEY (document_id, position)
) WITHOUT ROWID""",
    """
CREATE TABLE piece_keys (        -- which documents of posts have a piece that may stand under others, too
    key INTEGER NOT NULL,
    document_id INTEGER NOT NULL REFERENCES documents (id),
    feed INTEGER,                -- 1: the post's feed has it, 0: it lacks it, NULL: no feed has all of the post
    PRIMARY KEY (key, document_id)
) WITHOUT ROWID""",
    """
CREATE TABLE repeats (           -- a piece that stands under several posts of a blog
    key INTEGER PRIMARY KEY,
    seed TEXT NOT NULL,
    spread TEXT NOT NULL,        -- where it must stand often to be the blog's: box, flow; empty: only feeds can tell
    posts INTEGER NOT NULL,
    has INTEGER NOT NULL,        -- posts whose feed has it
    lacks INTEGER NOT NULL,      -- posts whose feed lacks it
    share INTEGER NOT NULL DEFAULT 0  -- 0: not the blog's; 1: under several posts; 2: under many; 3: feeds lack it
)""",
    """
CREATE TABLE feed_words (        -- what feeds and lists of posts have of a post's own words; its page is held against them
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL,           -- canonical, of the post
    digest TEXT NOT NULL,        -- of the words
    list TEXT NOT NULL CHECK (list IN ('feed', 'rest')),
    first_seen TEXT NOT NULL,    -- dates of the captures that have them
    last_seen TEXT NOT NULL,
    words INTEGER NOT NULL,
    lines BLOB,                  -- zlib, UTF-8: the lines of the text; NULL: in the midst of a month
    UNIQUE (url, digest)
)""",
    """
CREATE TABLE feed_word_months (  -- with which states of a post's words a month began and ended: these keep their lines
    url TEXT NOT NULL,
    month TEXT NOT NULL,         -- of the captures
    side TEXT NOT NULL CHECK (side IN ('first', 'last')),  -- among the first four of the month, or the last
    digest TEXT NOT NULL,
    seen TEXT NOT NULL,          -- first, or last, in that month
    PRIMARY KEY (url, month, side, digest)
) WITHOUT ROWID""",
)
