"""Whatever stands in a title or a name, no format breaks: what other programs read is still one entry."""

import json
import re
from html.parser import HTMLParser

import bibtexparser
import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

from archiver.export.registry import all_formats
from archiver.export.wording.keys import key_of
from archiver.export.wording.runs import Markup
from archiver.export.wording.tidy import tidied
from archiver.models.item import CitedWork, Copy, Item, PartialDate, PublicCopy
from archiver.models.work import Name
from tests.export.formats.csl_schema import faults

# Letters, and the signs that mean something to a format.
NASTY = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("{}\\\"'%&$#_^~|=[]<>@,;:-!?.“”‘’ \n\r\t\u202e\u2028\u00ad"),
    ),
    max_size=60,
)
WEB = st.one_of(st.none(), NASTY.map(lambda text: f"https://a.example/{text}"))
MAYBE = st.one_of(st.none(), NASTY)
PEOPLE = st.lists(
    st.one_of(
        NASTY.map(lambda text: Name(literal=text)), st.builds(Name, family=NASTY, given=MAYBE, suffix=MAYBE)
    ),
    max_size=3,
).map(tuple)
COPIES = st.builds(
    Copy,
    snapshot_id=st.integers(1, 9),
    date=st.just("2026-11-23T10:00:00Z"),
    record_id=st.just("urn:uuid:1"),
    sha256=st.just("ab" * 32),
    warc=st.just("a.warc.gz"),
    public=st.one_of(
        st.none(),
        st.builds(
            PublicCopy,
            url=NASTY.map(lambda text: f"https://w.example/{text}"),
            date=st.just("2019-01-01T00:00:00Z"),
            archive=MAYBE,
        ),
    ),
)
ITEMS = st.builds(
    Item,
    id=st.just("s1"),
    identity=NASTY,
    work=st.builds(
        CitedWork,
        type=st.sampled_from(
            ["webpage", "book", "article-journal", "chapter", "thesis", "report", "post-weblog", "x"]
        ),
        title=MAYBE,
        author=PEOPLE,
        editor=PEOPLE,
        container_title=MAYBE,
        publisher=MAYBE,
        volume=MAYBE,
        page=MAYBE,
        number=MAYBE,
        DOI=MAYBE,
        issued=st.sampled_from([None, PartialDate(year=2019), PartialDate(year=2019, month=9, day=12)]),
        URL=WEB,
    ),
    copy=st.one_of(st.none(), COPIES),
)


def one(name, item):
    """A reference in a format."""
    return all_formats()[name].one(item)


@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
@given(item=ITEMS)
def test_braces_are_balanced(name, item):
    """Two parsers find one entry with its key and its fields, and nothing that they could not read."""
    text = one(name, item)
    library = bibtexparser.parse_string(text)
    (entry,) = parse_string(text, "bibtex").entries.values()

    assert ([key_of(tidied(item))], []) == ([each.key for each in library.entries], library.failed_blocks)
    assert {each.key for each in library.entries[0].fields} == {
        *entry.fields,
        *(who for who in ("author", "editor") if entry.persons.get(who)),
    }


@given(item=ITEMS)
def test_ris_is_a_tag_a_line(item):
    """Every line has a tag, the first is the type and the last the end; rispy reads one record with its title."""
    text = one("ris", item)
    lines = text.split("\r\n")
    (entry,) = rispy.loads(text.replace("\r\n", "\n"))

    assert ["", ""] == lines[-2:]
    assert [] == [line for line in lines[:-2] if not re.match(r"[A-Z][A-Z0-9]  - ", line)]
    assert ("TY", "ER  - ") == (lines[0][:2], lines[-3])
    assert (tidied(item).work.title or "") == entry.get("title", "")


@given(items=st.lists(ITEMS, max_size=3))
def test_csl_json_fits_its_schema(items):
    """What is written for any items is an array that the schema allows."""
    text = all_formats()["csl-json"].text(items)

    assert [] == faults(json.loads(text))
    assert len(items) == len(json.loads(text))


class Tags(HTMLParser):
    """The tags of a text and what they leave open, and whatever is no text."""

    def __init__(self):
        """Nothing was read yet."""
        super().__init__()
        self.open, self.seen, self.strange = [], set(), []

    def handle_starttag(self, tag, attrs):
        """Note it."""
        self.open.append(tag)
        self.seen.add(tag)
        self.strange += [name for name, _ in attrs if name.startswith("on")]

    def handle_endtag(self, tag):
        """Note it."""
        self.strange += [] if self.open and self.open.pop() == tag else [tag]

    def handle_comment(self, data):
        """There is none."""
        self.strange.append(data)


@pytest.mark.parametrize(
    "name", [*(name for name, style in all_formats().items() if style.is_prose), "robust-link"]
)
@given(item=ITEMS)
def test_html_has_our_tags_only(name, item):
    """A stranger's words make no element, no attribute and no comment."""
    reader = Tags()
    reader.feed(all_formats()[name].one(item, Markup.HTML))
    reader.close()

    assert ([], [], set()) == (reader.open, reader.strange, reader.seen - {"i", "a", "bdi", "span"})


@given(item=ITEMS)
def test_wikitext_is_one_template(item):
    """Nothing in it ends the template, begins another or adds a parameter."""
    text, _, comment = one("wikipedia", item).partition("<!--")
    inner = text.removeprefix("{{").removesuffix("}}").replace("{{!}}", "")
    names = re.findall(r"\|([^=|]*)=", inner)

    assert (text[:2], text[-2:]) == ("{{", "}}")
    assert [] == re.findall(r"[{}\[\]<>\n]", inner)
    assert inner.count("|") == len(names)
    assert [] == [each for each in names if not re.fullmatch(r"[a-z]+(?:-[a-z]+)*\d*", each)]
    assert comment == "" or (comment.endswith("-->") and comment.count("--") == 1)


@pytest.mark.parametrize("name", sorted(all_formats()))
@given(item=ITEMS)
def test_nothing_steers_who_reads(name, item):
    """No control character and none that turns the direction of text gets through; a line stays a line."""
    text = one(name, item)

    assert [] == re.findall("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert not all_formats()[name].is_prose or "\n" not in text


@given(item=ITEMS)
def test_key_can_stand_anywhere(item):
    """In BibTeX, in RIS and in an address."""
    assert re.fullmatch(r"[a-z0-9]+-[0-9a-z]{4}", key_of(tidied(item)))
