"""The document of an archive that cannot be read."""

from collections.abc import Sequence

from archiver.extract.stated import document_of
from archiver.models.capture import Capture
from archiver.models.citation import Document


def broken(
    capture: Capture, *, kind: str, extractor: str, reason: str, doubts: Sequence[str] = ()
) -> Document:
    """No text, and why."""
    return document_of(
        capture,
        kind=kind,
        extractor=f"{extractor}: {reason}",
        doubts=(f"nothing could be read: {reason}", *doubts),
    )
