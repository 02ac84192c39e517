"""One WARC record as a strict reader found it: where it lies, what it says, whether it is whole."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A record. What its headers do not say is None. Digests are hexadecimal SHA-256, as taken, not as told."""

    file: str  # its name, without `.open`
    offset: int  # of its gzip member
    length: int  # of its gzip member
    start: int  # in the unpacked member: 0, unless others share it
    size: int  # unpacked
    is_whole: bool
    is_odd: bool = False  # whole, but packed in a way that is not ours: to be packed anew
    is_ours: bool = True
    is_repaired: bool = False  # lies in a file that was salvaged from a broken one
    type: str | None = None  # WARC-Type
    record_id: str | None = None
    target_uri: str | None = None
    date: str | None = None
    warcinfo_id: str | None = None
    concurrent_to: str | None = None
    profile: str | None = None
    refers_to: str | None = None
    refers_to_target_uri: str | None = None
    refers_to_date: str | None = None
    payload_digest: str | None = None  # as told
    truncated: str | None = None
    archived_from: str | None = None  # WARC-Source-URI, of what came from a web archive
    creation_date: str | None = None
    status: int | None = None  # of the HTTP message
    content_type: str | None = None  # the same
    etag: str | None = None
    last_modified: str | None = None
    payload_sha256: str | None = (
        None  # of the entity, `sha256:` before it; of a revisit as its metadata tells it
    )
    is_capture: bool = False  # the database should hold it
    failure: str | None = None  # why there is no whole answer
    role: str | None = None  # of the visit, as its via and seed
    seed: str | None = None
    via: str | None = None
    run_id: str | None = None
    end: int | None = None  # of a capture: the offset after its last record
    record_digest: str | None = None  # of the packed bytes, `sha256:` before it; only where it was asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedFile:
    """A WARC file as it was found."""

    name: str  # without `.open`
    is_open: bool
    is_ours: bool
    is_broken: bool  # something in it is not as it should be
    length: int  # bytes
    sha256: str  # hexadecimal
    records: int
    run_id: str | None = None  # as its warcinfo tells
    previous_file: str | None = None  # the manifest's last line when it was begun, as its warcinfo tells
    is_repaired: bool = False
    read_until: int = 0  # the offset after the last thing in it that is indexed
