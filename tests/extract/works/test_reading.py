"""Notes are read into the fields of works."""

import pytest

from archiver.extract.works.reading import read_note
from archiver.models.work import Name, NoteKind, WorkReading


def fields(reading: WorkReading) -> dict[str, object]:
    """What was read, without what is empty and without the words."""
    left = {name: getattr(reading, name) for name in WorkReading.__slots__}
    return {
        name: value for name, value in left.items() if value and name not in {"start", "end", "exact", "type"}
    }


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        # Chicago, a newspaper, name turned round, left open at the end
        (
            "Roblin, Sebastien, “Russia vs. America: How U.S. Jets and Soviet MiGs Secretly Battled During the Korean War,” The National Interest, November 2, 2018,",
            {"author": (Name(family="Roblin", given="Sebastien"),), "title": "Russia vs. America: How U.S. Jets and Soviet MiGs Secretly Battled During the Korean War",
             "container_title": "The National Interest", "issued": "2018-11-02"},
        ),
        # a document of the United Nations
        (
            "United Nations Security Council, Fifth year, “Complaint of Aggression upon the Republic of Korea,” S/1588, July 7, 1950,",
            {"author": (Name(literal="United Nations Security Council"),), "title": "Complaint of Aggression upon the Republic of Korea",
             "number": "S/1588", "issued": "1950-07-07"},
        ),
        # author-date: the day stands apart from its year
        (
            "Lukin, Artyom. 2019. “The Putin and Kim Rendezvous in Vladivostok: A Drive-By Summit,” 38 North, May 2.",
            {"author": (Name(family="Lukin", given="Artyom"),), "title": "The Putin and Kim Rendezvous in Vladivostok: A Drive-By Summit",
             "container_title": "38 North", "issued": "2019-05-02"},
        ),
        # a day without a year is no date
        (
            "Lee Jeong-Ho, “China, Russia, North Korea call for adjusted sanctions ahead of denuclearisation,” South China Morning Post, October 10,",
            {"author": (Name(family="Lee", given="Jeong-Ho"),), "title": "China, Russia, North Korea call for adjusted sanctions ahead of denuclearisation",
             "container_title": "South China Morning Post"},
        ),
        # a book
        (
            "Barbara Demick, Nothing to Envy: Ordinary Lives in North Korea (New York: Spiegel & Grau, 2009), 33–35.",
            {"author": (Name(family="Demick", given="Barbara"),), "title": "Nothing to Envy: Ordinary Lives in North Korea",
             "publisher_place": "New York", "publisher": "Spiegel & Grau", "issued": "2009", "page": "33–35"},
        ),
        # a case
        (
            "New York Times Co. v. Sullivan, 376 U.S. 254 (1964).",
            {"title": "New York Times Co. v. Sullivan", "volume": "376", "container_title": "U.S.", "page": "254", "issued": "1964"},
        ),
        # a page without author and date of its own, but with the day on which it was read
        (
            "“Catch by Origin in the North, 1858,” World Herring Table, accessed September 5, 2019.",
            {"title": "Catch by Origin in the North, 1858", "container_title": "World Herring Table", "accessed": "2019-09-05"},
        ),
        # an address alone
        ("https://www.un.org/securitycouncil/sanctions/1718.", {"URL": "https://www.un.org/securitycouncil/sanctions/1718"}),
    ],
)  # fmt: skip
def test_full_note_is_read(note, expected):
    """A full citation gives the fields that it states."""
    (reading,) = read_note(note)

    assert expected | {"kind": NoteKind.FULL} == fields(reading)


def test_words_are_kept_as_written():
    """A reading holds its own words and where they stand, without what leads to them."""
    note = "The count is disputed. For a dissenting view, see Roblin, Sebastien, “The Plane,” The National Interest, June 4, 2017."
    (reading,) = read_note(note)

    assert "Roblin, Sebastien, “The Plane,” The National Interest, June 4, 2017." == reading.exact
    assert reading.exact == note[reading.start : reading.end]


def test_link_of_the_note_is_the_address_of_its_only_citation():
    """A link under the words is the address where the words state none; of two citations it could be either's."""
    one = read_note("Ek, Ida, “Rope,” The Salt Review, May 2, 2019.", urls=["https://a.example/rope"])
    two = read_note(
        "Ek, Ida, “Rope,” The Salt Review, May 2, 2019; Jon Berg, “Salt,” Reuters, May 3, 2019.", urls=["https://a.example/rope"]
    )  # fmt: skip

    assert ["https://a.example/rope"] == [reading.URL for reading in one]
    assert [None, None] == [reading.URL for reading in two]


@pytest.mark.parametrize("note", ["", " ", "…", "(", "“", ";;;", "; ", "1", "2019", "Ibid"])
def test_nearly_nothing_gives_no_title(note):
    """Scraps are no works."""
    assert [None] == [reading.title for reading in read_note(note)]
