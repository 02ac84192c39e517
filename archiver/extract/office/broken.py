"""The document of an archive that cannot be read."""

from collections.abc import Sequence

from archiver.extract.stated import Stated, document_of
from archiver.models.capture import Capture
from archiver.models.citation import Document


def broken(
    capture: Capture,
    *,
    kind: str,
    extractor: str,
    reason: str,
    doubts: Sequence[str] = (),
    stated: Sequence[Stated] = (),
    type: str = "document",  # noqa: A002 -- CSL's name for it
) -> Document:
    """No text, and why."""
    return document_of(
        capture,
        kind=kind,
        extractor=f"{extractor}: {reason}",
        stated=stated,
        type=type,
        doubts=(f"nothing could be read: {reason}", *doubts),
    )
