"""What one vocabulary says of a work, as written: what to believe is decided where all claims are known."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """The claims of one vocabulary on one page. Names are CSL's."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    issued: tuple[str, ...] = ()  # the date of publication, the best name for it first
    site: str | None = None
    container_title: str | None = None
    publisher: str | None = None
    language: str | None = None
    doi: str | None = None
    url: str | None = None
    type: str | None = None  # a CSL type, or None where the vocabulary's own word says too little
