"""The formats: found by being there, and written as files."""

import json

import pytest

from archiver.export.registry import all_formats, format_named
from archiver.export.wording.runs import Markup
from archiver.models.errors import SettingsError
from archiver.models.item import CitedWork, Item, PartialDate
from archiver.models.work import Name

PUBLIC = {
    "apa", "biblatex", "bibtex", "bluebook", "chicago", "chicago-bibliography", "chicago-short", "csl-json", "markdown", "mla", "ris",
    "robust-link", "wikipedia",
}  # fmt: skip


def item(number, family):
    """A work of somebody."""
    work = CitedWork(
        title="Lamp", author=(Name(family=family, given="Ida"),), URL=f"https://a.example/{number}"
    )
    return Item(id=f"s{number}", identity=str(number), work=work)


def test_formats_that_are_promised_are_there():
    """Their names are public: people write them into scripts."""
    assert set(all_formats()) >= PUBLIC


@pytest.mark.parametrize("name", sorted(all_formats()))
def test_a_format_says_what_it_is(name):
    """A label for people, a media type and a suffix for files."""
    style = all_formats()[name]
    types = {style.as_markup(markup)[0] for markup in Markup}

    assert name == style.name
    assert style.label
    assert "/" in style.media_type
    assert style.suffix
    assert (3 if style.is_prose else 1) == len(types)


@pytest.mark.parametrize("name", sorted(all_formats()))
def test_a_file_of_nothing_is_empty(name):
    """Only an array has brackets then."""
    said = all_formats()[name].text([])

    assert "" == said if name != "csl-json" else [] == json.loads(said)


@pytest.mark.parametrize("name", ["apa", "mla", "chicago-bibliography"])
def test_a_list_is_sorted(name):
    """By its beginnings, marks on letters aside, whatever order the works come in."""
    said = all_formats()[name].text([item(1, "Zeh"), item(2, "abel"), item(3, "Öst")])

    assert ["abel", "Öst", "Zeh"] == [line.partition(",")[0] for line in said.splitlines()]


def test_apa_tells_works_of_one_year_apart():
    """By letters in the order of their dates; a single work, and works of others, need none."""
    who = (Name(family="Ek", given="Ida"),)
    works = [
        CitedWork(title="Second", author=who, issued=PartialDate(year=2019, month=9), type="post-weblog"),
        CitedWork(title="First", author=who, issued=PartialDate(year=2019, month=4), type="post-weblog"),
        CitedWork(title="Later", author=who, issued=PartialDate(year=2020)),
        CitedWork(title="Undated", author=who),
        CitedWork(title="Another undated", author=who),
        CitedWork(title="Nobody", issued=PartialDate(year=2019)),
        CitedWork(title="No one", issued=PartialDate(year=2019)),
    ]
    said = all_formats()["apa"].text(
        Item(id=f"s{at}", identity=str(at), work=work) for at, work in enumerate(works)
    )

    assert [
        "Ek, I. (n.d.-a). Another undated.",
        "Ek, I. (n.d.-b). Undated.",
        "Ek, I. (2019a, April). First.",
        "Ek, I. (2019b, September). Second.",
        "Ek, I. (2020). Later.",
        "No one. (2019).",
        "Nobody. (2019).",
    ] == said.splitlines()


def titled(number, title, who="Ek"):
    """A work by its title."""
    author = (Name(family=who, given="Ida"),) if who else ()
    return Item(id=f"s{number}", identity=str(number), work=CitedWork(title=title, author=author))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        # 5.126: three hyphens for who comes again; what nobody signed stands by its title
        (
            "mla",
            ["“The Dyke.”", "Ek, Ida. “A Barge.”", "---. “The Lamp.”", "---. “Oil.”", "Zeh, Ida. “Salt.”"],
        ),
        # 13.72: the name again
        (
            "chicago-bibliography",
            [
                "“The Dyke.”",
                "Ek, Ida. “A Barge.”",
                "Ek, Ida. “The Lamp.”",
                "Ek, Ida. “Oil.”",
                "Zeh, Ida. “Salt.”",
            ],
        ),
    ],
)
def test_works_of_one_author_are_in_the_order_of_their_titles(name, expected):
    """Articles that begin a title do not count, there and where a title leads."""
    works = [
        titled(1, "Oil"),
        titled(2, "Salt", "Zeh"),
        titled(3, "The Lamp"),
        titled(4, "A Barge"),
        titled(5, "The Dyke", ""),
    ]

    assert expected == all_formats()[name].text(works).splitlines()


