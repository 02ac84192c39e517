"""A PDF with a script is known by what a browser's viewer would run, however it is written."""

import zlib

import pytest

from archiver.replay.headers import Serving, serving
from archiver.replay.pdf import may_run

_RUNS = b"<</S/JavaScript/JS(app.alert\\(1\\))>>"


def packed(objects: bytes, kind: bytes = b"/Filter/FlateDecode") -> bytes:
    """A PDF whose objects lie in a stream."""
    return (
        b"%PDF-1.7\n4 0 obj<</Type/ObjStm/N 1/First 4"
        + kind
        + b">>\nstream\r\n"
        + zlib.compress(objects)
        + b"\nendstream endobj"
    )


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        # as it is written by most
        (b"%PDF-1.7 1 0 obj" + _RUNS, True),
        # a name with escapes
        (b"%PDF-1.7 1 0 obj<</S/J#61vaScrip#74/JS 2 0 R>>", True),
        # in an object stream
        (packed(b"1 0 " + _RUNS), True),
        # in one that is packed in a way that is not undone here, or encrypted
        (packed(b"", b"/Filter/LZWDecode"), True),
        (packed(b"1 0 <<>>") + b"trailer<</Encrypt 9 0 R>>", True),
        # opened at a page, as LaTeX has it; links
        (b"%PDF-1.5 1 0 obj<</OpenAction<</S/GoTo/D[0/Fit]>>>> <</S/URI/URI(http://a.example/)>>", False),
        # an address that holds the name: it is saved rather than shown, and nothing is lost
        (b"%PDF-1.5 1 0 obj<</S/URI/URI(http://a.example/JavaScript)>>", True),
        (packed(b"1 0 <</S/GoTo/D[0/Fit]>>"), False),
        # a picture whose bytes are no stream of ours
        (b"%PDF-1.4 2 0 obj<</Filter/DCTDecode>>stream\r\n\xff\xd8\xff/Java endstream", False),
    ],
)
def test_scripts_are_found(payload, expected):
    """A name is one by what it says; what cannot be looked into counts as a script."""
    assert expected == may_run(payload)


def test_one_with_a_script_is_given_to_be_saved():
    """No policy reaches the viewer; one without is shown in it."""
    kinds = [
        serving(each, "application/pdf")[0] for each in (b"%PDF-1.7 1 0 obj" + _RUNS, b"%PDF-1.7 1 0 obj<<>>")
    ]

    assert [Serving.DOWNLOAD, Serving.PDF] == kinds
