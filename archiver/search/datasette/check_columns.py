"""What Datasette says of the tables of checks, and of their columns."""

CHECK_TABLES: dict[str, tuple[str, str]] = {
    "checks": ("Checks", "One verdict on a source at one time."),
    "quotes": ("Quotes", "Words that a post quotes from a source, and whether the source has them."),
    "quote_checks": ("Quote checks", "How quoted words stood in each reading of the source."),
}
CHECK_COLUMNS: dict[str, dict[str, str]] = {
    "checks": {
        "id": "Number of the check's row.",
        "source_id": "The source that was looked at.",
        "snapshot_id": "The capture where its redirects ended: the evidence.",
        "date": "When, UTC.",
        "outcome": "What was found: one of those of `sources`.",
        "reason": "Why it is so, in a sentence.",
        "similarity": "To what the author cited: 1 the same, 0 nothing in common.",
        "change": "same-bytes, same-text, minor, changed, major, replaced.",
        "compared_document_id": "The reading that it was compared with: that nearest to the first citation.",
    },
    "quotes": {
        "id": "Number of the quote's row.",
        "citation_id": "The citation beside which it stands.",
        "source_id": "The source that it is quoted from.",
        "exact": "The words.",
        "found": "verbatim; near (but for typography, ellipses, brackets, or a few words); gone. Empty: the source has no text yet.",
        "start": "Where the words begin in the document's text: characters from 0.",
        "end": "Where they end.",
        "agreement": "The share of the words that stand there: 1 all, but for typography and spelling. Empty: gone.",
        "document_id": "The reading of the source in which they were looked for.",
    },
    "quote_checks": {
        "quote_id": "The words.",
        "document_id": "The reading of the source in which they were looked for.",
        "found": "verbatim; near (but for typography, ellipses, brackets, or a few words); gone.",
        "agreement": "The share of the words that stand there: 1 all, but for typography and spelling. Empty: gone.",
    },
}
