"""Bodies become text as their author wrote it, whatever their servers and their heads say."""

import codecs

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from archiver.web.charset import Decoded, decode
from archiver.web.doubled import undoubled
from archiver.web.encodings import CODECS
from tests.web.bodies import page
from tests.web.texts import TEXTS

GERMAN, FRENCH, RUSSIAN, JAPANESE = (TEXTS[language] for language in ("de", "fr", "ru", "ja"))
CHINESE, KOREAN, HEBREW, ENGLISH = (TEXTS[language] for language in ("zh", "ko", "he", "en"))


def text_of(body, content_type=None):
    """Read a body and take its text alone."""
    return decode(body, content_type).text


@pytest.mark.parametrize(
    ("encoding", "how", "body", "content_type"),
    [
        # a mark at the beginning outweighs everything
        ("utf-8", "bom", codecs.BOM_UTF8 + page(GERMAN).encode(), "text/html; charset=iso-8859-1"),
        ("utf-16le", "bom", page(GERMAN).encode("utf-16"), "text/html"),
        ("utf-16be", "bom", codecs.BOM_UTF16_BE + page(GERMAN).encode("utf-16-be"), None),
        ("utf-32le", "bom", page(RUSSIAN).encode("utf-32"), None),
        # what the server says, in the web's meaning
        ("windows-1252", "header", page(ENGLISH).encode("cp1252"), "text/html; charset=ISO-8859-1"),
        ("shift_jis", "header", page(JAPANESE).encode("cp932"), 'text/html; charset="Shift_JIS"'),
        ("koi8-r", "header", page(RUSSIAN).encode("koi8-r"), "text/html;charset=koi8-r"),
        # what the page says, where the server says nothing, or nothing that exists
        ("windows-1251", "meta", page(RUSSIAN, meta="windows-1251").encode("cp1251"), "text/html"),
        ("gbk", "meta", page(CHINESE, meta="gb2312").encode("gb18030"), "text/html; charset=unknown-8bit"),
        ("euc-kr", "meta", page(KOREAN, meta="ks_c_5601-1987").encode("cp949"), None),
        # the page as XML
        (
            "koi8-r",
            "meta",
            f'<?xml version="1.0" encoding="koi8-r"?>{page(RUSSIAN)}'.encode("koi8-r"),
            "text/html",
        ),
        # a server's default against the page's own word: the bytes side with the page
        (
            "windows-1251",
            "meta",
            page(RUSSIAN, meta="windows-1251").encode("cp1251"),
            "text/html; charset=iso-8859-1",
        ),
        # two words of the page: the bytes side with the second; what is commented out is not said
        (
            "windows-1251",
            "meta",
            f"<meta charset=koi8-r><meta charset=cp1251>{RUSSIAN}".encode("cp1251"),
            None,
        ),
        (
            "windows-1251",
            "meta",
            f"<!-- <meta charset=koi8-r> --><meta charset=cp1251>{RUSSIAN}".encode("cp1251"),
            None,
        ),
        # declared as a legacy encoding, written in UTF-8
        ("utf-8", "utf-8", page(GERMAN).encode(), "text/html; charset=ISO-8859-1"),
        ("utf-8", "utf-8", page(CHINESE, meta="gbk").encode(), "text/html"),
        ("utf-8", "utf-8", page(GERMAN).encode(), "text/html; charset=utf-16"),
        ("utf-8", "meta", page(GERMAN, meta="utf-8").encode(), "text/html; charset=ISO-8859-1"),
        # declared in words that can be read as ASCII: it is not UTF-16 (HTML, 13.2.3.3)
        ("utf-8", "meta", page(GERMAN, meta="utf-16").encode(), None),
        # declared as UTF-8, written in UTF-16 without a mark
        ("utf-16le", "detected", page(GERMAN).encode("utf-16-le"), "text/html; charset=utf-8"),
        # nothing declared
        ("utf-8", "utf-8", page(GERMAN).encode(), None),
        ("utf-8", "utf-8", b"plain letters", None),
        ("utf-16be", "detected", page(GERMAN).encode("utf-16-be"), "text/html"),
        ("utf-32le", "detected", page(GERMAN).encode("utf-32-le"), None),
        ("iso-2022-jp", "detected", page(JAPANESE).encode("iso2022_jp"), "text/html"),
        # what browsers refuse to read
        ("iso-2022-kr", "header", page(KOREAN).encode("iso2022_kr"), "text/html; charset=iso-2022-kr"),
        ("hz-gb-2312", "header", "水闸".encode("hz"), "text/plain; charset=HZ-GB-2312"),
        # what nobody should read: its letters would be scripts to some (WHATWG Encoding, 4.2)
        ("utf-8", "utf-8", b"+AOk-t+AOk-", "text/html; charset=utf-7"),
        # two letters of Chinese that might be one of UTF-8
        ("gbk", "header", "<p>聽".encode("gbk"), "text/html; charset=gbk"),
    ],
)
def test_decode_reads_what_was_written(encoding, how, body, content_type):
    """The text comes out without a wrong letter and without a doubt, and it is told how the encoding was known."""
    codec = {"utf-16le": "utf-16", "utf-32le": "utf-32", "utf-8": "utf-8-sig"} if how == "bom" else {}
    text = body.decode(codec.get(encoding, CODECS[encoding])).removeprefix("\ufeff")

    assert Decoded(text=text, encoding=encoding, how=how) == decode(body, content_type)


