"""What is handed over to Save Page Now, as WARC metadata records: each stands for itself, and is about the address handed over.

No answer of the service is kept, since requests carry the user's keys; what the answers said is.
"""

from archiver.models.submission import Purpose, Stage, Submission

MARK = "submission"  # the field that such a record is known by

_FIELDS = {
    "service": "service",
    "submitted": "submitted",
    "job": "job",
    "mementoUrl": "memento_url",
    "mementoDate": "memento_date",
    "error": "error",
    "reason": "reason",
    "notBefore": "not_before",
}  # of the record: of the value


def fields_of(submission: Submission) -> list[tuple[str, str | None]]:
    """The block of its record."""
    return [
        (MARK, submission.stage.value),
        ("purpose", submission.purpose.value),
        *((name, getattr(submission, attribute)) for name, attribute in _FIELDS.items()),
    ]


def submission_of(url: str, date: str, fields: dict[str, str]) -> Submission | None:
    """Read what `fields_of` wrote; None where it is none."""
    stage, purpose = fields.get(MARK), fields.get("purpose")
    if stage not in set(Stage) or purpose not in set(Purpose) or not fields.get("submitted"):
        return None
    said = {attribute: fields.get(name) for name, attribute in _FIELDS.items()}
    return Submission(
        url=url,
        purpose=Purpose(purpose),
        stage=Stage(stage),
        date=date,
        **{**said, "service": said["service"] or "", "submitted": fields["submitted"]},  # type: ignore[arg-type]  # the two that must be there are
    )
