"""The same of the tables from which it follows what of a post's page is its author's."""

WORD_TABLES: dict[str, tuple[str, str]] = {
    "post_pieces": ("Pieces of posts", "How a post's page was read: which pieces its text is made of."),
    "left_out": (
        "Left out",
        "What stands on a post's page and is not in its text, since it is the blog's and not the author's.",
    ),
    "piece_keys": ("Keys of pieces", "Which posts have a piece that may stand under others, too."),
    "repeats": ("Repeats", "What stands under several posts of a blog."),
    "feed_words": (
        "Words of feeds",
        "What feeds and REST lists have of a post's own words; its page is held against them.",
    ),
    "feed_word_months": (
        "Months of words of feeds",
        "With which states of a post's words each month began and ended: of these the words are kept.",
    ),
}

WORD_COLUMNS: dict[str, dict[str, str]] = {
    "post_pieces": {
        "document_id": "The reading of the page.",
        "digest": "SHA-256 of all pieces: equal pages are known by it.",
        "pieces": "JSON: of each piece the characters of its text and its HTML, what it is, the box around it, its key.",
        "doubts": "Doubts of the reading itself.",
    },
    "left_out": {
        "document_id": "The reading whose text lacks it.",
        "position": "Its place among the pieces, from 1.",
        "reason": "feed: the post's feed has all of the post but this; template: it stands under many posts.",
        "text": "Its words.",
        "html": "The same as clean HTML.",
    },
    "piece_keys": {
        "key": "Number of what the piece says: the same for all that say it in such a place.",
        "document_id": "The reading of a post's page that has it.",
        "feed": "1: the post's feed has it, too; 0: it lacks it; empty: no feed has all of the post.",
    },
    "repeats": {
        "key": "Number of what the piece says.",
        "seed": "Address of the blog, as it was given.",
        "spread": "Where it must stand often to be the blog's: box, flow; empty: only feeds can tell.",
        "posts": "Under how many posts it stands.",
        "has": "How many feeds have it.",
        "lacks": "How many feeds have all of the post but this.",
        "share": "0: nothing says that it is the blog's; 1: it stands under several posts; 2: under many; 3: feeds lack it.",
    },
    "feed_words": {
        "id": "Number of the row.",
        "url": "Address of the post, in the one spelling under which the archive knows it.",
        "digest": "Of the words.",
        "list": "feed or rest.",
        "first_seen": "Date of the first capture that has these words.",
        "last_seen": "Date of the last one.",
        "words": "How many they are.",
        "lines": "The lines of the text, compressed (zlib). Empty: the state stood in the midst of a month.",
    },
    "feed_word_months": {
        "url": "Address of the post, as in `feed_words`.",
        "month": "Year and month of the captures.",
        "side": "first or last: among the first four states of the month, or the last four.",
        "digest": "Which state of the words.",
        "seen": "When it was first, or last, seen in that month.",
    },
}
