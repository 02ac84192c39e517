"""Content encodings are undone as far as they go, and never beyond a limit."""

import gzip
import zlib
from itertools import accumulate, pairwise

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.capture.decoding import Decoded, decode, zstd

TEXT = b"which source, which sentence? " * 40
PACKERS = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress, "zstd": zstd.compress}
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
        (zstd.compress(TEXT), ["zstd"]),
        (zstd.compress(TEXT[:50]) + zstd.compress(TEXT[50:]), ["zstd"]),
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
        "zstd",
        "two frames",
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
    ("encoding", "pack"),
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("br", brotli.compress), ("zstd", zstd.compress)],
)
@pytest.mark.parametrize(
    "limits",
    [
        pytest.param({"limit": 1_000_000}, id="by its size"),
        pytest.param({}, id="by its ratio", marks=pytest.mark.slow),
    ],
)
def test_decode_stops_a_bomb_at_its_limit(encoding, pack, limits):
    """Sixty megabytes in a few kilobytes are not unpacked much beyond what is allowed."""
    decoded = decode(pack(bytes(60_000_000)), [encoding], **limits)

    assert (True, False) == (len(decoded.payload) < 33_000_000, decoded.complete)
    assert "unpacks to over" in (decoded.problem or "")


def test_decode_takes_a_dull_table_for_no_bomb():
    """Rows that differ in a few figures are packed well, and are no attack."""
    table = b"".join(
        b"<tr><td>0</td><td>0</td><td>%d</td><td>0.00</td></tr>\n" % (n // 50) for n in range(300_000)
    )

    assert (True, None) == (
        (decoded := decode(gzip.compress(table), ["gzip"])).complete,
        decoded.problem,
    )


@pytest.mark.parametrize("pack", [gzip.compress, lambda text: text], ids=["packed", "plain"])
def test_decode_keeps_the_beginning_of_a_long_payload(pack):
    """What is not kept is unpacked all the same, to know that it is whole."""
    encodings = ["gzip"] if pack is gzip.compress else []

    assert Decoded(payload=TEXT[:100]) == decode(pack(TEXT), encodings, keep=100)
    assert pack is not gzip.compress or not decode(pack(TEXT)[:-12], encodings, keep=100).complete


@given(
    sizes=st.lists(st.integers(1, 200), max_size=40),
    encoding=st.sampled_from(["gzip", "deflate", "br", "zstd"]),
)
def test_decode_takes_pieces_of_any_size(sizes, encoding):
    """Where a piece ends makes no difference."""
    packed = PACKERS[encoding](TEXT)
    cuts = [0, *accumulate(sizes), len(packed)]
    pieces = [packed[start:end] for start, end in pairwise(cut for cut in cuts if cut <= len(packed))]

    assert Decoded(payload=TEXT) == decode(pieces, [encoding])


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
def test_an_empty_piece_at_the_end_changes_nothing(encoding):
    """What has ended stays ended."""
    assert Decoded(payload=TEXT) == decode([PACKERS[encoding](TEXT), b""], [encoding])


def test_decode_says_which_encoding_it_does_not_know():
    """An encoding of tomorrow leaves the bytes as they are."""
    assert Decoded(payload=b"xyz", complete=False, problem="unknown content encoding snappy") == decode(
        b"xyz", ["snappy"]
    )
