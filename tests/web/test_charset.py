"""Bodies become text as their author wrote it, whatever their servers and their heads say."""

import codecs

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archiver.web.charset import Decoded, decode
from archiver.web.encodings import CODECS, encoding_named

GERMAN = "Für die Öffnung der Schleuse zahlt jedes Schiff eine Gebühr."
RUSSIAN = "Хлеб возили на рынок по реке, и каждая барка платила сбор у моста."
JAPANESE = "港の記録によると、船は春ごとに税を納めた。"
CHINESE = "盐船每年春天经过这里，税官记下每一艘船的名字。"
KOREAN = "항구의 기록에 따르면 배는 봄마다 세금을 냈다."
ENGLISH = "The “toll house” — it’s by the lock — took £3."


def html(text, *, meta=None, lang=None):
    """Make a page that declares what it is told to."""
    declared = f'<meta charset="{meta}">' if meta else ""
    language = f' lang="{lang}"' if lang else ""
    return f"<!DOCTYPE html><html{language}><head>{declared}<title>Tolls</title></head><body><p>{text}</p></body></html>"


@pytest.mark.parametrize(
    ("encoding", "how", "body", "content_type"),
    [
        # a mark at the beginning outweighs everything
        ("utf-8", "bom", codecs.BOM_UTF8 + html(GERMAN).encode(), "text/html; charset=iso-8859-1"),
        ("utf-16le", "bom", html(GERMAN).encode("utf-16"), "text/html"),
        ("utf-16be", "bom", codecs.BOM_UTF16_BE + html(GERMAN).encode("utf-16-be"), None),
        # what the server says, in the web's meaning
        ("windows-1252", "header", html(ENGLISH).encode("cp1252"), "text/html; charset=ISO-8859-1"),
        ("shift_jis", "header", html(JAPANESE).encode("cp932"), 'text/html; charset="Shift_JIS"'),
        ("koi8-r", "header", html(RUSSIAN).encode("koi8-r"), "text/html;charset=koi8-r"),
        # what the page says, where the server says nothing, or nothing that exists
        ("windows-1251", "meta", html(RUSSIAN, meta="windows-1251").encode("cp1251"), "text/html"),
        (
            "gb18030",
            "meta",
            html(CHINESE, meta="gb2312").encode("gb18030"),
            "text/html; charset=unknown-8bit",
        ),
        ("euc-kr", "meta", html(KOREAN, meta="ks_c_5601-1987").encode("cp949"), None),
        # a server's default against the page's own word: the bytes side with the page
        (
            "windows-1251",
            "meta",
            html(RUSSIAN * 5, meta="windows-1251").encode("cp1251"),
            "text/html; charset=iso-8859-1",
        ),
        # declared as a legacy encoding, written in UTF-8
        ("utf-8", "utf-8", html(GERMAN).encode(), "text/html; charset=ISO-8859-1"),
        ("utf-8", "utf-8", html(CHINESE, meta="gbk").encode(), "text/html"),
        ("utf-8", "utf-8", html(GERMAN).encode(), "text/html; charset=utf-16"),
        # declared as UTF-8, written in a legacy encoding
        (
            "windows-1252",
            "detected",
            html(GERMAN * 3, meta="utf-8").encode("cp1252"),
            "text/html; charset=utf-8",
        ),
        # declared in words that can be read as ASCII: it is not UTF-16 (HTML, 13.2.3.3)
        ("utf-8", "meta", html(GERMAN, meta="utf-16").encode(), None),
        # nothing declared
        ("utf-8", "utf-8", html(GERMAN).encode(), None),
        ("windows-1252", "detected", html(GERMAN).encode("cp1252"), "text/html"),
        ("windows-1251", "detected", html(RUSSIAN).encode("cp1251"), "text/html"),
        ("utf-16le", "detected", html(GERMAN).encode("utf-16-le"), "text/html"),
        ("iso-2022-jp", "detected", html(JAPANESE).encode("iso2022_jp"), "text/html"),
        # nothing declared but the language
        ("euc-jp", "detected", html(JAPANESE, lang="ja").encode("euc_jp"), "text/html"),
        ("euc-kr", "detected", html(KOREAN, lang="ko-KR").encode("cp949"), "text/html"),
    ],
)
def test_decode_reads_what_was_written(encoding, how, body, content_type):
    """The text comes out without a wrong letter, and it is told how the encoding was known."""
    marked = (
        {"utf-16le": "utf-16", "utf-16be": "utf-16-be"}.get(encoding, CODECS[encoding])
        if how == "bom"
        else CODECS[encoding]
    )
    text = body.decode(marked).removeprefix("\ufeff")

    assert Decoded(text=text, encoding=encoding, how=how) == decode(body, content_type)


def test_decode_keeps_a_page_whose_last_letter_was_cut_off():
    """Crawls cut bodies; half a letter at the end does not make the page something else."""
    body = html(GERMAN).encode()
    cut = body[: body.rindex("ü".encode()) + 1]

    assert Decoded(text=cut[:-1].decode(), encoding="utf-8", how="header") == decode(
        cut, "text/html; charset=utf-8"
    )


def test_decode_keeps_a_page_with_one_torn_letter():
    """One wrong byte in a page of UTF-8 costs one letter."""
    body = html(GERMAN * 4).encode() + b"<p>\xff</p>"

    assert Decoded(text=html(GERMAN * 4) + "<p>\ufffd</p>", encoding="utf-8", how="utf-8") == decode(
        body, None
    )


def test_decode_looks_for_a_declaration_further_down_before_it_guesses():
    """A page that declares itself behind a kilobyte of scripts is believed where its bytes agree."""
    body = (f"<html><head><script>{'x' * 2000}</script>" + html("Türkçe ağaç", meta="windows-1254")).encode(
        "cp1254"
    )

    assert "windows-1254" == decode(body, "text/html").encoding


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
def test_decode_never_raises_and_gives_text_that_can_be_stored(body, content_type):
    """Whatever a server sends, there is a text, and it is valid Unicode."""
    decoded = decode(body, content_type)

    assert decoded.text == decoded.text.encode("utf-8").decode("utf-8")
    assert decoded.encoding in CODECS


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_decode_round_trip_of_utf8(text):
    """What is declared as UTF-8 and is UTF-8 comes back letter by letter."""
    assert text.removeprefix("\ufeff") == decode(text.encode(), "text/plain; charset=utf-8").text


@pytest.mark.parametrize(
    ("expected", "label"),
    [
        ("utf-8", "UTF8"),
        ("windows-1252", "us-ascii"),
        ("windows-1254", "iso-8859-9"),
        ("windows-874", "TIS-620"),
        ("shift_jis", "x-sjis"),
        ("iso-8859-8", "iso-8859-8-i"),
        ("macintosh", " x-mac-roman "),
        # codecs of Python that are no encodings of the web
        (None, "rot13"),
        (None, "utf-7"),
        (None, "idna"),
        (None, "cp437"),
        (None, "no\x00thing"),
        (None, None),
    ],
)
def test_encoding_named(expected, label):
    """A label means what browsers take it to mean."""
    assert expected == encoding_named(label)
