"""What other programs read of our BibTeX, BibLaTeX, RIS and CSL-JSON is what was written."""

import json
import re
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
from archiver.export.wording.keys import key_of
from archiver.export.wording.tidy import tidied
from tests.export.formats.csl_schema import faults
from tests.export.formats.hard_works import ITEMS as HARD
from tests.export.items import item_of

CASES = Path(__file__).parents[2] / "cases" / "references"
ITEMS = [
    *(
        item_of(json.loads((path / "item.json").read_text(encoding="utf-8")))
        for path in sorted(CASES.iterdir())
        if path.is_dir()
    ),
    *HARD,
]
WORKS = {key_of(item): item.work for item in map(tidied, ITEMS)}
PANDOC, BIBER = shutil.which("pandoc"), shutil.which("biber")
FIELDS = ("title", "URL", "DOI", "ISBN", "volume", "issue", "page", "edition", "issued", "accessed")
# Pandoc turns quotation marks and blanks by its own lights, even in addresses, and dashes of pages into hyphens.
MARKS = str.maketrans({"“": "'", "”": "'", "‘": "'", "’": "'", '"': "'", "`": "'", "–": "-", "\u202f": " "})
# Where BibTeX and BibLaTeX have what a work is part of, and who brought it out.
WHOLES = ("journal", "journaltitle", "booktitle", "organization")
MAKERS = ("publisher", "institution", "school", "organization")


def said(name):
    """The text of all items in a format."""
    return all_formats()[name].text(ITEMS)


def decoded(text):
    """What TeX would show. Three commands of LaTeX the decoder does not know, or takes for another sign."""
    for command, sign in ((r"\textless{}", "<"), (r"\textgreater{}", ">"), (r"\textasciicircum{}", "^")):
        text = text.replace(command, sign)
    return LatexNodes2Text(math_mode="verbatim", keep_braced_groups=False).latex_to_text(text)


def test_keys_are_those_of_the_works():
    """Each work has its own, ASCII, and the same in all formats: as a program would look for it."""
    found = {
        "bibtex": [entry.key for entry in bibtexparser.parse_string(said("bibtex")).entries],
        "biblatex": [entry.key for entry in bibtexparser.parse_string(said("biblatex")).entries],
        "ris": [entry["id"] for entry in rispy.loads(said("ris").replace("\r\n", "\n"))],
        "csl-json": [entry["id"] for entry in json.loads(said("csl-json"))],
    }

    assert {name: list(WORKS) for name in found} == found
    assert len(ITEMS) == len(WORKS)
    assert [] == [key for key in WORKS if not re.fullmatch("[a-z0-9]+-[a-z0-9]{4}", key)]


@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
def test_bibtexparser_reads_what_was_written(name):
    """Every entry field for field, and none that could not be read."""
    library = bibtexparser.parse_string(said(name))
    found = {entry.key: _told(entry) for entry in library.entries}
    expected = {
        key: {
            "title": work.title,
            "url": work.URL,
            "doi": work.DOI,
            "isbn": work.ISBN,
            "volume": work.volume,
            "number": work.issue or work.number,
            "edition": work.edition,
            "date": _date(work.issued, name),
        }
        for key, work in WORKS.items()
    }
    wholes = {entry.key: _of(entry, WHOLES) for entry in library.entries}
    makers = {entry.key: _of(entry, MAKERS) for entry in library.entries}

    assert [] == library.failed_blocks
    assert expected == found
    assert [] == [key for key, work in WORKS.items() if (work.container_title or "") not in wholes[key]]
    assert [] == [key for key, work in WORKS.items() if (work.publisher or "") not in makers[key]]


def _told(entry):
    cells = {field.key: field.value for field in entry.fields}
    for raw in ("url", "doi"):
        cells[raw] = cells.get(raw)
    told = {
        name: cells[name] if name in {"url", "doi"} or name not in cells else decoded(cells[name])
        for name in ("title", "url", "doi", "isbn", "volume", "number", "edition")
        if cells.get(name) is not None
    }
    date = cells.get("date") or " ".join(filter(None, (cells.get("year"), cells.get("month"))))
    names = ("title", "url", "doi", "isbn", "volume", "number", "edition")
    return {name: told.get(name) for name in names} | {"date": date or None}


def _date(day, name):
    """BibTeX has months by name, and a day only where no program of old looks."""
    if day is None:
        return None
    if name == "biblatex" or day.day:
        return str(day)
    months = "jan feb mar apr may jun jul aug sep oct nov dec".split()
    return f"{day.year} {months[day.month - 1]}" if day.month else str(day.year)


def _of(entry, names):
    """What stands in some fields, as one text; "" is in any."""
    return " ".join(decoded(field.value) for field in entry.fields if field.key in names)