@pytest.mark.parametrize(
    ("encoding", "doubts", "body", "content_type"),
    [
        (
            "windows-1252",
            ("the encoding is a guess: windows-1252, declared as utf-8",),
            page(GERMAN, meta="utf-8").encode("cp1252"),
            "text/html; charset=utf-8",
        ),
        (
            "koi8-r",
            ("the encoding is a guess: koi8-u, declared as windows-1251",),
            page(RUSSIAN).encode("koi8-r"),
            "text/html; charset=windows-1251",
        ),
        ("windows-1252", ("the encoding is a guess: windows-1252",), b"<p>The caf\xe9 was shut", "text/html"),
    ],
)
def test_decode_says_that_it_guesses(encoding, doubts, body, content_type):
    """Where the bytes belie all that is said of them, the text comes out right, and a reader is told."""
    decoded = decode(body, content_type)

    assert (body.decode(CODECS[encoding]), doubts, "detected") == (decoded.text, decoded.doubts, decoded.how)


def test_decode_keeps_a_page_whose_last_letter_was_cut_off():
    """Crawls cut bodies; half a letter at the end does not make the page something else."""
    body = page(GERMAN).encode()
    cut = body[: body.rindex("ü".encode()) + 1]

    assert Decoded(text=cut[:-1].decode(), encoding="utf-8", how="header") == decode(
        cut, "text/html; charset=utf-8"
    )


@pytest.mark.parametrize(
    ("expected", "body"),
    [
        # bytes that are nothing
        ("Gebühr \ufffd ü", "Gebühr ".encode() + b"\xff" + " ü".encode()),
        # characters cut in two by a program that counts bytes
        ("Die Brücke\ufffd</p>", "Die Brücke".encode() + "…".encode()[:2] + b"</p>"),
        ("„Brücke\ufffd", "„Brücke".encode() + "“".encode()[:1]),
    ],
)
def test_decode_does_not_guess_at_torn_letters(expected, body):
    """A wrong byte in a page of UTF-8 costs one letter, and is not made one that nobody wrote."""
    before, after = "<p>Für Größe und Maß</p>", "<p>übrig</p>"

    assert before + expected + after == text_of(
        before.encode() + body + after.encode(), "text/html; charset=utf-8"
    )


def test_decode_of_a_broken_page_in_an_old_encoding():
    """A torn letter does not make a page of Shift_JIS something else."""
    body = page(JAPANESE).encode("cp932").replace("船".encode("cp932"), b"\xff")

    decoded = decode(body, None)

    assert (page(JAPANESE).replace("船", "\ufffd"), "shift_jis") == (decoded.text, decoded.encoding)


@pytest.mark.parametrize("said", ["utf-8", "windows-1251"])
def test_decode_reads_a_template_and_a_text_in_two_encodings(said):
    """Passages of a page come from two programs: each is read in its own encoding, and a reader is told."""
    parts = [("© Газета «Пристань»", "utf-8"), (RUSSIAN, "cp1251"), ("Дальше…", "utf-8"), (RUSSIAN, "cp1251")]
    body = b"\n".join(f"<p>{text}</p>".encode(codec) for text, codec in parts)

    decoded = decode(body, f"text/html; charset={said}")

    assert "\n".join(f"<p>{text}</p>" for text, _ in parts) == decoded.text
    assert ("336 characters were read as windows-1251, the others as utf-8",) == decoded.doubts


