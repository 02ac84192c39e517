"""What one vocabulary says of a work, as written: what to believe is decided where all claims are known."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Signature(NamedTuple):
    """Who signs, as written. `is_person` is what the vocabulary says, or None; people fill it in carelessly."""

    text: str
    is_person: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """The claims of one vocabulary on one page. Names are CSL's."""

    title: str | None = None
    authors: tuple[Signature, ...] = ()
    issued: tuple[str, ...] = ()  # the date of publication, the best name for it first
    modified: tuple[str, ...] = ()
    page_dates: tuple[str, ...] = ()  # when the page was made, which need not be when the work came out
    site: str | None = None
    container_title: str | None = None
    publisher: str | None = None
    section: str | None = None
    language: str | None = None
    doi: str | None = None
    isbn: str | None = None
    license: str | None = None
    url: str | None = None
    type: str | None = None  # a CSL type, or None where the vocabulary's own word says too little
    paywall: bool | None = None


def signed(texts: Iterable[str]) -> tuple[Signature, ...]:
    """Signatures of which nobody says whose they are."""
    return tuple(Signature(text) for text in texts)
