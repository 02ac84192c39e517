"""What is believed of a PDF, and what is kept beside it."""

from archiver.extract.document import read_document
from archiver.extract.pdf.xmp import Xmp, read_xmp
from archiver.models.citation import Disagreement
from archiver.models.work import Name
from tests.extract.factories import capture
from tests.extract.pdf.maker import Made, column, words
from tests.extract.pdf.prose import lines_of

XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
 xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"
 xmpRights:WebStatement="https://creativecommons.org/licenses/by/4.0/" prism:doi="10.5555/ferry.1" dc:format="application/pdf">
<dc:title><rdf:Alt><rdf:li xml:lang="de">Fährbücher</rdf:li><rdf:li xml:lang="x-default">Ferry Books</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>Orla Tamm</rdf:li><rdf:li>Okoro, Piet</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>
<dc:publisher><rdf:Bag><rdf:li>Shore Press</rdf:li></rdf:Bag></dc:publisher>
<prism:publicationName>River Studies</prism:publicationName><prism:coverDate>2017-09-14</prism:coverDate>
<prism:isbn>978-3-16-148410-0</prism:isbn>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""
READ = Xmp(
    title="Ferry Books",
    creators=("Orla Tamm", "Okoro, Piet"),
    language="en-GB",
    publisher="Shore Press",
    doi="10.5555/ferry.1",
    isbn="978-3-16-148410-0",
    container_title="River Studies",
    issued="2017-09-14",
    license="https://creativecommons.org/licenses/by/4.0/",
)
FRONT = "\n".join(
    [
        words("The Closing of the Upper Ferry", 60, 780, 20),
        words("Ida Ek", 60, 750),
        words("9 June 1931", 60, 730),
        column(lines_of(8), 60, 700),
    ]
)


def document(made):
    """Read a PDF that was made."""
    return read_document(capture(made.bytes(), "application/pdf"), kind="source")


def test_metadata_are_believed_and_the_front_page_is_kept_beside_them():
    """Both readings are there for whoever doubts one."""
    made = Made(
        pages=[FRONT],
        info={"Title": "Ferry Books as Sources", "Author": "Tamm, Orla", "CreationDate": "D:20170914101500Z"},
    )
    read = document(made)

    assert ("Ferry Books as Sources", "Orla Tamm", (Name(family="Tamm", given="Orla"),), "1931-06-09") == (
        read.title,
        read.author,
        read.authors,
        read.issued,
    )
    assert (
        ("title", "metadata"),
        ("author", "metadata"),
        ("issued", "first-page"),
        ("language", "text"),
    ) == read.found_by
    assert (
        Disagreement(field="title", value="The Closing of the Upper Ferry", rule="first-page"),
        Disagreement(field="author", value="Ida Ek", rule="first-page"),
        Disagreement(field="issued", value="2017-09-14", rule="creation-date"),
    ) == read.disagreements


def test_junk_metadata_give_way_to_the_front_page():
    """What a program put there is neither believed nor a disagreement."""
    made = Made(
        pages=[FRONT],
        info={"Title": "Microsoft Word - closing.doc", "Author": "otamm", "CreationDate": "D:19310610"},
    )
    read = document(made)

    assert ("The Closing of the Upper Ferry", "Ida Ek", "1931-06-09", ()) == (
        read.title,
        read.author,
        read.issued,
        read.disagreements,
    )
    assert (
        ("title", "first-page"),
        ("author", "first-page"),
        ("issued", "first-page"),
        ("language", "text"),
    ) == read.found_by


def test_day_of_making_is_no_date_of_the_work():
    """Where nothing else gives a date there is none, and the file's own is kept as what was not believed."""
    read = document(
        Made(pages=[column(lines_of(3), 60, 700)], info={"CreationDate": "D:20210304050607+01'00'"})
    )

    assert (None, (Disagreement(field="issued", value="2021-03-04", rule="creation-date"),)) == (
        read.issued,
        read.disagreements,
    )


def test_title_that_says_less_is_no_disagreement():
    """A subtitle more or less is one title."""
    made = Made(pages=[FRONT], info={"Title": "The Closing of the Upper Ferry: A History"})

    assert [] == [each for each in document(made).disagreements if each.field == "title"]


def test_metadata_in_the_wrong_encoding_are_mended():
    """Old programs wrote UTF-8 where one byte is a letter."""
    made = Made(pages=[FRONT], info={"Title": "FÃ¤hrbÃ¼cher als Quellen"})

    assert "Fährbücher als Quellen" == document(made).title


def test_xmp_is_read_as_it_is_and_compressed():
    """Both are found in the file's bytes, as the standard means it."""
    for packed in (False, True):
        made = Made(pages=[FRONT], xmp=XMP, packed=packed)

        assert READ == read_xmp(made.bytes())


def test_xmp_tells_what_nothing_else_does():
    """Each value says that it comes from there."""
    read = document(Made(pages=[column(lines_of(3), 60, 700)], xmp=XMP))

    assert (
        "Ferry Books",
        "Orla Tamm; Piet Okoro",
        "2017-09-14",
        "en",
        "10.5555/ferry.1",
        "9783161484100",
        "article-journal",
    ) == (
        read.title,
        read.author,
        read.issued,
        read.language,
        read.doi,
        read.isbn,
        read.type,
    )
    assert ("River Studies", "Shore Press", "https://creativecommons.org/licenses/by/4.0/") == (
        read.container_title,
        read.publisher,
        read.license,
    )
    assert {"xmp"} == {rule for _, rule in read.found_by}


def test_xmp_of_a_picture_is_not_the_documents():
    """A photograph in a report has a photographer, who did not write the report."""
    picture = XMP.replace("application/pdf", "image/jpeg").replace("Orla Tamm", "A Photographer")

    assert [READ, Xmp()] == [read_xmp((XMP + picture).encode()), read_xmp(picture.encode())]


def test_hostile_xmp_is_nothing():
    """Entities, depth, torn ends and millions of beginnings cost no more than their bytes."""
    entities = XMP.replace("<?xpacket", '<!DOCTYPE x [<!ENTITY a "aaaa">]><?xpacket', 1)
    deep = "<x:xmpmeta>" + "<rdf:RDF>" * 20_000 + "</x:xmpmeta>"

    assert [READ, Xmp(), Xmp(), Xmp(), Xmp()] == [
        read_xmp(body.encode())
        for body in (
            entities,
            deep,
            "<x:xmpmeta>" * 100_000,
            XMP[:600],
            "/Subtype /XML >> stream\n" * 100_000,
        )
    ]


def test_document_of_the_united_nations():
    """Its head is no title, its file's name is none, and its symbol tells who publishes it."""
    page = "\n".join(
        [
            words("United Nations", 60, 790, 14),
            words("S/2018/812", 470, 790, 14),
            words("Security Council", 60, 750, 18, "F2"),
            words("Distr.: General", 420, 752, 9),
            words("5 September 2018", 420, 740, 9),
            words("Letter dated 5 September 2018 from the Panel of Experts on", 100, 660, 13, "F2"),
            words("Salt addressed to the President of the Security Council", 100, 644, 13, "F2"),
            column(lines_of(10), 100, 600, 10),
        ]
    )
    read = document(Made(pages=[page], info={"Title": "N1827456", "Author": ""}))

    assert (
        "Letter dated 5 September 2018 from the Panel of Experts on Salt addressed to the President of the Security Council",
        (Name(literal="Panel of Experts on Salt"),),
        "2018-09-05",
        "United Nations",
        "report",
    ) == (read.title, read.authors, read.issued, read.publisher, read.type)
