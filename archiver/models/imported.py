"""What an import brought in, and what it set aside."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A record, or bytes that are none, that was not taken."""

    file: str  # as it was given; of a package with the name inside
    offset: int  # in it, of the gzip member or frame; else of the byte
    length: int  # of what is kept of it
    reason: str
    record_id: str | None = None
    url: str | None = None
    at: int = 0  # where it lies in the file of what was set aside
    is_packed: bool = False  # kept as it was packed


@dataclass(slots=True, kw_only=True)
class ImportedFile:
    """One WARC or ARC, given by itself or inside a package."""

    file: str
    sha256: str = ""
    software: str | None = None  # as its warcinfo tells
    warc: str | None = None  # what it is called in the archive; None: nothing of it was taken
    records: int = 0  # taken
    captures: int = 0  # of these
    repacked: int = 0  # of the records; all others lie there gzip member by gzip member as they did
    known: int = 0  # records that the archive had already
    mended: dict[str, int] = field(default_factory=dict)  # what was put right, and how often
    set_aside: list[SetAside] = field(default_factory=list)
    note: str | None = None  # why it was passed over


@dataclass(slots=True, kw_only=True)
class Imported:
    """All of it."""

    seeds: tuple[str, ...] = ()
    has_blog: bool = True  # False: nothing of one was found, and the seed is just the first page
    files: list[ImportedFile] = field(default_factory=list)
    roles: dict[str, int] = field(default_factory=dict)  # captures by what they are for the blog

    @property
    def captures(self) -> int:
        """How many were taken."""
        return sum(file.captures for file in self.files)

    @property
    def is_whole(self) -> bool:
        """Whether nothing was set aside."""
        return not any(file.set_aside for file in self.files)
