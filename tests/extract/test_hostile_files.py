"""Files made to hurt: bombs, entities, depths. Each ends soon, costs little, and is told."""

import pytest

from archiver.extract.document import read_document
from archiver.extract.office.package import Package, PackageError
from tests.extract.factories import capture, packed

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CONTAINER = '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'
OPF = (
    '<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>'
)
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
DOCTYPE = f'<!DOCTYPE x [<!ENTITY l0 "lol">{LAUGHS}]>'


def word(body, before=""):
    """Make a Word file of a body."""
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"{before}<w:document {W}><w:body>{body}</w:body></w:document>",
        }
    )


def text(body):
    """Make an OpenDocument text of a body."""
    names = 'xmlns:text="t" xmlns:table="b" xmlns:draw="d"'
    return packed(
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": f"<c {names}>{body}</c>"}
    )


def book(page):
    """Make a book of one page."""
    parts = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "a.opf": OPF,
        "a.xhtml": page,
    }
    return packed(parts)


WORDS = "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
ITEM = '<w:p><w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'


@pytest.mark.parametrize(
    "body",
    [
        # Word: nested beyond measure, marks without end, links and fields that never end, lists that all differ
        lambda n: word(f"<w:tbl><w:tr><w:tc>{WORDS}" * n),
        lambda n: word("<w:p><w:r><w:t>x</w:t>" * n),
        lambda n: word("<w:p>" + '<w:r><w:footnoteReference w:id="1"/></w:r>' * n),
        lambda n: word("<w:p>" + "<w:hyperlink><w:r><w:t>x" * n),
        lambda n: word('<w:p><w:r><w:fldChar w:fldCharType="begin"/>' * n + "<w:instrText>x" * n),
        lambda n: word("".join(ITEM.format(at % 9, at) for at in range(n))),
        # OpenDocument: spans, lists, notes and cells in one another
        lambda n: text("<text:p>" + "<text:span>x" * n),
        lambda n: text("<text:list><text:list-item><text:p>x" * n),
        lambda n: text("<text:p>" + "<text:note><text:note-body><text:p>x" * n),
        lambda n: text('<table:table-cell table:number-columns-spanned="999999999"/>' * n),
        # books: marks in one another, numbers that look for their notes
        lambda n: book("<html><body>" + '<a href="#fn1" class="note">1' * n),
        lambda n: book(
            "<html><body>" + "".join(f'<a class="noteref" href="#n{at}">1</a>' for at in range(n))
        ),
        # other XML, feeds
        lambda n: b"<?xml version='1.0'?>" + b"<a>x" * n,
        lambda n: b"<article><front/><body>" + b"<sec><label>1</label><title>x</title>" * n,
        lambda n: b"<article><front>" + b"<contrib><name><surname>Ek</surname></name></contrib>" * n,
        lambda n: b"<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader/><text>" + b"<note>x" * n,
        lambda n: b"<rss><channel>" + b"<item><description>&lt;p&gt;x" * n,
        # letters whose parts are parts without end
        lambda n: (
            b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
            + b"--b\nContent-Type: multipart/mixed; boundary=b\n\n" * n
        ),
    ],
)
def test_hostile_file_is_read_to_its_end(body):
    """Whatever is in it eight thousand times, it becomes a document, long before the test's limit."""
    assert read_document(capture(body(8_000), None), kind="source") is not None


@pytest.mark.parametrize(
    "payload",
    [
        word("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>", DOCTYPE),
        book(f"{DOCTYPE}<html><body><p>&l9;</p></body></html>"),
        f"{DOCTYPE}<x>&l9;</x>".encode(),
        f"{DOCTYPE}<rss><channel><title>&l9;</title></channel></rss>".encode(),
    ],
)
def test_entities_do_not_unfold(payload):
    """Ten lines that mean a thousand million words are not written out."""
    document = read_document(capture(payload, None), kind="source")

    assert len(document.text) < 1_000_000
    assert len(document.title or "") < 1_000


def test_bomb_is_read_as_far_as_it_may_be_and_says_so():
    """A few kilobytes that unpack to many megabytes cost a bounded share of them."""
    payload = word(WORDS + " " * 30_000_000)
    document = read_document(capture(payload, None), kind="source")

    assert len(payload) < 50_000
    assert "x" == document.text
    assert [True] == ["unpacks to over" in doubt for doubt in document.doubts]


def test_archive_unpacks_within_its_budget():
    """All members together are unpacked to no more than a share of the archive's size."""
    package = Package.open(packed({f"{n}.xml": " " * 3_000_000 for n in range(5)}))
    sizes = [len(package.read(name) or b"") for name in package.names()]

    assert 4 * 1024 * 1024 == sum(sizes)
    assert 4 == len(package.doubts)


def test_archive_of_too_many_files_is_not_opened():
    """The directory of an archive is not read where it is a trap."""
    with pytest.raises(PackageError, match="over 20000 files"):
        Package.open(b"PK\x01\x02" * 20_001)


@pytest.mark.parametrize(
    ("expected", "payload"),
    [
        ("docx: damaged", word(WORDS)[:-60]),
        ("docx: no text in the archive", packed({"[Content_Types].xml": "x", "word/other.xml": "x"})),
        (
            "opendocument: no text in the archive",
            packed({"mimetype": "application/vnd.oasis.opendocument.text"}),
        ),
        ("epub: no text in the archive", packed({"mimetype": "application/epub+zip"})),
        ("pptx: no text in the archive", packed({"[Content_Types].xml": "x", "ppt/other.xml": "x"})),
    ],
)
def test_broken_archive_gives_no_text_and_says_so(expected, payload):
    """What cannot be read is a document that says why."""
    document = read_document(capture(payload, None), kind="source")

    assert (expected, "", "") == (document.extractor, document.text, document.html)


def test_locked_book_says_so():
    """A book that only its seller's program can read is known by its title, and as locked."""
    locked = "<encryption><EncryptedData><CipherReference URI='a.xhtml'/></EncryptedData></encryption>"
    opf = OPF.replace("<manifest>", "<metadata><title>Tolls</title></metadata><manifest>")
    document = read_document(
        capture(
            packed(
                {
                    "mimetype": "application/epub+zip",
                    "META-INF/container.xml": CONTAINER,
                    "META-INF/encryption.xml": locked,
                    "a.opf": opf,
                    "a.xhtml": b"\x07\xff\x00",
                }
            ),
            None,
        ),
        kind="source",
    )

    assert ("Tolls", "epub: locked by its seller", "") == (document.title, document.extractor, document.text)


def test_external_entities_and_definitions_are_not_loaded(tmp_path):
    """No file of ours gets into a document, and nobody is asked for one."""
    secret = tmp_path / "secret"
    secret.write_text("secret", encoding="utf-8")
    for start in (f'<!ENTITY e SYSTEM "{secret.as_uri()}">', f'<!ENTITY % e SYSTEM "{secret.as_uri()}"> %e;'):
        payload = f"<!DOCTYPE x [{start}]><x><p>a&e;b</p></x>"
        pages = [payload, word(WORDS + "<w:p><w:r><w:t>&e;", f"<!DOCTYPE x [{start}]>"), book(payload)]
        for page in pages:
            document = read_document(
                capture(page, "application/xml" if isinstance(page, str) else None), kind="source"
            )

            assert "secret" not in document.text
