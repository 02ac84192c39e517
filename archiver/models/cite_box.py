"""How a post or a source is cited, ready to be shown and taken along."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A reference as it is pasted. `html` is markup made by us, safe to be shown; None where only the text makes sense."""

    name: str
    label: str
    text: str
    html: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CiteFile:
    """A reference as a file for reference managers."""

    name: str
    label: str
    file: str  # its name
    media_type: str  # of UTF-8
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CiteBox:
    """One work in all formats."""

    reference: str  # p12, s7
    wordings: tuple[Wording, ...]  # the usual one first
    files: tuple[CiteFile, ...]