@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
@pytest.mark.parametrize("who", ["author", "editor"])
def test_pybtex_reads_the_names(name, who):
    """Family names with their particles, given names, suffixes; what is of one piece in one piece."""
    entries = parse_string(said(name), "bibtex").entries
    found = {
        key: [
            (
                decoded(" ".join([*person.prelast_names, *person.last_names])),
                decoded(" ".join([*person.first_names, *person.middle_names])),
                " ".join(person.lineage_names),
            )
            for person in entry.persons.get(who, [])
        ]
        for key, entry in entries.items()
    }
    expected = {
        key: [
            (each.literal or each.family or each.given, (each.family and each.given) or "", each.suffix or "")
            for each in getattr(work, who)
        ]
        for key, work in WORKS.items()
    }

    assert expected == found


def test_rispy_reads_what_was_written():
    """Every record tag for tag."""
    entries = rispy.loads(said("ris").replace("\r\n", "\n"))
    names = (
        "title",
        "language",
        "place_published",
        "doi",
        "edition",
        "volume",
        "year",
        "date",
        "urls",
        "authors",
    )
    expected = [
        {
            "title": work.title,
            "language": work.language,
            "place_published": work.publisher_place,
            "doi": work.DOI,
            "edition": work.edition,
            "volume": work.volume,
            "year": str(work.issued.year) if work.issued else None,
            "date": _ris_date(work.issued),
            "urls": work.URL,
            "authors": [_ris_name(each) for each in work.author] or None,
        }
        for work in WORKS.values()
    ]
    # rispy parts addresses at semicolons
    entries = [each | {"urls": ";".join(each.get("urls", [])) or None} for each in entries]
    where = [{each.get("secondary_title"), each.get("publisher")} - {None} for each in entries]

    assert expected == [{name: each.get(name) for name in names} for each in entries]
    assert where == [{work.container_title, work.publisher} - {None} for work in WORKS.values()]


def _ris_date(day):
    if day is None:
        return None
    year, month, last = (*day.parts, "", "")[:3]
    return f"{year:04d}/{month and f'{month:02d}'}/{last and f'{last:02d}'}/"


def _ris_name(name):
    """A comma parts a name: what is of one piece has none."""
    parts = (name.family, name.given, name.suffix)
    return re.sub(", ?", " ", name.literal) if name.literal else ", ".join(filter(None, parts))


def test_csl_json_fits_its_schema():
    """Every case is an item that the schema allows."""
    assert [] == faults(json.loads(said("csl-json")))


@pytest.mark.skipif(PANDOC is None, reason="pandoc is not here: apt install pandoc")
@pytest.mark.parametrize("name", ["bibtex", "biblatex", "csl-json"])
def test_pandoc_reads_what_was_written(name):
    """Of every entry the fields that both know, dates as precise as they were written, and the names."""
    command = [str(PANDOC), "--from", name.replace("-", ""), "--to", "csljson"]
    done = subprocess.run(command, input=said(name), capture_output=True, text=True, check=True)
    read = {item["id"]: item for item in json.loads(done.stdout)}
    written = {item["id"]: item for item in map(csl, map(tidied, ITEMS))}

    assert "" == done.stderr
    assert {key: _known(item) for key, item in written.items()} == {
        key: _known(item) for key, item in read.items()
    }


def _known(item):
    """Pandoc has particles on their own, and one name for what is of one piece; sets quotation marks in pairs."""
    cells = {name: item.get(name) for name in FIELDS}
    text = {name: _plain(cells[name]) for name in ("title", "page", "URL")}
    people = {
        who: [
            (
                _plain(
                    " ".join(
                        filter(
                            None,
                            (
                                each.get("dropping-particle"),
                                each.get("non-dropping-particle"),
                                each.get("family") or each.get("literal") or each.get("given"),
                            ),
                        )
                    )
                ),
                (each.get("family") and each.get("given")) or None,
                each.get("suffix"),
            )
            for each in item.get(who, [])
        ]
        for who in ("author", "editor", "translator")
    }
    return cells | text | people


def _plain(text):
    return re.sub("'+", "'", (text or "").translate(MARKS))


@pytest.mark.slow
@pytest.mark.skipif(BIBER is None, reason="biber is not here: apt install biber")
def test_biber_finds_nothing_out_of_place(tmp_path):
    """What BibLaTeX's own program misses we do not know; a field that its data model lacks is there of a video alone, of which it has none."""
    (tmp_path / "a.bib").write_text(said("biblatex"), encoding="utf-8")
    command = [
        str(BIBER), "--tool", "--validate-datamodel", "--output-file", "b.bib", "--logfile", "b.log", "a.bib",
    ]  # fmt: skip
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    told = [line for line in done.stdout.splitlines() if line.startswith(("WARN", "ERROR"))]
    known = ("Missing mandatory field", "for entrytype 'video'", "is invalid - run biber with")

    assert [] == [line for line in told if not any(each in line for each in known)]
