"""Documents whose words nobody reads: how they say so, and how others know."""

from archiver.models.citation import Document

_NONE = "none: "


def unread(what: str) -> str:
    """What the extractor of such a document is called: after what the file is.

    >>> unread("image/png")
    'none: image/png'
    """
    return f"{_NONE}{what}"


def is_unread(document: Document) -> bool:
    """Whether a document's file is none of those that we read; one that is broken is not meant."""
    return document.extractor.startswith(_NONE)
