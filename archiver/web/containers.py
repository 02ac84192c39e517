"""Files that hold files: what a zip archive or an OLE file is, by what lies in it."""

import re
from collections.abc import Iterable

from archiver.web.zipped import first_member, member_names

_OOXML = "application/vnd.openxmlformats-officedocument."
DOCX = _OOXML + "wordprocessingml.document"
XLSX = _OOXML + "spreadsheetml.sheet"
PPTX = _OOXML + "presentationml.presentation"
EPUB = "application/epub+zip"
# The folder of the main part (ECMA-376, part 1), beside the list of contents that every such package has.
_PARTS = (("word/", DOCX), ("xl/", XLSX), ("ppt/", PPTX), ("visio/", "application/vnd.ms-visio.drawing"))
_CONTENTS = "[Content_Types].xml"
# A member by which an archive is known.
_TELLING = (
    ("META-INF/container.xml", EPUB),
    ("AndroidManifest.xml", "application/vnd.android.package-archive"),
    ("META-INF/MANIFEST.MF", "application/java-archive"),
    ("Index/Document.iwa", "application/vnd.apple.iwork"),
    ("FixedDocSeq.fdseq", "application/oxps"),
    ("doc.kml", "application/vnd.google-earth.kmz"),
)
_MIMETYPE = re.compile(rb"application/[\w.+-]{1,100}")
# Names of streams in an OLE file's directory ([MS-CFB], 2.6.1), UTF-16.
_STREAMS = (
    ("WordDocument", "application/msword"),
    ("Workbook", "application/vnd.ms-excel"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
    ("__properties_version1.0", "application/vnd.ms-outlook"),
    ("Book", "application/vnd.ms-excel"),
)
_OLE = tuple((name.encode("utf-16-le") + b"\x00\x00", kind) for name, kind in _STREAMS)


def zip_type(body: bytes) -> str | None:
    """What a zip archive is besides; None where it is only an archive, or shows too little."""
    name, stored = first_member(body)
    if name == "mimetype" and (found := _MIMETYPE.match(stored)):  # OCF 3.3, 4.3; ODF 1.2, part 3, 3.3
        return found[0].decode("ascii")
    return _by_names(set(member_names(body)))


def ole_type(body: bytes) -> str | None:
    """What an OLE file is: a document of the years before 2007, mostly."""
    return next((kind for name, kind in _OLE if name in body), None)


def _by_names(names: Iterable[str]) -> str | None:
    if _CONTENTS in names:
        for folder, kind in _PARTS:
            if any(name.startswith(folder) for name in names):
                return kind
    return next((kind for name, kind in _TELLING if name in names), None)
