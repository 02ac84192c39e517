"""What nobody here reads: images, sound, archives, data. What it is and its size are known, its words are not.

It has no title: a file's name is none, and a note that cites it calls it something better.
"""

from archiver.extract.kinds import text_kinds
from archiver.extract.unread import unread
from archiver.models.capture import Capture
from archiver.models.citation import Document
from archiver.web.media_type import media_type

_NAME = __name__.rpartition(".")[2]
# CSL's types by the first half of the media type, where they are plain.
_TYPES = {"image": "graphic", "audio": "song", "video": "motion_picture", "font": "software"}
_DATA = frozenset(
    "application/json application/geo+json application/ld+json application/x-ndjson application/vnd.sqlite3 application/x-hdf5 "
    "application/vnd.apache.parquet application/vnd.ms-excel application/vnd.oasis.opendocument.spreadsheet "
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet application/x-netcdf application/vnd.google-earth.kmz".split()
)


def accepts(media_type: str) -> bool:
    """Whether this is how to read such a body: where no other kind of text accepts it."""
    return not any(kind.accepts(media_type) for name, kind in text_kinds().items() if name != _NAME)


def read(capture: Capture, *, kind: str) -> Document:
    """A document without text."""
    shown = media_type(capture.payload, capture.snapshot.content_type)
    csl = "dataset" if shown in _DATA else _TYPES.get(shown.partition("/")[0])
    return Document(kind=kind, url=capture.url, type=csl, extractor=unread(shown))
