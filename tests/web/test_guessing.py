"""Old encodings come out right, whatever is said of them."""

import pytest

from archiver.web.charset import decode
from archiver.web.encodings import CODECS
from tests.web.bodies import PAIRS, page, written

# Commas and cedillas under Romanian letters share their places, and cedillas are far more frequent.
NEVER_TOLD = {("iso-8859-16", "ro")}
# Of two encodings of one language in which a text reads nearly as well, the server's word counts.
HEADER_IN_DOUBT = {("x-mac-cyrillic", "windows-1251")}
SHORT = 70  # characters
LIES = [
    # nothing is said
    (None, None, None),
    (None, None, SHORT),
    # the server's default, that nobody asked for
    ("iso-8859-1", None, None),
    ("iso-8859-1", None, SHORT),
    ("windows-1251", None, None),
    ("utf-8", None, None),
    # a template's, too
    ("utf-8", "utf-8", SHORT),
    # a label that cannot be, and one that does not exist
    ("utf-16", None, None),
    ("x-unknown", "none", None),
]


def told(text, encoding, *, header=None, meta=None):
    """Give what was written, and what is read of it."""
    whole = page(text, meta=meta)
    content_type = "text/html" + (f"; charset={header}" if header else "")
    return whole, decode(whole.encode(CODECS[encoding]), content_type).text


@pytest.mark.parametrize("most", [None, SHORT])
@pytest.mark.parametrize(("encoding", "language"), PAIRS)
def test_declared_encodings_are_believed(encoding, language, most):
    """A right word of the server or of the page is never overruled, however short the text."""
    text = written(language, encoding, most=most)
    by_header, read_by_header = told(text, encoding, header=encoding)
    by_meta, read_by_meta = told(text, encoding, meta=encoding)

    assert by_header == read_by_header
    assert by_meta == read_by_meta


@pytest.mark.parametrize(
    ("encoding", "language", "header", "meta", "most"),
    [
        (encoding, language, *lie)
        for lie in LIES
        for encoding, language in PAIRS
        if (encoding, language) not in NEVER_TOLD and (encoding, lie[0]) not in HEADER_IN_DOUBT
    ],
)
def test_lies_do_not_hide_what_was_written(encoding, language, header, meta, most):
    """Undeclared or declared wrongly, a text comes out as it was written."""
    expected, actual = told(written(language, encoding, most=most), encoding, header=header, meta=meta)

    assert expected == actual


@pytest.mark.parametrize(("encoding", "language"), PAIRS)
def test_the_pages_word_counts_where_the_server_says_its_default(encoding, language):
    """A meta element that is right is believed against a server that says Western, or UTF-8, of everything."""
    text = written(language, encoding)
    against_western, read_against_western = told(text, encoding, header="iso-8859-1", meta=encoding)
    against_utf8, read_against_utf8 = told(text, encoding, header="utf-8", meta=encoding)

    assert against_western == read_against_western
    assert against_utf8 == read_against_utf8


@pytest.mark.parametrize(("encoding", "language"), [pair for pair in PAIRS if pair not in NEVER_TOLD])
@pytest.mark.parametrize("header", ["gb2312", "shift_jis", "euc-kr", "big5"])
def test_text_that_no_east_asian_wrote_is_not_read_as_such(header, encoding, language):
    """Nearly all bytes make Chinese letters; they are believed only where they make Chinese."""
    expected, actual = told(written(language, encoding), encoding, header=header)

    assert expected == actual


@pytest.mark.parametrize(("encoding", "language"), PAIRS)
def test_a_guess_is_called_one(encoding, language):
    """Where nobody named the encoding that was used, a reader is told; where somebody did, there is no doubt."""
    body = page(written(language, encoding)).encode(CODECS[encoding])
    guessed, told_so = decode(body, "text/html"), decode(body, f"text/html; charset={encoding}")

    # Escapes are no guess.
    doubts = () if encoding == "iso-2022-jp" else (f"the encoding is a guess: {guessed.encoding}",)
    assert ("detected", doubts) == (guessed.how, guessed.doubts)
    assert ("header", ()) == (told_so.how, told_so.doubts)


@pytest.mark.parametrize(("encoding", "language"), PAIRS)
def test_utf8_is_utf8(encoding, language):
    """A text in UTF-8 is read as such, whichever old encoding it is said to be in."""
    text = written(language, encoding)
    whole = page(text, meta=encoding)

    assert whole == decode(whole.encode(), f"text/html; charset={encoding}").text
