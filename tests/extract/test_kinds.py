"""The kinds of files: each is read by one, and what nobody reads is a document too."""

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

from archiver.extract.document import read_document
from archiver.extract.kinds import text_kinds
from archiver.models.citation import Document
from tests.extract.factories import capture, packed

CASES = Path(__file__).parents[1] / "cases" / "documents"
# Pages and PDFs have their own tests.
FOLDERS = sorted(
    path for path in CASES.iterdir() if path.is_dir() and not path.name.startswith(("html", "pdf"))
)


def test_what_nobody_reads_is_a_document_without_text():
    """An image, a recording, a table: what it is and its size; its words, its title and its date are not known."""
    bodies = [
        (b"\x89PNG\r\n\x1a\n" + b"x" * 50, "image/png"),
        (b"ID3....", "audio/mpeg"),
        (b"PK\x03\x04", None),
        (b'{"toll": 3}', "application/json"),
    ]
    expected = [
        ("none: image/png", "graphic", "image/png", 58),
        ("none: audio/mpeg", "song", "audio/mpeg", 7),
        ("none: application/zip", None, "application/zip", 4),
        ("none: application/json", "dataset", "application/json", 11),
    ]
    documents = [read_document(capture(body, kind), kind="source") for body, kind in bodies]

    assert expected == [(each.extractor, each.type, each.media_type, each.size) for each in documents]
    assert {("", "", None, None)} == {(each.text, each.html, each.title, each.issued) for each in documents}


def test_nothing_is_no_document():
    """Where nothing came, nothing is read."""
    assert read_document(capture(b"", "text/html"), kind="source") is None


def test_size_of_what_is_longer_than_what_is_read():
    """Of a long recording the beginning is read; its size is that of the whole, unless only its packed form was seen."""
    long = replace(capture(b"ID3....", "audio/mpeg"), entity_length=5_000_000)
    packed = replace(long, headers=(("Content-Encoding", "gzip"),))

    assert [5_000_000, 7] == [read_document(each, kind="source").size for each in (long, packed)]


TYPES = (
    "text/html application/xhtml+xml application/pdf text/plain text/markdown text/x-markdown text/csv text/css text/xml "
    "application/xml application/rss+xml application/atom+xml application/feed+json application/json image/svg+xml image/png "
    "application/epub+zip application/msword application/rtf text/rtf application/zip application/octet-stream audio/mpeg "
    "application/vnd.oasis.opendocument.text application/vnd.oasis.opendocument.spreadsheet text/x-rst text/x-python "
    "application/tei+xml application/mathml+xml application/vnd.google-earth.kml+xml message/rfc822 application/mbox "
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document "
    "application/vnd.openxmlformats-officedocument.presentationml.presentation "
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet text/calendar text/javascript x/y"
).split()


@pytest.mark.parametrize("media_type", TYPES)
def test_every_type_is_accepted_by_one_kind(media_type):
    """No body is read in two ways, and none is lost."""
    assert 1 == sum(kind.accepts(media_type) for kind in text_kinds().values())


def damaged(body, chance):
    """Change, cut and double some bytes."""
    torn = bytearray(body)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(torn) + 1)
        piece = chance.choice(
            [b"<", b">", b"&", b"</", b"<p>", b"</w:p>", b"\x00", b"\xff", b"9" * 30, torn[at : at + 40]]
        )
        torn[at : at + chance.choice([0, 0, 1, 30])] = piece
    return bytes(torn)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_reading_of_a_damaged_file_never_raises(folder):
    """Whatever has happened to a file, it becomes a document: of an archive the members, and the archive itself."""
    said = json.loads((folder / "capture.json").read_text(encoding="utf-8"))
    (body,) = folder.glob("body.*")
    parts = {
        part.relative_to(body).as_posix(): part.read_bytes() for part in body.rglob("*") if part.is_file()
    }
    for seed in range(8):
        chance = random.Random(seed)
        if parts:
            torn = packed(
                {
                    name: damaged(text, chance) if chance.random() < 0.3 else text
                    for name, text in parts.items()
                }
            )
            torn = damaged(torn, chance) if seed == 7 else torn
        else:
            torn = damaged(body.read_bytes(), chance)
        document = read_document(capture(torn, said["content_type"], url=said["url"]), kind="source")

        assert isinstance(document, Document)
