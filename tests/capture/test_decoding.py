"""Content encodings are undone as far as they go, and never beyond a limit."""

import gzip
import zlib

import brotli
import pytest

from archiver.capture.decoding import Decoded, decode

TEXT = b"which source, which sentence? " * 40
RAW_DEFLATE = zlib.compress(TEXT)[2:-4]


@pytest.mark.parametrize(
    ("entity", "encodings"),
    [
        (gzip.compress(TEXT), ["gzip"]),
        (gzip.compress(TEXT), ["X-GZIP"]),
        (gzip.compress(TEXT[:50]) + gzip.compress(TEXT[50:]), ["gzip"]),
        (gzip.compress(TEXT) + b"\0\0\0", ["gzip"]),
        (zlib.compress(TEXT), ["deflate"]),
        (RAW_DEFLATE, ["deflate"]),
        (brotli.compress(TEXT), ["br"]),
        (gzip.compress(zlib.compress(TEXT)), ["deflate, gzip"]),
        (TEXT, ["identity"]),
        (TEXT, []),
    ],
    ids=[
        "gzip",
        "x-gzip",
        "two members",
        "padding",
        "zlib",
        "raw deflate",
        "brotli",
        "twice",
        "identity",
        "none",
    ],
)
def test_decode_undoes_what_the_header_says(entity, encodings):
    """Every encoding that servers use, also as some of them get it wrong."""
    assert Decoded(payload=TEXT) == decode(entity, encodings)


def test_decode_returns_plain_text_of_a_server_that_lies():
    """Gzip announced, plain sent: the page is readable all the same, and the lie is told."""
    assert Decoded(payload=TEXT, problem="not gzip, though the server says so") == decode(TEXT, ["gzip"])


def test_decode_keeps_what_a_cut_body_still_holds():
    """Half a gzip body is half a page, and said to be."""
    decoded = decode(gzip.compress(TEXT)[:-12], ["gzip"])

    assert (False, True) == (decoded.complete, TEXT.startswith(decoded.payload))


@pytest.mark.parametrize(
    ("encoding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress), ("br", brotli.compress)]
)
def test_decode_stops_a_bomb_at_its_limit(encoding, pack):
    """Twenty megabytes in a few kilobytes unpack to the limit, no further."""
    decoded = decode(pack(bytes(20_000_000)), [encoding], limit=100_000)

    assert (100_000, False) == (len(decoded.payload), decoded.complete)


def test_decode_says_which_encoding_it_does_not_know():
    """An encoding of tomorrow leaves the bytes as they are."""
    assert Decoded(payload=b"xyz", complete=False, problem="unknown content encoding snappy") == decode(
        b"xyz", ["snappy"]
    )
