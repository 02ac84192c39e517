"""A line for each table and column that tells what web archives have of lost sources."""

RESCUE_TABLES = {
    "archive_answers": (
        "Archives asked",
        "What a web archive said last when it was asked for a source that the web has lost. Unknown: it did not answer.",
    ),
    "mementos": (
        "Mementos",
        "Captures of lost sources that web archives have: those nearest to the post that cites them.",
    ),
}
RESCUE_COLUMNS = {
    "archive_answers": {
        "id": "Number of the answer's row.",
        "url": "Address of the source, canonical.",
        "archive": "Name of the web archive.",
        "answer": "has; none; unknown (it did not answer, or not what was asked).",
        "reason": "Why it is unknown.",
        "asked": "When, UTC.",
        "failures": "Crawls in a row in which it did not answer.",
        "next_ask": "When it is asked again for the same.",
        "snapshot_id": "The answer, as it came.",
    },
    "mementos": {
        "id": "Number of the memento's row.",
        "url": "Address of the source, canonical.",
        "archive": "Name of the web archive.",
        "date": "When the archive captured it, UTC.",
        "memento_url": "Where the archive gives its bytes.",
        "original": "The address as the archive has it.",
        "status": "HTTP status, as the archive says; empty: it does not.",
        "digest": "SHA-1 of its payload in base 32, as the archive says.",
        "taken": "What became of it when it was fetched: good; bad (an error page, a wall, a redirect); unknown (not given); empty: it was not.",
        "reason": "Why it is bad or unknown.",
        "tried": "When it was fetched, UTC.",
        "failures": "Crawls in a row in which the archive did not give it.",
        "next_try": "When it is asked for again.",
        "same_payload": "1: its bytes have that digest; 0: another, as when the archive unpacked them; empty: it cannot be told.",
        "agreement": "0 to 1: how far its text is that of the one by which the source was rescued.",
        "snapshot_id": "What came.",
    },
}
