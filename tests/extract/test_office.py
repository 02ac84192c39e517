"""Office files and books: the edges that the cases do not show."""

import pytest

from archiver.extract.document import read_document
from archiver.extract.html_pen import Pen
from archiver.extract.office.leaves import leaves
from archiver.extract.office.lists import Lists
from archiver.extract.office.opf import pages_of, stated_by
from archiver.extract.office.word_styles import Style, read_styles
from archiver.models.work import Name
from tests.extract.factories import capture, packed

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CORE = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'


def word(body, **parts):
    """Read a Word file of a body, and of what its properties say."""
    members = {
        "[Content_Types].xml": "x",
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
    }
    members |= {"docProps/core.xml": f"<c {CORE}>{parts['core']}</c>"} if "core" in parts else {}
    return read_document(capture(packed(members), None), kind="source")


def paragraph(text, properties=""):
    """Make a paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


LEVEL_1 = '<w:outlineLvl w:val="0"/>'


@pytest.mark.parametrize(
    ("expected", "body", "core"),
    [
        # what somebody filled in, not what a program did
        (("Tolls", "core.xml"), paragraph("River", LEVEL_1), "<dc:title>Tolls</dc:title>"),
        (("River", "heading"), paragraph("River", LEVEL_1), "<dc:title>Microsoft Word - a.doc</dc:title>"),
        (("River", "heading"), paragraph("Board papers") + paragraph("River", LEVEL_1), ""),
        # a heading below a page of text is that of a part
        ((None, None), paragraph("long " * 100) + paragraph("River", LEVEL_1), ""),
    ],
)
def test_title_of_a_word_file(expected, body, core):
    """The title is what the author gave, else a heading at the top."""
    document = word(body, core=core)

    assert expected == (document.title, dict(document.found_by).get("title"))


def test_word_file_keeps_no_dates_of_its_making():
    """When a file was made, and by which user of a machine, says nothing of the work."""
    document = word(
        paragraph("x"),
        core="<dc:creator>otamm</dc:creator><created>2001-01-01T00:00:00Z</created>",
    )

    assert (None, None, ()) == (document.issued, document.author, document.authors)


def test_style_takes_over_from_what_it_rests_on():
    """A style of one's own that rests on a heading is one; styles that rest on each other end somewhere."""
    styles = read_styles(
        f"""<w:styles {W}>
        <w:style w:styleId="h"><w:name w:val="Heading 2"/></w:style>
        <w:style w:styleId="own"><w:name w:val="Own"/><w:basedOn w:val="h"/></w:style>
        <w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>
        </w:styles>""".encode(),
        None,
    )

    assert [1, None, None] == [styles.of(name).level for name in ("own", "a", "gone")]
    assert Style() == styles.of("gone")


def test_lists_go_on_where_they_were_interrupted():
    """A list that comes back goes on with its number; its deeper levels begin anew."""
    pen = Pen()
    lists = Lists(pen)
    for level, word in ((0, "a"), (1, "b"), (0, "c"), (1, "d")):
        lists.item("x", level, is_numbered=True)
        pen.write(word)
    lists.end()
    pen.write("between")
    lists.item("x", 0, is_numbered=True)
    pen.write("e")

    assert (
        '<ol><li>a<ol><li>b</li></ol></li><li>c<ol><li>d</li></ol></li></ol><p>between</p><ol start="3"><li>e</li></ol>'
        == pen.html().replace("\n", "")
    )


OPF = """<package xmlns:opf="http://www.idpf.org/2007/opf"><metadata>
<title>Tolls</title>
<creator opf:role="edt">Piet Okoro</creator>
<creator opf:role="aut" opf:file-as="Tamm, Orla">Orla Tamm</creator>
<creator opf:file-as="EK">Ida Ek</creator>
<date opf:event="creation">1999</date><date opf:event="publication">2019-05</date>
<identifier opf:scheme="ISBN">0306406152</identifier><identifier>doi:10.5555/b.1</identifier>
</metadata>
<manifest><item id="c" href="c.xhtml"/><item id="a" href="a/b%20c.xhtml#x"/><item id="cover" href="d.xhtml"/></manifest>
<spine><itemref idref="cover"/><itemref idref="c"/><itemref idref="a" linear="no"/><itemref idref="a" linear="no"/><itemref/></spine>
<guide><reference type="cover" href="c.xhtml"/></guide></package>"""


def test_package_document_of_an_old_book():
    """EPUB 2 says by attributes who did what, and in its guide which page is the cover."""
    found = leaves(OPF.encode())
    stated = stated_by(found)

    assert (
        (Name(family="Tamm", given="Orla"), Name(family="Ek", given="Ida")),
        "2019-05",
        "0306406152",
        "doi:10.5555/b.1",
    ) == (stated.authors, stated.issued, stated.isbn, stated.doi)
    assert [("x/a/b c.xhtml", False)] == [
        (page.name, page.is_linear) for page in pages_of(found, "x/book.opf")
    ]
