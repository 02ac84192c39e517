"""What a file is cut into: records as they lie there, and bytes that are none."""

from dataclasses import dataclass, field

from archiver.capture.spool import Spool


@dataclass(slots=True, kw_only=True)
class Cut:
    """A record, its head and its block apart. Its block is good until the next one is asked for."""

    offset: int  # in the file, of the member or frame that it begins; of one that begins none, in the unpacked file
    head: bytes  # with the empty line that ends it; empty: there is no record here
    block: Spool
    members: tuple[int, int] | None = (
        None  # its bytes in the file, where they are one gzip member and nothing else
    )
    is_closed: bool = True  # two line ends follow, as they should
    missing: int = 0  # bytes that its length promises, and that are not there
    excess: int = 0  # bytes of the block beyond its length
    problem: str | None = None  # why it cannot be a whole record
    said: tuple[str, ...] = field(default=())  # what had to be done to make it one