def test_mla_names_others_again_where_not_all_are_the_same():
    """Of more than two only the first is named: hyphens would say that the others are the same, too."""
    ek, lo, ma, no = (Name(family=family, given="Ida") for family in ("Ek", "Lo", "Ma", "No"))
    works = [
        Item(id=f"s{at}", identity=title, work=CitedWork(title=title, author=who))
        for at, (title, who) in enumerate(
            [("Barge", (ek, lo, ma)), ("Oil", (ek, lo, no)), ("Salt", (ek, lo, no))]
        )
    ]

    assert ["Ek, Ida, et al. “Barge.”", "Ek, Ida, et al. “Oil.”", "---. “Salt.”"] == all_formats()[
        "mla"
    ].text(works).splitlines()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("mla", ["Descartes", "De Sica", "Ek"]),
        ("apa", ["Descartes", "De Sica", "Ek"]),
        ("chicago-bibliography", ["De Sica", "Descartes", "Ek"]),
    ],
)
def test_names_of_two_words_have_their_place(name, expected):
    """MLA and APA go letter by letter, Chicago word by word since its 18th edition."""
    said = all_formats()[name].text([item(1, "Ek"), item(2, "Descartes"), item(3, "De Sica")])

    assert expected == [line.partition(",")[0] for line in said.splitlines()]


def test_mla_names_an_editor_again_by_what_they_did():
    """The part follows the hyphens."""
    works = [
        Item(
            id=f"s{at}",
            identity=title,
            work=CitedWork(type="book", title=title, editor=(Name(family="Ek", given="Ida"),)),
        )
        for at, title in enumerate(["Barge", "Oil"])
    ]

    assert ["Ek, Ida, editor. Barge.", "---, editor. Oil."] == all_formats()["mla"].text(works).splitlines()


@pytest.mark.parametrize("name", ["apa", "mla", "chicago-bibliography"])
def test_two_addresses_of_one_work_are_one_entry(name):
    """Where the entries say the same: a DOI leads to both. Another work of that year has a letter, it has none."""
    works = [
        Item(
            id=f"s{at}",
            identity=f"https://a.example/{at}",
            work=CitedWork(
                type="article-journal",
                title="Lamp",
                container_title="Letters",
                DOI="10.5555/1",
                URL=f"https://a.example/{at}",
            ),
        )
        for at in (1, 2)
    ]
    said = all_formats()[name].text(works)

    assert said == all_formats()[name].text(works[:1])


def test_notes_stand_in_their_order():
    """A note belongs to its place."""
    said = all_formats()["chicago"].text([item(1, "Zeh"), item(2, "Abel")])

    assert ["Ida Zeh", "Ida Abel"] == [line.partition(",")[0] for line in said.splitlines()]


def test_html_is_a_paragraph_a_work():
    """Prose can be had with its italics and links."""
    said = all_formats()["chicago"].text([item(1, "Zeh"), item(2, "Abel")], Markup.HTML)

    assert 2 == said.count("<p>") == said.count("</p>") == said.count("<a href=")


def test_writing_streams():
    """The first piece is there before the second item is asked for."""
    asked = []

    def items():
        for number in (1, 2):
            asked.append(number)
            yield item(number, "Ek")

    pieces = all_formats()["csl-json"].write(items())
    next(pieces)

    assert [1] == asked
    assert 2 == len(json.loads(all_formats()["csl-json"].text(items())))


def test_an_unknown_format_is_named():
    """With those that there are."""
    with pytest.raises(SettingsError, match="'harvard' is no format: choose one of apa, "):
        format_named("harvard")
