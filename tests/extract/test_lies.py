"""What servers tell of their pages' letters, and what is kept of them all the same."""

import codecs

import pytest

from archiver.extract.document import read_document, read_post_document
from archiver.models.blog import Found, PostFacts
from archiver.models.citation import Disagreement
from archiver.web.charset import decode
from archiver.web.page import Page
from tests.extract.factories import capture
from tests.web.texts import TEXTS


def article(title, text, *, meta=None, language="en", spoilt=""):
    """Make the page of a source, as a template of one language shows all texts."""
    said = f'<meta charset="{meta}">' if meta else ""
    return (
        f'<!DOCTYPE html><html lang="{language}"><head>{said}<title>{title}</title></head><body>'
        f"<nav><a href='/'>Home</a></nav><main><article><h1>{title}</h1><p>{text}</p>{spoilt}<p>{text}</p></article></main>"
        "</body></html>"
    )


WESTERN = "Gebühren für Schiffe"
DASHES = "Notice – “Tolls and Measures”"
NONE = ()


@pytest.mark.parametrize(
    ("encoding", "how", "language", "title", "body", "content_type", "doubts"),
    [
        # the server is right, in the web's meaning
        ("windows-1252", "header", "de", WESTERN, article(WESTERN, TEXTS["de"]).encode("cp1252"), "text/html; charset=iso-8859-1", NONE),
        ("shift_jis", "header", "ja", "港の記録", article("港の記録", TEXTS["ja"]).encode("cp932"), "text/html; charset=shift_jis", NONE),
        # the page is right, the server silent
        (
            "windows-1251", "meta", "ru", "О сборе у моста",
            article("О сборе у моста", TEXTS["ru"], meta="windows-1251").encode("cp1251"), "text/html", NONE,
        ),
        # it says a little less than it is in
        ("gbk", "meta", "zh", "水闸的账簿", article("水闸的账簿", TEXTS["zh"] + "镕", meta="gb2312").encode("gbk"), "text/html", NONE),
        # nobody says anything
        (
            "windows-1252", "detected", "en", DASHES, article(DASHES, TEXTS["en"]).encode("cp1252"), "text/html",
            ("the encoding is a guess: windows-1252",),
        ),
        # the server is wrong
        ("utf-8", "utf-8", "fr", "Pêcheries côtières", article("Pêcheries côtières", TEXTS["fr"]).encode(), "text/html; charset=iso-8859-1", NONE),
        # UTF-16 with a mark
        ("utf-16le", "bom", "el", "Παράρτημα Ω", codecs.BOM_UTF16_LE + article("Παράρτημα Ω", TEXTS["el"]).encode("utf-16-le"), "text/html", NONE),
    ],
)  # fmt: skip
def test_seven_lies_that_servers_tell(encoding, how, language, title, body, content_type, doubts):
    """Letters, title and language come out as the author wrote them; how they were known is kept, and what is doubtful."""
    document = read_document(capture(body, content_type), kind="source")

    assert document is not None
    assert (encoding, title, language, doubts) == (
        document.encoding,
        document.title,
        document.language,
        document.doubts,
    )
    assert how == dict(document.found_by)["encoding"]
    assert TEXTS[language].split(".")[0] in document.text


def test_language_of_a_template_is_kept_beside_that_of_the_words():
    """A German text on an English template is German; that its page says otherwise is not hidden."""
    document = read_document(capture(article("Zoll", TEXTS["de"])), kind="source")

    assert document is not None
    assert ("de", 0.98, "text") == (
        document.language,
        document.language_confidence,
        dict(document.found_by)["language"],
    )
    assert ["en"] == [each.value for each in document.disagreements if each.field == "language"]


@pytest.mark.parametrize(
    ("doubts", "spoilt"),
    [
        (
            ("1 character could not be read",),
            b"<p>The r\xe2\x80ver is low at the lock, and no barge comes down.</p>",
        ),
        (("2 characters could not be read",), "<p>The r\ufffdver is l\ufffdw at the lock.</p>".encode()),
        (
            ("2 characters were read as windows-1252, the others as utf-8",),
            b"<p>The caf\xe9 at the lock is closed, it\x92s said.</p>",
        ),
        # twice encoded beside letters that are sound: too little to be sure
        (("the text may be garbled",), "<p>Itâ€™s closed — all day.</p>".encode()),
        # a page that speaks of such letters keeps them
        (
            ("the text may be garbled",),
            "<p>Read in a wrong charset, an apostrophe shows as â€™ or worse.</p>".encode(),
        ),
    ],
)
def test_nothing_garbled_is_kept_unmarked(doubts, spoilt):
    """What could not be read, or was put right, or looks wrong, is said of the document."""
    body = article("Tolls", TEXTS["en"], meta="utf-8", spoilt="@").encode().replace(b"@", spoilt)
    document = read_document(capture(body), kind="source")

    assert document is not None
    assert doubts == document.doubts


def test_plain_text_tells_how_it_was_read():
    """A text file has no element to declare its encoding; the guess is called one."""
    document = read_document(capture(TEXTS["pl"].encode("iso8859_2"), "text/plain"), kind="source")

    assert document is not None
    assert (TEXTS["pl"], "iso-8859-2", "pl", ("the encoding is a guess: iso-8859-2",)) == (
        document.text,
        document.encoding,
        document.language,
        document.doubts,
    )


def test_posts_have_their_language_from_their_words_too():
    """A blog's theme says English of every post; a post in Polish is Polish."""
    source = article("Śluza", TEXTS["pl"], language="en-US")
    page = Page("https://blog.example/2019/09/sluza/", decode(source.encode(), None).text)
    facts = PostFacts(url=page.url, title=Found(value="Śluza\u200b", rule="heading"))
    body = page.soup.article

    document = read_post_document(capture(source), page, body, facts)

    assert ("Śluza", "pl", 0.98, "utf-8") == (
        document.title,
        document.language,
        document.language_confidence,
        document.encoding,
    )
    assert (Disagreement(field="language", value="en", rule="page"),) == document.disagreements
