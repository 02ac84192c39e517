"""What other programs read of our BibTeX, BibLaTeX, RIS and CSL-JSON is what was written."""

import json
import shutil
import subprocess
from pathlib import Path

import bibtexparser
import pytest
import rispy
from pybtex.database import parse_string
from pylatexenc.latex2text import LatexNodes2Text

from archiver.export.formats.csl_json import csl
from archiver.export.registry import all_formats
from archiver.export.wording.tidy import tidied
from tests.export.formats.csl_schema import faults
from tests.export.items import item_of

CASES = Path(__file__).parents[2] / "cases" / "references"
ITEMS = {
    path.name: item_of(json.loads((path / "item.json").read_text(encoding="utf-8")))
    for path in sorted(CASES.iterdir())
    if path.is_dir()
}
PANDOC = shutil.which("pandoc")
# What pandoc knows in BibTeX's types and fields, where CSL has finer ones.
FIELDS = ("title", "URL", "DOI", "ISBN", "volume", "issue", "page", "edition", "issued", "accessed")
# Pandoc turns quotation marks by its own lights.
MARKS = str.maketrans('“”‘’"', "'''''")


def said(name):
    """The text of all items in a format."""
    return all_formats()[name].text(ITEMS.values())


def decoded(text):
    """What TeX would show. Three commands of LaTeX the decoder does not know, or takes for another sign."""
    for command, sign in ((r"\textless{}", "<"), (r"\textgreater{}", ">"), (r"\textasciicircum{}", "^")):
        text = text.replace(command, sign)
    return LatexNodes2Text(math_mode="verbatim", keep_braced_groups=False).latex_to_text(text)


@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
def test_bibtexparser_reads_what_was_written(name):
    """Every entry, with its title and its address, and none that could not be read."""
    library = bibtexparser.parse_string(said(name))
    found = [
        (decoded(entry["title"]) if "title" in entry else None, entry.get("url")) for entry in library.entries
    ]
    works = [tidied(item).work for item in ITEMS.values()]

    assert [] == library.failed_blocks
    assert [work.title for work in works] == [title for title, _ in found]
    assert [work.URL for work in works] == [url.value if url is not None else None for _, url in found]


@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
def test_pybtex_reads_the_names(name):
    """Family names with their particles, given names, suffixes; organisations in one piece."""
    entries = parse_string(said(name), "bibtex").entries.values()
    found = [
        [
            (
                decoded(" ".join([*person.prelast_names, *person.last_names])),
                decoded(" ".join([*person.first_names, *person.middle_names])),
                " ".join(person.lineage_names),
            )
            for person in entry.persons.get("author", [])
        ]
        for entry in entries
    ]
    expected = [
        [(name.literal or name.family, name.given or "", name.suffix or "") for name in item.work.author]
        for item in ITEMS.values()
    ]

    assert expected == found


def test_rispy_reads_what_was_written():
    """Title, names, container, dates and address of every record."""
    entries = rispy.loads(said("ris").replace("\r\n", "\n"))
    works = [tidied(item).work for item in ITEMS.values()]
    found = [
        (each.get("title"), each.get("secondary_title"), each.get("urls", [None])[0]) for each in entries
    ]

    assert [(work.title, work.container_title, work.URL) for work in works] == found
    assert [len(work.author) for work in works] == [len(each.get("authors", [])) for each in entries]
    assert [str(work.issued.year) if work.issued else None for work in works] == [
        each.get("year") for each in entries
    ]


def test_csl_json_fits_its_schema():
    """Every case is an item that the schema allows."""
    assert [] == faults(json.loads(said("csl-json")))


@pytest.mark.skipif(PANDOC is None, reason="pandoc is not here: apt install pandoc")
@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
def test_pandoc_reads_what_was_written(name):
    """Of every entry the fields that both know, dates as precise as they were written."""
    command = [str(PANDOC), "--from", name, "--to", "csljson"]
    done = subprocess.run(command, input=said(name), capture_output=True, text=True, check=True)
    read = {item["id"]: item for item in json.loads(done.stdout)}
    written = {item["id"]: item for item in map(csl, map(tidied, ITEMS.values()))}

    assert sorted(written) == sorted(read)
    assert {key: _known(item) for key, item in written.items()} == {
        key: _known(item) for key, item in read.items()
    }


def _known(item):
    cells = {name: item.get(name) for name in FIELDS}
    return cells | {"title": (cells["title"] or "").translate(MARKS), "authors": len(item.get("author", []))}