def test_decode_reads_a_few_words_of_latin_1_in_a_page_of_utf_8():
    """A quotation pasted in by a careless editor is read as what it must be."""
    body = f"<p>{FRENCH}</p>".encode() + b"<p>un caf\xe9, \xabvoil\xe0\xbb, it\x92s \xe9t\xe9</p>"

    decoded = decode(body, "text/html; charset=utf-8")

    assert f"<p>{FRENCH}</p><p>un café, «voilà», it’s été</p>" == decoded.text
    assert ("7 characters were read as windows-1252, the others as utf-8",) == decoded.doubts


def test_decode_looks_for_a_declaration_further_down_before_it_guesses():
    """A page that declares itself behind a kilobyte of scripts is believed where its bytes agree."""
    body = page(TEXTS["tr"], meta="windows-1254", before=f"<script>{'x' * 2000}</script>").encode("cp1254")

    decoded = decode(body, "text/html")

    assert ("windows-1254", "meta", ()) == (decoded.encoding, decoded.how, decoded.doubts)


def test_decode_repairs_what_was_encoded_twice():
    """A page that its editor's program read as Latin-1 and wrote as UTF-8 comes out right, and a reader is told."""
    twice = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in page(FRENCH).encode())

    decoded = decode(twice.encode(), "text/html; charset=utf-8")

    assert page(FRENCH) == decoded.text
    assert ("encoded twice, 14 characters put right",) == decoded.doubts


@pytest.mark.parametrize(
    ("expected", "body"),
    [
        # letters of windows-1252 that came through Latin-1
        ("it’s “a” —", "it\x92s \x93a\x94 \x97".encode()),
        # browsers pass over zeros
        ("<p>one</p>", b"<p>o\0ne</p>\0"),
        # a mark of UTF-16 before a page that is not
        ("<p>Tolls</p>", b"\xff\xfe<p>Tolls</p>"),
    ],
)
def test_decode_reads_what_a_browser_shows(expected, body):
    """Left-overs of broken programs are not kept as letters."""
    assert expected == text_of(body, "text/html; charset=utf-8")


@pytest.mark.parametrize(
    ("expected", "encoding", "body"),
    [
        # the euro sign of windows-936; rows that Japanese machines added; bytes that windows-1252 leaves out
        ("<p>€5</p>", "gbk", b"<p>\x805</p>"),
        ("①㈱あ", "euc-jp", b"\xad\xa1\xad\xea\xa4\xa2"),
        ("①あ", "iso-2022-jp", b"\x1b$B\x2d\x21\x24\x22\x1b(B"),
        ("a\x81“b”", "windows-1252", b"a\x81\x93b\x94"),
    ],
)
def test_decode_knows_what_python_does_not(expected, encoding, body):
    """Encodings are the web's, which holds more letters than their standards."""
    assert Decoded(text=expected, encoding=encoding, how="header") == decode(
        body, f"text/html; charset={encoding}"
    )


def test_decode_turns_visual_hebrew_round():
    """Lines stored as old screens showed them are kept as they are read."""
    stored = page(f"{HEBREW[::-1]}")

    decoded = decode(stored.encode("iso8859_8"), "text/html; charset=iso-8859-8")

    assert page(HEBREW) == decoded.text
    assert ("written in visual order, turned round",) == decoded.doubts


@given(
    st.binary(max_size=300),
    st.one_of(
        st.none(), st.text(max_size=40), st.sampled_from(sorted(CODECS)).map("text/html; charset={}".format)
    ),
)
@example(b"\x81\x8d\x8f\x90\x9d\xff", "text/html; charset=windows-1252")
@example(b"\x00" * 9, None)
@example(b"\xff\xfe\x00", None)
@example(b"<meta charset=\xff>", "charset=")
@example(b"\x1b$B\x7e\x7e\xff", "text/html; charset=iso-2022-jp")
def test_decode_never_raises_and_gives_text_that_can_be_stored(body, content_type):
    """Whatever a server sends, there is a text, and it is valid Unicode."""
    decoded = decode(body, content_type)

    assert decoded.text == decoded.text.encode("utf-8").decode("utf-8")
    assert decoded.encoding in CODECS


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=200))
@example("\ufeffa")
def test_decode_round_trip_of_utf8(text):
    """What is declared as UTF-8 and is UTF-8 comes back letter by letter, if it was not encoded twice."""
    assume(undoubled(text)[1] == 0)

    assert text.removeprefix("\ufeff") == text_of(text.encode(), "text/plain; charset=utf-8")
