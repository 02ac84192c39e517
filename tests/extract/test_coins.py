"""Works that only programs are told of."""

import pytest
from bs4 import BeautifulSoup

from archiver.extract.citations import read_citations
from archiver.extract.repeats import name_works
from archiver.models.citation import Citation, CitationKind, CitedUrl, Form
from archiver.models.work import Name, NoteKind, WorkReading

DESCRIBED = (
    "ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&amp;rft.genre=article&amp;rft.atitle=Dry+Years"
    "&amp;rft.jtitle=Coast+Review&amp;rft.date=2004-05&amp;rft.volume=3&amp;rft.spage=2&amp;rft.epage=9&amp;rft.aulast=Hale"
    "&amp;rft.aufirst=Anna&amp;rft.au=Anna+Hale&amp;rft.au=Orm%2C+Per&amp;rft_id=info%3Adoi%2F10.5555%2Fdry.1"
)


def citations(html):
    """The citations of a post, with their works."""
    article = BeautifulSoup(f"<article>{html}</article>", "lxml").article
    assert article is not None
    return name_works(read_citations(article, url="https://blog.example/a/", blog="https://blog.example/"))


def work(words):
    """What the description says, beside some words."""
    return WorkReading(
        kind=NoteKind.FULL,
        start=0,
        end=len(words),
        exact=words,
        author=(Name(family="Hale", given="Anna"), Name(family="Orm", given="Per")),
        title="Dry Years",
        container_title="Coast Review",
        issued="2004-05",
        volume="3",
        page="2–9",
        DOI="10.5555/dry.1",
        type="article-journal",
    )


def test_description_alone_is_a_citation():
    """A work that no words name is cited all the same: by what programs are told."""
    found = citations(f'<p>It was dry.<span class="Z3988" title="{DESCRIBED}"></span></p>')
    expected = Citation(
        position=1,
        kind=CitationKind.BIBLIOGRAPHY,
        style="coins",
        urls=(CitedUrl(url="https://doi.org/10.5555/dry.1", is_link=False, form=Form.COINS),),
        works=(work(""),),
    )

    assert (expected,) == found


def test_words_in_a_description_are_the_note():
    """What readers see is kept as it is written, and its link before what programs are told."""
    words = "Hale &amp; Orm (2004). Dry Years, DOI: "
    (found,) = citations(
        f'<p><span class="Z3988" title="{DESCRIBED}">{words}<a href="https://dx.doi.org/10.5555/dry.1">10.5555/dry.1</a></span></p>'
    )

    assert "Hale & Orm (2004). Dry Years, DOI: 10.5555/dry.1" == found.note
    assert (CitedUrl(url="https://dx.doi.org/10.5555/dry.1", is_link=True),) == found.urls
    assert (work(found.note),) == found.works


@pytest.mark.parametrize(
    "html",
    [
        # within the entry
        '<ol><li>Berg, Rain.</li><li>Hale, Dry Years.<span class="Z3988" title="{}"></span></li><li>Zell, Mud.</li></ol>',
        # after it, as Zotero writes it
        (
            '<div class="csl-bib-body"><div class="csl-entry">Berg, Rain.</div><div class="csl-entry">Hale, Dry Years.</div>'
            ' <span class="Z3988" title="{}"></span><div class="csl-entry">Zell, Mud.</div></div>'
        ),
        # after the last
        '<div><p>Berg, Rain.</p><p>Zell, Mud.</p><p>Hale, Dry Years.</p><span class="Z3988" title="{}"></span></div>',
    ],
)
def test_description_belongs_to_its_entry(html):
    """It tells what an entry is, be it in the entry or right after it; the neighbours are not meant."""
    found = citations(f"<p>It was dry.</p><h2>References</h2>{html.format(DESCRIBED)}")
    described = {citation.note: citation for citation in found}

    assert {"Berg, Rain.", "Hale, Dry Years.", "Zell, Mud."} == described.keys()
    assert ["Hale, Dry Years."] == [citation.note for citation in found if citation.urls]
    assert (work("Hale, Dry Years."),) == described["Hale, Dry Years."].works


@pytest.mark.parametrize(
    "title",
    [
        # the post describes itself
        "rft.title=Dry&amp;rft.identifier=https%3A%2F%2Fblog.example%2Fa%2F",
        # nothing is said, or nothing that can be read
        "",
        "rft.date=2004",
        "%%%&amp;===",
    ],
)
def test_what_cites_nothing_is_none(title):
    """A description of the post itself, or of nothing, is no citation."""
    assert () == citations(f'<p>It was dry.<span class="Z3988" title="{title}"></span></p>')
