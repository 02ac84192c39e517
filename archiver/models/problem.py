"""What is wrong in an archive: which file, where in it, which record, and what to do."""

from dataclasses import dataclass

# What a problem may be: programs read these, so they stay.
KINDS = (
    "gzip",  # a gzip member that cannot be unpacked, or is packed in another way than it was written
    "garbage",  # bytes between or after the records
    "torn",  # a record, or an exchange, without its end
    "record",  # a record whose headers are not what WARC 1.1 asks for
    "digest",  # a digest that is wrong, or gone
    "duplicate-id",  # two records with one id
    "missing-record",  # a record that others name is not there
    "revisit",  # a revisit without its original
    "open",  # left open by a crawl that was killed
    "manifest",  # a file is not as it was when it was finished, or the list of the files is broken
    "gap",  # a file is not there
    "cdxj",  # the index does not say what the records say
    "database",  # nor does the database
    "zip",  # a package is not put together as a zip is
    "package",  # a member of it is not as it is listed
    "pages",  # it lists a page that is not there
    "signature",  # a signature that does not hold
    "stamp",  # a time stamp that does not hold
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong."""

    kind: str  # one of KINDS
    message: str
    file: str  # its name, without its folder
    offset: int | None = None  # of the gzip member in its file; of a text file the line
    record_id: str | None = None
    url: str | None = None
