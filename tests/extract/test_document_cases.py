"""Every case of a document, read by the one kind of text that claims it."""

import json
from dataclasses import asdict, fields, replace
from pathlib import Path

import pytest

from archiver.extract.document import read_document
from archiver.extract.kinds import text_kinds
from archiver.web.media_type import media_type
from tests.extract.factories import body_of, capture

CASES = Path(__file__).parents[1] / "cases" / "documents"
FOLDERS = sorted(path for path in CASES.iterdir() if path.is_dir())


def capture_of(folder):
    """Read a case's body as if it had been captured."""
    said = json.loads((folder / "capture.json").read_text(encoding="utf-8"))
    (body,) = folder.glob("body.*")
    return capture(body_of(body), said["content_type"], url=said["url"])


def said(document):
    """The fields of a document that hold something, as JSON has them; how its letters were read is told elsewhere."""
    found_by = tuple(pair for pair in document.found_by if pair[0] != "encoding")
    read = replace(document, encoding=None, language_confidence=None, found_by=found_by)
    empty = {field.name: field.default for field in fields(document)}
    values = {
        name: cell
        for name, cell in asdict(read).items()
        if cell != empty[name] and name not in {"media_type", "size"}
    }
    return json.loads(json.dumps(values))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_document_is_as_expected(folder):
    """The whole document is what a reader of the case wrote down; fields that it leaves out are empty."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    document = read_document(capture_of(folder), kind="source")

    assert document is not None
    assert expected == said(document)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_document_says_what_its_file_is(folder):
    """Whoever read it, the media type is that of its bytes, the size theirs."""
    case = capture_of(folder)
    document = read_document(case, kind="source")

    assert (media_type(case.payload, case.snapshot.content_type), len(case.payload)) == (
        document.media_type,
        document.size,
    )


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_case_is_claimed_by_the_one_kind_that_it_is_named_for(folder):
    """No body is read in two ways, and the order of the files does not matter."""
    case = capture_of(folder)
    shown = media_type(case.payload, case.snapshot.content_type)
    claimed = [name for name, kind in text_kinds().items() if kind.accepts(shown)]

    assert [folder.name.partition("-")[0]] == claimed


def test_every_kind_has_a_case():
    """A kind of text without a case is a promise that nobody checks."""
    assert set(text_kinds()) == {folder.name.partition("-")[0] for folder in FOLDERS}
