"""A line for each column that tells what was handed over to Save Page Now."""

SUBMISSION_TABLES = {
    "submissions": (
        "Submissions",
        "One time that the address of a post or a source was handed over to Save Page Now, and what came of it.",
    ),
}
SUBMISSION_COLUMNS: dict[str, dict[str, str]] = {
    "submissions": {
        "id": "Number of the row.",
        "url": "Address in the one spelling under which the archive knows it.",
        "purpose": "post or source.",
        "service": "Where it was handed over.",
        "stage": "sent (no answer yet); accepted (a job is at work on it); done (there is a capture); failed; "
        "refused (for a reason that stays); unknown (the service did not take it, or did not answer).",
        "submitted": "When it was handed over, UTC.",
        "told": "When it came to this stage, UTC.",
        "job": "By which the service knows it.",
        "memento_url": "Where the capture is, as the service told it. Empty: there is none, or it did not say.",
        "memento_date": "When the capture was made, UTC. It may be one that was there already.",
        "error": "The service's word for what went wrong; busy and spent: it took nothing for a while, or on that day.",
        "reason": "The same, as the service puts it.",
        "failures": "Times in a row that nothing came of it, this one included.",
        "next_try": "When it may be handed over again. Empty: at once; of one that was captured, as the settings say.",
        "quiet_until": "The service wanted nothing at all before this moment.",
    },
}
